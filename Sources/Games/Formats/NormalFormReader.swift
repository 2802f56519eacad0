/// Reads normal-form games in the `.nfg` format (version 1), in both of its layouts.
///
/// The payoffs stand either as one list, cell by cell, or as named outcomes followed by the number
/// of the outcome in each cell; outcome 0 pays nothing. Strategies are named, or only counted.
public enum NormalFormReader {
  /// The most cells that are read.
  static let cellLimit = 20_000_000

  /// Reads a game.
  ///
  /// - Throws: ``GameFileError`` with the line and the reason where the text is not such a file.
  public static func game(from text: String) throws(GameFileError) -> NormalFormGame {
    var scanner = GameScanner(text)
    let title = try scanner.header("NFG", versions: 1...1)
    let players = try scanner.strings("the players' names")
    guard !players.isEmpty else {
      throw GameFileError(
        line: scanner.line, what: "the game has no players", fix: "name at least one")
    }
    let strategies = try strategies(of: players.count, from: &scanner)
    let comment = scanner.isAtString ? try scanner.string("the comment") : ""
    var cells = 1
    for list in strategies {
      let (product, overflow) = cells.multipliedReportingOverflow(by: list.count)
      guard !overflow, product * players.count <= cellLimit else {
        throw GameFileError(
          line: scanner.line, what: "the table has more than \(cellLimit) payoffs",
          fix: "write the game as a tree (.efg)")
      }
      cells = product
    }
    var payoffs: [Rational] = []
    payoffs.reserveCapacity(min(cells * players.count, text.utf8.count))
    var labels: [String] = []
    if scanner.isAtOpenBrace {
      let outcomes = try outcomes(players: players.count, from: &scanner)
      for _ in 0..<cells {
        let number = try scanner.whole("the number of a cell's outcome (\(cells) cells)")
        guard number >= 0, number <= outcomes.count else {
          throw GameFileError(
            line: scanner.line, what: "there is no outcome \(number)",
            fix: "outcomes are numbered from 1 to \(outcomes.count), 0 for none")
        }
        payoffs += number == 0 ? players.map { _ in .zero } : outcomes[number - 1].payoffs
        labels.append(number == 0 ? "" : outcomes[number - 1].label)
      }
    } else {
      for _ in 0..<cells * players.count {
        payoffs.append(
          try scanner.number("a payoff (\(cells) cells, \(players.count) payoffs each)"))
      }
    }
    guard scanner.peek() == nil else {
      throw scanner.failure(
        "the end of the file, for the table is complete", fix: "take out what is too much")
    }
    return NormalFormGame(
      title: title, comment: comment, players: players, strategies: strategies, payoffs: payoffs,
      outcomeLabels: labels)
  }

  private static func strategies(
    of players: Int, from scanner: inout GameScanner
  ) throws(GameFileError) -> [[String]] {
    try scanner.openBrace("the strategies")
    var all: [[String]] = []
    // The product is watched while it grows, so that a short file cannot ask for endless names.
    var cells = 1
    while !scanner.isAtCloseBrace {
      if scanner.isAtOpenBrace {
        all.append(try scanner.strings("a player's strategies"))
      } else {
        let count = try scanner.whole("the number of a player's strategies")
        guard count >= 1, count <= cellLimit / cells else {
          throw GameFileError(
            line: scanner.line, what: "a player cannot have \(count) strategies",
            fix: "write a number from 1; the table may have \(cellLimit) payoffs at most")
        }
        cells *= count
        all.append((1...count).map(String.init))
      }
    }
    try scanner.closeBrace("the strategies")
    guard all.count == players, all.allSatisfy({ !$0.isEmpty }) else {
      throw GameFileError(
        line: scanner.line,
        what: "\(all.count) lists of strategies, some perhaps empty, for \(players) players",
        fix: "give each player one list with at least one strategy")
    }
    return all
  }

  private static func outcomes(
    players: Int, from scanner: inout GameScanner
  ) throws(GameFileError) -> [(label: String, payoffs: [Rational])] {
    try scanner.openBrace("the outcomes")
    var all: [(label: String, payoffs: [Rational])] = []
    while scanner.isAtOpenBrace {
      try scanner.openBrace("an outcome")
      let label = scanner.isAtString ? try scanner.string("the name of an outcome") : ""
      var payoffs: [Rational] = []
      while !scanner.isAtCloseBrace { payoffs.append(try scanner.number("a payoff")) }
      try scanner.closeBrace("an outcome")
      guard payoffs.count == players else {
        throw GameFileError(
          line: scanner.line,
          what: "outcome \(all.count + 1) has \(payoffs.count) payoffs for \(players) players",
          fix: "give one payoff for each player")
      }
      all.append((label, payoffs))
    }
    try scanner.closeBrace("the outcomes")
    return all
  }
}
