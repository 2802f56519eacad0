import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Kinds of acts as evidence")
struct MarkTests {
  private static let codes: [HostileKind: String] = [
    .accuse: "112", .protest: "114", .reject: "120", .demand: "100", .threaten: "130",
    .reduce: "161", .sanction: "163", .detain: "173", .force: "190",
  ]

  /// A case of hostile acts of A, one every fourth day, of the kinds given.
  private static func subject(_ kinds: [HostileKind], seed: UInt64 = 1) -> Case {
    var generator = SeededGenerator(seed: seed)
    var subject = Fixture.random(seed: seed, acts: 24)
    subject.events = subject.events.filter { $0.sources == ["BBB"] }
    subject.events += kinds.enumerated().map { index, kind in
      event("K\(index)", index * 4 % 160, codes[kind] ?? "112", generator.uniform())
    }
    return subject
  }

  private static func event(_ id: String, _ day: Int, _ code: String, _ weight: Double) -> Event {
    Event(
      id: id, date: DateSpan(Fixture.start + day), sources: ["AAA"], targets: ["BBB"],
      code: EventCode(code) ?? EventCode.all[0], summary: "simulated", statedIntensity: -5)
  }

  private static func kinds(
    of conduct: String, count: Int, using generator: inout SeededGenerator
  ) -> [HostileKind] {
    // Kinds drawn by hand-made shares of our own, not by the table.
    let shares: [HostileKind: Double] =
      conduct == "bargaining"
      ? [.demand: 4, .threaten: 3, .sanction: 2, .accuse: 1]
      : [.accuse: 5, .protest: 2, .threaten: 1, .reject: 1]
    let all = HostileKind.allCases
    return (0..<count).map { _ in all[generator.index(weights: all.map { shares[$0] ?? 0.2 })] }
  }

  private static func evidence(_ subject: Case, table: MarkTable = .standard) -> MarkEvidence {
    MarkEvidence(
      subject, record: ConductRecord(subject), candidates: Candidate.all(of: subject), table: table)
  }

  @Test("turned off leaves the likelihood as it was, to the last digit")
  func off() throws {
    let subject = Self.subject([.demand, .threaten, .sanction, .demand, .reject])
    var options = ComparisonTests.quick
    options.readsContent = false
    let without = try ExplanationComparison.probabilities(subject, options: options)
    options.readsContent = true
    let with = try ExplanationComparison.probabilities(subject, options: options)
    let input = try ComparisonInput(subject, options: options)
    let bare = StreamEvidence(
      input.evidence.engine, draws: options.draws, generator: input.generator.stream(0))
    for (index, result) in without.enumerated() {
      #expect(abs(result.logEvidence - with[index].logEvidence) < 1e-9)
      #expect(abs(result.logEvidenceByAct - bare.logEvidence[index]) < 1e-9)
    }
    #expect(without.map(\.fromActs) != with.map(\.fromActs))
  }

  @Test("is the Dirichlet-multinomial probability, however the acts are ordered")
  func closedForm() throws {
    let kinds: [HostileKind] = [.demand, .demand, .threaten, .accuse, .demand, .force]
    let found = Self.evidence(Self.subject(kinds)).part
    let table = MarkTable.standard
    // Reciprocity has no dated condition: its mix holds throughout.
    let alpha = table.parameters(of: "reciprocity", isInForce: true)
    let counts = HostileKind.allCases.map { kind in Double(kinds.count { $0 == kind }) }
    var expected = SpecialFunctions.logGamma(10) - SpecialFunctions.logGamma(10 + 6)
    for (a, n) in zip(alpha, counts) {
      expected += SpecialFunctions.logGamma(a + n) - SpecialFunctions.logGamma(a)
    }
    #expect(abs(found.logEvidence[2] - expected) < 1e-9)
    let other = Self.evidence(Self.subject(kinds.reversed())).part
    #expect(abs(other.logEvidence[2] - found.logEvidence[2]) < 1e-9)
    for index in found.logEvidence.indices {
      let sum = found.acts.reduce(0) { $0 + $1.gains[index] }
      #expect(abs(sum - found.logEvidence[index]) < 1e-9)
    }
  }

  @Test("of codes that leave the kind open equals that of the merged kinds")
  func coarse() throws {
    func subject(_ codes: [String]) -> Case {
      Fixture.subject(
        codes.enumerated().map { Self.event("C\($0)", $0 * 5, $1, 1) },
        explanations: Fixture.explanations())
    }
    let found = Self.evidence(subject(["16", "17", "112", "16"])).part.logEvidence
    let alpha = MarkTable.standard.parameters(of: "reciprocity", isInForce: true)
    let merged = zip(HostileKind.allCases, alpha).reduce(0) { sum, pair in
      [.reduce, .sanction, .detain].contains(pair.0) ? sum + pair.1 : sum
    }
    let accuse = alpha[0]
    let expected = log(merged / 10 * (merged + 1) / 11 * accuse / 12 * (merged + 2) / 13)
    #expect(abs(found[2] - expected) < 1e-9)
    #expect(HostileKind.all(of: EventCode("160") ?? EventCode.all[0]) == [.reduce])
    #expect(EventCode.all.filter { $0.root >= 10 }.allSatisfy { !HostileKind.all(of: $0).isEmpty })
    #expect(EventCode.all.filter { $0.root < 10 }.allSatisfy { HostileKind.all(of: $0).isEmpty })
  }

  @Test("tells simulated bargaining from rally, and is lost when kinds are shuffled among acts")
  func permutation() throws {
    var generator = SeededGenerator(seed: 7)
    var (real, shuffled) = (0.0, 0.0)
    for number in 0..<60 {
      let truth = number % 2 == 0 ? "bargaining" : "rally"
      let place = truth == "bargaining" ? 4 : 3
      let rival = truth == "bargaining" ? 3 : 4
      let own = Self.kinds(of: truth, count: 14, using: &generator)
      let others = Self.kinds(
        of: truth == "bargaining" ? "rally" : "bargaining", count: 14, using: &generator)
      // Kinds of both sorts of case in one pool, dealt out again.
      var pool = own + others
      pool = generator.permutation(pool.count).map { pool[$0] }
      let a = Self.evidence(Self.subject(own)).part.logEvidence
      let b = Self.evidence(Self.subject(Array(pool.prefix(14)))).part.logEvidence
      real += (a[place] - a[rival]) / 60
      shuffled += (b[place] - b[rival]) / 60
    }
    #expect(real > 1, "\(real) nats a case")
    #expect(abs(shuffled) < 0.35 * real, "\(shuffled) beside \(real)")
  }

  @Test("does not know who is who")
  func relabelling() throws {
    let subject = Self.subject([.demand, .threaten, .reject, .reduce, .accuse])
    var other = subject
    func renamed(_ code: ActorCode) -> ActorCode { code == "AAA" ? "XYA" : "XYB" }
    other.focal = "XYA"
    other.counterpart = "XYB"
    other.events = subject.events.map { event in
      Event(
        id: event.id, date: event.date, sources: event.sources.map(renamed),
        targets: event.targets.map(renamed), code: event.code, summary: event.summary,
        statedIntensity: event.statedIntensity, source: event.source)
    }
    #expect(Self.evidence(other).part == Self.evidence(subject).part)
  }

  @Test("has shares that sum to one, and no story in the table that the model does not know")
  func table() {
    let table = MarkTable.standard
    for base in [MarkTable.handBase, MarkTable.machineBase] {
      #expect(abs(base.values.reduce(0, +) - 1) < 1e-9)
      #expect(base.count == HostileKind.allCases.count)
    }
    for name in table.logOdds.keys { #expect(ConductKind.named(name) != nil) }
    for kind in ConductKind.table {
      let alpha = table.parameters(of: kind.name, isInForce: true)
      #expect(abs(alpha.reduce(0, +) - table.concentration) < 1e-9)
    }
    #expect(
      table.parameters(of: "none", isInForce: true)
        == table.parameters(of: "none", isInForce: false))
  }

  @Test("takes the base mix of machine-coded data where the rows are such")
  func baseMix() {
    var subject = Fixture.random(seed: 2)
    #expect(MarkTable.standing(for: subject) == .standard)
    subject.events = subject.events.map {
      Event(
        id: $0.id, date: $0.date, sources: $0.sources, targets: $0.targets, code: $0.code,
        summary: $0.summary, extra: ["raw_code": $0.code.rawValue])
    }
    #expect(MarkTable.standing(for: subject).base == MarkTable.machineBase)
  }
}
