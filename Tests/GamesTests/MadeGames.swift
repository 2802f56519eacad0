import Estimation
import Games

/// Games made by rule: poker with one card each, signalling games, trees of perfect information, and
/// small games of the literature written from their definitions.
enum MadeGames {
  /// Poker with one card each from a deck of ranks and one chip of ante and bet.
  ///
  /// The first player checks or bets; after a check the second checks or bets, after a bet a player
  /// folds or calls; the higher card wins the pot. With three ranks it is the game of Kuhn (1950).
  static func poker(_ ranks: Int) -> ExtensiveGame? {
    var builder = ExtensiveGameBuilder(title: "poker", players: ["first", "second"])
    let deals = (0..<ranks).flatMap { a in (0..<ranks).filter { $0 != a }.map { (a, $0) } }
    let chance = Rational(1, over: deals.count)
    let root = builder.addSet(
      player: -1, number: 1, actions: deals.map { "\($0.0)\($0.1)" },
      chances: deals.map { _ in chance })
    let opening = (0..<ranks).map {
      builder.addSet(player: 0, number: $0 + 1, actions: ["check", "bet"])
    }
    let afterCheck = (0..<ranks).map {
      builder.addSet(player: 1, number: $0 + 1, actions: ["check", "bet"])
    }
    let afterBet = (0..<ranks).map {
      builder.addSet(player: 1, number: ranks + $0 + 1, actions: ["fold", "call"])
    }
    let afterRaise = (0..<ranks).map {
      builder.addSet(player: 0, number: ranks + $0 + 1, actions: ["fold", "call"])
    }
    func end(_ amount: Int) {
      let outcome = builder.addOutcome(
        number: builder.outcomeCount + 1, payoffs: [Rational(amount), Rational(-amount)])
      _ = builder.addNode(set: -1, outcome: outcome)
    }
    _ = builder.addNode(set: root)
    for (a, b) in deals {
      let sign = a > b ? 1 : -1
      _ = builder.addNode(set: opening[a])
      _ = builder.addNode(set: afterCheck[b])
      end(sign)
      _ = builder.addNode(set: afterRaise[a])
      end(-1)
      end(2 * sign)
      _ = builder.addNode(set: afterBet[b])
      end(1)
      end(2 * sign)
    }
    return builder.finished()
  }

  /// A signalling game with random payoffs: a type that the sender alone sees, a message, a reply.
  static func signalling(
    types: Int, messages: Int, replies: Int, using generator: inout SeededGenerator
  ) -> ExtensiveGame? {
    var builder = ExtensiveGameBuilder(title: "signalling", players: ["sender", "receiver"])
    let chance = Rational(1, over: types)
    let root = builder.addSet(
      player: -1, number: 1, actions: (0..<types).map { "t\($0)" },
      chances: (0..<types).map { _ in chance })
    let receiver = (0..<messages).map { message in
      builder.addSet(
        player: 1, number: message + 1, actions: (0..<replies).map { "r\($0)" })
    }
    _ = builder.addNode(set: root)
    for type in 0..<types {
      let sender = builder.addSet(
        player: 0, number: type + 1, actions: (0..<messages).map { "m\($0)" })
      _ = builder.addNode(set: sender)
      for message in 0..<messages {
        _ = builder.addNode(set: receiver[message])
        for _ in 0..<replies {
          let payoffs = (0..<2).map { _ in Rational(Int.random(in: -9...9, using: &generator)) }
          let outcome = builder.addOutcome(number: builder.outcomeCount + 1, payoffs: payoffs)
          _ = builder.addNode(set: -1, outcome: outcome)
        }
      }
    }
    return builder.finished()
  }

  /// A tree of perfect information with random payoffs, players moving in turn.
  static func perfect(
    players: Int, depth: Int, branches: Int, using generator: inout SeededGenerator
  ) -> ExtensiveGame? {
    var builder = ExtensiveGameBuilder(
      title: "perfect", players: (0..<players).map { "p\($0)" })
    var number = 0
    func grow(_ level: Int) {
      if level == depth {
        let payoffs = (0..<players).map { _ in
          Rational(Int.random(in: -99...99, using: &generator))
        }
        let outcome = builder.addOutcome(number: builder.outcomeCount + 1, payoffs: payoffs)
        _ = builder.addNode(set: -1, outcome: outcome)
        return
      }
      number += 1
      let set = builder.addSet(
        player: level % players, number: number, actions: (0..<branches).map { "a\($0)" })
      _ = builder.addNode(set: set)
      for _ in 0..<branches { grow(level + 1) }
    }
    grow(0)
    return builder.finished()
  }

  /// A game of two players as a table, cells given row by row as pairs of payoffs.
  static func table(_ cells: [[(Int, Int)]]) -> NormalFormGame {
    let (rows, columns) = (cells.count, cells[0].count)
    let payoffs = (0..<columns).flatMap { column in
      (0..<rows).flatMap { row -> [Rational] in
        [Rational(cells[row][column].0), Rational(cells[row][column].1)]
      }
    }
    return NormalFormGame(
      title: "table", players: ["row", "column"],
      strategies: [(0..<rows).map { "r\($0)" }, (0..<columns).map { "c\($0)" }], payoffs: payoffs)
  }
}
