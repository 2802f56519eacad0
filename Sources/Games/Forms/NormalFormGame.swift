/// A game in normal (strategic) form: a table of payoffs over the players' strategies.
///
/// Cells are numbered with the first player's strategy running fastest, as in `.nfg` files.
public struct NormalFormGame: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The comment of the file.
  public var comment: String
  /// The players' names.
  public var players: [String]
  /// The names of each player's strategies, which may repeat or be empty.
  public var strategies: [[String]]
  /// The payoffs: for each cell one number for each player.
  public var payoffs: [Rational]
  /// The names of the outcomes of the cells; empty where the file gives none.
  public var outcomeLabels: [String]

  /// Makes a game; the table must have one payoff for each cell and player.
  public init(
    title: String, comment: String = "", players: [String], strategies: [[String]],
    payoffs: [Rational], outcomeLabels: [String] = []
  ) {
    precondition(
      payoffs.count == strategies.reduce(1) { $0 * $1.count } * players.count,
      "a table has one payoff for each cell and player")
    self.title = title
    self.comment = comment
    self.players = players
    self.strategies = strategies
    self.payoffs = payoffs
    self.outcomeLabels = outcomeLabels
  }

  /// The number of cells.
  public var cellCount: Int { strategies.reduce(1) { $0 * $1.count } }

  /// The payoff of a player in a cell.
  public func payoff(of player: Int, inCell cell: Int) -> Rational {
    payoffs[cell * players.count + player]
  }

  /// The cell of a choice of one strategy for each player.
  public func cell(_ choice: [Int]) -> Int {
    var cell = 0
    for player in players.indices.reversed() {
      cell = cell * strategies[player].count + choice[player]
    }
    return cell
  }

  /// The same game as a tree in which the players move in turn without seeing each other's moves.
  ///
  /// - Complexity: O(cells), which is the number of final nodes.
  public func extensiveForm() -> ExtensiveGame? {
    var builder = ExtensiveGameBuilder(title: title, players: players, comment: comment)
    let sets = players.indices.map {
      builder.addSet(player: $0, number: 1, label: "strategy", actions: strategies[$0])
    }
    var choice = [Int](repeating: 0, count: players.count)
    func grow(_ player: Int) {
      guard player < players.count else {
        let cell = cell(choice)
        let count = players.count
        let outcome = builder.addOutcome(
          number: builder.outcomeCount + 1,
          label: outcomeLabels.isEmpty ? "" : outcomeLabels[cell],
          payoffs: Array(payoffs[cell * count..<(cell + 1) * count]))
        builder.addNode(set: -1, outcome: outcome)
        return
      }
      builder.addNode(set: sets[player])
      for strategy in strategies[player].indices {
        choice[player] = strategy
        grow(player + 1)
      }
    }
    grow(0)
    return builder.finished()
  }
}
