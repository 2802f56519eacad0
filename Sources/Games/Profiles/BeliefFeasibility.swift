/// Finds beliefs at an information set under which a choice is best.
package enum BeliefFeasibility<Number: GameNumber> {
  /// Weights on the columns, adding up to 1, under which no row is negative.
  ///
  /// Each row is an alternative, each column a node: the entry says how much better the choice is
  /// than the alternative at the node. The question is whether a matrix game has a value of at least
  /// zero; its linear programme is solved with Bland's rule, exactly in fractions.
  ///
  /// - Parameters:
  ///   - advantages: The matrix, row by row.
  ///   - tolerance: How far below zero counts as zero; zero for fractions.
  /// - Returns: The weights, or nil if there are none.
  package static func weights(_ advantages: [[Number]], columns: Int, tolerance: Number)
    -> [Number]?
  {
    // A single node often does.
    for column in 0..<columns where advantages.allSatisfy({ $0[column] >= -tolerance }) {
      return (0..<columns).map { $0 == column ? 1 : 0 }
    }
    if columns == 1 { return nil }
    if columns == 2 {
      // The share of the second column must lie in an interval.
      var low: Number = 0
      var high: Number = 1
      for row in advantages {
        let slope = row[1] - row[0]
        if slope == 0 {
          if row[0] < -tolerance { return nil }
        } else if slope > 0 {
          low = max(low, -row[0] / slope)
        } else {
          high = min(high, -row[0] / slope)
        }
      }
      guard low <= high else { return nil }
      let share = (low + high) / 2
      return [1 - share, share]
    }
    return byLinearProgramme(advantages, columns: columns, tolerance: tolerance)
  }

  private static func byLinearProgramme(
    _ advantages: [[Number]], columns: Int, tolerance: Number
  ) -> [Number]? {
    // Maximise the sum of w ≥ 0 with (D + shift)ᵀ w ≤ 1; the prices of the constraints are the weights.
    let lowest = advantages.joined().min() ?? 0
    let shift = 1 - min(0, lowest)
    let rows = advantages.count
    // Dictionary: slack_c = 1 - Σ (D + shift)[r][c] w_r; the last line is the objective.
    var table = (0..<columns).map { column in
      (0..<rows).map { -(advantages[$0][column] + shift) } + [1]
    }
    table.append((0..<rows).map { _ in 1 } + [0])
    var basic = (0..<columns).map { rows + $0 }
    var nonbasic = Array(0..<rows)
    let small = tolerance * Number(Rational(1, over: 1000))
    for _ in 0..<10_000 {
      let entering = nonbasic.indices.filter { table[columns][$0] > small }
        .min { nonbasic[$0] < nonbasic[$1] }
      guard let column = entering else { break }
      var leaving: Int?
      for row in 0..<columns where table[row][column] < -small {
        guard let best = leaving else {
          leaving = row
          continue
        }
        let ratio = table[row][rows] * -table[best][column]
        let other = table[best][rows] * -table[row][column]
        if ratio < other || (ratio == other && basic[row] < basic[best]) { leaving = row }
      }
      guard let row = leaving else { return nil }
      let pivot = table[row][column]
      table[row] = table[row].map { -$0 / pivot }
      table[row][column] = 1 / pivot
      for line in table.indices where line != row {
        let factor = table[line][column]
        if factor == 0 { continue }
        table[line][column] = 0
        for index in table[line].indices { table[line][index] += factor * table[row][index] }
      }
      swap(&basic[row], &nonbasic[column])
    }
    let total = table[columns][rows]
    guard total > 0, 1 / total >= shift - tolerance else { return nil }
    var weights = [Number](repeating: 0, count: columns)
    for (index, variable) in nonbasic.enumerated() where variable >= rows {
      weights[variable - rows] = -table[columns][index] / total
    }
    return weights
  }
}
