import Foundation

/// Whether some beliefs make every choice of a profile best at every information set.
///
/// Where play leads, beliefs follow Bayes' rule. Elsewhere the nodes of a set fall into classes with
/// the same unplanned actions on their paths: within a class the chances fix the shares, and a class
/// whose unplanned actions include another's has no weight, in every limit of trembles. Weights of
/// the remaining classes are looked for that make the choice best. Whether weights at all sets can be
/// had together, from the same trembles, is a further question: `consistency(limit:)`.
package struct SequentialRationality<Number: GameNumber> {
  /// The beliefs at sets of several nodes.
  package var beliefs: [Int: [Number]]
  /// The unreached sets with their classes and the weights found.
  private var unreached: [UnreachedSet<Number>]

  /// Looks for beliefs; nil if at some set no belief makes the choice best.
  package init?(_ tree: GameTree<Number>, profile: [Number], tolerance: Number) {
    let values = tree.values(profile)
    self.init(
      tree, profile: profile, values: values, reach: tree.reach(profile), tolerance: tolerance)
  }

  package init?(
    _ tree: GameTree<Number>, profile: [Number], values: [Number], reach: [Number],
    tolerance: Number
  ) {
    beliefs = [:]
    unreached = []
    let players = tree.playerCount
    for (index, set) in tree.game.sets.enumerated() where !set.isChance {
      let width = set.actions.count
      let start = tree.offsets[index]
      func advantage(_ node: Int, _ action: Int) -> Number {
        var own: Number = 0
        let first = tree.game.nodes[node].childStart
        for other in 0..<width where profile[start + other] != 0 {
          own +=
            profile[start + other]
            * values[tree.game.children[first + other] * players + set.player]
        }
        return own - values[tree.game.children[first + action] * players + set.player]
      }
      if set.nodes.count == 1 {
        for action in 0..<width where advantage(set.nodes[0], action) < -tolerance { return nil }
        continue
      }
      var total: Number = 0
      for node in set.nodes { total += reach[node] }
      if total > 0 {
        let weights = set.nodes.map { reach[$0] / total }
        for action in 0..<width {
          var sum: Number = 0
          for (position, node) in set.nodes.enumerated() where weights[position] != 0 {
            sum += weights[position] * advantage(node, action)
          }
          if sum < -tolerance { return nil }
        }
        beliefs[index] = weights
      } else {
        let found = UnreachedSet(tree, set: index, profile: profile, tolerance: tolerance) {
          advantage($0, $1)
        }
        guard let found else { return nil }
        beliefs[index] = found.nodeWeights(found.weights)
        unreached.append(found)
      }
    }
  }

  /// Whether the beliefs, or others that also serve, are the limit of those of small trembles.
  ///
  /// If they are, the beliefs at unreached sets are replaced by ones that are such a limit.
  package mutating func consistency(limit: Int = ConsistencySearch.defaultLimit)
    -> ConsistencyFinding
  {
    var search = ConsistencySearch(unreached.map(\.problem), limit: limit)
    let (finding, weights) = search.run()
    if finding == .passes {
      for (set, found) in zip(unreached, weights) {
        beliefs[set.set] = set.nodeWeights(found.map { Number($0) })
      }
    }
    return finding
  }
}
