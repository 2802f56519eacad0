/// Backward induction in games of perfect information, exactly and in linear time.
public enum BackwardInduction {
  /// One subgame-perfect equilibrium and what is known about ties.
  public struct Solution: Hashable, Sendable {
    /// The chosen action at each set by local index; 0 at chance moves.
    public let choices: [Int]
    /// What each player expects.
    public let payoffs: [Rational]
    /// The sets at which more than one action is best; given as indices of sets.
    public let ties: [Int]
  }

  /// Solves a game; nil where a player cannot tell two nodes apart.
  ///
  /// Where several actions are equally good for the mover, the first is taken and the set is listed
  /// among the ties: another choice there may change what other players should do before.
  ///
  /// > Zermelo 1913; Kuhn. "Extensive games and the problem of information." 1953.
  /// - Complexity: O(nodes · players).
  public static func solve(_ game: ExtensiveGame) -> Solution? {
    guard game.hasPerfectInformation else { return nil }
    let players = game.players.count
    let count = game.nodes.count
    var values = [Rational](repeating: .zero, count: count * players)
    var choices = [Int](repeating: 0, count: game.sets.count)
    var ties: [Int] = []
    for index in (0..<count).reversed() {
      let node = game.nodes[index]
      if !node.isTerminal {
        let set = game.sets[node.set]
        if set.isChance {
          for (action, chance) in set.chances.enumerated() where !chance.isZero {
            let child = game.children[node.childStart + action]
            for player in 0..<players {
              values[index * players + player] += chance * values[child * players + player]
            }
          }
        } else {
          var best = 0
          var isTied = false
          for action in 1..<max(1, set.actions.count) {
            let new = values[game.children[node.childStart + action] * players + set.player]
            let old = values[game.children[node.childStart + best] * players + set.player]
            if old < new {
              best = action
              isTied = false
            } else if new == old {
              isTied = true
            }
          }
          choices[node.set] = best
          if isTied { ties.append(node.set) }
          let child = game.children[node.childStart + best]
          for player in 0..<players {
            values[index * players + player] = values[child * players + player]
          }
        }
      }
      if node.outcome >= 0 {
        let payoffs = game.outcomes[node.outcome].payoffs
        for player in 0..<players { values[index * players + player] += payoffs[player] }
      }
    }
    return Solution(
      choices: choices, payoffs: Array(values[0..<players]), ties: ties.sorted())
  }
}
