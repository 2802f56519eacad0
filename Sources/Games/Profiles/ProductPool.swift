/// The products of factors of trembles that occur at several sets, up to a common factor for each set.
///
/// Weights at a set matter only up to a factor, so the products of one set may all be divided by the
/// same thing. Sets are moved onto each other where they then share most products.
package struct ProductPool {
  /// The distinct products, as powers of the unplanned actions.
  private(set) var products: [[Int: Int]] = []
  /// For each choice the product of each class in use.
  private(set) var members: [[Int]] = []

  package init(_ pattern: [TremblePattern.Choice]) {
    for choice in pattern {
      let own = choice.support.map { group in
        choice.place.classes[group].reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
      }
      var best: [[Int: Int]] = own
      var most = 0
      for vector in own {
        for product in products {
          let moved = own.map { Self.sum($0, Self.difference(product, vector)) }
          let matches = moved.count { products.contains($0) }
          if matches > most {
            most = matches
            best = moved
          }
        }
      }
      members.append(
        best.map { vector in
          if let known = products.firstIndex(of: vector) { return known }
          products.append(vector)
          return products.count - 1
        })
    }
  }

  /// How the products hang together.
  package struct Exponents {
    /// Whether the products can take any positive values.
    let isFree: Bool
    /// The number of ratios that are free.
    let rank: Int
    /// Each product as whole powers of as many free ratios; empty where that is not possible.
    let vectors: [[Int]]
  }

  /// The products as powers of free ratios, the first product taken as 1.
  package var exponents: Exponents {
    guard let first = products.first else { return Exponents(isFree: true, rank: 0, vectors: []) }
    let actions = Set(products.flatMap(\.keys)).sorted()
    let rows = products.map { product in
      actions.map { Rational((product[$0] ?? 0) - (first[$0] ?? 0)) }
    }
    // Reduce the differences; what is left of each is written in the basis.
    var basis: [(pivot: Int, row: [Rational])] = []
    for row in rows {
      var rest = row
      for (pivot, known) in basis where !rest[pivot].isZero {
        let factor = rest[pivot] / known[pivot]
        for index in rest.indices { rest[index] -= factor * known[index] }
      }
      if let pivot = rest.firstIndex(where: { !$0.isZero }) { basis.append((pivot, rest)) }
    }
    if basis.count == products.count - 1 {
      return Exponents(isFree: true, rank: basis.count, vectors: [])
    }
    var coordinates: [[Rational]] = []
    for row in rows {
      var rest = row
      var line: [Rational] = []
      for (pivot, known) in basis {
        let factor = rest[pivot] / known[pivot]
        line.append(factor)
        for index in rest.indices { rest[index] -= factor * known[index] }
      }
      coordinates.append(line)
    }
    // A ratio may be replaced by its root, so that all powers are whole.
    let multiple = coordinates.joined().reduce(1) { sum, value in
      let below = Int(value.denominator)
      return sum / Int(Rational.greatestCommonDivisor(UInt64(sum), UInt64(below))) * below
    }
    let whole = coordinates.map { line in
      line.map { Int(($0 * Rational(multiple)).numerator) }
    }
    let divisor = whole.joined().reduce(UInt64(0)) {
      Rational.greatestCommonDivisor($0, UInt64($1.magnitude))
    }
    return Exponents(
      isFree: false, rank: basis.count,
      vectors: whole.map { line in line.map { $0 / Int(max(1, divisor)) } })
  }

  private static func sum(_ first: [Int: Int], _ second: [Int: Int]) -> [Int: Int] {
    first.merging(second, uniquingKeysWith: +).filter { $0.value != 0 }
  }

  private static func difference(_ first: [Int: Int], _ second: [Int: Int]) -> [Int: Int] {
    sum(first, second.mapValues { -$0 })
  }
}
