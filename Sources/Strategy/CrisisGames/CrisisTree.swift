public import Games
/// The tree of a crisis game, with payoffs and chances as polynomials in its parameters.
public struct CrisisTree: Sendable {
  /// The description.
  public let crisis: CrisisModel
  /// The tree at the analyst's values.
  public let game: ExtensiveGame
  /// For each final node and player the payoff.
  let payoffs: [Int: [Polynomial]]
  /// For each action of a chance move its chance, by global index.
  let chances: [Int: Polynomial]
  /// For each set of a player the move and, for the focal player, the type (by index), and the acts
  /// so far.
  let labels: [Int: SetLabel]

  struct SetLabel: Sendable {
    let move: Int
    let type: Int?
    let history: [Taken]
  }

  struct Taken: Hashable, Sendable {
    let move: Int
    let option: Int
  }

  /// The most nodes that are generated.
  static let nodeLimit = 200_000

  /// Generates the tree.
  ///
  /// Chance draws the type; then the moves come up in their order, each at most once, where their
  /// conditions hold. Everyone sees all acts; only the focal player knows the type. Levers that were
  /// pulled work or fail after the last move, so payoffs are expectations over them.
  ///
  /// - Parameters:
  ///   - crisis: The description.
  ///   - budget: When to give up.
  /// - Throws: ``CrisisModelError`` with the part that is wrong, or that the time was up.
  public init(
    _ crisis: CrisisModel, budget: SearchBudget = .unlimited
  ) throws(CrisisModelError) {
    var growth = try CrisisGrowth(crisis, budget: budget)
    try growth.grow()
    guard let game = growth.builder.finished() else {
      throw CrisisModelError(part: "moves", what: "they do not make a tree; give at least one move")
    }
    self.crisis = crisis
    self.game = game
    payoffs = growth.payoffs
    chances = growth.chances
    labels = growth.labels
  }

  /// The values of all parameters, in order.
  public var values: [Rational] { crisis.parameters.map(\.value) }

  /// The index of the type whose story is told.
  var storyType: Int { crisis.types.firstIndex { $0.id == crisis.storyType } ?? 0 }

  /// The payoffs by node and player and the chances by action, where parameters have values.
  func numbers<Number: GameNumber>(
    at point: [Number]
  ) -> (payoffs: [Number], chances: [Number]) {
    let players = game.players.count
    var table = [Number](repeating: 0, count: game.nodes.count * players)
    for (node, row) in payoffs {
      for player in 0..<players { table[node * players + player] = row[player].value(at: point) }
    }
    var list = [Number](repeating: 0, count: game.actionOffsets[game.sets.count])
    for (action, chance) in chances { list[action] = chance.value(at: point) }
    return (table, list)
  }

  /// The tree laid out for arithmetic where parameters have values.
  package func tree<Number: GameNumber>(at point: [Number]) -> GameTree<Number> {
    var tree = GameTree<Number>(game)
    let numbers = numbers(at: point)
    tree.payoffs = numbers.payoffs
    tree.chances = numbers.chances
    return tree
  }

  /// Whether a pure profile leads a type through a list of acts.
  ///
  /// - Parameters:
  ///   - choices: The chosen action of each set by local index.
  ///   - type: The type of the focal player.
  ///   - acts: The acts; moves of the story that are not among them may go any way.
  func plays(_ choices: [Int], type: Int, acts: [Taken]) -> Bool {
    var node = 0
    var seen: Set<Int> = []
    while !game.nodes[node].isTerminal {
      let set = game.nodes[node].set
      if let label = labels[set] {
        if let act = acts.first(where: { $0.move == label.move }) {
          guard act.option == choices[set] else { return false }
          seen.insert(act.move)
        }
        node = game.child(of: node, by: choices[set])
      } else {
        node = game.child(of: node, by: type)
      }
    }
    return acts.allSatisfy { seen.contains($0.move) }
  }

  /// Whether all chances lie above zero and at most at one where parameters have values.
  func hasChances(at point: [Rational]) -> Bool {
    chances.values.allSatisfy { chance in
      let value: Rational = chance.value(at: point)
      return value > 0 && value <= 1
    }
  }

  /// What a pure profile makes of a type, in words: the type, then the acts to the end.
  func course(_ choices: [Int], type: Int) -> String {
    var node = 0
    var acts: [String] = []
    while !game.nodes[node].isTerminal {
      let set = game.nodes[node].set
      if let label = labels[set] {
        acts.append(crisis.moves[label.move].options[choices[set]])
        node = game.child(of: node, by: choices[set])
      } else {
        node = game.child(of: node, by: type)
      }
    }
    return "\(crisis.types[type].id): \(acts.joined(separator: " > "))"
  }

  /// The acts that were seen, as indices.
  var observed: [Taken] {
    crisis.observed.compactMap { act in
      guard let move = crisis.moves.firstIndex(where: { $0.id == act.move }),
        let option = crisis.moves[move].options.firstIndex(of: act.option)
      else { return nil }
      return Taken(move: move, option: option)
    }
  }
}
