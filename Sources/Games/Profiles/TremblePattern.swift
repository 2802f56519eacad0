import Estimation
import Foundation

/// Which classes of nodes share the weight at some unreached sets, and what follows for the trembles.
package enum TremblePattern {
  /// The classes in use at one set.
  package struct Choice {
    let place: ConsistencySearch.Place
    /// The set's index in the search.
    let index: Int
    let support: [Int]
  }

  /// What is known of the shares that make all choices best.
  package enum Shares {
    /// Weights of all classes, set by set.
    case found([(index: Int, weights: [Rational])])
    /// There are none.
    case none
    /// Neither is known.
    case unknown
  }

  /// Whether orders of smallness make exactly the chosen classes the largest at each set.
  package static func hasOrder(_ pattern: [Choice]) -> Bool {
    var column: [Int: Int] = [:]
    for choice in pattern {
      for action in choice.place.classes.joined() where column[action] == nil {
        column[action] = column.count
      }
    }
    // Orders are 1 + k with k ≥ 0, so constants move by the difference in the number of actions.
    var rows: [[Rational]] = []
    var bounds: [Rational] = []
    for choice in pattern {
      guard let reference = choice.support.first else { return false }
      let base = choice.place.classes[reference]
      for (group, other) in choice.place.classes.enumerated() where group != reference {
        var row = [Rational](repeating: .zero, count: column.count)
        for action in base { column[action].map { row[$0] += 1 } }
        for action in other { column[action].map { row[$0] -= 1 } }
        let constant = Rational(other.count - base.count)
        if choice.support.contains(group) {
          rows += [row, row.map { -$0 }]
          bounds += [constant, -constant]
        } else {
          rows.append(row)
          bounds.append(constant - 1)
        }
      }
    }
    if rows.isEmpty { return true }
    return SmallLinearProgram(
      rows: rows, bounds: bounds, objective: Array(repeating: -1, count: column.count)
    ).solve() != nil
  }

  /// Numbers of at least 1 whose weighted sums are all at least zero.
  package static func positive(_ rows: [[Rational]], count: Int) -> [Rational]? {
    let binding = rows.filter { row in row.contains { $0.signum < 0 } }
    if binding.isEmpty { return Array(repeating: 1, count: count) }
    let programme = SmallLinearProgram(
      rows: binding.map { row in row.map { -$0 } },
      bounds: binding.map { $0.reduce(.zero, +) }, objective: Array(repeating: -1, count: count))
    return programme.solve()?.point.map { $0 + 1 }
  }

  /// Shares of the classes in use that make every choice best.
  package static func shares(_ pattern: [Choice]) -> Shares {
    let pool = ProductPool(pattern)
    let rows = zip(pattern, pool.members).flatMap { choice, members in
      choice.place.rows.map { row -> [Rational] in
        var line = [Rational](repeating: .zero, count: pool.products.count)
        for (group, product) in zip(choice.support, members) {
          line[product] += row[group] * choice.place.mass[group]
        }
        return line
      }
    }
    guard let relaxed = positive(rows, count: pool.products.count) else { return .none }
    func result(_ values: [Rational]) -> Shares {
      .found(
        zip(pattern, pool.members).map { choice, members in
          var weights = [Rational](repeating: .zero, count: choice.place.classes.count)
          for (group, product) in zip(choice.support, members) {
            weights[group] = values[product] * choice.place.mass[group]
          }
          let sum = weights.reduce(.zero, +)
          return (choice.index, weights.map { $0 / sum })
        })
    }
    let exponents = pool.exponents
    if exponents.isFree { return result(relaxed) }
    if exponents.rank == 1 { return oneRatio(rows, exponents.vectors.map { $0[0] }, result) }
    return witness(rows, exponents.vectors, rank: exponents.rank, result)
  }

  /// All products are whole powers of one ratio *t*: polynomials in *t* must be at least zero.
  private static func oneRatio(
    _ rows: [[Rational]], _ powers: [Int], _ result: ([Rational]) -> Shares
  ) -> Shares {
    let low = powers.min() ?? 0
    let polynomials = rows.map { row -> [Rational] in
      var coefficients = [Rational](repeating: .zero, count: (powers.max() ?? 0) - low + 1)
      for (value, power) in zip(row, powers) { coefficients[power - low] += value }
      return coefficients
    }
    let roots = Set(polynomials.flatMap { PolynomialRoots.real($0).filter { $0.signum > 0 } })
      .sorted()
    var trials = roots
    for (first, second) in zip(roots, roots.dropFirst()) { trials.append((first + second) / 2) }
    trials.append((roots.first ?? 2) / 2)
    trials.append((roots.last ?? 0) + 1)
    var isClose = false
    for trial in trials {
      let values = powers.map { PolynomialRoots.power(trial, $0 - low) }
      let sums = rows.map { row in zip(row, values).reduce(Rational.zero) { $0 + $1.0 * $1.1 } }
      if sums.allSatisfy({ $0.signum >= 0 }) { return result(values) }
      // Roots beyond straight lines are rounded: a sum a hair below zero may be zero.
      let sizes = rows.map { row in
        zip(row, values).reduce(Rational.zero) { $0 + ($1.0 * $1.1).magnitude }
      }
      if zip(sums, sizes).allSatisfy({ $0.double >= -1e-9 * $1.double }) { isClose = true }
    }
    return isClose ? .unknown : .none
  }

  /// Tries products drawn at random where they hang together in several ways.
  private static func witness(
    _ rows: [[Rational]], _ vectors: [[Int]], rank: Int, _ result: ([Rational]) -> Shares
  ) -> Shares {
    var generator = SeededGenerator(seed: 11)
    for trial in 0..<2_000 {
      let logs = (0..<rank).map { _ in
        trial == 0 ? 0 : Double(Int.random(in: -24...24, using: &generator)) / 4
      }
      // Powers of two keep the products exact; quarters of a power are rounded to fractions once.
      let bases = logs.map { Rational(exactly: exp2($0)) ?? 1 }
      let values = vectors.map { vector in
        zip(vector, bases).reduce(Rational.one) { $0 * PolynomialRoots.power($1.1, $1.0) }
      }
      let sums = rows.map { row in zip(row, values).reduce(Rational.zero) { $0 + $1.0 * $1.1 } }
      if sums.allSatisfy({ $0.signum >= 0 }) { return result(values) }
    }
    return .unknown
  }
}
