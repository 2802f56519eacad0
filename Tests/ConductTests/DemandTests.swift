import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Demands as a ledger and as evidence")
struct DemandTests {
  /// Hostile acts of A every fifth day until the redress on day 120, then quiet.
  private static func subject(demands: Bool) -> Case {
    var subject = Fixture.random(seed: 4, acts: 20)
    subject.events = subject.events.filter { $0.sources == ["BBB"] }
    subject.events += (0..<20).map { Fixture.event("H\($0)", 10 + 5 * $0) }
    subject.looksForDemands = true
    guard demands else { return subject }
    subject.demands = [Demand(id: "amends", by: "AAA", of: "BBB", what: "amends")]
    subject.events.append(row("D1", 20, "AAA", .made))
    subject.events.append(row("D2", 120, "BBB", .met))
    return subject
  }

  private static func row(
    _ id: String, _ day: Int, _ from: ActorCode, _ effect: DemandEffect
  ) -> Event {
    Event(
      id: id, date: DateSpan(Fixture.start + day), sources: [from],
      targets: [from == "AAA" ? "BBB" : "AAA"],
      code: EventCode(effect == .met ? "055" : "100") ?? EventCode.all[0], summary: "simulated",
      demands: ["amends"], demandEffect: effect)
  }

  private static func logEvidence(_ subject: Case) -> [String: Double] {
    let candidates = Candidate.all(of: subject)
    let part = DemandEvidence(
      subject, candidates: candidates, table: .standard, scale: .goldsteinGDELT
    ).part
    return Dictionary(uniqueKeysWithValues: zip(candidates.map(\.id), part.logEvidence))
  }

  @Test("a demand has its days, its course, its outcome and the pressure on both sides of it")
  func ledger() throws {
    let entry = try #require(DemandLedger(Self.subject(demands: true)).entries.first)
    #expect(
      entry.made == DateSpan(Fixture.start + 20) && entry.met == DateSpan(Fixture.start + 120))
    #expect(entry.course == .single && entry.outcome == .met)
    // Days 20 to 119: acts on 20, 25, … 105 and the demand itself.
    #expect(entry.pressureBefore == DemandLedger.Pressure(acts: 19, days: 100))
    #expect(entry.pressureAfter == DemandLedger.Pressure(acts: 0, days: 39))
    #expect(entry.pressureBefore?.perMonth == 5.7)
  }

  @Test(
    "the course and the outcome follow from the rows",
    arguments: [
      ([], DemandLedger.Course.unmade, DemandLedger.Outcome.open),
      ([.made], .single, .open),
      ([.made, .repeated], .stable, .open),
      ([.made, .repeated, .raised, .refused], .growing, .refused),
      ([.made, .partlyMet], .single, .partlyMet),
      ([.made, .partlyMet, .withdrawn], .single, .withdrawn),
      ([.made, .refused, .met], .single, .met),
    ] as [([DemandEffect], DemandLedger.Course, DemandLedger.Outcome)])
  func courses(
    _ effects: [DemandEffect], _ course: DemandLedger.Course, _ outcome: DemandLedger.Outcome
  ) throws {
    var subject = Fixture.subject([], explanations: Fixture.explanations())
    subject.demands = [Demand(id: "amends", by: "AAA", of: "BBB", what: "amends")]
    subject.events = effects.enumerated().map { index, effect in
      Self.row("R\(index)", 10 + index, effect.isByTheAskingSide ? "AAA" : "BBB", effect)
    }
    let entry = try #require(DemandLedger(subject).entries.first)
    #expect(entry.course == course && entry.outcome == outcome)
  }

  @Test("met on the redress day raises grievance and bargaining and nothing else")
  func metAtRedress() throws {
    let (without, with) = (
      Self.logEvidence(Self.subject(demands: false)), Self.logEvidence(Self.subject(demands: true))
    )
    let names = with.keys.sorted()
    func shares(_ logs: [String: Double]) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: zip(names, SpecialFunctions.softmax(names.map { logs[$0] ?? 0 })))
    }
    let (before, after) = (shares(without), shares(with))
    for name in names {
      let rises = (after[name] ?? 0) > (before[name] ?? 0)
      #expect(rises == ["grievance", "bargaining"].contains(name), "\(name)")
    }
  }

  @Test("that nobody looked for say nothing")
  func unsearched() {
    var subject = Self.subject(demands: false)
    subject.looksForDemands = false
    #expect(Self.logEvidence(subject).values.allSatisfy { $0 == 0 })
    subject.looksForDemands = true
    #expect(Set(Self.logEvidence(subject).values).count > 1)
  }

  @Test("that are drafts or second reports take no part")
  func excluded() throws {
    var subject = Self.subject(demands: true)
    subject.events = subject.events.map { event in
      guard event.id == "D2" else { return event }
      return Event(
        id: "D2", date: event.date, sources: event.sources, targets: event.targets,
        code: event.code, summary: event.summary, demands: event.demands,
        demandEffect: event.demandEffect, isDraft: true)
    }
    let entry = try #require(DemandLedger(subject).entries.first)
    #expect(entry.outcome == .open && entry.met == nil && entry.steps.map(\.id) == ["D1"])
  }

  @Test("the table gives each story probabilities that sum to one")
  func table() {
    for row in Array(DemandTable.standard.rows.values) + [DemandTable.neutral] {
      #expect(abs(row.reach.values.reduce(0, +) - 1) < 1e-9)
      #expect(row.reach.count == DemandTable.Reach.allCases.count)
      #expect((0.05...0.95).contains(row.easesWhenMet))
    }
    for name in DemandTable.standard.rows.keys { #expect(ConductKind.named(name) != nil) }
  }
}
