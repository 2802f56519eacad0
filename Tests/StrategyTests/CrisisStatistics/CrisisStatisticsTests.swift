import Foundation
import Strategy
import Testing

/// The stored answers of two packages for R, when they are there.
private enum Vectors {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/games/crisis_test_vectors.json").path
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  struct File: Decodable {
    struct Crisis: Decodable {
      struct Entry: Decodable {
        struct Root: Decodable { let pR, pC, pF: Double }
        let U: [String: Double]
        let equilibria: [Root]
      }
      let cases: [Entry]
    }
    struct Choice: Decodable {
      struct Entry: Decodable {
        let u: [Double]
        let agent, `private`: [String: Double]
      }
      let cases: [Entry]
    }
    let lewis_schultz: Crisis
    let signorino_egame12: Choice
  }
  static func load() throws -> File {
    try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(filePath: path)))
  }
}

@Suite("Strategic statistics")
struct CrisisStatisticsTests {
  @Test(
    "of the crisis game find all equilibria that a peer found",
    .enabled(if: Vectors.isThere, "needs ../shared"))
  func crisis() throws {
    for entry in try Vectors.load().lewis_schultz.cases {
      func payoff(_ name: String) throws -> Double { try #require(entry.U[name]) }
      let game = CrisisGame(
        statusQuoA: try payoff("SA"), concessionA: try payoff("VA"), concessionB: try payoff("CB"),
        warA: try payoff("WA"), warB: try payoff("WB"), backingDownA: try payoff("a"),
        backingDownB: try payoff("VB"))
      let found = game.equilibria()
      #expect(found.count == entry.equilibria.count)
      for (mine, theirs) in zip(found, entry.equilibria) {
        #expect(abs(mine.resist - theirs.pR) < 1e-9)
        #expect(abs(mine.challenge - theirs.pC) < 1e-9)
        #expect(abs(mine.fight - theirs.pF) < 1e-9)
      }
    }
  }

  @Test(
    "of the two-step choice agree with a peer",
    .enabled(if: Vectors.isThere, "needs ../shared"))
  func choice() throws {
    for entry in try Vectors.load().signorino_egame12.cases {
      let model = StrategicChoice(
        end: entry.u[0], third: entry.u[1], fourth: entry.u[2], fourthOfB: entry.u[3])
      for (kind, stored) in [
        (StrategicChoice.Uncertainty.agentError, entry.agent),
        (.privateInformation, entry.private),
      ] {
        let outcomes = model.outcomes(kind)
        #expect(abs(outcomes.first - (stored["p1"] ?? 0)) < 1e-12)
        #expect(abs(outcomes.third - (stored["p3"] ?? 0)) < 1e-12)
        #expect(abs(outcomes.fourth - (stored["p4"] ?? 0)) < 1e-12)
      }
    }
  }

  @Test(
    "of the crisis game are a fixed point and their outcomes sum to one",
    arguments: [-2.5, -1.0, 0.5])
  func fixedPoint(warB: Double) {
    let game = CrisisGame(
      statusQuoA: 0, concessionA: 1, concessionB: 0, warA: -1, warB: warB, backingDownA: -1.2,
      backingDownB: 1)
    let found = game.equilibria()
    #expect(!found.isEmpty)
    for point in found {
      let total = point.statusQuo + point.concession + point.war + point.backingDown
      #expect(abs(total - 1) < 1e-12)
    }
  }

  @Test("of the crisis game agree with a simulation of both sides' choices")
  func simulated() throws {
    let game = CrisisGame(
      statusQuoA: 0, concessionA: 1, concessionB: -0.5, warA: -0.5, warB: -1, backingDownA: -1,
      backingDownB: 1)
    let point = try #require(game.equilibria().first)
    var random = RandomNormals(seed: 11)
    let threshold = (0 - (1 - point.resist) * 1) / point.resist
    var challenges = 0
    var fights = 0
    let trials = 40_000
    for _ in 0..<trials {
      let war = -0.5 + random.next()
      let back = -1 + random.next()
      if max(war, back) > threshold {
        challenges += 1
        if war > back { fights += 1 }
      }
    }
    #expect(abs(Double(challenges) / Double(trials) - point.challenge) < 0.01)
    #expect(abs(Double(fights) / Double(challenges) - point.fight) < 0.01)
  }

  @Test("give a log-likelihood that is the sum of the outcomes' logarithms")
  func likelihood() {
    let model = StrategicChoice(end: 0.3, third: 0.8, fourth: -1.2, fourthOfB: -0.4)
    let chance = model.outcomes(.agentError)
    let expected = 2 * log(chance.first) + 3 * log(chance.third) + log(chance.fourth)
    let found = model.logLikelihood(of: (first: 2, third: 3, fourth: 1), .agentError)
    #expect(abs(found - expected) < 1e-12)
  }
}

/// Standard normal draws by the polar method.
private struct RandomNormals {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }

  mutating func next() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let s = u * u + v * v
      if s > 0 && s < 1 { return u * (-2 * log(s) / s).squareRoot() }
    }
  }
}
