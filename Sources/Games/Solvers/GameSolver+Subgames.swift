extension GameSolver {
  /// A subgame-perfect equilibrium put together from equilibria of the subgames, innermost first.
  ///
  /// - Returns: nil if there is only the game itself, or a part could not be solved.
  func bySubgames() -> Equilibrium? {
    let roots = game.subgameRoots
    guard roots.count > 1, game.hasPerfectRecall else { return nil }
    var profile = exact.chances.map { GameQuantity.exact($0) }
    var values: [Int: [Rational]] = [:]
    var methods: Set<String> = []
    for root in roots.reversed() {
      if budget.isSpent { return nil }
      guard let part = part(from: root, solved: values) else { return nil }
      let solver = GameSolver(part.game, budget: budget)
      let solution =
        part.game.hasPerfectInformation ? try? solver.solve(by: .backward) : solver.whole()
      guard let equilibrium = solution?.equilibria.first else { return nil }
      methods.insert(equilibrium.method)
      var next = 0
      for (index, set) in part.game.sets.enumerated() {
        for local in set.actions.indices where !set.isChance {
          profile[exact.offsets[part.sets[index]] + local] = equilibrium.probabilities[next + local]
        }
        next += set.actions.count
      }
      values[root] = equilibrium.payoffs.map { quantity in
        switch quantity {
        case .exact(let value): value
        case .decimal(let value): Rational(exactly: value) ?? .zero
        }
      }
    }
    let method = methods.sorted().joined(separator: "+")
    let fractions = profile.compactMap { quantity -> Rational? in
      if case .exact(let value) = quantity { value } else { nil }
    }
    if fractions.count == profile.count {
      return Certificate(exact).certify(fractions, method: method)
    }
    return Certificate(decimal).certify(profile.map(\.double), method: method)
  }

  /// The game from a node on, with solved subgames inside it replaced by what they are worth.
  private func part(
    from root: Int, solved: [Int: [Rational]]
  ) -> (game: ExtensiveGame, sets: [Int])? {
    var builder = ExtensiveGameBuilder(title: "", players: game.players)
    var indices: [Int: Int] = [:]
    var sets: [Int] = []
    var index = root
    let end = root + exact.sizes[root]
    while index < end {
      let node = game.nodes[index]
      var outcome = -1
      if index != root, let worth = solved[index] {
        outcome = builder.addOutcome(number: builder.outcomeCount + 1, payoffs: worth)
        builder.addNode(set: -1, outcome: outcome)
        index += exact.sizes[index]
        continue
      }
      if node.outcome >= 0 {
        outcome = builder.addOutcome(
          number: builder.outcomeCount + 1, payoffs: game.outcomes[node.outcome].payoffs)
      }
      if node.set >= 0, indices[node.set] == nil {
        let set = game.sets[node.set]
        indices[node.set] = builder.addSet(
          player: set.player, number: sets.count + 1, label: set.label, actions: set.actions,
          chances: set.chances)
        sets.append(node.set)
      }
      builder.addNode(set: node.set < 0 ? -1 : indices[node.set] ?? -1, outcome: outcome)
      index += 1
    }
    return builder.finished().map { ($0, sets) }
  }
}
