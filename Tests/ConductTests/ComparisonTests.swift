import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("The comparison of explanations")
struct ComparisonTests {
  static let quick = ComparisonOptions(
    draws: 20, includesTrust: false, simulations: 4,
    model: ConductModel(answerDays: [.init(10, weight: 1)]))

  static func item(
    _ id: String, _ likelihoods: [String: ClosedRange<Double>], group: String = "",
    events: [String] = []
  ) -> EvidenceItem {
    EvidenceItem(
      id: id, text: "simulated", test: .hoop, group: group, events: events,
      likelihoods: likelihoods, source: "simulated")
  }

  @Test("gives probabilities that sum to one, lie within their ranges, and repeat to the byte")
  func probabilities() throws {
    var subject = Fixture.random(seed: 3, acts: 30, spanDays: 3, closures: true)
    subject.evidence = [Self.item("D1", ["insulation": 0.2...0.9, "drift": 0.3...0.4])]
    let first = try ExplanationComparison.compare(subject, options: Self.quick)
    #expect(abs(first.explanations.reduce(0) { $0 + $1.posterior } - 1) < 1e-9)
    for result in first.explanations {
      #expect(result.posteriorRange.contains(result.posterior))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let again = try ExplanationComparison.compare(subject, options: Self.quick)
    #expect(try encoder.encode(first) == encoder.encode(again))
    let back = try JSONDecoder().decode(ConductAssessment.self, from: encoder.encode(first))
    #expect(back.verdict == first.verdict)
  }

  @Test("does not depend on how many cores share the work")
  func cores() {
    let subject = Fixture.random(seed: 8, spanDays: 2)
    let engine = Fixture.engine(subject)
    let draws = engine.draws(20, generator: Fixture.seeded())
    let alone = engine.logEvidence(draws)
    let shared = concurrentMap(4) { _ in engine.logEvidence(draws) }
    #expect(shared.allSatisfy { $0 == alone })
  }

  @Test(
    "weighs days so that they sum to the whole evidence, silences included", arguments: [0, 4])
  func weights(spanDays: Int) {
    let engine = Fixture.engine(
      Fixture.random(seed: 6, acts: 16, spanDays: spanDays), model: Self.quick.model)
    let evidence = StreamEvidence(engine, draws: 20, generator: Fixture.seeded())
    let course = EvidenceCourse(evidence)
    for k in engine.candidates.indices {
      let total = course.steps.reduce(0) { $0 + $1.gains[k] }
      #expect(abs(total - evidence.logEvidence[k]) < 1e-9)
    }
    let running = course.runningWeight(for: 0, against: 1)
    let total = EvidenceCourse.decibels(evidence.logEvidence[0] - evidence.logEvidence[1])
    #expect(abs((running.last ?? 0) - total) < 1e-8)
    #expect(zip(course.steps, course.steps.dropFirst()).allSatisfy { $0.through + 1 == $1.from })
    let own = engine.record.acts.filter(\.role.isOwn).map(\.id).sorted()
    #expect(course.steps.flatMap(\.acts).sorted() == own)
    #expect(course.steps.contains { $0.acts.isEmpty && $0.gains.contains { abs($0) > 0.01 } })
  }

  @Test("attributes an act right after a strong hostile act to it, and none without one")
  func reactions() throws {
    var events = (0..<6).map { Fixture.event("B\($0)", 10 + 20 * $0, from: "BBB", to: "AAA") }
    events += (0..<6).map { Fixture.event("A\($0)", 11 + 20 * $0) }
    let subject = Fixture.subject(events, explanations: Fixture.explanations())
    let answers = try ExplanationComparison.reactions(subject, options: Self.quick)
    #expect(answers.count == 6)
    for (index, answer) in answers.enumerated() {
      #expect(answer.probabilityReaction > 0.4)
      #expect(answer.to.first?.id == "B\(index)")
      #expect(answer.interval.contains(answer.probabilityReaction))
      #expect(abs(answer.to.reduce(0) { $0 + $1.probability } - answer.probabilityReaction) < 0.05)
    }
    var alone = subject
    alone.events = events.filter { $0.sources == ["AAA"] }
    let initiatives = try ExplanationComparison.reactions(alone, options: Self.quick)
    #expect(initiatives.allSatisfy { $0.probabilityReaction == 0 && $0.to.isEmpty })
  }

  @Test("finds an explanation that shaped a record, on the whole")
  func recovery() {
    let template = Fixture.random(seed: 1, acts: 60)
    let record = ConductRecord(template)
    let candidates = Candidate.all(of: template)
    let quiet = ConductParameters(
      values: [.baseHostile: -2.6, .baseConciliatory: -2.6], wandering: [:], answerDays: 10)
    let simulator = EpisodeSimulator(
      record, candidates, model: Self.quick.model, counterpart: quiet)
    let report = SimulatedDiscrimination(
      simulator, episodes: 12, draws: 1, power: 1, generator: Fixture.seeded(2), completed: nil)
    #expect(report.accuracy > 0.3)  // one in seven by chance
    for row in report.confusion {
      #expect(abs(row.chosen.reduce(0, +) - 1) < 1e-9)
      #expect(abs(row.meanPosterior.reduce(0, +) - 1) < 1e-9)
    }
    #expect(report.pairs.count == 21)
    let again = SimulatedDiscrimination(
      simulator, episodes: 12, draws: 1, power: 1, generator: Fixture.seeded(2), completed: nil)
    #expect(report == again)
  }
}
