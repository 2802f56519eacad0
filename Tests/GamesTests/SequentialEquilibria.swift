import Estimation
import Testing

@testable import Games

@Suite("Sequential equilibria")
struct SequentialEquilibria {
  /// The first player stays out or errs to L or R; chance shows that to the second or the third.
  ///
  /// The second keeps still if it believes in L by 2/3 at least; the third has thresholds of its own.
  static func game(third: (afterL: Int, afterR: Int)) throws -> ExtensiveGame {
    var builder = ExtensiveGameBuilder(title: "one error seen twice", players: ["1", "2", "3"])
    let first = builder.addSet(player: 0, number: 1, actions: ["out", "L", "R"])
    let seen = [1, 2].map { builder.addSet(player: $0, number: 1, actions: ["still", "act"]) }
    func end(_ payoffs: [Rational]) {
      builder.addNode(
        set: -1, outcome: builder.addOutcome(number: builder.outcomeCount + 1, payoffs: payoffs))
    }
    builder.addNode(set: first)
    end([0, 0, 0])
    for error in 0..<2 {
      let chance = builder.addSet(
        player: -1, number: error + 1, actions: ["second", "third"],
        chances: [Rational(1, over: 2), Rational(1, over: 2)])
      builder.addNode(set: chance)
      for who in 0..<2 {
        builder.addNode(set: seen[who])
        end([-1, 0, 0])
        let gain: Rational =
          who == 0 ? (error == 0 ? -1 : 2) : Rational(error == 0 ? third.afterL : third.afterR)
        end([-1, who == 0 ? gain : 0, who == 1 ? gain : 0])
      }
    }
    return try #require(builder.finished())
  }

  @Test(
    "need beliefs that all come from the same errors",
    arguments: [
      // The third keeps still only if it believes in R by 2/3: no error gives both beliefs.
      (2, -1, false),
      // Believing in L by 1/2 at least agrees with 2/3.
      (-1, 1, true),
      // Believing in L by 3/4 at most agrees with 2/3 at least, but only with both errors in use.
      (1, -3, true),
    ])
  func shared(afterL: Int, afterR: Int, isSequential: Bool) throws {
    let game = try Self.game(third: (afterL, afterR))
    let tree = GameTree<Rational>(game)
    let profile = tree.pureProfile(game.sets.map { _ in 0 })
    let found = try #require(Certificate(tree).certify(profile, method: "test"))
    #expect(found.refinements.contains(.perfectBayesian))
    #expect(found.refinements.contains(.sequential) == isSequential)
    #expect(found.undecided.isEmpty)
    if isSequential {
      let beliefs = game.sets.indices.filter { game.sets[$0].nodes.count == 2 }
        .map { found.beliefs[$0]?.first?.double ?? -1 }
      #expect(beliefs[0] == beliefs[1])
      #expect(beliefs[0] >= 2.0 / 3 - 1e-12)
    }
    let inDoubles = try #require(
      Certificate(GameTree<Double>(game)).certify(profile.map(\.double), method: "test"))
    #expect(inDoubles.refinements == found.refinements)
  }

  @Test("are decided as trying all orders and many factors of errors decides them")
  func brute() {
    var generator = SeededGenerator(seed: 21)
    var answers: [ConsistencyFinding: Int] = [:]
    for _ in 0..<200 {
      let actions = Int.random(in: 2...4, using: &generator)
      let places = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
        Self.place(actions, &generator)
      }
      var search = ConsistencySearch(places)
      let (finding, weights) = search.run()
      answers[finding, default: 0] += 1
      let isFound = Self.isFoundByTrying(places, actions: actions)
      switch finding {
      case .passes:
        for (place, row) in zip(places, weights) {
          #expect(row.reduce(.zero, +) == 1)
          for line in place.rows {
            #expect(zip(line, row).reduce(Rational.zero) { $0 + $1.0 * $1.1 } >= 0)
          }
        }
        let supports = weights.map { row in row.indices.filter { !row[$0].isZero } }
        #expect(Self.orders(actions).contains { Self.smallest(places, $0) == supports })
      case .fails: #expect(!isFound)
      case .undecided: break
      }
    }
    #expect((answers[.passes] ?? 0) > 60)
    #expect((answers[.fails] ?? 0) > 20)
    #expect((answers[.undecided] ?? 0) <= 5)
  }

  /// A set with two or three classes, none of which includes another.
  private static func place(
    _ actions: Int, _ generator: inout SeededGenerator
  ) -> ConsistencySearch.Place? {
    var classes: Set<[Int]> = []
    for _ in 0..<Int.random(in: 2...3, using: &generator) {
      let mask = Int.random(in: 1..<(1 << actions), using: &generator)
      classes.insert((0..<actions).filter { mask & (1 << $0) != 0 })
    }
    let kept = classes.filter { one in
      !classes.contains { $0 != one && Set($0).isSubset(of: one) }
    }.sorted { $0.lexicographicallyPrecedes($1) }
    guard kept.count > 1 else { return nil }
    return ConsistencySearch.Place(
      classes: kept,
      mass: kept.map { _ in Rational(Int.random(in: 1...3, using: &generator)) },
      rows: (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        kept.map { _ in Rational(Int.random(in: -3...3, using: &generator)) }
      })
  }

  private static func orders(_ actions: Int) -> [[Int]] {
    var orders: [[Int]] = [[]]
    for _ in 0..<actions { orders = orders.flatMap { order in (1...6).map { order + [$0] } } }
    return orders
  }

  private static func smallest(_ places: [ConsistencySearch.Place], _ order: [Int]) -> [[Int]] {
    places.map { place in
      let sums = place.classes.map { $0.reduce(0) { $0 + order[$1] } }
      let least = sums.min() ?? 0
      return sums.indices.filter { sums[$0] == least }
    }
  }

  private static func isFoundByTrying(_ places: [ConsistencySearch.Place], actions: Int) -> Bool {
    let factors: [Double] = [0.1, 1, 4]
    var combinations: [[Double]] = [[]]
    for _ in 0..<actions { combinations = combinations.flatMap { c in factors.map { c + [$0] } } }
    var seen: Set<[[Int]]> = []
    for order in orders(actions) where seen.insert(smallest(places, order)).inserted {
      let supports = smallest(places, order)
      let tries = supports.allSatisfy { $0.count == 1 } ? [combinations[0]] : combinations
      for factor in tries {
        let holds = zip(places, supports).allSatisfy { place, support in
          place.rows.allSatisfy { row in
            support.reduce(0.0) { sum, group in
              sum + row[group].double * place.mass[group].double
                * place.classes[group].reduce(1) { $0 * factor[$1] }
            } >= 0
          }
        }
        if holds { return true }
      }
    }
    return false
  }
}
