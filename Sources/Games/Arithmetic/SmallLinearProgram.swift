/// A small linear programme in exact fractions: maximise `c·x` with `A x ≤ b` and `x ≥ 0`.
///
/// > Bland. "New finite pivoting rules for the simplex method." *Mathematics of Operations Research* 2,
/// > 1977.
package struct SmallLinearProgram {
  package var rows: [[Rational]]
  package var bounds: [Rational]
  package var objective: [Rational]

  /// The optimum and where it is taken; nil if the constraints contradict each other or the objective
  /// has no limit.
  package func solve() -> (value: Rational, point: [Rational])? {
    let count = objective.count
    let auxiliary = count
    // Lines: coefficients of the non-basic variables, the auxiliary one last, then the constant.
    var table = rows.indices.map { row in
      rows[row].map { -$0 } + [.one, bounds[row]]
    }
    table.append(Array(repeating: Rational.zero, count: count) + [-1, 0])
    var nonbasic = Array(0...count)
    var basic = rows.indices.map { count + 1 + $0 }
    let last = rows.count
    if let lowest = bounds.indices.min(by: { bounds[$0] < bounds[$1] }), bounds[lowest] < 0 {
      Self.pivot(&table, &basic, &nonbasic, lowest, count)
      guard Self.improve(&table, &basic, &nonbasic), table[last][count + 1].isZero else {
        return nil
      }
      if let row = basic.firstIndex(of: auxiliary) {
        guard let column = table[row].indices.dropLast().first(where: { !table[row][$0].isZero })
        else { return nil }
        Self.pivot(&table, &basic, &nonbasic, row, column)
      }
    }
    // The objective in terms of what is not basic now; the auxiliary variable stays out.
    var line = [Rational](repeating: .zero, count: count + 2)
    for variable in 0..<count {
      if let column = nonbasic.firstIndex(of: variable) {
        line[column] += objective[variable]
      } else if let row = basic.firstIndex(of: variable) {
        for index in line.indices { line[index] += objective[variable] * table[row][index] }
      }
    }
    if let column = nonbasic.firstIndex(of: auxiliary) {
      for row in table.indices { table[row][column] = .zero }
      line[column] = .zero
    }
    table[last] = line
    guard Self.improve(&table, &basic, &nonbasic) else { return nil }
    var point = [Rational](repeating: .zero, count: count)
    for (row, variable) in basic.enumerated() where variable < count {
      point[variable] = table[row][count + 1]
    }
    return (table[last][count + 1], point)
  }

  /// Pivots by Bland's rule to the optimum; false if there is no limit.
  private static func improve(
    _ table: inout [[Rational]], _ basic: inout [Int], _ nonbasic: inout [Int]
  ) -> Bool {
    let last = table.count - 1
    let constant = nonbasic.count
    while let column = nonbasic.indices.filter({ table[last][$0].signum > 0 })
      .min(by: { nonbasic[$0] < nonbasic[$1] })
    {
      var leaving: Int?
      for row in 0..<last where table[row][column].signum < 0 {
        guard let best = leaving else {
          leaving = row
          continue
        }
        let ratio = table[row][constant] / -table[row][column]
        let other = table[best][constant] / -table[best][column]
        if ratio < other || (ratio == other && basic[row] < basic[best]) { leaving = row }
      }
      guard let row = leaving else { return false }
      pivot(&table, &basic, &nonbasic, row, column)
    }
    return true
  }

  private static func pivot(
    _ table: inout [[Rational]], _ basic: inout [Int], _ nonbasic: inout [Int], _ row: Int,
    _ column: Int
  ) {
    let divisor = table[row][column]
    table[row] = table[row].map { -$0 / divisor }
    table[row][column] = 1 / divisor
    for line in table.indices where line != row {
      let factor = table[line][column]
      if factor.isZero { continue }
      table[line][column] = .zero
      for index in table[line].indices { table[line][index] += factor * table[row][index] }
    }
    swap(&basic[row], &nonbasic[column])
  }
}
