import Diplomacy

@testable import Assessment

/// Findings of every kind, verdict and grammatical form, on the tutorial's invented states.
enum FindingSamples {
  /// A finding with a name.
  struct Sample {
    let name: String
    let clause: ClauseFinding
  }

  static func filter(_ change: (inout RowFilter) -> Void) -> RowFilter {
    var filter = RowFilter()
    change(&filter)
    return filter
  }

  static let hostile = filter {
    $0.sources = ["XAA"]
    $0.targets = ["XBB"]
    $0.tones = [.hostile]
    $0.from = .name("shock")
    $0.until = .name("goal")
  }
  static let apology = filter {
    $0.sources = ["XBB"]
    $0.targets = ["XAA"]
    $0.conciliation = ["apology"]
    $0.from = .name("shock")
  }
  static let among = filter {
    $0.sources = ["XAA", "XBB"]
    $0.targets = ["XAA", "XBB"]
    $0.channelEffects = [.held, .restored]
    $0.channels = [ChannelLevel(rawValue: "foreign_minister")]
  }
  static let toward = filter {
    $0.sources = ["XAA"]
    $0.targets = ["XBB"]
  }
  static let back = filter {
    $0.sources = ["XBB"]
    $0.targets = ["XAA"]
    $0.quads = [.init(root: 16)]
    $0.issues = ["ferry"]
    $0.organs = ["president", "MFA"]
  }
  static let deeds = filter {
    $0.codes = ["16", "174"]
    $0.statuses = [.confirmed]
    $0.includesExcluded = true
    $0.until = .span(DateSpan(day("2021-08-01")))
  }

  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

  static func span(_ first: String, _ last: String) -> DateSpan {
    DateSpan(from: day(first), through: day(last)) ?? DateSpan(day(first))
  }

  static func margin(_ by: Double, _ unit: ClauseMargin.Unit, just: Bool = false) -> ClauseMargin {
    ClauseMargin(flipsBy: by, unit: unit, isJust: just)
  }

  static let all: [Sample] =
    rows + days + states + shares + courses
    + reasons.map { name, reason in
      let check = Check.exists(ExistsCheck(rows: hostile, claimed: .none))
      return Sample(name: "untested, \(name)", clause: .untested(check, reason))
    }

  private static let rows: [Sample] =
    [
      ("count, three, just", .supported, 3, 0, 3, nil, margin(1, .rows, just: true), apology),
      ("count, many, clear", .supported, 14, 0, 3, nil, margin(12, .rows), hostile),
      ("count, one, partly", .partly, 1, 0, 3, nil, margin(2, .rows), apology),
      ("count, uncertain days", .partly, 2, 2, 3, nil, nil, hostile),
      ("count, none, clearly missed", .contradicted, 0, 0, 4, nil, margin(4, .rows), apology),
      (
        "count, at most, missed just", .contradicted, 3, 0, nil, 2, margin(1, .rows, just: true),
        among
      ),
      ("count, exactly, met", .supported, 2, 0, 2, 2, margin(1, .rows), back),
      ("count, kinds and codes", .supported, 5, 0, 2, 9, margin(3, .rows), deeds),
    ].map { name, verdict, certain, possible, low, high, margin, filter in
      let check = Check.count(CountCheck(rows: filter, atLeast: low, atMost: high))
      return Sample(
        name: name,
        clause: ClauseFinding(
          check, verdict, .rows(certain: certain, possible: possible), margin: margin))
    }
    + [
      ("exists some, one", .supported, 1, 0, ExistsCheck.Claimed.some, 0),
      ("exists some, perhaps", .partly, 0, 1, .some, 0),
      ("exists some, none as searched", .contradicted, 0, 0, .some, 0),
      ("exists none, none as searched", .holdsAsSearched, 0, 0, .none, 0),
      ("exists none, one", .contradicted, 1, 0, .none, 0),
      ("exists none, many", .contradicted, 13, 0, .none, 0),
      ("exists none, perhaps", .partly, 0, 2, .none, 0),
      ("exists none, one let pass", .partly, 1, 0, .none, 1),
    ].map { name, verdict, certain, possible, claimed, tolerated in
      let check = Check.exists(
        ExistsCheck(rows: hostile, claimed: claimed, tolerated: tolerated))
      return Sample(
        name: name,
        clause: ClauseFinding(
          check, verdict, .rows(certain: certain, possible: possible),
          restsOnAbsence: certain + possible == 0, searches: certain + possible == 0 ? [0] : []))
    }

  private static let days: [Sample] = {
    let order = Check.order(OrderCheck(first: .name("goal"), then: .name("T10")))
    let interval = Check.interval(
      IntervalCheck(from: .name("shock"), to: .name("T04"), atLeast: 0, atMost: 7))
    func days(_ shortest: Int, _ longest: Int, _ settled: [String] = []) -> ClauseEvidence {
      .days(
        from: DateSpan(day("2021-07-01")), to: DateSpan(day("2021-07-22")), shortest: shortest,
        longest: longest, settledBy: settled)
    }
    return [
      ("order, before", order, Verdict.supported, days(21, 21), margin(21, .days)),
      ("order, before by one or two days", order, .supported, days(1, 2), nil),
      ("order, after", order, .contradicted, days(-3, -1), margin(1, .days, just: true)),
      ("order, either", order, .partly, days(-1, 2), nil),
      ("order, one day, settled", order, .supported, days(0, 0, ["T10"]), nil),
      ("order, one day, settled against", order, .contradicted, days(0, 0, ["T10"]), nil),
      ("interval, two", interval, .supported, days(2, 2), margin(6, .days)),
      ("interval, one", interval, .supported, days(1, 1), margin(7, .days)),
      ("interval, at the bound", interval, .supported, days(7, 7), margin(1, .days, just: true)),
      ("interval, on either side", interval, .partly, days(5, 9), nil),
      ("interval, too long", interval, .contradicted, days(40, 40), margin(33, .days)),
      ("interval, before", interval, .contradicted, days(-4, -4), margin(4, .days)),
    ].map { name, check, verdict, evidence, margin in
      Sample(name: name, clause: ClauseFinding(check, verdict, evidence, margin: margin))
    }
  }()

  private static let states: [Sample] = {
    let level = ChannelLevel(rawValue: "foreign_minister")
    func channel(_ share: Double, through: String?) -> Check {
      .state(
        StateCheck(
          subject: .channel(Pair("XAA", "XBB"), level), from: .name("shock"),
          through: through.map { .name($0) }, states: ["suspended"], share: share))
    }
    let lever = Check.state(
      StateCheck(
        subject: .lever("harbour"), from: .name("shock"), through: .name("goal"),
        states: ["lost"]))
    let levers = Check.state(
      StateCheck(
        subject: .levers(holder: "XBB", over: "XAA"), from: .name("shock"), through: .name("goal"),
        states: ["lost"], share: 0.8))
    func days(_ days: Int, _ judged: Int, _ fitting: Int, _ inferred: Int) -> ClauseEvidence {
      .channel(ChannelEvidence(days: days, judged: judged, fitting: fitting, inferred: inferred))
    }
    return [
      (
        "channel, all days", channel(1, through: "goal"), Verdict.supported, days(26, 26, 26, 0),
        nil
      ),
      ("channel, some inferred", channel(0.5, through: "goal"), .partly, days(26, 20, 12, 5), nil),
      (
        "channel, none", channel(1, through: "goal"), .contradicted, days(26, 1, 0, 0),
        margin(26, .days)
      ),
      ("channel, one day", channel(1, through: nil), .supported, days(1, 1, 1, 0), nil),
      ("lever, lost", lever, .supported, .levers(least: 1, most: 1, levers: 1), nil),
      ("lever, never lost", lever, .contradicted, .levers(least: 0, most: 0, levers: 1), nil),
      ("lever, uncertain", lever, .partly, .levers(least: 0.4, most: 0.6, levers: 1), nil),
      (
        "levers, most", levers, .supported, .levers(least: 0.85, most: 0.9, levers: 4),
        margin(0.05, .strength, just: true)
      ),
      (
        "levers, few", levers, .contradicted, .levers(least: 0.25, most: 0.25, levers: 3),
        margin(0.55, .strength)
      ),
    ].map { name, check, verdict, evidence, margin in
      Sample(name: name, clause: ClauseFinding(check, verdict, evidence, margin: margin))
    }
  }()

  private static let shares: [Sample] = {
    let share = Check.share(
      ShareCheck(rows: filter { $0.tones = [.hostile] }, among: toward, atLeast: 0.5))
    func of(_ part: Int, _ whole: Int, _ low: Double, _ high: Double, aside: Int = 0)
      -> ClauseEvidence
    {
      .share(ShareEvidence(part: part, whole: whole, low: low, high: high, aside: aside))
    }
    let first = CompareCheck.Side(rows: filter { $0.tones = [.hostile] }, among: toward)
    let second = CompareCheck.Side(rows: filter { $0.tones = [.hostile] }, among: back)
    let shareOf = Check.compare(
      CompareCheck(first: first, second: second, relation: .more, by: 0.1))
    let count = Check.compare(
      CompareCheck(
        first: .init(rows: hostile), second: .init(rows: apology), relation: .less))
    func compared(_ a: Int, _ aOf: Int?, _ b: Int, _ bOf: Int?) -> ClauseEvidence {
      .comparison(
        ComparisonEvidence(
          first: a, firstOf: aOf, second: b, secondOf: bOf,
          interval: aOf == nil ? nil : [-0.2, 0.7]))
    }
    return [
      ("share, many", share, Verdict.supported, of(30, 40, 0.65, 0.83), margin(10, .rows)),
      ("share, few", share, .supported, of(3, 4, 0.42, 0.94), margin(1, .rows, just: true)),
      ("share, one", share, .contradicted, of(1, 12, 0.02, 0.24, aside: 1), margin(5, .rows)),
      ("share, none", share, .contradicted, of(0, 11, 0, 0.15, aside: 2), margin(6, .rows)),
      ("compare, shares", shareOf, .supported, compared(7, 10, 2, 10), margin(3, .rows)),
      ("compare, small shares", shareOf, .partly, compared(1, 2, 1, 3), nil),
      ("compare, counts", count, .contradicted, compared(5, nil, 1, nil), margin(4, .rows)),
    ].map { name, check, verdict, evidence, margin in
      Sample(name: name, clause: ClauseFinding(check, verdict, evidence, margin: margin))
    }
  }()

  private static let courses: [Sample] = {
    let trend = Check.trend(
      TrendCheck(
        dyad: Dyad(from: "XAA", toward: "XBB"), part: .words,
        from: DateReferenceSpan(from: .name("shock"), through: .name("goal")),
        to: DateReferenceSpan(from: .name("goal"), through: .name("redress")), direction: .falls))
    func levels(_ before: [Double], _ after: [Double], _ acts: (Int, Int)) -> ClauseEvidence {
      .trend(
        TrendEvidence(
          earlier: span("2021-06-05", "2021-07-01"), later: span("2021-07-01", "2021-07-20"),
          before: before, after: after, actsBefore: acts.0, actsAfter: acts.1))
    }
    func turn(_ what: TurningPointCheck.What) -> Check {
      .turningPoint(
        TurningPointCheck(
          dyad: Dyad(from: "XAA", toward: "XBB"), near: .name("shock"), within: 10, what: what))
    }
    func found(_ at: String?, _ from: String, _ to: String, _ near: Double) -> ClauseEvidence {
      .turn(
        TurnEvidence(
          target: DateSpan(day("2021-06-05")), day: at.map { Self.day($0) },
          span: at.map { _ in span(from, to) }, near: near,
          distance: at.map { abs(Self.day($0) - Self.day("2021-06-05")) }))
    }
    return [
      (
        "trend, apart", trend, Verdict.supported, levels([-0.5, 0, 0.5], [-4, -3, -2], (12, 1)), nil
      ),
      (
        "trend, within margins", trend, .partly, levels([-2, -1, 0], [-2.5, -1.5, -0.5], (3, 2)),
        nil
      ),
      (
        "trend, other way", trend, .contradicted, levels([-3, -2, -1], [0, 1, 2], (4, 5)),
        margin(1, .level)
      ),
      (
        "turn, near", turn(.turningPoint), .supported,
        found("2021-06-07", "2021-06-05", "2021-06-14", 0.92), nil
      ),
      (
        "turn, the day itself", turn(.turningPoint), .supported,
        found("2021-06-05", "2021-06-05", "2021-06-05", 0.97), nil
      ),
      (
        "turn, before", turn(.turningPoint), .contradicted,
        found("2021-05-05", "2021-04-01", "2021-05-20", 0.03), margin(21, .days)
      ),
      ("turn, none", turn(.turningPoint), .contradicted, found(nil, "", "", 0.05), nil),
      (
        "low point, later", turn(.lowPoint), .partly,
        found("2021-06-20", "2021-06-10", "2021-07-05", 0.3), nil
      ),
      ("low point, none", turn(.lowPoint), .contradicted, found(nil, "", "", 0.01), nil),
    ].map { name, check, verdict, evidence, margin in
      Sample(name: name, clause: ClauseFinding(check, verdict, evidence, margin: margin))
    }
  }()

  private static let reasons: [(String, UntestedReason)] = [
    ("by nature", .byNature("The record shows acts, not purposes.")),
    ("unknown date", .unknownDate("wedding")),
    (
      "not searched",
      .notSearched(
        SearchGap(
          pair: Pair("XAA", "XBB"), days: span("2021-06-05", "2021-07-01"), holds: nil, found: nil))
    ),
    (
      "thinner than searched",
      .notSearched(
        SearchGap(
          pair: Pair("XAA", "XBB"), days: span("2021-06-05", "2021-07-01"), holds: 1, found: 20))
    ),
    ("too few, one", .tooFew(1, needed: 5)), ("too few, none", .tooFew(0, needed: 5)),
    ("no such rows", .noSuchRows), ("same day", .sameDay), ("either order", .eitherOrder),
    ("days unknown", .unknownDays(known: 3, of: 26)),
    ("no day known", .unknownDays(known: 0, of: 26)), ("not followed", .notFollowed),
    ("no course", .noCourse),
  ]
}
