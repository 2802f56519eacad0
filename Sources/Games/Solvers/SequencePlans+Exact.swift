import BigInt

extension SequencePlans {
  /// The plans as exact fractions, from the sequences in use; nil where these do not fix them.
  ///
  /// One system says that the first player's plan is a plan and that the second player's sequences in
  /// use earn the same as the best; the other says the converse. The plans are given only if all
  /// weights are at least zero and no sequence earns more than the sets' values: then they are an
  /// equilibrium, exactly.
  func exact(_ form: SequenceForm, budget: SearchBudget) -> [[Rational]]? {
    var plans: [[Rational]] = []
    for player in 0..<2 {
      guard let plan = exactPlan(of: player, form, budget: budget) else { return nil }
      plans.append(plan)
    }
    return plans
  }

  private func exactPlan(
    of player: Int, _ form: SequenceForm, budget: SearchBudget
  ) -> [Rational]? {
    let own = form.sides[player]
    let other = form.sides[1 - player]
    guard let scaled = Self.wholePayoffs(form, of: 1 - player) else { return nil }
    let unknowns = support[player].count + other.sets.count + 1
    guard own.sets.count + 1 + support[1 - player].count == unknowns else { return nil }
    var column = [Int](repeating: -1, count: own.count)
    for (index, sequence) in support[player].enumerated() { column[sequence] = index }
    let firstPrice = support[player].count

    var rows: [[(column: Int, value: Int)]] = []
    var constants: [Int] = []
    rows.append([(0, 1)])
    constants.append(1)
    for set in own.sets.indices {
      var row: [(column: Int, value: Int)] = own.sequences(set).filter { column[$0] >= 0 }
        .map { (column[$0], 1) }
      if column[own.before[set]] >= 0 { row.append((column[own.before[set]], -1)) }
      rows.append(row)
      constants.append(0)
    }
    // Price of the set minus prices of the sets that follow equals the earnings of the sequence.
    var slack = [[(column: Int, value: Int)]](repeating: [], count: other.count)
    slack[0].append((firstPrice, 1))
    for set in other.sets.indices {
      for sequence in other.sequences(set) { slack[sequence].append((firstPrice + 1 + set, 1)) }
      slack[other.before[set]].append((firstPrice + 1 + set, -1))
    }
    for (index, entry) in form.entries.enumerated() where scaled[index] != 0 {
      let (mine, theirs) = player == 0 ? (entry.row, entry.column) : (entry.column, entry.row)
      if column[mine] >= 0 { slack[theirs].append((column[mine], -scaled[index])) }
    }
    for sequence in support[1 - player] {
      rows.append(slack[sequence])
      constants.append(0)
    }
    guard
      let solution = LinearSystemOverIntegers(rows: rows, constants: constants)
        .solve(budget: budget)
    else { return nil }
    for index in 0..<firstPrice where solution.numerators[index] < 0 { return nil }
    for sequence in 0..<other.count {
      var sum: BigInt = 0
      for (column, value) in slack[sequence] { sum += BigInt(value) * solution.numerators[column] }
      if sum < 0 { return nil }
    }
    return column.map {
      $0 < 0 ? 0 : Rational(solution.numerators[$0], over: solution.denominator)
    }
  }

  /// A player's payoffs on the entries, multiplied to whole numbers that fit half a machine word.
  private static func wholePayoffs(_ form: SequenceForm, of player: Int) -> [Int]? {
    var multiple: BigInt = 1
    for entry in form.entries {
      let below = (player == 0 ? entry.first : entry.second).denominator
      multiple = multiple / multiple.greatestCommonDivisor(with: below) * below
      if multiple.magnitude.bitWidth > 60 { return nil }
    }
    var whole: [Int] = []
    for entry in form.entries {
      let value = (player == 0 ? entry.first : entry.second) * Rational(multiple, over: 1)
      guard let number = Int(exactly: value.numerator), number.magnitude < 1 << 31 else {
        return nil
      }
      whole.append(number)
    }
    return whole
  }
}
