extension GameTree {
  /// The probability with which play reaches each node.
  package func reach(_ profile: [Number]) -> [Number] {
    var reach = [Number](repeating: 0, count: game.nodes.count)
    reach[0] = 1
    for index in game.nodes.indices.dropFirst() {
      let node = game.nodes[index]
      reach[index] =
        reach[node.parent] * profile[offsets[game.nodes[node.parent].set] + node.action]
    }
    return reach
  }

  /// What each player expects from each node on, the node's own payoffs included.
  package func values(_ profile: [Number]) -> [Number] {
    let players = playerCount
    var values = payoffs
    for index in game.nodes.indices.dropFirst().reversed() {
      let node = game.nodes[index]
      let weight = profile[offsets[game.nodes[node.parent].set] + node.action]
      if weight == 0 { continue }
      for player in 0..<players {
        values[node.parent * players + player] += weight * values[index * players + player]
      }
    }
    return values
  }

  /// What each player expects from the whole game.
  package func expectedPayoffs(_ profile: [Number]) -> [Number] {
    Array(values(profile)[0..<playerCount])
  }

  /// How much each player could gain by deviating alone, within a subgame.
  ///
  /// The walk is independent of the solvers: it sums what each own sequence of actions earns against
  /// the others, and folds the best choice back through the player's sets. Where a player forgets,
  /// every pure plan is tried, up to a limit.
  ///
  /// - Parameters:
  ///   - profile: A probability for each action.
  ///   - root: The node at which the subgame starts; the root of the game by default.
  /// - Returns: A gain for each player, at least zero; nil where there are too many plans to try.
  /// - Complexity: O(nodes · players) with perfect recall.
  package func regrets(_ profile: [Number], from root: Int = 0) -> [Number]? {
    let span = root..<(root + sizes[root])
    guard let preceding else { return regretsByPlans(profile, in: span) }
    let players = playerCount
    var gains: [Number] = []
    for player in 0..<players {
      // What each own action earns directly (index shifted by one; 0 is "no action yet"), for the
      // optimum and for the profile itself.
      var earned = [Number](repeating: 0, count: actionCount + 1)
      var others = [Number](repeating: 0, count: span.count)
      var own = [Int](repeating: -1, count: span.count)
      others[0] = 1
      var seen: [Int] = []
      var isSeen = [Bool](repeating: false, count: game.sets.count)
      for index in span {
        let node = game.nodes[index]
        let local = index - root
        if index > root {
          let set = game.nodes[node.parent].set
          let action = offsets[set] + node.action
          let above = node.parent - root
          if game.sets[set].player == player {
            others[local] = others[above]
            own[local] = action
          } else {
            others[local] = others[above] * profile[action]
            own[local] = own[above]
          }
        }
        if hasPayoff[index], others[local] != 0 {
          let payoff = payoffs[index * players + player]
          if payoff != 0 { earned[own[local] + 1] += others[local] * payoff }
        }
        if !node.isTerminal, game.sets[node.set].player == player, !isSeen[node.set] {
          isSeen[node.set] = true
          seen.append(node.set)
        }
      }
      var achieved = earned
      // With perfect recall a set always appears after the own action that leads to it.
      let outside = ownActionsBefore(root, player: player)
      for set in seen.reversed() {
        let range = actions(of: set)
        var best = earned[range.lowerBound + 1]
        var mean: Number = 0
        for action in range {
          best = max(best, earned[action + 1])
          if profile[action] != 0 { mean += profile[action] * achieved[action + 1] }
        }
        let before = outside.contains(preceding[set]) ? -1 : preceding[set]
        earned[before + 1] += best
        achieved[before + 1] += mean
      }
      gains.append(earned[0] - achieved[0])
    }
    return gains
  }

  /// The player's own actions on the way to a node, and -1 for none.
  private func ownActionsBefore(_ root: Int, player: Int) -> Set<Int> {
    var all: Set<Int> = [-1]
    var index = root
    while game.nodes[index].parent >= 0 {
      let node = game.nodes[index]
      let set = game.nodes[node.parent].set
      if game.sets[set].player == player { all.insert(offsets[set] + node.action) }
      index = node.parent
    }
    return all
  }

  /// The most pure plans that are tried for a player without perfect recall.
  private static var planLimit: Int { 100_000 }

  private func regretsByPlans(_ profile: [Number], in span: Range<Int>) -> [Number]? {
    let players = playerCount
    func value(_ profile: [Number], of player: Int) -> Number {
      var reach = [Number](repeating: 0, count: span.count)
      var total: Number = 0
      for index in span {
        let node = game.nodes[index]
        let local = index - span.lowerBound
        reach[local] =
          local == 0
          ? 1
          : reach[node.parent - span.lowerBound]
            * profile[offsets[game.nodes[node.parent].set] + node.action]
        if hasPayoff[index] { total += reach[local] * payoffs[index * players + player] }
      }
      return total
    }
    var gains: [Number] = []
    for player in 0..<players {
      let own = game.sets(of: player)
      var plans = 1
      for set in own {
        plans *= game.sets[set].actions.count
        if plans > Self.planLimit { return nil }
      }
      let achieved = value(profile, of: player)
      var best = achieved
      for plan in 0..<plans {
        var rest = plan
        var trial = profile
        for set in own {
          let count = game.sets[set].actions.count
          for action in actions(of: set) { trial[action] = 0 }
          trial[offsets[set] + rest % count] = 1
          rest /= count
        }
        best = max(best, value(trial, of: player))
      }
      gains.append(best - achieved)
    }
    return gains
  }
}
