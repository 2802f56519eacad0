import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Decisions behind acts")
struct DecisionTests {
  static func record(_ days: [Int]) -> ConductRecord {
    ConductRecord(
      actor: "AAA", other: "BBB", start: Fixture.start, length: 160,
      acts: days.enumerated().map { index, day in
        ConductAct(id: "A\(index)", role: .hostile, first: day, last: day, mark: 1, publisher: "")
      })
  }

  @Test("are grouped by the first of them, not in chains")
  func grouped() {
    let record = Self.record([10, 12, 14, 16, 40])
    #expect(DecisionRecord(record, window: .none).decisions == 5)
    #expect(DecisionRecord(record, window: .days(0)).record == record)
    #expect(DecisionRecord(record, window: .days(3)).record.acts.map(\.first) == [10, 14, 40])
    #expect(DecisionRecord(record, window: .days(7)).record.acts.map(\.first) == [10, 40])
  }

  @Test("acts of different sides or parts, or of less certain date, are left apart")
  func apart() {
    let acts = [
      ConductAct(id: "1", role: .hostile, first: 5, last: 5, mark: 1, publisher: ""),
      ConductAct(id: "2", role: .closure, first: 5, last: 5, mark: 1, publisher: ""),
      ConductAct(id: "3", role: .hostilityReceived, first: 5, last: 5, mark: 1, publisher: ""),
      ConductAct(id: "4", role: .hostile, first: 2, last: 9, mark: 1, publisher: ""),
    ]
    let record = ConductRecord(
      actor: "AAA", other: "BBB", start: Fixture.start, length: 20, acts: acts)
    #expect(DecisionRecord(record, window: .days(3)).record.acts.count == 4)
  }

  @Test("the spread of acts around decisions is a probability: counts by hand")
  func density() {
    // Two decisions, one of them with two further acts on one day of four: the chance of sizes is
    // the Beta function B(3, 3), of the days 2!/2! / 4^2.
    let packed = DecisionRecord(Self.record([10, 12, 12, 50]), window: .days(3))
    #expect(abs(packed.logDensity - (log(1 / 30.0) - 2 * log(4))) < 1e-12)
    // Every act its own: the two of one day could have been listed in two orders.
    #expect(
      abs(DecisionRecord(Self.record([10, 12, 12, 50]), window: .none).logDensity + log(2)) < 1e-12)
  }

  @Test("are told from single acts: packages are merged, scattered acts are not")
  func inferred() throws {
    let starts = [8, 31, 47, 66, 89, 104, 131, 150]
    let packages = starts.flatMap { [$0, $0 + 1, $0 + 1, $0 + 2, $0 + 3, $0 + 3] }
    let scattered = (0..<24).map { 3 + 13 * $0 % 157 }.sorted()
    func expected(_ days: [Int]) throws -> Double {
      let candidates = Candidate.all(
        of: Fixture.subject([], explanations: Fixture.explanations()))
      let engine = EvidenceEngine(Self.record(days), candidates, model: ConductModel())
      let evidence = DecisionEvidence(engine, fits: nil, draws: 20, generator: Fixture.seeded())
      let posterior = StreamEvidence.posterior(candidates, evidence.logEvidence, power: 1)
      let count = DecisionCount(evidence, posterior: posterior)
      #expect(abs(count.windows.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
      return count.expected
    }
    #expect(try expected(packages) < 10)
    #expect(try expected(scattered) > 20)
  }
}

@Suite("Incidents and known answers")
struct RoleTests {
  static func event(
    _ id: String, _ day: Int, from source: ActorCode, to target: ActorCode, answers: String? = nil,
    role: RowRole = .act
  ) -> Event {
    Event(
      id: id, date: DateSpan(Fixture.start + day), sources: [source], targets: [target],
      code: EventCode("112") ?? EventCode.all[0], summary: "simulated act", statedIntensity: -5,
      answers: answers, role: role, source: Source(publisher: "wire"))
  }

  @Test("the dispute's own incident is no act of the actor, and can be answered by the other side")
  func incident() {
    let events = [
      Self.event("I", 3, from: "AAA", to: "BBB", role: .incident),
      Self.event("A", 9, from: "AAA", to: "BBB"),
    ]
    let subject = Fixture.subject(events, explanations: Fixture.explanations())
    let record = ConductRecord(subject)
    #expect(record.acts.map(\.id) == ["A"])
    #expect(record.incidents == 1)
    let other = ConductRecord(subject, asCounterpart: true)
    #expect(other.acts.map(\.id) == ["I", "A"])
    #expect(other.acts.allSatisfy { $0.role == .hostilityReceived })
  }

  @Test("an act that a source says answered another of the same day is its reaction")
  func answered() throws {
    var events = (0..<6).map { Self.event("B\($0)", 10 + 20 * $0, from: "BBB", to: "AAA") }
    events += (0..<6).map {
      Self.event("A\($0)", 10 + 20 * $0, from: "AAA", to: "BBB", answers: $0 < 3 ? "B\($0)" : nil)
    }
    let subject = Fixture.subject(events, explanations: Fixture.explanations())
    let answers = try ExplanationComparison.reactions(subject, options: ComparisonTests.quick)
    #expect(answers.prefix(3).allSatisfy { $0.probabilityReaction == 1 && $0.to.count == 1 })
    #expect(answers.dropFirst(3).allSatisfy { $0.probabilityReaction < 0.9 })
    let silent = Fixture.subject(
      events.map {
        Self.event($0.id, $0.date.first - Fixture.start, from: $0.sources[0], to: $0.targets[0])
      },
      explanations: Fixture.explanations())
    func reciprocity(_ subject: Case) throws -> Double {
      let results = try ExplanationComparison.probabilities(subject, options: ComparisonTests.quick)
      return results.first { $0.id == "reciprocity" }?.fromActs ?? 0
    }
    #expect(try reciprocity(subject) > reciprocity(silent))
  }
}
