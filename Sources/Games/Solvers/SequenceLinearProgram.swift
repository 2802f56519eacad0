/// The linear programme of a two-player zero-sum game in sequence form.
///
/// The first player's plan and the second player's best-response slack are the variables; the second
/// player's plan is read off the reduced costs. The pure plan that is best against even mixing gives
/// a feasible start, so there is no first phase.
///
/// > von Stengel. "Efficient computation of behavior strategies." *Games and Economic Behavior* 14,
/// > 1996, section 4.
enum SequenceLinearProgram {
  /// Solves a form whose second payoffs are the negative of the first.
  ///
  /// - Returns: The optimal plans; nil if the budget ran out or rounding stopped the pivots.
  static func solve(_ form: SequenceForm, budget: SearchBudget) -> SequencePlans? {
    guard SolverMemory.fits(rows: form.sides[0].count + 1, columns: form.sides[1].count + 1),
      SolverMemory.fits(
        rows: form.sides[0].count + form.sides[1].count,
        columns: form.sides[0].count + form.sides[1].count)
    else { return nil }
    let rows = form.sides[0].count
    let columns = form.sides[1].count
    let even = form.mixedPlan(1)
    let firstChoices = form.bestChoices(0, earnings: form.earnings(0, against: even))
    let start = form.purePlan(0, choices: firstChoices)
    let secondChoices = form.bestChoices(1, earnings: form.earnings(1, against: start))
    let reduced = ReducedSequenceForm(form, choices: [firstChoices, secondChoices])
    let scale = form.entries.reduce(1e-300) { max($0, $1.first.double.magnitude) }

    // Variables: x by sequence, then s by sequence, then the value.
    let slack = rows
    let value = rows + columns
    var basic: [Int] = []
    var nonbasic: [Int] = []
    for sequence in 1..<max(1, rows) {
      if reduced.isCore[0][sequence] { basic.append(sequence) } else { nonbasic.append(sequence) }
    }
    for sequence in 0..<columns {
      if reduced.isCore[1][sequence] {
        nonbasic.append(slack + sequence)
      } else {
        basic.append(slack + sequence)
      }
    }
    let ratioRows = 0..<basic.count
    basic.append(value)
    var table = SimplexDictionary(basic: basic, nonbasic: nonbasic)
    fill(&table, reduced: reduced, scale: scale, slack: slack, value: value)

    let objective = basic.count - 1
    var pivots = 0
    while true {
      if pivots % 16 == 0, budget.isSpent { return nil }
      var entering: Int?
      var steepest = 1e-10
      for column in 0..<table.columnCount where table[objective, column] > steepest {
        steepest = table[objective, column]
        entering = column
      }
      guard let entering else { break }
      guard let row = table.leavingRow(for: entering, rows: ratioRows),
        pivots < 200 * (rows + columns) + 2_000
      else { return nil }
      table.pivot(row: row, column: entering)
      pivots += 1
    }
    var first = [Double](repeating: 0, count: rows)
    var second = [Double](repeating: 0, count: columns)
    first[0] = 1
    var support: [[Int]] = [[0], []]
    for sequence in 1..<max(1, rows) {
      first[sequence] = max(0, table.value(of: sequence))
      if table.row(of: sequence) != nil { support[0].append(sequence) }
    }
    for sequence in 0..<columns {
      if let column = table.column(of: slack + sequence) {
        second[sequence] = max(0, -table[objective, column])
        support[1].append(sequence)
      }
    }
    return SequencePlans(plans: [first, second], support: support, pivots: pivots)
  }

  private static func fill(
    _ table: inout SimplexDictionary, reduced: ReducedSequenceForm, scale: Double, slack: Int,
    value: Int
  ) {
    let form = reduced.form
    let columns = form.sides[1].count
    let rows = form.sides[0].count
    let matrix = reduced.reducedMatrix { $0.first.double / scale }
    var againstSecond = [Double](repeating: 0, count: rows)
    var againstFirst = [Double](repeating: 0, count: columns)
    var level = 0.0
    for entry in form.entries {
      let payoff = entry.first.double / scale
      againstSecond[entry.row] += payoff * reduced.plans[1][entry.column]
      againstFirst[entry.column] += payoff * reduced.plans[0][entry.row]
      level += payoff * reduced.plans[0][entry.row] * reduced.plans[1][entry.column]
    }
    let gains = reduced.reduce(againstSecond, player: 0)
    let losses = reduced.reduce(againstFirst, player: 1)
    guard let objective = table.row(of: value) else { return }
    table.setConstant(objective, level)
    let children = [reduced.children(0), reduced.children(1)]
    for sequence in 1..<max(1, rows) {
      if let row = table.row(of: sequence) {
        table.setConstant(row, reduced.plans[0][sequence])
      } else if let column = table.column(of: sequence) {
        table[objective, column] = gains[sequence]
        for (core, change) in reduced.coreChanges(of: sequence, player: 0, children: children[0]) {
          if let row = table.row(of: core) { table[row, column] += change }
        }
        for other in 0..<columns {
          if let row = table.row(of: slack + other) {
            table[row, column] = matrix[sequence * columns + other]
          }
        }
      }
    }
    for sequence in 0..<columns {
      if let column = table.column(of: slack + sequence) {
        table[objective, column] = -reduced.plans[1][sequence]
      } else if let row = table.row(of: slack + sequence) {
        table.setConstant(row, max(0, losses[sequence]))
        for (core, change) in reduced.coreChanges(of: sequence, player: 1, children: children[1]) {
          if let column = table.column(of: slack + core) { table[row, column] -= change }
        }
      }
    }
  }
}
