import Games
extension ConflictGraph {
  /// The graph model of a crisis game: the same players, options and preferences, seen as states.
  ///
  /// A state is a way the crisis can end, told by what each move that came up was. A player moves
  /// the conflict from one ending to another by choosing otherwise at its own moves while every
  /// move of the others that is in both stays as it was; moves that come up in one ending only are
  /// free, because they answer something that the other ending does not hold. Preferences are the
  /// payoffs of the game for one type of the focal player, at the analyst's values.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - type: The id of the type of the focal player; the type of the story where left out.
  /// - Throws: ``ConflictModelError`` where there is no such type or the game has too many endings.
  /// - Complexity: O(*n* *e*²) for *n* players and *e* endings.
  public init(outcomesOf tree: CrisisTree, type: String? = nil) throws(ConflictModelError) {
    let crisis = tree.crisis
    let name = type ?? crisis.storyType
    guard let chosen = crisis.types.firstIndex(where: { $0.id == name }) else {
      throw ConflictModelError(
        "the game has no type '\(name)'; it has \(crisis.types.map(\.id).joined(separator: ", "))")
    }
    let endings = tree.endings(of: chosen)
    guard endings.count <= 4_096 else {
      throw ConflictModelError(
        "the game has \(endings.count) endings; at most 4096 can be compared")
    }
    let owners = crisis.moves.map { move in
      crisis.players.firstIndex { $0.id == move.by } ?? 0
    }
    let moves = crisis.players.indices.map { player in
      endings.map { here in
        endings.indices.filter { there in
          Self.isOneSided(here.acts, endings[there].acts, by: player, owners: owners)
        }
      }
    }
    let payoffs = crisis.players.indices.map { player -> [Int] in
      let values = endings.map { $0.payoffs[player] }
      let ranks = Set(values).sorted()
      return values.map { value in ranks.firstIndex(of: value) ?? 0 }
    }
    try self.init(
      decisionMakers: crisis.players.map(\.name), stateNames: endings.map(\.name), moves: moves,
      payoffs: payoffs)
  }

  /// Whether two endings differ by one player's choices alone.
  private static func isOneSided(
    _ a: [Int: Int], _ b: [Int: Int], by player: Int, owners: [Int]
  ) -> Bool {
    var differs = false
    for (move, option) in a {
      guard let other = b[move], other != option else { continue }
      if owners[move] != player { return false }
      differs = true
    }
    return differs
  }
}

extension CrisisTree {
  /// A way the crisis can end.
  struct Ending {
    /// The acts in words.
    let name: String
    /// The option taken at each move that came up.
    let acts: [Int: Int]
    /// The expected payoff of each player at the analyst's values.
    let payoffs: [Rational]
  }

  /// Every ending that a type of the focal player can come to.
  func endings(of type: Int) -> [Ending] {
    let table = numbers(at: values).payoffs
    let players = game.players.count
    var endings: [Ending] = []
    var stack: [(node: Int, acts: [Taken])] = [(0, [])]
    while let (node, acts) = stack.popLast() {
      guard !game.nodes[node].isTerminal else {
        endings.append(
          Ending(
            name: acts.map { crisis.moves[$0.move].options[$0.option] }.joined(separator: " > "),
            acts: Dictionary(acts.map { ($0.move, $0.option) }, uniquingKeysWith: { $1 }),
            payoffs: (0..<players).map { table[node * players + $0] }))
        continue
      }
      let set = game.nodes[node].set
      if let label = labels[set] {
        for option in crisis.moves[label.move].options.indices.reversed() {
          stack.append(
            (game.child(of: node, by: option), acts + [Taken(move: label.move, option: option)]))
        }
      } else {
        stack.append((game.child(of: node, by: type), acts))
      }
    }
    return endings
  }
}
