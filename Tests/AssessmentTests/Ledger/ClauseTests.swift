import Diplomacy
import Testing

@testable import Assessment

@Suite("A clause of an assertion")
struct ClauseTests {
  func clause(
    _ check: Check, _ relation: RelationFindings = SmallCase.noRelation, searched: Bool = true,
    events: [Event] = []
  ) throws -> ClauseFinding {
    let context = try SmallCase.context(relation, searched: searched, events: events)
    return try #require(context.tree(of: check).clauses.first)
  }

  func verdict(_ check: Check, searched: Bool = true) throws -> Verdict {
    try SmallCase.context(searched: searched).tree(of: check).verdict
  }

  @Test(
    "counts acts against bounds",
    arguments: [
      (CountCheck(rows: SmallCase.hostile, atLeast: 3), Verdict.supported, 1.0),
      (CountCheck(rows: SmallCase.hostile, atLeast: 4), .contradicted, 1),
      (CountCheck(rows: SmallCase.hostile, atLeast: 4, partlyAtLeast: 2), .partly, 1),
      (CountCheck(rows: SmallCase.hostile, atMost: 2), .contradicted, 1),
      (CountCheck(rows: SmallCase.hostile, atMost: 2, partlyAtMost: 3), .partly, 1),
      (CountCheck(rows: SmallCase.hostile, atMost: 6), .holdsAsSearched, 4),
    ])
  func count(check: CountCheck, expected: Verdict, flips: Double) throws {
    let found = try clause(.count(check))
    #expect(found.verdict == expected)
    #expect(found.evidence == .rows(certain: 3, possible: 0))
    #expect(found.rows == ["R1", "R2", "R3"])
    #expect(found.margin?.flipsBy == flips)
    #expect(found.margin?.isJust == (flips == 1))
  }

  @Test(
    "says untested where the verdict rests on rows not being there and nobody looked",
    arguments: [
      (CountCheck(rows: SmallCase.hostile, atLeast: 3), Verdict.supported),
      (CountCheck(rows: SmallCase.hostile, atLeast: 4), .untested),
      (CountCheck(rows: SmallCase.hostile, atMost: 2), .contradicted),
      (CountCheck(rows: SmallCase.hostile, atMost: 5), .untested),
    ])
  func unsearched(check: CountCheck, expected: Verdict) throws {
    let found = try clause(.count(check), searched: false)
    #expect(found.verdict == expected)
    #expect(found.restsOnAbsence == (expected == .untested))
  }

  @Test("says partly where a count depends on an uncertain day")
  func countOnUncertainDay() throws {
    var filter = SmallCase.hostile
    filter.until = .name("goal")
    let found = try clause(.count(CountCheck(rows: filter, atLeast: 3)))
    #expect(found.verdict == .partly)
    #expect(found.evidence == .rows(certain: 2, possible: 1))
  }

  @Test("finds counter-examples to an absolute and instances of a kind")
  func exists() throws {
    let kind = SmallCase.rows {
      $0.sources = ["XAA"]
      $0.targets = ["XBB"]
      $0.tones = [.conciliatory]
    }
    let absolute = try clause(.exists(ExistsCheck(rows: kind, claimed: .none)), searched: false)
    #expect(absolute.verdict == .contradicted)
    #expect(absolute.rows == ["R4"])
    #expect(try verdict(.exists(ExistsCheck(rows: kind, claimed: .none, tolerated: 1))) == .partly)
    #expect(
      try verdict(.exists(ExistsCheck(rows: kind, claimed: .some)), searched: false) == .supported)
    let nothing = SmallCase.rows {
      $0.sources = ["XAA"]
      $0.targets = ["XBB"]
      $0.codes = ["20"]
    }
    let none = Check.exists(ExistsCheck(rows: nothing, claimed: .none))
    let some = Check.exists(ExistsCheck(rows: nothing, claimed: .some))
    #expect(try verdict(none) == .holdsAsSearched)
    #expect(try verdict(some) == .contradicted)
    #expect(try verdict(none, searched: false) == .untested)
    #expect(try verdict(some, searched: false) == .untested)
  }

  @Test(
    "orders dates on every possible day",
    arguments: [
      ("R1", "R2", Verdict.supported, 5.0), ("R2", "R1", .contradicted, -5),
      ("R3", "goal", .untested, 5), ("goal", "goal", .untested, 0),
    ])
  func order(first: String, then: String, expected: Verdict, days: Double) throws {
    let found = try clause(.order(OrderCheck(first: .name(first), then: .name(then))))
    #expect(found.verdict == expected)
    #expect(found.evidence.value == days)
  }

  @Test("orders acts of one day by what answers what, and not otherwise")
  func sameDay() throws {
    let silent = try SmallCase.event("S1", "2024-01-05", "XBB", "XAA", "161")
    let reply = try SmallCase.event("S2", "2024-01-05", "XBB", "XAA", "161", answers: "R1")
    let further = try SmallCase.event("S3", "2024-01-05", "XAA", "XBB", "161", answers: "S2")
    func found(_ first: String, _ then: String) throws -> ClauseFinding {
      try clause(
        .order(OrderCheck(first: .name(first), then: .name(then))),
        events: [silent, reply, further])
    }
    #expect(try found("R1", "S1").verdict == .untested)
    #expect(try found("S1", "R1").verdict == .untested)
    #expect(try found("S1", "R1").untested == .sameDay)
    #expect(try found("R1", "S2").verdict == .supported)
    #expect(try found("S2", "R1").verdict == .contradicted)
    #expect(try found("R1", "S3").verdict == .supported)
  }

  @Test(
    "holds an interval against bounds and says how many days would flip it",
    arguments: [
      ("R1", "R8", 20, 22, Verdict.supported, 1.0 as Double?),
      ("R1", "R8", 21, 30, .partly, nil as Double?),
      ("R1", "R8", 24, 30, .contradicted, 2 as Double?),
      ("R1", "R8", 21, 21, .partly, nil as Double?),
      ("R1", "R8", 0, 50, .supported, 21 as Double?),
    ])
  func interval(
    from: String, to: String, low: Int, high: Int, expected: Verdict, flips: Double?
  ) throws {
    let check = IntervalCheck(from: .name(from), to: .name(to), atLeast: low, atMost: high)
    let found = try clause(.interval(check))
    #expect(found.verdict == expected)
    #expect(found.evidence.range == [20, 22])
    #expect(found.rows == ["R1", "R8"])
    #expect(found.margin?.flipsBy == flips)
  }

  @Test("says untested where a date is not in the case")
  func missingDate() throws {
    let check = OrderCheck(first: .name("R1"), then: .name("absent"))
    let found = try clause(.order(check))
    #expect(found.verdict == .untested)
    #expect(found.untested == .unknownDate("absent"))
  }

  @Test(
    "holds the interval of a share against bounds",
    arguments: [(0.2, Verdict.holdsAsSearched), (0.6, .partly), (0.95, .contradicted)])
  func share(atLeast: Double, expected: Verdict) throws {
    let words = SmallCase.rows { $0.quads = [.verbalConflict] }
    let check = ShareCheck(rows: words, among: SmallCase.hostile, atLeast: atLeast)
    let found = try clause(.share(check))
    #expect(found.verdict == expected)
    guard case .share(let share) = found.evidence else {
      Issue.record("no share")
      return
    }
    #expect(share.part == 2 && share.whole == 3 && share.isSmall)
    #expect(try clause(.share(check), searched: false).verdict == .untested)
  }

  @Test("compares two sides by counts and by shares")
  func compare() throws {
    let words = SmallCase.rows { $0.tones = [.hostile] }
    let alfa = SmallCase.rows {
      $0.sources = ["XAA"]
      $0.targets = ["XBB"]
    }
    let bravo = SmallCase.rows {
      $0.sources = ["XBB"]
      $0.targets = ["XAA"]
    }
    let one = CompareCheck.Side(rows: words, among: alfa)
    let other = CompareCheck.Side(rows: words, among: bravo)
    // 3 of 4 acts of Alfa are hostile and none of the 2 of Bravo.
    let more = try clause(.compare(CompareCheck(first: one, second: other, relation: .more)))
    #expect(more.verdict == .holdsAsSearched)
    #expect(more.evidence.value == 0.75)
    let less = CompareCheck(first: one, second: other, relation: .less)
    #expect(try clause(.compare(less)).verdict == .contradicted)
    let counts = CompareCheck(
      first: .init(rows: alfa), second: .init(rows: bravo), relation: .more)
    #expect(try clause(.compare(counts)).verdict == .partly)
    #expect(try clause(.compare(counts), searched: false).verdict == .untested)
  }

  @Test("weighs levers by strength and days")
  func levers() throws {
    // Ten days from 1 to 20 January: gas (0.5) is held on ten of twenty, port (0.25) on all.
    let check = StateCheck(
      subject: .levers(holder: "XBB", over: "XAA"),
      from: .span(try DateSpan(parsing: "2024-01-01")),
      through: .span(try DateSpan(parsing: "2024-01-20")), states: ["lost"], share: 0.9)
    let found = try clause(.state(check))
    #expect(abs((found.evidence.value ?? 0) - 0.5 * 10 / (0.75 * 20)) < 1e-12)
    #expect(found.verdict == .contradicted)
    #expect(found.rows == ["R2", "R1"])
  }

  @Test(
    "counts the days of a channel in a state",
    arguments: [
      (1.0, true, Verdict.partly), (0.5, true, .holdsAsSearched), (0.4, true, .holdsAsSearched),
      (0.5, false, .untested), (0.1, false, .supported),
    ])
  func channel(share: Double, searched: Bool, expected: Verdict) throws {
    let level = ChannelLevel(rawValue: "head_of_state")
    let relation = RelationFindings(
      meanLevel: { _, _, _ in nil }, lowPoint: { _ in nil }, turningPoints: { _ in nil },
      near: { _, _, _, _ in nil },
      channelSpells: { _, _, span in
        [
          .init(
            state: "open", span: DateSpan(from: span.first, through: span.first + 4) ?? span,
            rows: ["R8"], isFromSilence: false, actDays: 1),
          .init(
            state: "suspended", span: DateSpan(from: span.first + 5, through: span.last) ?? span,
            rows: ["R2"], isFromSilence: true, actDays: 1),
        ]
      })
    let check = StateCheck(
      subject: .channel(Pair("XAA", "XBB"), level),
      from: .span(try DateSpan(parsing: "2024-01-01")),
      through: .span(try DateSpan(parsing: "2024-01-10")), states: ["suspended"], share: share)
    let found = try clause(.state(check), relation, searched: searched)
    #expect(found.verdict == expected)
    #expect(found.rows == ["R2"])
  }

  @Test(
    "compares levels before and after",
    arguments: [
      (0.0, -3.0, Verdict.holdsAsSearched), (0, -0.5, .partly), (0, 0.5, .untested),
      (0, 3, .contradicted),
    ])
  func trend(before: Double, after: Double, expected: Verdict) throws {
    let earlier = try DateSpan(parsing: "2024-01")
    let relation = RelationFindings(
      meanLevel: { _, _, span in
        let level = span == earlier ? before : after
        return .init(level: level, low: level - 0.5, high: level + 0.5)
      },
      lowPoint: { _ in nil }, turningPoints: { _ in nil }, near: { _, _, _, _ in nil },
      channelSpells: { _, _, _ in nil })
    let later = try DateSpan(parsing: "2024-02-01/2024-03-31")
    let check = TrendCheck(
      dyad: Dyad(from: "XAA", toward: "XBB"),
      from: DateReferenceSpan(from: .span(earlier), through: .span(earlier)),
      to: DateReferenceSpan(from: .span(later), through: .span(later)), direction: .falls)
    let further = try ["2024-01-08", "2024-02-20"].enumerated().map {
      try SmallCase.event("T\($0)", $1, "XAA", "XBB", "111")
    }
    let found = try clause(.trend(check), relation, events: further)
    #expect(found.verdict == expected)
    #expect(found.evidence.value == after - before)
    let few = try clause(.trend(check), relation)
    #expect(few.untested == .tooFew(2, needed: 3))
  }

  @Test(
    "holds a feature of the course against a date",
    arguments: [
      ("2024-02-18", 2, 0.0, Verdict.holdsAsSearched), ("2024-02-18", 8, 0.85, .holdsAsSearched),
      ("2024-02-18", 8, 0.6, .partly), ("2024-02-18", 90, 0.28, .untested),
      ("2024-01-02", 8, 0.01, .contradicted),
    ])
  func lowPoint(day: String, spread: Int, near: Double, expected: Verdict) throws {
    let low = try #require(Day(day))
    let span = try #require(DateSpan(from: low - spread, through: low + spread))
    let relation = RelationFindings(
      meanLevel: { _, _, _ in nil }, lowPoint: { _ in .init(day: low, span: span) },
      turningPoints: { _ in [.init(day: low, span: span)] }, near: { _, _, _, _ in near },
      channelSpells: { _, _, _ in nil })
    for what in TurningPointCheck.What.allCases {
      let check = TurningPointCheck(
        dyad: Dyad(from: "XAA", toward: "XBB"), near: .name("goal"), within: 5, what: what)
      #expect(try clause(.turningPoint(check), relation).verdict == expected)
    }
  }
}
