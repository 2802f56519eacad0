/// An information set that play does not reach, with its nodes in classes.
package struct UnreachedSet<Number: GameNumber> {
  package let set: Int
  /// For each class the unplanned actions on the way, sorted.
  package let unplanned: [[Int]]
  /// For each class the total of its nodes' chances (products of what is planned on the way).
  package let mass: [Number]
  /// For each node its class (-1 if it can have no weight) and its share in it.
  private let membership: [(group: Int, share: Number)]
  private let advantages: [[Number]]
  private let tolerance: Number
  /// Weights on the classes under which the choice is best.
  package let weights: [Number]

  package init?(
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
    // A chance of zero on the path can never be trembled away.
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
  package func nodeWeights(_ weights: [Number]) -> [Number] {
    membership.map { $0.group < 0 ? 0 : weights[$0.group] * $0.share }
  }

  /// The set as the search for consistent beliefs sees it.
  package var problem: ConsistencySearch.Place {
    ConsistencySearch.Place(
      classes: unplanned, mass: mass.map(\.rational),
      rows: advantages.map { row in row.map { ($0 + tolerance).rational } },
      hint: weights.indices.filter { weights[$0] > 0 })
  }
}
