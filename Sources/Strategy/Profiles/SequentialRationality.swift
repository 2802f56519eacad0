import Foundation

/// Whether some beliefs make every choice of a profile best at every information set.
///
/// Where play leads, beliefs follow Bayes' rule. Elsewhere the nodes of a set fall into classes with
/// the same unplanned actions on their paths: within a class the chances fix the shares, and a class
/// whose unplanned actions include another's has no weight, in every limit of trembles. Weights of
/// the remaining classes are looked for that make the choice best.
struct SequentialRationality<Number: GameNumber> {
  /// The beliefs at sets of several nodes.
  var beliefs: [Int: [Number]]
  /// The unreached sets with their classes and the weights found.
  private var unreached: [UnreachedSet<Number>]

  /// Looks for beliefs; nil if at some set no belief makes the choice best.
  init?(_ tree: GameTree<Number>, profile: [Number], tolerance: Number) {
    let values = tree.values(profile)
    self.init(
      tree, profile: profile, values: values, reach: tree.reach(profile), tolerance: tolerance)
  }

  init?(
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
  /// For each unreached set its candidate weights are tried: single classes, pairs, and the weights
  /// first found. A choice for all sets is consistent if each unplanned action can be given an order
  /// of smallness such that at each set the classes in use have the smallest total, alike for all of
  /// them, and factors that give the shares. If this succeeds the beliefs are replaced by those found.
  ///
  /// > Kreps, Wilson. "Sequential equilibria." *Econometrica* 50, 1982; Kohlberg, Reny. "Independence
  /// > on relative probability spaces and consistent assessments in game trees." *Journal of Economic
  /// > Theory* 75, 1997.
  mutating func isConsistent(limit: Int = 256) -> Bool {
    var tries = 0
    var chosen: [(support: [Int], weights: [Number])] = []
    func search(_ index: Int) -> Bool {
      guard index < unreached.count else { return true }
      for candidate in unreached[index].candidates {
        tries += 1
        if tries > limit { return false }
        chosen.append(candidate)
        if TrembleOrder.exists(Array(unreached[...index]), chosen), search(index + 1) {
          return true
        }
        chosen.removeLast()
      }
      return false
    }
    guard search(0) else { return false }
    for (set, choice) in zip(unreached, chosen) {
      beliefs[set.set] = set.nodeWeights(choice.weights)
    }
    return true
  }
}

/// An information set that play does not reach, with its nodes in classes.
struct UnreachedSet<Number: GameNumber> {
  let set: Int
  /// For each class the unplanned actions on the way, sorted.
  let unplanned: [[Int]]
  /// For each class the total of its nodes' chances (products of what is planned on the way).
  let mass: [Number]
  /// For each node its class (-1 if it can have no weight) and its share in it.
  private let membership: [(group: Int, share: Number)]
  private let advantages: [[Number]]
  private let tolerance: Number
  /// Weights on the classes under which the choice is best.
  let weights: [Number]

  init?(
    _ tree: GameTree<Number>, set: Int, profile: [Number], tolerance: Number,
    advantage: (_ node: Int, _ action: Int) -> Number
  ) {
    let nodes = tree.game.sets[set].nodes
    var keys: [[Int]] = []
    var products: [Number] = []
    for node in nodes {
      var key: [Int] = []
      var product: Number = 1
      var index = node
      while tree.game.nodes[index].parent >= 0 {
        let here = tree.game.nodes[index]
        let action = tree.offsets[tree.game.nodes[here.parent].set] + here.action
        if profile[action] == 0 { key.append(action) } else { product *= profile[action] }
        index = here.parent
      }
      keys.append(key.sorted())
      products.append(product)
    }
    let distinct = Array(Set(keys)).sorted { $0.lexicographicallyPrecedes($1) }
    // A chance of nought on the path can never be trembled away.
    let kept = distinct.filter { key in
      !key.contains { tree.game.sets[tree.setOfAction[$0]].isChance }
        && !distinct.contains { $0 != key && Set($0).isSubset(of: key) }
    }
    guard !kept.isEmpty else { return nil }
    var mass = [Number](repeating: 0, count: kept.count)
    var membership: [(group: Int, share: Number)] = []
    for (position, key) in keys.enumerated() {
      let group = kept.firstIndex(of: key) ?? -1
      if group >= 0 { mass[group] += products[position] }
      membership.append((group, products[position]))
    }
    for position in membership.indices where membership[position].group >= 0 {
      membership[position].share = membership[position].share / mass[membership[position].group]
    }
    var advantages: [[Number]] = []
    for action in tree.game.sets[set].actions.indices {
      var row = [Number](repeating: 0, count: kept.count)
      for (position, node) in nodes.enumerated() where membership[position].group >= 0 {
        row[membership[position].group] += membership[position].share * advantage(node, action)
      }
      advantages.append(row)
    }
    guard
      let weights = BeliefFeasibility.weights(
        advantages, columns: kept.count, tolerance: tolerance)
    else { return nil }
    self.set = set
    unplanned = kept
    self.mass = mass
    self.membership = membership
    self.advantages = advantages
    self.tolerance = tolerance
    self.weights = weights
  }

  /// The belief over the set's nodes for weights on its classes.
  func nodeWeights(_ weights: [Number]) -> [Number] {
    membership.map { $0.group < 0 ? 0 : weights[$0.group] * $0.share }
  }

  /// Supports of classes with weights that make the choice best.
  var candidates: [(support: [Int], weights: [Number])] {
    let count = unplanned.count
    var all: [(support: [Int], weights: [Number])] = []
    func add(_ support: [Int]) {
      let rows = advantages.map { row in support.map { row[$0] } }
      guard
        let found = BeliefFeasibility.weights(rows, columns: support.count, tolerance: tolerance)
      else { return }
      var full = [Number](repeating: 0, count: count)
      for (position, group) in support.enumerated() { full[group] = found[position] }
      let used = full.indices.filter { full[$0] > 0 }
      if !all.contains(where: { $0.support == used }) { all.append((used, full)) }
    }
    for group in 0..<count { add([group]) }
    for first in 0..<count {
      for second in first + 1..<max(first + 1, count) {
        let rows = advantages.map { [$0[first], $0[second]] }
        // Two classes that both serve alone also serve together, evenly.
        if rows.allSatisfy({ $0[0] >= -tolerance && $0[1] >= -tolerance }) {
          var full = [Number](repeating: 0, count: count)
          full[first] = Number(Rational(1, over: 2))
          full[second] = full[first]
          all.append(([first, second], full))
        } else {
          add([first, second])
        }
      }
    }
    let used = weights.indices.filter { weights[$0] > 0 }
    if used.count > 2 { all.append((used, weights)) }
    return all
  }
}
