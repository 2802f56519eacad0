/// Builds an extensive game node by node, in depth-first order.
public struct ExtensiveGameBuilder: Sendable {
  private var game: ExtensiveGame
  private var open: [(node: Int, next: Int)] = []

  /// Starts a game without nodes.
  public init(title: String, players: [String], comment: String = "") {
    game = ExtensiveGame(
      title: title, comment: comment, players: players, nodes: [], children: [], nodeLabels: [:],
      sets: [], outcomes: [])
  }

  /// Whether every node has all its children.
  public var isComplete: Bool { !game.nodes.isEmpty && open.isEmpty }

  /// The number of information sets so far.
  public var setCount: Int { game.sets.count }

  /// The number of outcomes so far.
  public var outcomeCount: Int { game.outcomes.count }

  /// The set with an index.
  public func set(_ index: Int) -> ExtensiveGame.InformationSet { game.sets[index] }

  /// The outcome with an index.
  public func outcome(_ index: Int) -> ExtensiveGame.Outcome { game.outcomes[index] }

  /// Gives an outcome its payoffs or its name after it has been made.
  public mutating func describeOutcome(_ index: Int, label: String, payoffs: [Rational]) {
    game.outcomes[index].label = label
    game.outcomes[index].payoffs = payoffs
  }

  /// Adds an information set of a player (-1 for chance), and gives its index.
  public mutating func addSet(
    player: Int, number: Int, label: String = "", actions: [String], chances: [Rational] = []
  ) -> Int {
    game.sets.append(
      .init(
        player: player, number: number, label: label, actions: actions, chances: chances, nodes: [])
    )
    return game.sets.count - 1
  }

  /// Adds an outcome, and gives its index.
  public mutating func addOutcome(number: Int, label: String = "", payoffs: [Rational]) -> Int {
    game.outcomes.append(.init(number: number, label: label, payoffs: payoffs))
    return game.outcomes.count - 1
  }

  /// Adds the next node in depth-first order.
  ///
  /// - Parameters:
  ///   - set: The information set, or -1 where the game ends.
  ///   - outcome: The outcome, or -1 for none.
  ///   - label: The node's name.
  /// - Returns: The node's index; nil if the tree is already complete.
  @discardableResult
  public mutating func addNode(set: Int, outcome: Int = -1, label: String = "") -> Int? {
    let index = game.nodes.count
    var parent = -1
    var action = 0
    if index > 0 {
      guard let last = open.indices.last else { return nil }
      parent = open[last].node
      action = open[last].next
      game.children[game.nodes[parent].childStart + action] = index
      open[last].next += 1
      if open[last].next == game.sets[game.nodes[parent].set].actions.count { open.removeLast() }
    }
    game.nodes.append(
      .init(
        parent: parent, action: action, set: set, outcome: outcome, childStart: game.children.count
      ))
    if !label.isEmpty { game.nodeLabels[index] = label }
    if set >= 0 {
      game.sets[set].nodes.append(index)
      let count = game.sets[set].actions.count
      game.children.append(contentsOf: repeatElement(-1, count: count))
      if count > 0 { open.append((index, 0)) }
    }
    return index
  }

  /// The finished game; nil while a node still lacks a child.
  public func finished() -> ExtensiveGame? { isComplete ? game : nil }
}
