import Estimation
import Foundation
import Testing

@testable import Games

/// A game of the literature with an answer that its author published.
struct PublishedGame: Sendable, CustomTestStringConvertible {
  let name: String
  let cells: [[(Int, Int)]]
  /// How many equilibria it has, pure and mixed.
  let count: Int
  /// The probability of the first row in each, in ascending order.
  let firstRow: [Rational]
  let source: String
  var testDescription: String { "\(name) (\(source))" }
}

@Suite("Games of the literature")
struct PublishedGamesTests {
  static let tables = [
    PublishedGame(
      name: "prisoner's dilemma", cells: [[(-1, -1), (-10, 0)], [(0, -10), (-5, -5)]], count: 1,
      firstRow: [0], source: "Tucker 1950"),
    PublishedGame(
      name: "battle of the sexes", cells: [[(2, 1), (0, 0)], [(0, 0), (1, 2)]], count: 3,
      firstRow: [0, Rational(2, over: 3), 1], source: "Luce and Raiffa 1957"),
    PublishedGame(
      name: "matching pennies", cells: [[(1, -1), (-1, 1)], [(-1, 1), (1, -1)]], count: 1,
      firstRow: [Rational(1, over: 2)], source: "von Neumann 1928"),
    PublishedGame(
      name: "chicken", cells: [[(6, 6), (2, 7)], [(7, 2), (0, 0)]], count: 3,
      firstRow: [0, Rational(2, over: 3), 1], source: "Aumann 1974"),
    PublishedGame(
      name: "rock, paper, scissors",
      cells: [
        [(0, 0), (-1, 1), (1, -1)], [(1, -1), (0, 0), (-1, 1)], [(-1, 1), (1, -1), (0, 0)],
      ],
      count: 1, firstRow: [Rational(1, over: 3)], source: "von Neumann 1928"),
    PublishedGame(
      name: "a game without pure equilibrium in three strategies",
      cells: [[(0, 0), (4, 5), (5, 4)], [(5, 4), (0, 0), (4, 5)], [(4, 5), (5, 4), (0, 0)]],
      count: 1, firstRow: [Rational(1, over: 3)], source: "Shapley 1964, cyclic payoffs"),
  ]

  @Test("have the equilibria that their authors found", arguments: tables)
  func equilibria(of game: PublishedGame) throws {
    let tree = try #require(MadeGames.table(game.cells).extensiveForm())
    let solution = try GameSolver(tree, all: true).solve(by: .enumerate)
    #expect(solution.isComplete)
    #expect(solution.equilibria.count == game.count)
    let first = solution.equilibria.map { $0.probabilities[0].double }.sorted()
    for (found, stated) in zip(first, game.firstRow) { #expect(abs(found - stated.double) < 1e-12) }
    for equilibrium in solution.equilibria {
      #expect(equilibrium.regret == .exact(0))
      let gain = try #require(
        Brute.largestGain(tree, equilibrium.probabilities.map(\.double)))
      #expect(gain < 1e-12)
    }
  }

  @Test("give the first player of one-card poker minus one eighteenth (Kuhn 1950)")
  func kuhn() throws {
    let game = try #require(MadeGames.poker(3))
    for kind in [SolverKind.lp, .lcp] {
      let found = try #require(try GameSolver(game).solve(by: kind).equilibria.first)
      #expect(found.payoffs.first?.description == "-1/18", "\(kind)")
      #expect(found.regret == .exact(0))
    }
  }

  @Test("of poker have one value by both sequence-form ways", arguments: [4, 5, 6])
  func pokerValue(ranks: Int) throws {
    let game = try #require(MadeGames.poker(ranks))
    let values = try [SolverKind.lp, .lcp].map {
      try #require(try GameSolver(game).solve(by: $0).equilibria.first).payoffs[0]
    }
    #expect(values[0] == values[1])
  }

  @Test("by lp is refused where the payoffs do not add up to a constant")
  func notZeroSum() throws {
    let tree = try #require(
      MadeGames.table([[(2, 1), (0, 0)], [(0, 0), (1, 2)]]).extensiveForm())
    #expect(throws: SolverRefusal.self) { try GameSolver(tree).solve(by: .lp) }
  }

  @Test("of a ladder end at once by backward induction (Rosenthal 1981)")
  func centipede() throws {
    var builder = ExtensiveGameBuilder(title: "centipede", players: ["a", "b"])
    let sets = (0..<6).map {
      builder.addSet(player: $0 % 2, number: $0 / 2 + 1, actions: ["take", "pass"])
    }
    func end(_ a: Int, _ b: Int) {
      let outcome = builder.addOutcome(
        number: builder.outcomeCount + 1, payoffs: [Rational(a), Rational(b)])
      _ = builder.addNode(set: -1, outcome: outcome)
    }
    for round in 0..<6 {
      _ = builder.addNode(set: sets[round])
      round % 2 == 0 ? end(round + 2, round) : end(round - 1, round + 3)
    }
    end(7, 5)
    let game = try #require(builder.finished())
    let solution = try GameSolver(game).solve(by: .backward)
    let only = try #require(solution.equilibria.first)
    #expect(solution.isComplete)
    #expect(only.payoffs == [.exact(2), .exact(0)])
    #expect(only.probabilities.map(\.double) == Array(repeating: [1, 0], count: 6).flatMap { $0 })
  }
}

@Suite("Made games")
struct MadeGamesTests {
  @Test("of perfect information get the value of a plain recursion", arguments: 0..<12)
  func backwardTwin(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let players = 2 + seed % 2
    let game = try #require(
      MadeGames.perfect(players: players, depth: 4, branches: 3, using: &generator))
    func best(_ node: Int) -> [Rational] {
      if game.nodes[node].isTerminal { return game.payoffs(at: node) ?? [] }
      let set = game.sets[game.nodes[node].set]
      let values = set.actions.indices.map { best(game.child(of: node, by: $0)) }
      return values.max { $0[set.player] < $1[set.player] } ?? []
    }
    let found = try #require(try GameSolver(game).solve(by: .backward).equilibria.first)
    // With ties several answers are right; each gives the first mover the same.
    #expect(found.regret == .exact(0))
    #expect(found.payoffs[0] == .exact(best(0)[0]))
    let auto = try #require(try GameSolver(game).solve(by: .auto).equilibria.first)
    #expect(auto.payoffs[0] == found.payoffs[0])
  }

  @Test(
    "of signals are solved by every way that fits, each certified by brute force", arguments: 0..<10
  )
  func everyWay(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(100 + seed))
    let game = try #require(
      MadeGames.signalling(types: 2, messages: 2, replies: 2, using: &generator))
    for kind in [SolverKind.auto, .lcp, .logit, .enumerate, .pbe] {
      let solution = try GameSolver(game, budget: SearchBudget(seconds: 20)).solve(by: kind)
      if kind == .pbe, solution.equilibria.isEmpty { continue }
      let equilibrium = try #require(solution.equilibria.first, "\(kind)")
      let gain = try #require(Brute.largestGain(game, equilibrium.probabilities.map(\.double)))
      #expect(gain <= 1e-8, "\(kind)")
    }
  }

  @Test("of signals have every pure equilibrium that trying all plans finds", arguments: 0..<8)
  func pureTwin(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(300 + seed))
    let game = try #require(
      MadeGames.signalling(types: 2, messages: 2, replies: 2, using: &generator))
    let all = try GameSolver(game, all: true).solve(by: .pbe)
    #expect(all.isComplete)
    let tree = GameTree<Double>(game)
    let own = game.sets.indices.filter { !game.sets[$0].isChance }
    var nash = 0
    for plan in 0..<(1 << own.count) {
      var profile = tree.chances
      for (place, set) in own.enumerated() {
        for (local, action) in tree.actions(of: set).enumerated() {
          profile[action] = local == (plan >> place) & 1 ? 1 : 0
        }
      }
      if try #require(Brute.largestGain(game, profile)) < 1e-12 { nash += 1 }
    }
    // Every perfect Bayesian equilibrium is a Nash equilibrium.
    #expect(all.equilibria.count <= nash)
    for equilibrium in all.equilibria {
      #expect(
        try #require(Brute.largestGain(game, equilibrium.probabilities.map(\.double))) < 1e-12)
    }
  }

  @Test("have quantal responses that answer one another by the logit rule", arguments: [0.2, 1, 3])
  func quantalResponse(lambda: Double) throws {
    let cells = [[(9, 0), (0, 1)], [(0, 1), (1, 0)]]
    let game = try #require(MadeGames.table(cells).extensiveForm())
    let points = QuantalResponsePath(GameTree<Double>(game)).points(at: [lambda])
    let point = try #require(points.first)
    let (p, q) = (point.profile[0], point.profile[2])
    // McKelvey and Palfrey 1995, equation 1: log odds are the precision times the gain.
    let row = lambda * ((9 * q) - (1 - q))
    let column = lambda * ((1 - p) - p)
    #expect(abs(log(p / (1 - p)) - row) < 1e-6)
    #expect(abs(log(q / (1 - q)) - column) < 1e-6)
  }

  @Test("are written the same after reading", arguments: 0..<6)
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let trees = [
      MadeGames.poker(3), Brute.randomGame(&generator),
      MadeGames.signalling(types: 3, messages: 2, replies: 3, using: &generator),
      MadeGames.perfect(players: 3, depth: 3, branches: 2, using: &generator),
    ]
    for tree in trees {
      let game = try #require(tree)
      let text = ExtensiveGameWriter.text(of: game)
      let read = try ExtensiveGameReader.game(from: text)
      #expect(ExtensiveGameWriter.text(of: read) == text)
      // Sets may be numbered anew in the order of first appearance; the tree itself may not change.
      #expect(read.nodes.map(\.parent) == game.nodes.map(\.parent))
      #expect(read.sets.count == game.sets.count)
      for node in game.nodes.indices {
        #expect(read.payoffs(at: node) == game.payoffs(at: node))
      }
    }
  }
}
