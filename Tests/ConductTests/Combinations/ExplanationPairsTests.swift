import Diplomacy
import Estimation
import Testing

@testable import Conduct

@Suite("Two stories together")
struct ExplanationPairsTests {
  static let model = ConductModel(answerDays: [.init(10, weight: 1)])

  static func pairs(_ subject: Case, power: Double = 1) throws -> ExplanationPairs {
    let evidence = StreamEvidence(
      Fixture.engine(subject, model: model), draws: 1, generator: Fixture.seeded())
    return try #require(
      ExplanationPairs(evidence, draws: 1, power: power, generator: Fixture.seeded()))
  }

  @Test("are preferred where the record was drawn from both, and seldom where from one (simulated)")
  func recovery() throws {
    let template = Fixture.random(seed: 1, acts: 60)
    let candidates = Candidate.all(of: template)
    let quiet = ConductParameters(
      values: [.baseHostile: -3, .baseConciliatory: -3], wandering: [:], answerDays: 10)
    let both = try #require(candidates.first { $0.id == "insulation" })
    let rally = try #require(candidates.first { $0.id == "rally" })
    let mixed = Candidate(
      id: "both",
      kind: ConductKind(
        name: "both", signature: "",
        active: [
          .goalHostile: CoefficientPrior(median: 1.6, spread: 0.1),
          .goalConciliatory: CoefficientPrior(median: 0.6, spread: 0.1),
          .shockHostile: CoefficientPrior(median: 2, spread: 0.1),
        ]), prior: 1, conditions: both.conditions)
    func leads(_ truth: Candidate, seed: UInt64) -> [Double] {
      let simulator = EpisodeSimulator(
        ConductRecord(template), [truth], model: Self.model, counterpart: quiet)
      return (0..<8).map { index in
        let source = Fixture.seeded(seed).stream(UInt64(index))
        let record = simulator.episode(0, generator: source)
        let evidence = StreamEvidence(
          EvidenceEngine(record, candidates, model: Self.model), draws: 1,
          generator: Fixture.seeded())
        let pairs = ExplanationPairs(
          evidence, draws: 1, power: 1, generator: Fixture.seeded())
        return pairs?.lead ?? -.infinity
      }
    }
    let (ofBoth, ofOne) = (leads(mixed, seed: 5), leads(rally, seed: 6))
    #expect(Summaries.mean(ofBoth) > Summaries.mean(ofOne))
  }

  @Test("gain over the better of the two, and shares stay probabilities", arguments: [3, 4, 5])
  func bounds(seed: UInt64) throws {
    let subject = Fixture.random(seed: seed, closures: true)
    let pairs = try Self.pairs(subject)
    #expect(pairs.pairs.count == 15)
    #expect(pairs.pairs.map(\.logEvidence) == pairs.pairs.map(\.logEvidence).sorted(by: >))
    let alone = pairs.involvement.reduce(0) { $0 + $1.alone }
    let all = pairs.involvement.reduce(0) { $0 + $1.atWork }
    // Each pair is counted for both of its members, so the total is 1 + the share of pairs.
    #expect(abs(all - alone - 2 * (1 - alone)) < 1e-9)
    #expect(pairs.involvement.allSatisfy { $0.atWork >= $0.alone && $0.atWork <= 1 + 1e-12 })
  }

  @Test("leave out the wide story and twins that acts cannot tell apart")
  func excluded() throws {
    var explanations = Fixture.explanations()
    explanations.append(Explanation(id: "none", kind: "none"))
    explanations.append(
      Explanation(
        id: "orchestration", kind: "orchestration", until: explanations[0].until))
    let pairs = try Self.pairs(Fixture.random(seed: 7, explanations: explanations))
    #expect(!pairs.pairs.contains { [$0.first, $0.second].contains("none") })
    #expect(!pairs.pairs.contains { [$0.first, $0.second] == ["insulation", "orchestration"] })
    #expect(pairs.pairs.count == 20)
    let single = Fixture.random(seed: 7, explanations: [Explanation(id: "drift", kind: "drift")])
    let evidence = StreamEvidence(
      Fixture.engine(single, model: Self.model), draws: 1, generator: Fixture.seeded())
    #expect(
      ExplanationPairs(evidence, draws: 1, power: 1, generator: Fixture.seeded()) == nil)
  }
}
