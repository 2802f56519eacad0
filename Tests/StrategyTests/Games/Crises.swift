import TestSupport
import Games
import Foundation
import Testing

@testable import Strategy

@Suite("Crisis games")
struct Crises {
  @Test(
    "generate the insulation game's tree as it was drawn by hand",
    .enabled(if: Conformance.isThere, "needs ../shared"))
  func sameTree() throws {
    let drawn = try Conformance.tree("insulation_base.efg")
    let grown = try CrisisTree(.insulation()).game
    #expect(grown.nodes.map(\.parent) == drawn.nodes.map(\.parent))
    #expect(grown.nodes.map(\.isTerminal) == drawn.nodes.map(\.isTerminal))
    for node in drawn.nodes.indices { #expect(grown.payoffs(at: node) == drawn.payoffs(at: node)) }
  }

  @Test("call the two stories of the insulation game its only pure equilibria")
  func insulation() throws {
    let tree = try CrisisTree(.insulation())
    let solution = try GameSolver(tree.game, all: true).solve(by: .pbe)
    #expect(solution.isComplete)
    #expect(solution.equilibria.count == 2)
    #expect(solution.equilibria.allSatisfy { $0.refinements.contains(.sequential) })
    #expect(solution.equilibria.map { $0.payoffs[0].description } == ["21/5", "11/5"])
  }

  @Test("state the conditions of closure and refusal in closed form")
  func closedForm() throws {
    let analysis = try CrisisGameAnalysis(.insulation(), lambdas: [0.5])
    #expect(analysis.supporting == 1)
    #expect(analysis.isExact)
    let texts = analysis.conditions.map(\.text)
    #expect(texts.contains("x + V·qo ≥ k"))
    #expect(texts.contains("k1 + x + V·qo ≥ k"))
    #expect(texts.contains("f + k + s ≥ k1 + x + v·qo"))
    #expect(texts.contains("L·qo ≥ co"))
    let worth = try #require(analysis.margins.first { $0.name == "V" })
    #expect(abs((worth.below ?? 0) - 10.0 / 3) < 1e-12)
    #expect(worth.above == nil)
  }

  @Test("have regions that agree with solving the game at each point")
  func regionTwin() throws {
    let base = try CrisisTree(.insulation())
    let story = try #require(
      PureEquilibria<Rational>(base.tree(at: base.values), tolerance: 0).list().profiles
        .first { base.plays($0, type: 0, acts: base.observed) })
    let region = EquilibriumRegion(base, choices: story)
    for worth in 0..<8 {
      for cost in 0..<8 {
        let values: [String: Rational] = [
          "V": Rational(worth * 3, over: 2), "k": Rational(cost),
          "pi": Rational(cost + 1, over: 10),
        ]
        let model = try #require(CrisisModel.insulation().setting(values))
        let tree = try CrisisTree(model)
        let isListed = PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0).list()
          .profiles.contains(story)
        #expect(region.contains(tree.values) == isListed)
      }
    }
  }

  @Test("never support the story where the lever needs no channel")
  func noChannelNeeded() throws {
    for worth in stride(from: 0, through: 20, by: 4) {
      for cost in 0..<8 {
        let values: [String: Rational] = [
          "qk": Rational(3, over: 5), "xk": 1, "ck": 1, "V": Rational(worth), "k": Rational(cost),
        ]
        let tree = try CrisisTree(try #require(CrisisModel.insulation().setting(values)))
        let found = PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0).list()
        #expect(!found.profiles.contains { tree.plays($0, type: 0, acts: tree.observed) })
      }
    }
  }

  @Test(
    "follow the quantal responses that were computed elsewhere",
    arguments: [
      (0.5, 0.7498248661066176, 0.9286533153980787, 0.9554761419442304),
      (1.0, 0.9690745220565389, 0.9913771958934426, 0.9968104625862614),
    ])
  func observer(lambda: Double, close: Double, refused: Double, thawed: Double) throws {
    var model = CrisisModel.insulation()
    model.residual = 0
    let reading = try #require(
      ObserverReading.readings(of: try CrisisTree(model), lambdas: [lambda]).first)
    #expect(abs((reading.steps[0].likelihoods.first?.chance ?? 0) - close) < 1e-8)
    #expect(abs((reading.steps[2].beliefs.first?.chance ?? 0) - refused) < 1e-8)
    #expect(abs((reading.steps[3].beliefs.first?.chance ?? 0) - thawed) < 1e-8)
    #expect(!reading.explainsNothing)
    #expect(reading.telling.first?.move == "apology after close > apologise")
  }

  @Test("say that the types explain nothing when the acts fit none of them")
  func nothing() throws {
    var model = CrisisModel.insulation()
    model.observed = [.init(move: "channel", option: "open"), .init(move: "open", option: "wait")]
    let readings = ObserverReading.readings(of: try CrisisTree(model), lambdas: [2])
    #expect(readings.first?.explainsNothing == true)
  }

  @Test("solve the three-type game, in which the domestic type acts as the deliberate one does")
  func threeTypes() throws {
    let analysis = try CrisisGameAnalysis(.insulation(withDomesticType: true), lambdas: [1])
    #expect(analysis.equilibria == 2)
    #expect(analysis.supporting == 1)
    let last = try #require(analysis.readings.first?.steps.last)
    #expect(last.beliefs.map(\.type) == ["deliberate", "aggrieved", "domestic", "none"])
    #expect(abs(last.beliefs.reduce(0) { $0 + $1.chance } - 1) < 1e-12)
    #expect((last.beliefs.first { $0.type == "domestic" }?.chance ?? 0) > 0.2)
  }

  @Test("are refused with the part that is wrong")
  func wrong() throws {
    var model = CrisisModel.insulation()
    model.stakes[0].amount = "V * nothing"
    let error = #expect(throws: CrisisModelError.self) { try CrisisTree(model) }
    #expect(error?.what.contains("nothing") == true)
    model = .insulation()
    model.types[0].chance = "2 * pi"
    #expect(throws: CrisisModelError.self) { try CrisisTree(model) }
    model = .insulation()
    model.moves[1].after = [["chanel": ["close"]]]
    let other = #expect(throws: CrisisModelError.self) { try CrisisTree(model) }
    #expect(other?.what.contains("chanel") == true)
  }
}
