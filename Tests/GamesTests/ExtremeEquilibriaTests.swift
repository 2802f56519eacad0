import TestSupport
import Estimation
import Testing

@testable import Games

@Suite("Extreme equilibria")
struct ExtremeEquilibriaTests {
  @Test(
    "of small poker games are listed, all with the value of the game",
    .enabled(if: Conformance.isThere, "needs ../shared"),
    arguments: [("own/poker_03.efg", "-1/18")])
  func poker(name: String, value: String) throws {
    let solution = try GameSolver(try Solvers.game(name), all: true).solve(by: .enumerate)
    #expect(solution.isComplete)
    #expect(solution.kind == .extreme)
    #expect(!solution.equilibria.isEmpty)
    #expect(
      solution.equilibria.allSatisfy {
        $0.payoffs[0].description == value && $0.regret == .exact(0)
      })
  }

  @Test("hold every pure equilibrium of random trees")
  func pure() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<25 {
      let game = try #require(Brute.randomGame(&generator))
      let solution = try GameSolver(game, all: true).solve(by: .enumerate)
      #expect(solution.isComplete)
      let tree = GameTree<Rational>(game)
      let listed = Set(solution.equilibria.map { reach(tree, $0.probabilities.map(rational)) })
      let sets = game.sets.indices.filter { !game.sets[$0].isChance }
      for code in 0..<(1 << sets.count) {
        var choices = [Int](repeating: 0, count: game.sets.count)
        for (place, set) in sets.enumerated() { choices[set] = code >> place & 1 }
        let profile = tree.pureProfile(choices)
        guard let gains = tree.regrets(profile), gains.allSatisfy(\.isZero) else { continue }
        #expect(listed.contains(reach(tree, profile)))
      }
    }
  }

  private func rational(_ quantity: GameQuantity) -> Rational {
    if case .exact(let value) = quantity { value } else { .zero }
  }

  /// What both players' own plans allow, which is all that an extreme equilibrium fixes.
  private func reach(_ tree: GameTree<Rational>, _ profile: [Rational]) -> [[Rational]] {
    (0..<2).map { player in
      var others = profile
      for (index, set) in tree.game.sets.enumerated() where set.player != player {
        for action in tree.actions(of: index) { others[action] = 1 }
      }
      return tree.reach(others)
    }
  }

  @Test("of a game that forgets or has too many plans are answered with a reason")
  func refusals() throws {
    let text = """
      EFG 2 R "driver" { "1" }
      p "" 1 1 "" { "exit" "on" } 0
      t "" 1 "" { 0 }
      p "" 1 1 "" { "exit" "on" } 0
      t "" 2 "" { 4 }
      t "" 3 "" { 1 }
      """
    let driver = try ExtensiveGameReader.game(from: text)
    #expect(driver.absentMindedSet == 0)
    let error = #expect(throws: SolverRefusal.self) { try GameSolver(driver).solve(by: .lcp) }
    #expect(error?.reason.contains("twice in one play") == true)
    let solution = try GameSolver(driver).solve(by: .auto)
    #expect(solution.equilibria.isEmpty)
    #expect(!solution.isComplete)
    #expect(solution.notes.first?.contains("absent-mindedness") == true)
  }
}
