/// A game's solution as JSON and as text.
package struct GameReport {
  private let game: ExtensiveGame
  private let keys: GameKeys
  private let offsets: [Int]

  /// Prepares the report of a game.
  package init(_ game: ExtensiveGame) {
    self.game = game
    keys = GameKeys(game)
    offsets = game.actionOffsets
  }

  /// The solution as JSON: exact numbers as text such as `3/7`, others as decimals.
  package func json(_ solution: GameSolution) -> OrderedJSON {
    .members([
      ("title", .text(game.title)),
      ("players", .list(keys.players.map { .text($0) })),
      ("equilibria", .list(solution.equilibria.map(json))),
      ("kind", .text(solution.kind.rawValue)),
      ("complete", .flag(solution.isComplete)),
      ("notes", .list(solution.notes.map { .text($0) })),
      ("infosets", infosets),
    ])
  }

  private var infosets: OrderedJSON {
    .members(
      game.players.indices.map { player in
        (
          keys.players[player],
          .list(
            game.sets(of: player).map { set in
              .members([
                ("key", .text(keys.sets[set])), ("number", .whole(game.sets[set].number)),
                ("label", .text(game.sets[set].label)),
                ("actions", .list(game.sets[set].actions.map { .text($0) })),
              ])
            })
        )
      })
  }

  private func json(_ equilibrium: Equilibrium) -> OrderedJSON {
    .members([
      ("method", .text(equilibrium.method)),
      ("profile", profile(equilibrium.probabilities)),
      ("payoffs", .list(equilibrium.payoffs.map(OrderedJSON.quantity))),
      ("regret", .quantity(equilibrium.regret)),
      ("refinements", .list(equilibrium.refinements.map { .text($0.rawValue) })),
      ("undecided", .list(equilibrium.undecided.map { .text($0.rawValue) })),
      ("beliefs", beliefs(equilibrium.beliefs)),
    ])
  }

  /// Probabilities of actions by player and information set.
  package func profile(_ probabilities: [GameQuantity]) -> OrderedJSON {
    return .members(
      game.players.indices.map { player in
        (
          keys.players[player],
          .members(
            game.sets(of: player).map { set in
              (
                keys.sets[set],
                .members(
                  keys.actions[set].enumerated().map {
                    ($0.element, .quantity(probabilities[offsets[set] + $0.offset]))
                  })
              )
            })
        )
      })
  }

  private func beliefs(_ beliefs: [Int: [GameQuantity]]) -> OrderedJSON {
    .members(
      game.players.indices.compactMap { player in
        let own = game.sets(of: player).filter { beliefs[$0] != nil }
        guard !own.isEmpty else { return nil }
        return (
          keys.players[player],
          .members(
            own.map { set in
              (
                keys.sets[set],
                .members(
                  zip(game.sets[set].nodes, beliefs[set] ?? []).map {
                    (path(to: $0), .quantity($1))
                  })
              )
            })
        )
      })
  }

  /// The moves on the way to a node.
  private func path(to node: Int) -> String {
    var steps: [String] = []
    var index = node
    while game.nodes[index].parent >= 0 {
      let here = game.nodes[index]
      steps.append(keys.actions[game.nodes[here.parent].set][here.action])
      index = here.parent
    }
    return steps.reversed().joined(separator: " > ")
  }

  /// The solution as lines of text.
  package func text(_ solution: GameSolution) -> String {
    var lines = [game.title.isEmpty ? "A game" : game.title]
    lines.append(
      "players: \(keys.players.joined(separator: ", ")); \(game.nodes.count) nodes, "
        + "\(game.sets.count { !$0.isChance }) information sets")
    if solution.equilibria.isEmpty { lines.append("no equilibrium was found") }
    for (number, equilibrium) in solution.equilibria.enumerated() {
      lines.append("")
      let kinds = equilibrium.refinements.map(\.rawValue).joined(separator: ", ")
      lines.append("equilibrium \(number + 1): \(kinds)")
      let open = equilibrium.undecided.map(\.rawValue).joined(separator: ", ")
      if !open.isEmpty { lines.append("  not decided within the limits of the test: \(open)") }
      lines.append(
        "  found by \(equilibrium.method); largest gain from deviating: \(equilibrium.regret)")
      for player in game.players.indices {
        lines.append("  \(keys.players[player]) expects \(shown(equilibrium.payoffs[player]))")
        for set in game.sets(of: player) { lines.append("    " + choice(set, equilibrium)) }
      }
    }
    lines.append("")
    lines.append(
      solution.isComplete
        ? "asked for: \(solution.kind.rawValue); these are all"
        : "asked for: \(solution.kind.rawValue); there may be more than these")
    lines += solution.notes.map { "note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func choice(_ set: Int, _ equilibrium: Equilibrium) -> String {
    let offset = offsets[set]
    let played = keys.actions[set].indices.filter {
      equilibrium.probabilities[offset + $0].double != 0
    }
    let actions =
      played.count == 1
      ? keys.actions[set][played[0]]
      : played.map {
        "\(keys.actions[set][$0]) \(shown(equilibrium.probabilities[offset + $0]))"
      }.joined(separator: ", ")
    var line = "\(keys.sets[set]): \(actions)"
    if let beliefs = equilibrium.beliefs[set], beliefs.count <= 4 {
      let shares = zip(game.sets[set].nodes, beliefs).map { "\(path(to: $0)) \(shown($1))" }
      line += "   [believes: \(shares.joined(separator: "; "))]"
    }
    return line
  }

  private func shown(_ quantity: GameQuantity) -> String {
    let text = quantity.description
    guard text.utf8.count > 24 else { return text }
    return "\(quantity.double)"
  }
}
