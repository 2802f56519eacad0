import Foundation

/// Whether trembles of different smallness give chosen beliefs in the limit.
enum TrembleOrder {
  /// Looks for orders of smallness and for factors of the unplanned actions.
  static func exists<Number: GameNumber>(
    _ sets: [UnreachedSet<Number>], _ chosen: [(support: [Int], weights: [Number])]
  ) -> Bool {
    var index: [Int: Int] = [:]
    for set in sets {
      for action in set.unplanned.joined() where index[action] == nil {
        index[action] = index.count
      }
    }
    let count = index.count
    func row(_ plus: [Int], minus: [Int]) -> [Rational] {
      var row = [Rational](repeating: .zero, count: count)
      for action in plus { index[action].map { row[$0] += 1 } }
      for action in minus { index[action].map { row[$0] -= 1 } }
      return row
    }
    // Orders are 1 + k with k ≥ 0, so constants move by the difference in the number of actions.
    var rows: [[Rational]] = []
    var bounds: [Rational] = []
    var factorRows: [[Double]] = []
    for (set, choice) in zip(sets, chosen) {
      guard let reference = choice.support.first else { return false }
      let base = set.unplanned[reference]
      for group in set.unplanned.indices where group != reference {
        let other = set.unplanned[group]
        let difference = row(base, minus: other)
        let constant = Rational(other.count - base.count)
        if choice.support.contains(group) {
          rows.append(difference)
          bounds.append(constant)
          rows.append(difference.map { -$0 })
          bounds.append(-constant)
          let ratio = choice.weights[group].double / choice.weights[reference].double
          let planned = set.mass[reference].double / set.mass[group].double
          factorRows.append(row(other, minus: base).map(\.double) + [log(ratio * planned)])
        } else {
          rows.append(difference)
          bounds.append(constant - 1)
        }
      }
    }
    if rows.isEmpty { return true }
    let programme = SmallLinearProgram(
      rows: rows, bounds: bounds, objective: Array(repeating: -1, count: count))
    return programme.solve() != nil && isSolvable(factorRows, unknowns: count)
  }

  /// Whether linear equations (coefficients, then the constant) have a solution.
  private static func isSolvable(_ equations: [[Double]], unknowns: Int) -> Bool {
    var rows = equations
    var done = 0
    for column in 0..<unknowns {
      guard done < rows.count else { break }
      guard
        let pivot = (done..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-9
      else { continue }
      rows.swapAt(done, pivot)
      for other in rows.indices where other != done {
        let factor = rows[other][column] / rows[done][column]
        if factor == 0 { continue }
        for entry in 0...unknowns { rows[other][entry] -= factor * rows[done][entry] }
      }
      done += 1
    }
    return rows[done...].allSatisfy { abs($0[unknowns]) < 1e-9 }
  }
}
