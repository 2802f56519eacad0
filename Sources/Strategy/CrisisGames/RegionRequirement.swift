public import Games
/// One requirement of a region: a group of inequalities holds, or some belief makes a choice best.
public struct RegionRequirement: Hashable, Sendable {
  /// Whose choice it is about, and which.
  public let reason: String
  /// The groups of which one must hold; each polynomial of it must be at least zero.
  public let groups: [[Polynomial]]
  /// For each class of nodes how much better the choice is than each alternative; where this is given
  /// there are no groups, and some weights on the classes must make every alternative no better.
  public let classes: [[Polynomial]]

  init(reason: String, groups: [[Polynomial]], classes: [[Polynomial]] = []) {
    self.reason = reason
    self.groups = groups
    self.classes = classes
  }

  /// Whether the requirement holds where parameters have values, exactly.
  public func holds(at point: [Rational]) -> Bool {
    guard classes.isEmpty else {
      let values = classes.map { row in row.map { $0.value(at: point) as Rational } }
      let rows = (values.first ?? []).indices.map { column in values.map { $0[column] } }
      return BeliefFeasibility.weights(rows, columns: values.count, tolerance: 0) != nil
    }
    return groups.contains { $0.allSatisfy { $0.value(at: point) >= Rational.zero } }
  }

  /// The requirement in words.
  public func text(_ names: [String]) -> String {
    guard classes.isEmpty else {
      let columns = (classes.first ?? []).indices
      let sums = columns.map { column in
        classes.enumerated().map { "w\($0.offset + 1)·(\($0.element[column].text(names)))" }
          .joined(separator: " + ") + " ≥ 0"
      }
      return "for some weights w1 to w\(classes.count) from 0, not all 0: "
        + sums.joined(separator: " and ")
    }
    return groups.map { group in group.map { $0.inequality(names) }.joined(separator: " and ") }
      .joined(separator: ", or ")
  }

  /// The requirement where all parameters but some have values.
  func restricted(to kept: Set<Int>, at point: [Rational]) -> RegionRequirement {
    RegionRequirement(
      reason: reason, groups: groups.map { $0.map { $0.restricted(to: kept, at: point) } },
      classes: classes.map { $0.map { $0.restricted(to: kept, at: point) } })
  }

  /// How many minors of the classes are formed.
  private static let minorLimit = 1_000

  /// Whether `edges` holds all polynomials on whose zeros the requirement can end.
  var hasAllEdges: Bool { classes.isEmpty || minorCount <= Self.minorLimit }

  /// The polynomials on whose zeros the requirement can start or cease to hold.
  ///
  /// Where weights are wanted the answer can change only where some square part of the matrix of
  /// classes and alternatives loses its rank (Cramer's rule for the extreme weights).
  var edges: [Polynomial] {
    guard !classes.isEmpty else { return groups.flatMap { $0 } }
    guard hasAllEdges else { return classes.flatMap { $0 } }
    let rows = classes.indices
    let columns = (classes.first ?? []).indices
    var minors: [Polynomial] = []
    for rowPick in Self.picks(of: rows.count) {
      for columnPick in Self.picks(of: columns.count) where columnPick.count == rowPick.count {
        minors.append(determinant(rowPick, columnPick))
      }
    }
    return minors
  }

  private var minorCount: Int {
    let rows = classes.count
    let columns = classes.first?.count ?? 0
    guard rows <= 12, columns <= 12 else { return .max }
    let sizes = Self.picks(of: columns).reduce(into: [:]) { $0[$1.count, default: 0] += 1 }
    return Self.picks(of: rows).reduce(0) { $0 + (sizes[$1.count] ?? 0) }
  }

  private static func picks(of count: Int) -> [[Int]] {
    (1..<(1 << count)).map { mask in (0..<count).filter { mask & (1 << $0) != 0 } }
  }

  private func determinant(_ rows: [Int], _ columns: [Int]) -> Polynomial {
    guard let first = rows.first else { return Polynomial(1) }
    var sum = Polynomial()
    for (place, column) in columns.enumerated() where !classes[first][column].terms.isEmpty {
      let rest = columns.filter { $0 != column }
      let part = classes[first][column] * determinant(Array(rows.dropFirst()), rest)
      sum = place.isMultiple(of: 2) ? sum + part : sum - part
    }
    return sum
  }
}
