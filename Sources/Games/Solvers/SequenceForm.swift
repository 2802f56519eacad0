/// The sequence form of a two-player game with perfect recall.
///
/// A sequence is a player's own actions on the way to some point, named by the last of them; sequence
/// 0 is "none yet". A realization plan gives each sequence the probability that its player's own
/// choices allow it: `x(0) = 1`, and at each set the plan of the sequence before is shared out.
///
/// > Koller, Megiddo, von Stengel. "Efficient computation of equilibria for extensive two-person
/// > games." *Games and Economic Behavior* 14, 1996; von Stengel. "Efficient computation of behavior
/// > strategies." *ibid.*
struct SequenceForm {
  /// One player's side.
  struct Side {
    /// The global index of each sequence's last action; -1 for sequence 0.
    var actions: [Int] = [-1]
    /// The player's sets as indices of the game, parents before children.
    var sets: [Int] = []
    /// For each set the sequence before it.
    var before: [Int] = []
    /// For each set its first sequence.
    var first: [Int] = []
    /// For each set the number of its actions.
    var width: [Int] = []

    var count: Int { actions.count }

    /// The sequences of a set.
    func sequences(_ set: Int) -> Range<Int> { first[set]..<first[set] + width[set] }
  }

  /// A pair of sequences with what both players earn when both are played.
  struct Entry {
    let row: Int
    let column: Int
    var first: Rational
    var second: Rational
  }

  let game: ExtensiveGame
  let sides: [Side]
  var entries: [Entry]

  /// Makes the form; nil unless there are two players and both have perfect recall.
  init?(_ game: ExtensiveGame) {
    guard game.players.count == 2, let preceding = game.precedingActions else { return nil }
    self.game = game
    let offsets = game.actionOffsets
    var sequence = [Int](repeating: 0, count: offsets[game.sets.count])
    var sides = [Side(), Side()]
    for (index, set) in game.sets.enumerated() where !set.isChance {
      let player = set.player
      sides[player].sets.append(index)
      sides[player].before.append(preceding[index] < 0 ? 0 : sequence[preceding[index]])
      sides[player].first.append(sides[player].count)
      sides[player].width.append(set.actions.count)
      for action in set.actions.indices {
        sequence[offsets[index] + action] = sides[player].count
        sides[player].actions.append(offsets[index] + action)
      }
    }
    self.sides = sides
    var rows = [Int](repeating: 0, count: game.nodes.count)
    var columns = rows
    var chance = [Rational](repeating: .one, count: game.nodes.count)
    var raw: [(key: Int, node: Int)] = []
    let width = sides[1].count
    for (index, node) in game.nodes.enumerated() {
      if node.parent >= 0 {
        let set = game.nodes[node.parent].set
        rows[index] = rows[node.parent]
        columns[index] = columns[node.parent]
        chance[index] = chance[node.parent]
        switch game.sets[set].player {
        case 0: rows[index] = sequence[offsets[set] + node.action]
        case 1: columns[index] = sequence[offsets[set] + node.action]
        default: chance[index] *= game.sets[set].chances[node.action]
        }
      }
      if node.outcome >= 0 { raw.append((rows[index] * width + columns[index], index)) }
    }
    raw.sort { ($0.key, $0.node) < ($1.key, $1.node) }
    var entries: [Entry] = []
    var last = -1
    for (key, node) in raw {
      let payoffs = game.outcomes[game.nodes[node].outcome].payoffs
      if key != last {
        entries.append(Entry(row: key / width, column: key % width, first: 0, second: 0))
        last = key
      }
      entries[entries.count - 1].first += chance[node] * payoffs[0]
      entries[entries.count - 1].second += chance[node] * payoffs[1]
    }
    self.entries = entries
  }

  /// The plan in which each set's mover takes one action for certain, as weights of sequences.
  func purePlan(_ player: Int, choices: [Int]) -> [Double] {
    let side = sides[player]
    var plan = [Double](repeating: 0, count: side.count)
    plan[0] = 1
    for set in side.sets.indices { plan[side.first[set] + choices[set]] = plan[side.before[set]] }
    return plan
  }

  /// The plan that mixes at every set with given weights, even ones by default.
  func mixedPlan(_ player: Int, weight: (Int) -> Double = { _ in 1 }) -> [Double] {
    let side = sides[player]
    var plan = [Double](repeating: 0, count: side.count)
    plan[0] = 1
    for set in side.sets.indices {
      let weights = side.sequences(set).map(weight)
      let sum = weights.reduce(0, +)
      for (offset, sequence) in side.sequences(set).enumerated() {
        plan[sequence] = plan[side.before[set]] * weights[offset] / sum
      }
    }
    return plan
  }

  /// What each sequence of a player earns against a plan of the other.
  func earnings(_ player: Int, against plan: [Double]) -> [Double] {
    var earned = [Double](repeating: 0, count: sides[player].count)
    for entry in entries {
      if player == 0 {
        earned[entry.row] += entry.first.double * plan[entry.column]
      } else {
        earned[entry.column] += entry.second.double * plan[entry.row]
      }
    }
    return earned
  }

  /// A best action at every set of a player against earnings of sequences, by local index.
  func bestChoices(_ player: Int, earnings: [Double]) -> [Int] {
    let side = sides[player]
    var earned = earnings
    var choices = [Int](repeating: 0, count: side.sets.count)
    for set in side.sets.indices.reversed() {
      var best = 0
      for offset in 1..<max(1, side.width[set])
      where earned[side.first[set] + offset] > earned[side.first[set] + best] + 1e-12 {
        best = offset
      }
      choices[set] = best
      earned[side.before[set]] += earned[side.first[set] + best]
    }
    return choices
  }
}

extension SequenceForm {
  /// The behaviour of both players that two realization plans stand for.
  ///
  /// - Returns: A probability for each action of the game (chance moves as they are), and the sets
  ///   that the plans leave open because their players rule them out; there the first action is put.
  func profile<Number: GameNumber>(
    of plans: [[Number]], tree: GameTree<Number>
  ) -> (profile: [Number], open: [Int]) {
    var profile = tree.chances
    var open: [Int] = []
    for player in 0..<2 {
      let side = sides[player]
      for set in side.sets.indices {
        var sum: Number = 0
        for sequence in side.sequences(set) { sum += plans[player][sequence] }
        if sum.double > 1e-13 {
          for sequence in side.sequences(set) {
            profile[side.actions[sequence]] = plans[player][sequence] / sum
          }
        } else {
          open.append(side.sets[set])
          for sequence in side.sequences(set) { profile[side.actions[sequence]] = 0 }
          profile[side.actions[side.first[set]]] = 1
        }
      }
    }
    return (profile, open)
  }
}
