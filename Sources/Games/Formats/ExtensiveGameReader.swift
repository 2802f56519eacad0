/// Reads extensive games in the `.efg` format (version 2).
///
/// Labels may be missing or repeated: sets are told apart by their numbers. Sets and outcomes may be
/// described in full at each node, or only where they first appear. Chances written as rounded
/// decimals that miss 1 by less than 0.0001 are divided by their sum.
///
/// > McKelvey, McLennan, Turocy. *Gambit: The package for computation in game theory*, file formats.
public enum ExtensiveGameReader {
  /// Reads a game.
  ///
  /// - Throws: ``GameFileError`` with the line and the reason where the text is not such a file.
  /// - Complexity: O(*n*) in the length of the text.
  public static func game(from text: String) throws(GameFileError) -> ExtensiveGame {
    var reading = Reading(scanner: GameScanner(text))
    return try reading.game()
  }

  private struct SetKey: Hashable {
    let player: Int
    let number: Int
  }

  private struct Reading {
    var scanner: GameScanner
    var builder = ExtensiveGameBuilder(title: "", players: [])
    var players: [String] = []
    var sets: [SetKey: Int] = [:]
    var outcomes: [Int: Int] = [:]
    var pendingOutcomes: [Int: Int] = [:]

    mutating func game() throws(GameFileError) -> ExtensiveGame {
      let title = try scanner.header("EFG", versions: 1...2)
      players = try scanner.strings("the players' names")
      guard !players.isEmpty else {
        throw GameFileError(
          line: scanner.line, what: "the game has no players", fix: "name at least one")
      }
      let comment = scanner.isAtString ? try scanner.string("the comment") : ""
      builder = ExtensiveGameBuilder(title: title, players: players, comment: comment)
      while scanner.peek() != nil {
        guard !builder.isComplete else {
          throw scanner.failure(
            "the end of the file, for the tree is complete",
            fix: "take the extra node out, or give a move above one action more")
        }
        try node()
      }
      guard let game = builder.finished() else {
        throw GameFileError(
          line: scanner.line, what: "the file ends before the tree is complete",
          fix: "add the nodes that follow the last moves")
      }
      if let (number, line) = pendingOutcomes.min(by: { $0.value < $1.value }) {
        throw GameFileError(
          line: line, what: "outcome \(number) has no payoffs anywhere",
          fix: "give them in braces where it first appears")
      }
      return game
    }

    mutating func node() throws(GameFileError) {
      let kind = try scanner.word(
        "a node", fix: "a node starts with c (chance), p (player) or t (end)")
      let label = try scanner.string("the node's name")
      switch kind {
      case "t":
        builder.addNode(set: -1, outcome: try outcome(), label: label)
      case "c":
        let set = try chanceSet()
        builder.addNode(set: set, outcome: try outcome(), label: label)
      case "p":
        let set = try playerSet()
        builder.addNode(set: set, outcome: try outcome(), label: label)
      default:
        throw GameFileError(
          line: scanner.line, what: "\"\(kind)\" is no kind of node",
          fix: "a node starts with c (chance), p (player) or t (end)")
      }
    }

    mutating func playerSet() throws(GameFileError) -> Int {
      let player = try scanner.whole("the number of the player")
      guard player >= 1, player <= players.count else {
        throw GameFileError(
          line: scanner.line, what: "there is no player \(player)",
          fix: "players are numbered from 1 to \(players.count)")
      }
      let number = try scanner.whole("the number of the information set")
      let label = scanner.isAtString ? try scanner.string("the name of the set") : ""
      let actions = scanner.isAtOpenBrace ? try scanner.strings("the actions") : nil
      let key = SetKey(player: player - 1, number: number)
      if let known = sets[key] {
        try agree(set: known, actions: actions?.count)
        return known
      }
      guard let actions, !actions.isEmpty else {
        throw GameFileError(
          line: scanner.line,
          what: "information set \(number) of player \(player) has no actions",
          fix: "list them in braces where the set first appears")
      }
      let set = builder.addSet(player: player - 1, number: number, label: label, actions: actions)
      sets[key] = set
      return set
    }

    mutating func chanceSet() throws(GameFileError) -> Int {
      let number = try scanner.whole("the number of the chance move")
      let label = scanner.isAtString ? try scanner.string("the name of the chance move") : ""
      let key = SetKey(player: -1, number: number)
      var actions: [String] = []
      var chances: [Rational] = []
      if scanner.isAtOpenBrace {
        try scanner.openBrace("the chances")
        while scanner.isAtString {
          actions.append(try scanner.string("the name of a chance event"))
          let chance = try scanner.number("the chance of \"\(actions.last ?? "")\"")
          guard chance >= 0 else {
            throw GameFileError(
              line: scanner.line, what: "the chance \(chance) is below 0",
              fix: "write one from 0 to 1")
          }
          chances.append(chance)
        }
        try scanner.closeBrace("the chances")
      }
      if let known = sets[key] {
        try agree(set: known, actions: actions.isEmpty ? nil : actions.count)
        return known
      }
      guard !actions.isEmpty else {
        throw GameFileError(
          line: scanner.line, what: "chance move \(number) has no events",
          fix: "list them with their chances in braces where it first appears")
      }
      let sum = chances.reduce(Rational.zero, +)
      if sum != 1 {
        guard (sum - 1).magnitude < Rational(1, over: 10_000) else {
          throw GameFileError(
            line: scanner.line, what: "the chances of move \(number) add up to \(sum), not 1",
            fix: "fix the chances")
        }
        chances = chances.map { $0 / sum }
      }
      let set = builder.addSet(
        player: -1, number: number, label: label, actions: actions, chances: chances)
      sets[key] = set
      return set
    }

    mutating func agree(set: Int, actions: Int?) throws(GameFileError) {
      guard let actions, actions != builder.set(set).actions.count else { return }
      throw GameFileError(
        line: scanner.line,
        what: "set \(builder.set(set).number) has \(actions) actions here and "
          + "\(builder.set(set).actions.count) where it first appeared",
        fix: "give it the same actions at every node")
    }

    mutating func outcome() throws(GameFileError) -> Int {
      let number = try scanner.whole("the number of the outcome, 0 for none")
      let label = scanner.isAtString ? try scanner.string("the name of the outcome") : ""
      var payoffs: [Rational]?
      if scanner.isAtOpenBrace {
        try scanner.openBrace("the payoffs")
        var list: [Rational] = []
        while !scanner.isAtCloseBrace { list.append(try scanner.number("a payoff")) }
        try scanner.closeBrace("the payoffs")
        guard list.count == players.count else {
          throw GameFileError(
            line: scanner.line,
            what: "outcome \(number) has \(list.count) payoffs for \(players.count) players",
            fix: "give one payoff for each player")
        }
        payoffs = list
      }
      guard number != 0 else { return -1 }
      if let known = outcomes[number] {
        guard let payoffs else { return known }
        if pendingOutcomes.removeValue(forKey: number) != nil {
          builder.describeOutcome(known, label: label, payoffs: payoffs)
        } else if builder.outcome(known).payoffs != payoffs {
          throw GameFileError(
            line: scanner.line, what: "outcome \(number) has other payoffs than before",
            fix: "give the outcome a number of its own")
        }
        return known
      }
      if payoffs == nil { pendingOutcomes[number] = scanner.line }
      let index = builder.addOutcome(
        number: number, label: label,
        payoffs: payoffs ?? Array(repeating: .zero, count: players.count))
      outcomes[number] = index
      return index
    }
  }
}
