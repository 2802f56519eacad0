import Diplomacy
import Testing

@testable import Assessment

@Suite("A check of an assertion")
struct FindingTests {
  func finding(_ check: Check, _ relation: RelationFindings = SmallCase.noRelation) throws
    -> Finding
  { try SmallCase.context(relation).finding(of: check) }

  @Test(
    "counts acts against bounds",
    arguments: [
      (CountCheck(rows: SmallCase.hostile, atLeast: 3), Verdict.supported),
      (CountCheck(rows: SmallCase.hostile, atLeast: 4), .contradicted),
      (CountCheck(rows: SmallCase.hostile, atLeast: 4, partlyAtLeast: 2), .partly),
      (CountCheck(rows: SmallCase.hostile, atMost: 2), .contradicted),
      (CountCheck(rows: SmallCase.hostile, atMost: 2, partlyAtMost: 3), .partly),
    ])
  func count(check: CountCheck, expected: Verdict) throws {
    let found = try finding(.count(check))
    #expect(found.verdict == expected)
    #expect(found.computed == 3)
    #expect(found.rows == ["R1", "R2", "R3"])
  }

  @Test("says partly where a count depends on an uncertain day")
  func countOnUncertainDay() throws {
    var filter = SmallCase.hostile
    filter.until = .name("goal")
    let found = try finding(.count(CountCheck(rows: filter, atLeast: 3)))
    #expect(found.verdict == .partly)
    #expect(found.computed == 2)
    #expect(found.range == [2, 3])
  }

  @Test("finds counter-examples to an absolute and instances of a kind")
  func exists() throws {
    let kind = SmallCase.rows {
      $0.sources = ["XAA"]
      $0.tones = [.conciliatory]
    }
    let absolute = try finding(.exists(ExistsCheck(rows: kind, claimed: .none)))
    #expect(absolute.verdict == .contradicted)
    #expect(absolute.rows == ["R4"])
    let tolerant = try finding(.exists(ExistsCheck(rows: kind, claimed: .none, tolerated: 1)))
    #expect(tolerant.verdict == .partly)
    #expect(try finding(.exists(ExistsCheck(rows: kind, claimed: .some))).verdict == .supported)
    let nothing = SmallCase.rows { $0.codes = ["20"] }
    #expect(try finding(.exists(ExistsCheck(rows: nothing, claimed: .none))).verdict == .supported)
    #expect(
      try finding(.exists(ExistsCheck(rows: nothing, claimed: .some))).verdict == .contradicted)
  }

  @Test(
    "orders dates on every possible day",
    arguments: [
      ("R1", "R2", Verdict.supported, 5.0), ("R2", "R1", .contradicted, -5),
      ("R3", "goal", .partly, 5), ("goal", "goal", .partly, 0),
    ])
  func order(first: String, then: String, expected: Verdict, days: Double) throws {
    let found = try finding(.order(OrderCheck(first: .name(first), then: .name(then))))
    #expect(found.verdict == expected)
    #expect(found.computed == days)
  }

  @Test(
    "holds an interval against bounds",
    arguments: [
      ("R1", "R8", 20, 22, Verdict.supported), ("R1", "R8", 21, 30, .partly),
      ("R1", "R8", 23, 30, .contradicted), ("R1", "R8", 21, 21, .partly),
    ])
  func interval(from: String, to: String, low: Int, high: Int, expected: Verdict) throws {
    let check = IntervalCheck(from: .name(from), to: .name(to), atLeast: low, atMost: high)
    let found = try finding(.interval(check))
    #expect(found.verdict == expected)
    #expect(found.range == [20, 22])
    #expect(found.rows == ["R1", "R8"])
  }

  @Test("says untested where a date is not in the case")
  func missingDate() throws {
    let check = OrderCheck(first: .name("R1"), then: .name("absent"))
    #expect(try finding(.order(check)).verdict == .untested)
  }

  @Test(
    "holds a share against bounds",
    arguments: [
      (0.6, 0.0, Verdict.supported), (0.7, 0, .contradicted), (0.7, 0.1, .partly),
    ])
  func share(atLeast: Double, slack: Double, expected: Verdict) throws {
    let words = SmallCase.rows { $0.quads = [.verbalConflict] }
    let check = ShareCheck(
      rows: words, among: SmallCase.hostile, atLeast: atLeast, partlyWithin: slack)
    let found = try finding(.share(check))
    #expect(found.verdict == expected)
    #expect(abs((found.computed ?? 0) - 2.0 / 3) < 1e-12)
    #expect(found.rows == ["R1", "R2"])
  }

  @Test("weighs levers by strength and days")
  func levers() throws {
    // Ten days from 1 to 20 January: gas (0.5) is held on ten of twenty, port (0.25) on all.
    let check = StateCheck(
      subject: .levers(holder: "XBB", over: "XAA"),
      from: .span(try DateSpan(parsing: "2024-01-01")),
      through: .span(try DateSpan(parsing: "2024-01-20")), states: ["lost"], share: 0.9)
    let found = try finding(.state(check))
    #expect(abs((found.computed ?? 0) - 0.5 * 10 / (0.75 * 20)) < 1e-12)
    #expect(found.verdict == .contradicted)
    #expect(found.rows == ["R2", "R1"])
  }

  @Test(
    "counts the days of a channel in a state",
    arguments: [(1.0, Verdict.partly), (0.5, .supported), (0.4, .supported)])
  func channel(share: Double, expected: Verdict) throws {
    let level = ChannelLevel(rawValue: "head_of_state")
    let relation = RelationFindings(
      meanLevel: { _, _, _ in nil }, lowPoint: { _ in nil }, turningPoints: { _ in nil },
      channelSpells: { _, _, span in
        [
          .init(
            state: "open", span: DateSpan(from: span.first, through: span.first + 4) ?? span,
            rows: ["R8"], isFromSilence: false),
          .init(
            state: "suspended", span: DateSpan(from: span.first + 5, through: span.last) ?? span,
            rows: ["R2"], isFromSilence: true),
        ]
      })
    let check = StateCheck(
      subject: .channel(Pair("XAA", "XBB"), level),
      from: .span(try DateSpan(parsing: "2024-01-01")),
      through: .span(try DateSpan(parsing: "2024-01-10")), states: ["suspended"], share: share)
    let found = try finding(.state(check), relation)
    #expect(found.verdict == expected)
    #expect(found.computed == 0.5)
    #expect(found.rows == ["R2"])
    #expect(found.reason.contains("5 of them inferred from silence"))
  }

  @Test(
    "compares levels before and after",
    arguments: [
      (0.0, -3.0, Verdict.supported), (0, -0.5, .partly), (0, 1, .contradicted),
    ])
  func trend(before: Double, after: Double, expected: Verdict) throws {
    let earlier = try DateSpan(parsing: "2024-01")
    let relation = RelationFindings(
      meanLevel: { _, _, span in
        let level = span == earlier ? before : after
        return .init(level: level, low: level - 0.5, high: level + 0.5)
      },
      lowPoint: { _ in nil }, turningPoints: { _ in nil }, channelSpells: { _, _, _ in nil })
    let later = try DateSpan(parsing: "2024-02")
    let check = TrendCheck(
      dyad: Dyad(from: "XAA", toward: "XBB"),
      from: DateReferenceSpan(from: .span(earlier), through: .span(earlier)),
      to: DateReferenceSpan(from: .span(later), through: .span(later)), direction: .falls)
    let found = try finding(.trend(check), relation)
    #expect(found.verdict == expected)
    #expect(found.computed == after - before)
  }

  @Test(
    "holds a feature of the course against a date",
    arguments: [
      ("2024-02-18", Verdict.supported, 2.0), ("2024-02-10", .partly, 10),
      ("2024-01-02", .contradicted, 49),
    ])
  func lowPoint(day: String, expected: Verdict, days: Double) throws {
    let low = try #require(Day(day))
    let span = try #require(DateSpan(from: low - 8, through: low + 8))
    let relation = RelationFindings(
      meanLevel: { _, _, _ in nil },
      lowPoint: { _ in .init(day: low, span: span, probability: 1) },
      turningPoints: { _ in [.init(day: low, span: span, probability: 0.8)] },
      channelSpells: { _, _, _ in nil })
    for what in TurningPointCheck.What.allCases {
      let check = TurningPointCheck(
        dyad: Dyad(from: "XAA", toward: "XBB"), near: .name("goal"), within: 3, what: what)
      let found = try finding(.turningPoint(check), relation)
      #expect(found.verdict == expected)
      #expect(found.computed == days)
    }
  }

  @Test("joins the parts of an assertion")
  func joined() throws {
    let holds = Check.count(CountCheck(rows: SmallCase.hostile, atLeast: 3))
    let fails = Check.count(CountCheck(rows: SmallCase.hostile, atLeast: 9))
    let open = Check.untestable("needs archives")
    #expect(try finding(.all([holds, holds])).verdict == .supported)
    #expect(try finding(.all([holds, fails])).verdict == .partly)
    #expect(try finding(.all([fails, fails, open])).verdict == .contradicted)
    #expect(try finding(.all([holds, open])).verdict == .partly)
    #expect(try finding(.all([open])).verdict == .untested)
    #expect(try finding(open).reason == "needs archives")
  }
}
