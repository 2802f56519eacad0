extension ExtensiveGame {
  /// Whether every player always knows where the game stands: each player's set has one node.
  public var hasPerfectInformation: Bool {
    sets.allSatisfy { $0.isChance || $0.nodes.count == 1 }
  }

  /// Whether the payoffs of two players add up to the same number at the end of every play.
  ///
  /// - Complexity: O(*n*) in the number of nodes.
  public var constantSum: Rational? {
    guard players.count == 2 else { return nil }
    var sums = [Rational](repeating: .zero, count: nodes.count)
    var constant: Rational?
    for (index, node) in nodes.enumerated() {
      if node.parent >= 0 { sums[index] = sums[node.parent] }
      if node.outcome >= 0 {
        let payoffs = outcomes[node.outcome].payoffs
        sums[index] += payoffs[0] + payoffs[1]
      }
      if node.isTerminal {
        if let constant, constant != sums[index] { return nil }
        constant = sums[index]
      }
    }
    return constant
  }

  /// For each player the player's own last action before each set, if all nodes agree on it.
  ///
  /// An entry is the global index of the action (see `actionOffsets`), -1 where the player has not
  /// moved before; the whole is nil if a player has forgotten something.
  ///
  /// - Complexity: O(*n* · players).
  package var precedingActions: [Int]? {
    let offsets = actionOffsets
    var last = [Int](repeating: -1, count: nodes.count * players.count)
    var preceding = [Int?](repeating: nil, count: sets.count)
    let count = players.count
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      for player in 0..<count { last[index * count + player] = last[node.parent * count + player] }
      let set = nodes[node.parent].set
      if !sets[set].isChance {
        last[index * count + sets[set].player] = offsets[set] + node.action
      }
    }
    for (index, set) in sets.enumerated() where !set.isChance {
      for node in set.nodes {
        let own = last[node * count + set.player]
        if let known = preceding[index], known != own { return nil }
        preceding[index] = own
      }
    }
    return preceding.map { $0 ?? -1 }
  }

  /// Whether no player ever forgets an own move or what the player knew when making it.
  public var hasPerfectRecall: Bool { precedingActions != nil }

  /// A set that one play can pass through twice, so that its player forgets having moved; nil if none.
  ///
  /// > Piccione, Rubinstein. "On the interpretation of decision problems with imperfect recall."
  /// > *Games and Economic Behavior* 20, 1997.
  /// - Complexity: O(*n*).
  public var absentMindedSet: Int? {
    let sizes = subtreeSizes
    return sets.indices.first { index in
      let nodes = sets[index].nodes
      guard !sets[index].isChance, nodes.count > 1, sets[index].actions.count > 1 else {
        return false
      }
      // Nodes stand in depth-first order, so a node below another of the set follows it at once.
      return zip(nodes, nodes.dropFirst()).contains { $1 < $0 + sizes[$0] }
    }
  }

  /// Where each set's actions start when all actions of all sets are numbered in order.
  package var actionOffsets: [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(sets.count + 1)
    var total = 0
    for set in sets {
      offsets.append(total)
      total += set.actions.count
    }
    offsets.append(total)
    return offsets
  }

  /// The number of nodes in the subtree of each node, itself counted.
  package var subtreeSizes: [Int] {
    var sizes = [Int](repeating: 1, count: nodes.count)
    for index in nodes.indices.dropFirst().reversed() { sizes[nodes[index].parent] += sizes[index] }
    return sizes
  }

  /// The decision nodes at which a subgame starts, the root first.
  ///
  /// A subtree is a subgame when no information set has nodes both inside and outside it.
  ///
  /// - Complexity: O(*n*).
  public var subgameRoots: [Int] {
    // Depth-first order makes a subtree an interval of indices. A set lies inside it exactly when
    // its first and last nodes do; so we carry, for each interval, the extreme nodes of its sets.
    let sizes = subtreeSizes
    var lowest = Array(nodes.indices)
    var highest = Array(nodes.indices)
    for set in sets {
      guard let first = set.nodes.first, let last = set.nodes.last, !set.isChance else { continue }
      for node in set.nodes {
        lowest[node] = min(lowest[node], first)
        highest[node] = max(highest[node], last)
      }
    }
    for index in nodes.indices.dropFirst().reversed() {
      let parent = nodes[index].parent
      lowest[parent] = min(lowest[parent], lowest[index])
      highest[parent] = max(highest[parent], highest[index])
    }
    return nodes.indices.filter {
      !nodes[$0].isTerminal && lowest[$0] >= $0 && highest[$0] < $0 + sizes[$0]
    }
  }
}

extension ExtensiveGame {
  /// The sets, each after all sets that can follow it; nil where sets follow each other both ways.
  ///
  /// - Complexity: O(nodes), but for sorting.
  package var settlingOrder: [Int]? {
    let game = self
    var before = [Set<Int>](repeating: [], count: game.sets.count)
    var waiting = [Int](repeating: 0, count: game.sets.count)
    for node in game.nodes where node.parent >= 0 && node.set >= 0 {
      let parent = game.nodes[node.parent].set
      if parent == node.set { return nil }
      if before[node.set].insert(parent).inserted { waiting[parent] += 1 }
    }
    var ready = game.sets.indices.filter { waiting[$0] == 0 }
    var order: [Int] = []
    while let next = ready.popLast() {
      order.append(next)
      for parent in before[next] {
        waiting[parent] -= 1
        if waiting[parent] == 0 { ready.append(parent) }
      }
      ready.sort()
    }
    return order.count == game.sets.count ? order : nil
  }
}
