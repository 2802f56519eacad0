/// Lemke's method on the sequence form of a two-player general-sum game.
///
/// The path starts at the pure best replies to a completely mixed starting profile, and lets the
/// weight `w` of the players' own plans grow from 0 to 1; at 1 the plans are an equilibrium. Ties are
/// broken by the lexicographic rule, so the path does not cycle.
///
/// > Lemke. "Bimatrix equilibrium points and mathematical programming." *Management Science* 11,
/// > 1965; von Stengel, van den Elzen, Talman. "Computing normal form perfect equilibria for extensive
/// > two-person games." *Econometrica* 70, 2002.
enum SequenceLemke {
  /// Follows the path from one starting profile.
  ///
  /// - Parameters:
  ///   - form: The game.
  ///   - start: The completely mixed plans to start from, one a player.
  ///   - budget: When to give up.
  /// - Returns: The plans at the end; nil if the budget ran out or rounding broke the path.
  static func solve(
    _ form: SequenceForm, start: [[Double]], budget: SearchBudget
  ) -> SequencePlans? {
    let counts = form.sides.map(\.count)
    guard
      SolverMemory.fits(rows: counts[0] + counts[1], columns: counts[0] + counts[1] + 2),
      SolverMemory.fits(rows: counts[0], columns: counts[1])
    else { return nil }
    let choices = (0..<2).map { player in
      form.bestChoices(player, earnings: form.earnings(player, against: start[1 - player]))
    }
    let reduced = ReducedSequenceForm(form, choices: choices)
    // Variables: the plans of both players, their slacks in the same order, and w.
    let total = counts[0] + counts[1]
    let base = [0, counts[0]]
    let weight = 2 * total
    var basic: [Int] = []
    var nonbasic: [Int] = []
    for player in 0..<2 {
      for sequence in 1..<max(1, counts[player]) {
        let plan = base[player] + sequence
        if reduced.isCore[player][sequence] {
          basic.append(plan)
          nonbasic.append(total + plan)
        } else {
          basic.append(total + plan)
          nonbasic.append(plan)
        }
      }
    }
    nonbasic.append(weight)
    var table = SimplexDictionary(basic: basic, nonbasic: nonbasic)
    fill(&table, reduced: reduced, start: start, base: base, total: total, weight: weight)
    guard let pivots = follow(&table, total: total, weight: weight, budget: budget),
      let last = table.column(of: weight)
    else { return nil }
    var plans = counts.map { [Double](repeating: 0, count: $0) }
    var support: [[Int]] = [[0], [0]]
    for player in 0..<2 {
      plans[player][0] = 1
      for sequence in 1..<max(1, counts[player]) {
        if let row = table.row(of: base[player] + sequence) {
          plans[player][sequence] = max(0, table.constant(row) + table[row, last])
          support[player].append(sequence)
        }
      }
    }
    return SequencePlans(plans: plans, support: support, pivots: pivots)
  }

  /// Pivots until w is 1; gives the number of pivots.
  private static func follow(
    _ table: inout SimplexDictionary, total: Int, weight: Int, budget: SearchBudget
  ) -> Int? {
    var entering = weight
    var pivots = 0
    let rows = 0..<table.rowCount
    while pivots < 100_000 {
      if pivots % 16 == 0, budget.isSpent { return nil }
      guard let column = table.column(of: entering) else { return nil }
      let row = table.leavingRow(for: column, rows: rows)
      let ratio = row.map { max(0, table.constant($0)) / -table[$0, column] } ?? .infinity
      if entering == weight {
        if ratio >= 1 - 1e-12 { return pivots }
      } else if let top = table.row(of: weight), table[top, column] > 1e-11,
        (1 - table.constant(top)) / table[top, column] <= ratio * (1 + 1e-10) + 1e-13
      {
        table.pivot(row: top, column: column)
        return pivots + 1
      }
      guard let row else { return nil }
      let leaving = table.basic[row]
      // Falling back to w = 0 would mean that the path has lost its way through rounding.
      if leaving == weight { return nil }
      table.pivot(row: row, column: column)
      pivots += 1
      entering = leaving < total ? leaving + total : leaving - total
    }
    return nil
  }

  private static func fill(
    _ table: inout SimplexDictionary, reduced: ReducedSequenceForm, start: [[Double]],
    base: [Int], total: Int, weight: Int
  ) {
    let form = reduced.form
    guard let last = table.column(of: weight) else { return }
    for player in 0..<2 {
      let scale = form.entries.reduce(1e-300) {
        max($0, (player == 0 ? $1.first : $1.second).double.magnitude)
      }
      let matrix = reduced.reducedMatrix {
        (player == 0 ? $0.first : $0.second).double / scale
      }
      let width = form.sides[1].count
      let atStart = reduced.reduce(
        form.earnings(player, against: start[1 - player]), player: player)
      let atCore = reduced.reduce(
        form.earnings(player, against: reduced.plans[1 - player]), player: player)
      let children = reduced.children(player)
      for sequence in 1..<max(1, form.sides[player].count) {
        let plan = base[player] + sequence
        if let row = table.row(of: plan) {
          table[row, last] = reduced.plans[player][sequence]
          continue
        }
        guard let column = table.column(of: plan), let row = table.row(of: total + plan) else {
          continue
        }
        for (core, change) in reduced.coreChanges(
          of: sequence, player: player, children: children)
        {
          if let target = table.row(of: base[player] + core) { table[target, column] += change }
          if let source = table.column(of: total + base[player] + core) {
            table[row, source] -= change
          }
        }
        table.setConstant(row, max(0, -atStart[sequence] / scale))
        table[row, last] = (atStart[sequence] - atCore[sequence]) / scale
        for other in 1..<max(1, form.sides[1 - player].count) {
          if let source = table.column(of: base[1 - player] + other) {
            table[row, source] =
              -(player == 0
              ? matrix[sequence * width + other] : matrix[other * width + sequence])
          }
        }
      }
    }
  }
}
