import Diplomacy
import Relations
import Testing

@testable import Assessment

@Suite("What a record can mean")
struct MeaningTests {
  func verdicts(_ subject: Case) -> [Verdict] { LedgerEntry.ledger(of: subject).map(\.verdict) }

  func span(_ text: String) throws -> DateReference { .span(try DateSpan(parsing: text)) }

  @Test("an empty record supports no universal negative")
  func emptyRecord() throws {
    var subject = Case(
      id: "empty", title: "Empty", claim: "None.", focal: "AAA", counterpart: "AAB",
      window: try DateSpan(parsing: "2021-01-01/2021-12-31"),
      actors: [Actor(id: "AAA", name: "Alfa"), Actor(id: "AAB", name: "Beta")])
    subject.events = [
      try SmallCase.event("R1", "2021-02-01", "AAB", "AAA", "111")
    ]
    var kind = RowFilter()
    kind.sources = ["AAA"]
    kind.targets = ["AAB"]
    kind.tones = [.conciliatory]
    var police = RowFilter()
    police.sources = ["AAA"]
    police.organs = ["police"]
    var hostile = RowFilter()
    hostile.sources = ["AAA"]
    hostile.tones = [.hostile]
    var beta = RowFilter()
    beta.sources = ["AAB"]
    var betaHostile = beta
    betaHostile.tones = [.hostile]
    let checks: [Check] = [
      .exists(ExistsCheck(rows: kind, claimed: .none)),
      .exists(ExistsCheck(rows: police, claimed: .none)),
      .count(CountCheck(rows: hostile, atMost: 3)),
      .share(ShareCheck(rows: betaHostile, among: beta, atLeast: 0.9)),
    ]
    subject.assertions = checks.enumerated().map {
      Assertion(id: "A\($0.offset)", text: "made", check: $0.element)
    }
    #expect(verdicts(subject).allSatisfy { $0 == .untested })
    #expect(AbsenceReport(of: subject).entries.map(\.isSearched) == [false, false, false, false])
    subject.searches = [
      RecordSearch(
        spans: [subject.window], pairs: [Pair("AAA", "AAB")], publishers: ["one"], by: "the coder")
    ]
    // One row of one is a share of one, with an interval that reaches far below nine tenths.
    #expect(
      verdicts(subject) == [.holdsAsSearched, .holdsAsSearched, .holdsAsSearched, .partly])
  }

  @Test("a low point spread over a year supports no date")
  func lowPoint() throws {
    let check = Check.turningPoint(
      TurningPointCheck(
        dyad: Dyad(from: "CAN", toward: "IND"), near: try span("2023-09-18"), within: 14,
        what: .lowPoint))
    let clause = try #require(
      LedgerEntry.ledger(of: try CanadaIndia.subject([check])).first?.clauses.first)
    #expect(!clause.verdict.holds)
  }

  @Test("a freeze is not warmth, and the call that ends it no cooling")
  func freeze() throws {
    let course = RelationCourse(
      of: Dyad(from: "CAN", toward: "IND"), in: try CanadaIndia.subject())
    func level(_ day: String) throws -> Double {
      let wanted = try #require(Day(day))
      let index = try #require(course.days.firstIndex(of: wanted))
      return course.level[index]
    }
    func width(_ day: String) throws -> Double {
      let wanted = try #require(Day(day))
      let index = try #require(course.days.firstIndex(of: wanted))
      return course.high[index] - course.low[index]
    }
    #expect(try level("2024-03-03") < 2)
    #expect(try width("2024-03-03") > width("2023-11-01"))
    #expect(try level("2025-06-06") >= level("2025-06-05"))
    let dyad = RelationCourse(of: Dyad(from: "IND", toward: "CAN"), in: try CanadaIndia.subject())
    let october = try #require(Day("2023-10-20"))
    let frozen = try #require(dyad.days.firstIndex(of: october))
    #expect(dyad.level[frozen] < -1)
  }

  @Test("a summons in protest restores no channel")
  func summons() throws {
    var subject = try CanadaIndia.subject(rows: ["IC02", "IC40", "IC42", "IC43", "IC46"])
    let level = ChannelLevel(rawValue: "diplomatic")
    let check = StateCheck(
      subject: .channel(Pair("CAN", "IND"), level), from: try span("2024-11-02"),
      through: try span("2024-12-31"), states: ["restored"])
    subject.channels = [Channel(between: Pair("CAN", "IND"), levels: [level])]
    subject.assertions = [Assertion(id: "A1", text: "made", check: .state(check))]
    #expect(!verdicts(subject)[0].holds)
    subject.searches = [
      RecordSearch(
        spans: [subject.window], pairs: [Pair("CAN", "IND")], publishers: ["one"], by: "the coder")
    ]
    #expect(verdicts(subject) == [.contradicted])
  }

  @Test("no turn is named that may lie anywhere in a third of the window")
  func turns() throws {
    let subject = try CanadaIndia.subject()
    for direction in TurningPointAnalysis(of: subject).directions {
      // That conduct turned is likely, and so is said; when, the acts of one side cannot tell.
      #expect(direction.anyTurn > 0.8)
      #expect(!direction.points.isEmpty || !direction.unplaced.isEmpty)
      for point in direction.points {
        #expect(3 * point.span.length <= subject.window.length && point.probability >= 0.5)
      }
      #expect(!direction.points.contains { $0.day == Day("2023-05-08") })
    }
  }

  @Test("the break of September 2023 is named, with the first hostile act as its day")
  func september() throws {
    let canada = try #require(
      TurningPointAnalysis(of: try CanadaIndia.subject()).directions.first {
        $0.dyad == Dyad(from: "CAN", toward: "IND")
      })
    let turn = try #require(canada.points.first { $0.isWorsening })
    let first = try #require(Day("2023-09-01"))
    #expect(turn.day == first)
    #expect(turn.span.contains(first) && turn.probability >= 0.8)
    #expect(turn.rows.contains("IC08"))
  }

  @Test("a trend is known only in a record that was searched for all that the side did")
  func trend() throws {
    func check(_ direction: TrendCheck.Direction) throws -> Check {
      .trend(
        TrendCheck(
          dyad: Dyad(from: "IND", toward: "CAN"), part: .all,
          from: .init(from: try span("2023-09-19"), through: try span("2024-11-30")),
          to: .init(from: try span("2025-04-29"), through: try span("2025-11-30")),
          direction: direction))
    }
    var subject = try CanadaIndia.subject()
    subject.assertions = [
      Assertion(id: "A1", text: "made", check: try check(.rises)),
      Assertion(id: "A2", text: "made", check: try check(.falls)),
    ]
    #expect(verdicts(subject) == [.untested, .untested])
    #expect(AbsenceReport(of: subject).entries.map(\.isSearched) == [false, false])
    subject.searches = [
      RecordSearch(
        spans: [subject.window], pairs: [Pair("CAN", "IND")], publishers: ["one"], by: "the coder")
    ]
    let found = verdicts(subject)
    #expect(found[0] == .holdsAsSearched || found[0] == .partly)
    #expect(found[1] == .contradicted || found[1] == .untested)
    #expect(AbsenceReport(of: subject).entries.map(\.isSearched) == [true, true])
  }

  @Test("nine silent months are unknown, not open")
  func silence() throws {
    let level = ChannelLevel(rawValue: "head_of_government")
    var subject = try CanadaIndia.subject(rows: ["IC09", "IC10", "IC32"])
    subject.channels = [Channel(between: Pair("CAN", "IND"), levels: [level])]
    let check = StateCheck(
      subject: .channel(Pair("CAN", "IND"), level), from: try span("2023-09-11"),
      through: try span("2024-06-13"), states: ["suspended", "strained"], share: 0.5)
    subject.assertions = [Assertion(id: "A1", text: "made", check: .state(check))]
    #expect(verdicts(subject) == [.untested])
    // What the sentence says, asked for as such, can be tested where contacts were searched for.
    var contact = RowFilter()
    contact.sources = ["CAN", "IND"]
    contact.targets = ["CAN", "IND"]
    contact.channels = [level]
    contact.from = try span("2023-09-11")
    contact.until = try span("2024-06-13")
    subject.assertions = [
      Assertion(id: "A1", text: "made", check: .exists(ExistsCheck(rows: contact, claimed: .none)))
    ]
    #expect(verdicts(subject) == [.untested])
    subject.searches = [
      RecordSearch(
        spans: [subject.window], pairs: [Pair("CAN", "IND")], publishers: ["one"], by: "the coder")
    ]
    #expect(verdicts(subject) == [.holdsAsSearched])
  }

  @Test("a true and a false order within a day differ only by what a source says")
  func sameDay() throws {
    var subject = try SmallCase.make()
    subject.events = [
      try SmallCase.event("R1", "2024-02-01", "XAA", "XBB", "161"),
      try SmallCase.event("R2", "2024-02-01", "XBB", "XAA", "161"),
    ]
    let order = { (first: String, then: String) in
      Check.order(OrderCheck(first: .name(first), then: .name(then)))
    }
    subject.assertions = [
      Assertion(id: "A1", text: "true", check: order("R1", "R2")),
      Assertion(id: "A2", text: "false", check: order("R2", "R1")),
    ]
    #expect(verdicts(subject) == [.untested, .untested])
    subject.events[1] = try SmallCase.event(
      "R2", "2024-02-01", "XBB", "XAA", "161", answers: "R1")
    #expect(verdicts(subject) == [.supported, .contradicted])
  }
}
