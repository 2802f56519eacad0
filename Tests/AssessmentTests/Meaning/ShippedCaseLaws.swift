import CaseFiles
import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Assessment

@Suite("The laws of meaning on the shipped cases")
struct ShippedCaseLaws {
  static let names = ["aze-rus-2025", "qat-2017", "tutorial"]

  /// How many thinnings of each case are tried: a few in every run, and as many as
  /// `DEMARCHE_THINNINGS` says where somebody has the time.
  static let rounds =
    ProcessInfo.processInfo.environment["DEMARCHE_THINNINGS"].flatMap { Int($0) } ?? 8

  static func subject(_ name: String) throws -> Case {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let reading = CaseFolder.read(at: root.appendingPathComponent("cases/\(name)").path)
    return try #require(reading.case, "\(reading.problems.map(\.description))")
  }

  /// The checks that need neither a course nor a turn, so that a thousand ledgers take seconds.
  static func quick(_ subject: Case) -> Case {
    var quick = subject
    quick.assertions = subject.assertions.flatMap { assertion in
      assertion.check.leaves.enumerated().compactMap { index, check in
        switch check {
        case .trend, .turningPoint, .untestable: nil
        default: Assertion(id: "\(assertion.id)/\(index + 1)", text: "", check: check)
        }
      }
    }
    return quick
  }

  @Test("never give a stronger verdict for want of rows", arguments: names)
  func thinning(name: String) throws {
    let subject = Self.quick(try Self.subject(name))
    let whole = LedgerEntry.ledger(of: subject)
    let seeds = SeededGenerator(seed: 13)
    let publishers = Set(subject.events.map(\.source.publisher)).sorted()
    let sides = Set(subject.events.flatMap(\.sources)).sorted()
    var compared = 0
    for round in 0..<Self.rounds {
      var generator = seeds.stream(UInt64(round))
      let share = 0.1 + 0.5 * generator.uniform()
      var thin = subject
      switch round % 3 {
      case 0: thin.events.removeAll { _ in generator.uniform() < share }
      case 1:
        let out = Set(publishers.filter { _ in generator.uniform() < share })
        thin.events.removeAll { out.contains($0.source.publisher) }
      default:
        let side = sides[Int(generator.uniform() * Double(sides.count))]
        thin.events.removeAll { $0.sources.contains(side) && generator.uniform() < share }
      }
      for (full, less) in zip(whole, LedgerEntry.ledger(of: thin)) {
        compared += 1
        if full.verdict == .contradicted || full.verdict == .untested {
          #expect(less.verdict != .supported, "\(name) \(full.id), round \(round)")
        }
      }
    }
    #expect(compared >= Self.rounds)
  }

  @Test("keep their clauses under changes that a fair reader might make", arguments: names)
  func stability(name: String) throws {
    let stability = LedgerStability(of: Self.quick(try Self.subject(name)), count: 3 * Self.rounds)
    // The bar is 2 % over 300 variants; with the few of a quick run one clause more may move.
    #expect(Double(stability.reversed) <= 0.03 * Double(stability.compared))
    #expect(stability.compared > 0)
  }

  @Test("are tried on variants where that is asked for, clauses on courses aside")
  func tried() throws {
    let subject = try Self.subject("tutorial")
    #expect(CaseAssessment(of: subject).stability == nil)
    let found = try #require(
      CaseAssessment(of: subject, options: AssessmentOptions(variants: 8)).stability)
    #expect(found.variants == 8)
    #expect(found == LedgerStability(of: subject, count: 8, readsCourses: false))
    #expect(found.fragile.count <= found.reversed)
  }

  @Test("name checks that no record, or every record, satisfies")
  func power() throws {
    var subject = try SmallCase.make()
    var impossible = RowFilter()
    impossible.ids = ["R5"]
    impossible.sources = ["XAA"]
    var clash = RowFilter()
    clash.sources = ["XAA"]
    clash.targets = ["XBB"]
    clash.codes = ["057"]
    clash.tones = [.hostile]
    let checks: [Check] = [
      .exists(ExistsCheck(rows: SmallCase.hostile, claimed: .some)),
      .exists(ExistsCheck(rows: impossible, claimed: .some)),
      .exists(ExistsCheck(rows: clash, claimed: .some)),
      .order(OrderCheck(first: .name("R1"), then: .name("R2"))),
      .order(
        OrderCheck(
          first: .span(try DateSpan(parsing: "2024-01-01")),
          then: .span(try DateSpan(parsing: "2024-01-02")))),
      .count(CountCheck(rows: SmallCase.hostile, atMost: 2)),
    ]
    subject.assertions = checks.enumerated().map {
      Assertion(id: "A\($0.offset)", text: "", check: $0.element)
    }
    #expect(CheckPower(of: subject).idle.map(\.assertion) == ["A1", "A2", "A4"])
  }

  @Test("every check of the first case could come out either way")
  func firstCase() throws {
    let idle = CheckPower(of: Self.quick(try Self.subject("aze-rus-2025"))).idle
    #expect(idle.isEmpty, "\(idle.map { "\($0.assertion): \($0.check)" })")
  }

  @Test("treat both sides alike: with every name exchanged the same verdicts come out")
  func evenHanded() throws {
    let subject = Self.quick(try Self.subject("aze-rus-2025"))
    let swapped = subject.exchanging("AZE", "RUS")
    #expect(
      LedgerEntry.ledger(of: subject).map(\.verdict)
        == LedgerEntry.ledger(of: swapped).map(\.verdict))
  }
}

extension Case {
  /// The case with two actors in each other's place, in rows, checks, levers and searches.
  fileprivate func exchanging(_ one: ActorCode, _ other: ActorCode) -> Case {
    func code(_ code: ActorCode) -> ActorCode { code == one ? other : code == other ? one : code }
    func filter(_ filter: RowFilter) -> RowFilter {
      var result = filter
      result.sources = filter.sources?.map(code)
      result.targets = filter.targets?.map(code)
      return result
    }
    func check(_ check: Check) -> Check {
      switch check {
      case .count(let check):
        .count(
          CountCheck(
            rows: filter(check.rows), atLeast: check.atLeast, atMost: check.atMost,
            partlyAtLeast: check.partlyAtLeast, partlyAtMost: check.partlyAtMost))
      case .exists(let check):
        .exists(
          ExistsCheck(
            rows: filter(check.rows), claimed: check.claimed, tolerated: check.tolerated))
      case .share(let check):
        .share(
          ShareCheck(
            rows: filter(check.rows), among: filter(check.among), atLeast: check.atLeast,
            atMost: check.atMost, partlyWithin: check.partlyWithin))
      case .compare(let check):
        .compare(
          CompareCheck(
            first: .init(rows: filter(check.first.rows), among: check.first.among.map(filter)),
            second: .init(rows: filter(check.second.rows), among: check.second.among.map(filter)),
            relation: check.relation, by: check.by))
      case .state(let state):
        switch state.subject {
        case .levers(let holder, let over):
          .state(
            StateCheck(
              subject: .levers(holder: code(holder), over: code(over)), from: state.from,
              through: state.through, states: state.states, share: state.share))
        default: check
        }
      default: check
      }
    }
    var result = self
    result.focal = code(focal)
    result.counterpart = code(counterpart)
    result.actors = actors.map { Actor(id: code($0.id), name: $0.name) }
    result.assertions = assertions.map {
      Assertion(id: $0.id, text: $0.text, check: check($0.check))
    }
    result.levers = levers.map {
      Lever(
        id: $0.id, name: $0.name, holder: code($0.holder), over: $0.over.map(code), from: $0.from,
        until: $0.until, strength: $0.strength, source: $0.source)
    }
    result.searches = searches.map {
      RecordSearch(
        spans: $0.spans, pairs: $0.pairs.map { Pair(code($0.first), code($0.second)) },
        rows: filter($0.rows), publishers: $0.publishers, by: $0.by, found: $0.found)
    }
    result.events = events.map {
      Event(
        id: $0.id, date: $0.date, sources: $0.sources.map(code), targets: $0.targets.map(code),
        code: $0.code, summary: $0.summary, sourceOrgan: $0.sourceOrgan,
        targetOrgan: $0.targetOrgan, sameAs: $0.sameAs, channel: $0.channel,
        channelEffect: $0.channelEffect, issue: $0.issue, status: $0.status, intent: $0.intent,
        conciliation: $0.conciliation, answers: $0.answers, source: $0.source)
    }
    return result
  }
}
