/// Gives sensible behaviour to sets that a profile does not reach.
///
/// Methods for Nash equilibria leave such sets open. From the ends of the tree each unreached set gets
/// the best action under the beliefs of small even trembles, given what has been settled after it.
/// The certificate then tells whether the profile is still an equilibrium, and of what kind.
enum OffPathRepair {
  /// The repaired profile's pure choices by set; nil where sets follow each other both ways.
  static func choices(_ tree: GameTree<Double>, profile: [Double]) -> [Int: Int]? {
    guard let order = tree.game.settlingOrder else { return nil }
    let reach = tree.reach(profile)
    var trembling = profile
    for (index, set) in tree.game.sets.enumerated() where !set.isChance {
      let share = 1e-3 / Double(set.actions.count)
      for action in tree.actions(of: index) {
        trembling[action] = profile[action] * (1 - 1e-3) + share
      }
    }
    let weights = tree.reach(trembling)
    let players = tree.playerCount
    var values = tree.payoffs
    var behaviour = profile
    var chosen: [Int: Int] = [:]
    for index in order {
      let set = tree.game.sets[index]
      if !set.isChance, set.nodes.allSatisfy({ reach[$0] == 0 }) {
        var best = 0
        var bestWorth = -Double.infinity
        for action in set.actions.indices {
          var worth = 0.0
          for node in set.nodes {
            let child = tree.game.child(of: node, by: action)
            worth += weights[node] * values[child * players + set.player]
          }
          if worth > bestWorth + 1e-12 * (1 + bestWorth.magnitude) {
            best = action
            bestWorth = worth
          }
        }
        chosen[index] = best
        for (local, action) in tree.actions(of: index).enumerated() {
          behaviour[action] = local == best ? 1 : 0
        }
      }
      for node in set.nodes {
        for (local, action) in tree.actions(of: index).enumerated() where behaviour[action] != 0 {
          let child = tree.game.child(of: node, by: local)
          for player in 0..<players {
            values[node * players + player] += behaviour[action] * values[child * players + player]
          }
        }
      }
    }
    return chosen
  }
}
