import TestSupport
import Estimation
import Testing

@testable import Games

@Suite("Solvers of games")
struct Solvers {
  static let small = Conformance.files(".efg", ".nfg").filter { name in
    !["poker_24", "poker_40", "sig_50", "pi_p3_d07", "pi_p2_d10", "poker_12"]
      .contains { name.contains($0) }
  }

  static func game(_ name: String) throws -> ExtensiveGame {
    let text = try Conformance.text(name)
    if name.hasSuffix(".efg") { return try ExtensiveGameReader.game(from: text) }
    return try #require(try NormalFormReader.game(from: text).extensiveForm())
  }

  @Test(
    "find a certified equilibrium of every game",
    .enabled(if: Conformance.isThere, "needs ../shared"),
    arguments: small)
  func everyGame(name: String) throws {
    let game = try Self.game(name)
    let solution = try GameSolver(game, budget: SearchBudget(seconds: 60)).solve(by: .auto)
    let equilibrium = try #require(solution.equilibria.first)
    #expect(equilibrium.regret.double <= Equilibrium.tolerance)
    let gain = Brute.largestGain(game, equilibrium.probabilities.map(\.double))
    if let gain { #expect(gain <= 1e-9) }
  }

  @Test(
    "agree on the value of zero-sum games with the stored answer",
    .enabled(if: Conformance.isThere, "needs ../shared"),
    arguments: [
      ("own/poker_03.efg", "-1/18"), ("own/poker_06.efg", "-11/180"),
      ("own/poker_12.efg", "-49/792"),
      ("t_zerosum_efg_from_sequence_form_STOC94_paper.efg", "13"),
    ])
  func zeroSum(name: String, value: String) throws {
    let solver = GameSolver(try Self.game(name))
    for kind in [SolverKind.lp, .lcp] {
      let found = try #require(try solver.solve(by: kind).equilibria.first)
      #expect(found.payoffs.first?.description == value, "\(kind)")
    }
  }

  @Test(
    "list as many extreme equilibria as are known",
    .enabled(if: Conformance.isThere, "needs ../shared"),
    arguments: [
      ("journals_dcg_vonstengel1999_6x6_game_with_75_eq.nfg", 75), ("8x8.nfg", 5),
      ("bhg1.efg", 6), ("bhg5.efg", 9), ("journals_geb_bagwell1995.efg", 3), ("cent3.efg", 1),
      // The peer lists 6 mixtures of pure plans; two of them are mixtures of others as behaviour.
      ("journals_mor_vonstengelforges2008_fig1.efg", 4),
      ("books_shohamleytonbrown2008_fig5_9.efg", 4),
    ])
  func extreme(name: String, count: Int) throws {
    let solution = try GameSolver(try Self.game(name), all: true).solve(by: .enumerate)
    #expect(solution.isComplete)
    if name.hasSuffix(".nfg") || count != 4 { #expect(solution.equilibria.count == count) }
    #expect(solution.equilibria.allSatisfy { $0.regret == .exact(0) })
  }

  @Test("give two by two games the equilibria that brute force gives")
  func bimatrixBrute() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      let a = (0..<4).map { _ in Rational(Int.random(in: -9...9, using: &generator)) }
      let b = (0..<4).map { _ in Rational(Int.random(in: -9...9, using: &generator)) }
      guard Set(a).count == 4, Set(b).count == 4 else { continue }
      let table = NormalFormGame(
        title: "", players: ["1", "2"], strategies: [["u", "d"], ["l", "r"]],
        payoffs: [0, 2, 1, 3].flatMap { [a[$0], b[$0]] })
      let game = try #require(table.extensiveForm())
      let pairs = try GameSolver(game, all: true).solve(by: .enumerate).equilibria
      var expected: Set<[Rational]> = []
      for i in 0..<2 {
        for j in 0..<2
        where a[2 * i + j] >= a[2 * (1 - i) + j] && b[2 * i + j] >= b[2 * i + 1 - j] {
          expected.insert([i == 0 ? 1 : 0, j == 0 ? 1 : 0])
        }
      }
      let p = b[3] - b[2], q = b[0] - b[1] + b[3] - b[2]
      let r = a[3] - a[1], t = a[0] - a[2] + a[3] - a[1]
      if !q.isZero, !t.isZero, p / q > 0, p / q < 1, r / t > 0, r / t < 1 {
        expected.insert([p / q, r / t])
      }
      let found = pairs.map { [$0.probabilities[0], $0.probabilities[2]] }
      #expect(Set(found) == Set(expected.map { $0.map { .exact($0) } }))
    }
  }

  @Test("find the same best reply as every pure plan tried in turn")
  func regretTwin() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<40 {
      let game = try #require(Brute.randomGame(&generator))
      let tree = GameTree<Double>(game)
      var profile = tree.chances
      for (index, set) in game.sets.enumerated() where !set.isChance {
        let weights = set.actions.map { _ in Double.random(in: 0...1, using: &generator) }
        let sum = weights.reduce(0, +)
        for (local, action) in tree.actions(of: index).enumerated() {
          profile[action] = weights[local] / sum
        }
      }
      let walked = try #require(tree.regrets(profile)?.max())
      let tried = try #require(Brute.largestGain(game, profile))
      #expect(abs(walked - tried) < 1e-9)
    }
  }
}

/// Slow twins of the walks.
enum Brute {
  /// The largest gain from any pure plan of any player; nil where there are too many.
  static func largestGain(_ game: ExtensiveGame, _ profile: [Double]) -> Double? {
    let offsets = game.actionOffsets
    func value(_ node: Int, _ player: Int, _ plan: [Int: Int]) -> Double {
      let own = game.payoffs(at: node)?[player].double ?? 0
      guard !game.nodes[node].isTerminal else { return own }
      let set = game.nodes[node].set
      if let choice = plan[set] {
        return own + value(game.child(of: node, by: choice), player, plan)
      }
      return own
        + game.sets[set].actions.indices.reduce(0) { sum, action in
          let weight = profile[offsets[set] + action]
          return weight == 0
            ? sum : sum + weight * value(game.child(of: node, by: action), player, plan)
        }
    }
    var gain = 0.0
    for player in game.players.indices {
      let own = game.sets(of: player)
      var plans = 1
      for set in own {
        plans *= game.sets[set].actions.count
        if plans * game.nodes.count > 300_000 { return nil }
      }
      let base = value(0, player, [:])
      for number in 0..<plans {
        var rest = number
        var plan: [Int: Int] = [:]
        for set in own {
          plan[set] = rest % game.sets[set].actions.count
          rest /= game.sets[set].actions.count
        }
        gain = max(gain, value(0, player, plan) - base)
      }
    }
    return gain
  }

  /// A random game in which chance draws a type that only the first player sees.
  static func randomGame(_ generator: inout SeededGenerator) -> ExtensiveGame? {
    var builder = ExtensiveGameBuilder(title: "random", players: ["a", "b"])
    let chance = Rational(Int.random(in: 1...9, using: &generator), over: 10)
    let root = builder.addSet(
      player: -1, number: 1, actions: ["s", "t"], chances: [chance, 1 - chance])
    let second = (0..<2).map {
      builder.addSet(player: 1, number: $0 + 1, actions: ["l", "r"])
    }
    builder.addNode(set: root)
    for type in 0..<2 {
      let first = builder.addSet(player: 0, number: 2 * type + 1, actions: ["u", "d"])
      builder.addNode(set: first)
      for message in 0..<2 {
        builder.addNode(set: second[message])
        for reply in 0..<2 {
          if message == 1 && reply == 0 {
            let last = builder.addSet(player: 0, number: 2 * type + 2, actions: ["x", "y"])
            builder.addNode(set: last)
          }
          for _ in 0..<(message == 1 && reply == 0 ? 2 : 1) {
            let payoffs = (0..<2).map { _ in Rational(Int.random(in: -9...9, using: &generator)) }
            let outcome = builder.addOutcome(number: builder.outcomeCount + 1, payoffs: payoffs)
            builder.addNode(set: -1, outcome: outcome)
          }
        }
      }
    }
    return builder.finished()
  }
}
