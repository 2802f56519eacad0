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

  static let all: [Sample] = {
    let check = Check.exists(ExistsCheck(rows: hostile, claimed: .none))
    let untested = reasons.map { name, reason in
      Sample(name: "untested, \(name)", clause: .untested(check, reason))
    }
    return rows + orders + states + shares + courses + untested
  }()

  private static func sample(
    _ name: String, _ check: Check, _ verdict: Verdict, _ evidence: ClauseEvidence,
    _ margin: ClauseMargin? = nil, isAbsent: Bool = false
  ) -> Sample {
    Sample(
      name: name,
      clause: ClauseFinding(
        check, verdict, evidence, margin: margin, restsOnAbsence: isAbsent,
        searches: isAbsent ? [0] : []))
  }

  private static func count(
    _ name: String, _ verdict: Verdict, _ certain: Int, possible: Int = 0, atLeast: Int? = nil,
    atMost: Int? = nil, _ filter: RowFilter, _ margin: ClauseMargin? = nil
  ) -> Sample {
    sample(
      name, .count(CountCheck(rows: filter, atLeast: atLeast, atMost: atMost)), verdict,
      .rows(certain: certain, possible: possible), margin)
  }

  private static func exists(
    _ name: String, _ verdict: Verdict, _ claimed: ExistsCheck.Claimed, _ certain: Int,
    possible: Int = 0, tolerated: Int = 0
  ) -> Sample {
    sample(
      name, .exists(ExistsCheck(rows: hostile, claimed: claimed, tolerated: tolerated)), verdict,
      .rows(certain: certain, possible: possible), isAbsent: certain + possible == 0)
  }

  private static let rows: [Sample] = [
    count("count, three, just", .supported, 3, atLeast: 3, apology, margin(1, .rows, just: true)),
    count("count, many, clear", .supported, 14, atLeast: 3, hostile, margin(12, .rows)),
    count("count, one, partly", .partly, 1, atLeast: 3, apology, margin(2, .rows)),
    count("count, uncertain days", .partly, 2, possible: 2, atLeast: 3, hostile),
    count("count, none, clearly missed", .contradicted, 0, atLeast: 4, apology, margin(4, .rows)),
    count(
      "count, at most, just missed", .contradicted, 3, atMost: 2, among,
      margin(1, .rows, just: true)),
    count("count, exactly, met", .supported, 2, atLeast: 2, atMost: 2, back, margin(1, .rows)),
    count("count, kinds and codes", .supported, 5, atLeast: 2, atMost: 9, deeds, margin(3, .rows)),
    exists("exists some, one", .supported, .some, 1),
    exists("exists some, perhaps", .partly, .some, 0, possible: 1),
    exists("exists some, none as searched", .contradicted, .some, 0),
    exists("exists none, none as searched", .holdsAsSearched, .none, 0),
    exists("exists none, one", .contradicted, .none, 1),
    exists("exists none, many", .contradicted, .none, 13),
    exists("exists none, perhaps", .partly, .none, 0, possible: 2),
    exists("exists none, one let pass", .partly, .none, 1, tolerated: 1),
  ]

  private static func order(
    _ name: String, _ verdict: Verdict, _ shortest: Int, _ longest: Int,
    _ margin: ClauseMargin? = nil, settled: [String] = []
  ) -> Sample {
    sample(
      name, .order(OrderCheck(first: .name("goal"), then: .name("T10"))), verdict,
      days(shortest, longest, settled), margin)
  }

  private static func interval(
    _ name: String, _ verdict: Verdict, _ shortest: Int, _ longest: Int,
    _ margin: ClauseMargin? = nil
  ) -> Sample {
    let check = IntervalCheck(from: .name("shock"), to: .name("T04"), atLeast: 0, atMost: 7)
    return sample(name, .interval(check), verdict, days(shortest, longest), margin)
  }

  private static func days(
    _ shortest: Int, _ longest: Int, _ settled: [String] = []
  ) -> ClauseEvidence {
    .days(
      from: DateSpan(day("2021-07-01")), to: DateSpan(day("2021-07-22")), shortest: shortest,
      longest: longest, settledBy: settled)
  }

  private static let orders: [Sample] = [
    order("order, before", .supported, 21, 21, margin(21, .days)),
    order("order, before by one or two days", .supported, 1, 2),
    order("order, after", .contradicted, -3, -1, margin(1, .days, just: true)),
    order("order, either", .partly, -1, 2),
    order("order, one day, settled", .supported, 0, 0, settled: ["T10"]),
    order("order, one day, settled against", .contradicted, 0, 0, settled: ["T10"]),
    interval("interval, two", .supported, 2, 2, margin(6, .days)),
    interval("interval, one", .supported, 1, 1, margin(7, .days)),
    interval("interval, at the bound", .supported, 7, 7, margin(1, .days, just: true)),
    interval("interval, on either side", .partly, 5, 9),
    interval("interval, too long", .contradicted, 40, 40, margin(33, .days)),
    interval("interval, before", .contradicted, -4, -4, margin(4, .days)),
  ]

  private static func channel(
    _ name: String, _ verdict: Verdict, share: Double = 1, isOneDay: Bool = false,
    _ evidence: ChannelEvidence, _ margin: ClauseMargin? = nil
  ) -> Sample {
    let level = ChannelLevel(rawValue: "foreign_minister")
    let check = StateCheck(
      subject: .channel(Pair("XAA", "XBB"), level), from: .name("shock"),
      through: isOneDay ? nil : .name("goal"), states: ["suspended"], share: share)
    return sample(name, .state(check), verdict, .channel(evidence), margin)
  }

  private static func lever(
    _ name: String, _ verdict: Verdict, _ least: Double, _ most: Double, of count: Int = 1,
    _ margin: ClauseMargin? = nil
  ) -> Sample {
    let check = StateCheck(
      subject: count == 1 ? .lever("harbour") : .levers(holder: "XBB", over: "XAA"),
      from: .name("shock"), through: .name("goal"), states: ["lost"], share: count == 1 ? 1 : 0.8)
    return sample(
      name, .state(check), verdict, .levers(least: least, most: most, levers: count), margin)
  }

  private static let states: [Sample] = [
    channel(
      "channel, all days", .supported,
      ChannelEvidence(days: 26, judged: 26, fitting: 26, inferred: 0)),
    channel(
      "channel, some inferred", .partly, share: 0.5,
      ChannelEvidence(days: 26, judged: 20, fitting: 12, inferred: 5)),
    channel(
      "channel, none", .contradicted,
      ChannelEvidence(days: 26, judged: 1, fitting: 0, inferred: 0), margin(26, .days)),
    channel(
      "channel, one day", .supported, isOneDay: true,
      ChannelEvidence(days: 1, judged: 1, fitting: 1, inferred: 0)),
    lever("lever, lost", .supported, 1, 1), lever("lever, never lost", .contradicted, 0, 0),
    lever("lever, uncertain", .partly, 0.4, 0.6),
    lever("levers, most", .supported, 0.85, 0.9, of: 4, margin(0.05, .strength, just: true)),
    lever("levers, few", .contradicted, 0.25, 0.25, of: 3, margin(0.55, .strength)),
  ]

  private static let tone = filter { $0.tones = [.hostile] }

  private static func share(
    _ name: String, _ verdict: Verdict, _ part: Int, _ whole: Int, _ low: Double, _ high: Double,
    aside: Int = 0, _ margin: ClauseMargin? = nil
  ) -> Sample {
    sample(
      name, .share(ShareCheck(rows: tone, among: toward, atLeast: 0.5)), verdict,
      .share(ShareEvidence(part: part, whole: whole, low: low, high: high, aside: aside)), margin)
  }

  private static func compare(
    _ name: String, _ verdict: Verdict, _ first: Int, of firstOf: Int?, _ second: Int,
    of secondOf: Int?, _ margin: ClauseMargin? = nil
  ) -> Sample {
    let isOfShares = firstOf != nil
    let check =
      isOfShares
      ? CompareCheck(
        first: .init(rows: tone, among: toward), second: .init(rows: tone, among: back),
        relation: .more, by: 0.1)
      : CompareCheck(first: .init(rows: hostile), second: .init(rows: apology), relation: .less)
    let evidence = ComparisonEvidence(
      first: first, firstOf: firstOf, second: second, secondOf: secondOf,
      interval: isOfShares ? [-0.2, 0.7] : nil)
    return sample(name, .compare(check), verdict, .comparison(evidence), margin)
  }

  private static let shares: [Sample] = [
    share("share, many", .supported, 30, 40, 0.65, 0.83, margin(10, .rows)),
    share("share, few", .supported, 3, 4, 0.42, 0.94, margin(1, .rows, just: true)),
    share("share, one", .contradicted, 1, 12, 0.02, 0.24, aside: 1, margin(5, .rows)),
    share("share, none", .contradicted, 0, 11, 0, 0.15, aside: 2, margin(6, .rows)),
    compare("compare, shares", .supported, 7, of: 10, 2, of: 10, margin(3, .rows)),
    compare("compare, small shares", .partly, 1, of: 2, 1, of: 3),
    compare("compare, counts", .contradicted, 5, of: nil, 1, of: nil, margin(4, .rows)),
  ]

  private static func trend(
    _ name: String, _ verdict: Verdict, _ before: [Double], _ after: [Double], acts: [Int],
    _ margin: ClauseMargin? = nil
  ) -> Sample {
    let check = TrendCheck(
      dyad: Dyad(from: "XAA", toward: "XBB"), part: .words,
      from: DateReferenceSpan(from: .name("shock"), through: .name("goal")),
      to: DateReferenceSpan(from: .name("goal"), through: .name("redress")), direction: .falls)
    let evidence = TrendEvidence(
      earlier: span("2021-06-05", "2021-07-01"), later: span("2021-07-01", "2021-07-20"),
      before: before, after: after, actsBefore: acts[0], actsAfter: acts[1])
    return sample(name, .trend(check), verdict, .trend(evidence), margin)
  }

  private static func turn(
    _ name: String, _ what: TurningPointCheck.What, _ verdict: Verdict, at: String? = nil,
    from: String = "2021-06-05", to: String = "2021-06-05", near: Double,
    _ margin: ClauseMargin? = nil
  ) -> Sample {
    let check = TurningPointCheck(
      dyad: Dyad(from: "XAA", toward: "XBB"), near: .name("shock"), within: 10, what: what)
    let evidence = TurnEvidence(
      target: DateSpan(day("2021-06-05")), day: at.map { Self.day($0) },
      span: at.map { _ in span(from, to) }, near: near,
      distance: at.map { abs(Self.day($0) - Self.day("2021-06-05")) })
    return sample(name, .turningPoint(check), verdict, .turn(evidence), margin)
  }

  private static let courses: [Sample] = [
    trend("trend, apart", .supported, [-0.5, 0, 0.5], [-4, -3, -2], acts: [12, 1]),
    trend("trend, within margins", .partly, [-2, -1, 0], [-2.5, -1.5, -0.5], acts: [3, 2]),
    trend(
      "trend, other way", .contradicted, [-3, -2, -1], [0, 1, 2], acts: [4, 5], margin(1, .level)),
    turn(
      "turn, near", .turningPoint, .supported, at: "2021-06-07", from: "2021-06-05",
      to: "2021-06-14", near: 0.92),
    turn("turn, the day itself", .turningPoint, .supported, at: "2021-06-05", near: 0.97),
    turn(
      "turn, before", .turningPoint, .contradicted, at: "2021-05-05", from: "2021-04-01",
      to: "2021-05-20", near: 0.03, margin(21, .days)),
    turn("turn, none", .turningPoint, .contradicted, near: 0.05),
    turn(
      "low point, later", .lowPoint, .partly, at: "2021-06-20", from: "2021-06-10",
      to: "2021-07-05", near: 0.3),
    turn("low point, none", .lowPoint, .contradicted, near: 0.01),
  ]

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
    ("no course", .noCourse), ("within bands", .withinBands), ("too spread", .tooSpread),
  ]
}
