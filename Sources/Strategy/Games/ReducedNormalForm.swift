/// The reduced normal form of a two-player tree: pure plans that only say what to do where the plan
/// itself can lead.
struct ReducedNormalForm {
  let form: SequenceForm
  /// For each player the plans, each the set of sequences it allows (as a flag for each sequence).
  let plans: [[[Bool]]]
  /// Both players' payoffs, row by row.
  let first: [[Rational]]
  let second: [[Rational]]

  /// Lists the plans; nil without perfect recall, or where a player has more than the limit.
  init?(_ game: ExtensiveGame, limit: Int = 128) {
    guard let form = SequenceForm(game) else { return nil }
    self.form = form
    var all: [[[Bool]]] = []
    for player in 0..<2 {
      let side = form.sides[player]
      var plans: [[Bool]] = [(0..<side.count).map { $0 == 0 }]
      for set in side.sets.indices {
        var next: [[Bool]] = []
        for plan in plans {
          guard plan[side.before[set]] else {
            next.append(plan)
            continue
          }
          for sequence in side.sequences(set) {
            var longer = plan
            longer[sequence] = true
            next.append(longer)
          }
          if next.count > limit { return nil }
        }
        plans = next
      }
      all.append(plans)
    }
    plans = all
    var first = [[Rational]](
      repeating: Array(repeating: .zero, count: all[1].count), count: all[0].count)
    var second = first
    for (row, own) in all[0].enumerated() {
      for (column, other) in all[1].enumerated() {
        for entry in form.entries where own[entry.row] && other[entry.column] {
          first[row][column] += entry.first
          second[row][column] += entry.second
        }
      }
    }
    self.first = first
    self.second = second
  }

  /// The realization plan of a mixture of a player's plans.
  func realization(_ mixture: [Rational], player: Int) -> [Rational] {
    var weights = [Rational](repeating: .zero, count: form.sides[player].count)
    for (index, plan) in plans[player].enumerated() where !mixture[index].isZero {
      for sequence in weights.indices where plan[sequence] { weights[sequence] += mixture[index] }
    }
    return weights
  }
}
