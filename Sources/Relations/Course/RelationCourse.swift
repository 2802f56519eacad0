public import Diplomacy

/// The course of one direction of a relation: the level of conduct on every day, with its band.
///
/// The level is that of a state-space model with acts on irregular days (``CourseSettings``): it
/// moves toward the weight of each act, stays where it was while nothing is recorded, and its band
/// widens with every silent day until nothing is known. It never returns to what was usual by itself.
/// Meetings and routine statements can raise a level and never lower it. The level of a day uses
/// nothing later than that day; the mean level of a span uses all acts. An act of uncertain date
/// falls on one of its possible days in each draw.
///
/// The band covers the uncertainty of dates and what acts do not tell of the level. It does not cover
/// acts that the record lacks, coding errors, or the choice of scale and settings. See
/// `docs/methods/course.md`.
public struct RelationCourse: Hashable, Sendable, Codable {
  /// The direction of conduct.
  public let dyad: Dyad
  /// Words, deeds or both.
  public let part: CoursePart
  /// The scale of the weights.
  public let scale: IntensityScale
  /// How the course was smoothed and drawn.
  public let settings: CourseSettings
  /// Every day of the course, in order.
  public let days: [Day]
  /// The level of each day, from -10 (most hostile) to 10.
  public let level: [Double]
  /// The lower edge of the band on each day.
  public let low: [Double]
  /// The upper edge of the band on each day.
  public let high: [Double]
  /// The expected sum of weights on each day.
  public let daily: [Double]
  /// The day on which the course was lowest; nothing where no act falls in it.
  public let lowPoint: LowPoint?
  /// For each day the expected number of acts within the ``memoryDays`` up to it: what the level
  /// rests on.
  public let actsBehind: [Double]
  /// For each day the days since the last act for certain; nothing before the first.
  public let daysSinceAct: [Int?]
  /// Whether the level of each day is known: the band is no wider than that of a single act.
  public let isKnown: [Bool]
  /// What became of the level, in a few facts.
  public let outline: CourseOutline
  /// The expected number of baseline acts.
  public let baselineActs: Double
  /// The acts of each calendar month.
  public let months: [MonthlyActs]
  /// The phases between named dates, the baseline first where there is one.
  public let phases: [CoursePhase]
  /// Every act of the direction and part that counts, within the days or not, by date.
  public let acts: [CourseAct]
  /// The rows of the direction and part within the days that were left out, counted by reason.
  public let excluded: [String: Int]
  /// The days that serve as a baseline.
  public let baseline: DateSpan?

  /// Computes the course of a direction.
  ///
  /// - Parameters:
  ///   - dyad: The direction of conduct.
  ///   - part: Words, deeds or both.
  ///   - scale: The scale of the weights.
  ///   - subject: The case; its record, baseline, window and named dates are used.
  ///   - span: The days of the course; the case's window where left out.
  ///   - settings: How the course is smoothed and drawn.
  /// - Complexity: O(draws × (acts + days)).
  public init(
    of dyad: Dyad, part: CoursePart = .all, on scale: IntensityScale = .goldsteinGDELT,
    in subject: Case, over span: DateSpan? = nil, settings: CourseSettings = CourseSettings()
  ) {
    let span = span ?? subject.window
    let baseline = subject.baseline
    let acts = CourseAct.acts(of: dyad, part: part, on: scale, in: subject.events)
    self.dyad = dyad
    self.part = part
    self.scale = scale
    let settings = settings.inRange
    self.settings = settings
    self.acts = acts
    self.baseline = baseline
    days = (0..<span.length).map { span.first + $0 }
    let draws = CourseDraws(of: acts, over: span, settings: settings)
    let bands = draws.bands()
    let levels = draws.level.map(CourseFilter.clipped)
    level = levels
    low = zip(levels, bands).map { min($0, $1.low) }
    high = zip(levels, bands).map { max($0, $1.high) }
    actsBehind = Self.behind(acts, over: span)
    let since = Self.since(acts, over: span)
    daysSinceAct = since
    let known = draws.variance.map { $0 <= settings.noise * settings.noise }
    isKnown = zip(known, since).map { $0 && $1 != nil }
    outline = CourseOutline(
      levels: levels, isKnown: isKnown, low: low, high: high, from: span.first,
      acts: ActTally(of: acts, in: span).acts)
    baselineActs = baseline.map { ActTally(of: acts, in: $0).acts } ?? 0
    daily = Self.sums(of: acts, over: span)
    lowPoint = Self.lowPoint(
      of: levels, draws: draws, acts: acts, over: span, coverage: settings.coverage)
    months = MonthlyActs.months(of: span, acts: acts)
    var phases: [CoursePhase] = []
    if let baseline {
      phases.append(
        CoursePhase(
          starts: ["baseline"], span: baseline, hasExactBounds: true, acts: acts,
          level: CourseDraws(of: acts, over: baseline, settings: settings)
            .mean(over: 0..<baseline.length)))
    }
    for part in CoursePhase.spans(of: span, cutBy: subject.dates) {
      let range = (part.span.first - span.first)..<(part.span.last - span.first + 1)
      phases.append(
        CoursePhase(
          starts: part.starts, span: part.span, hasExactBounds: part.hasExactBounds, acts: acts,
          level: draws.mean(over: range)))
    }
    self.phases = phases
    excluded = Self.exclusions(of: dyad, part: part, in: subject.events, over: span)
  }

  /// The courses of both directions of a pair, in words, deeds and both, on one scale.
  public static func courses(
    of pair: Pair, on scale: IntensityScale = .goldsteinGDELT, in subject: Case,
    over span: DateSpan? = nil, settings: CourseSettings = CourseSettings()
  ) -> [RelationCourse] {
    pair.dyads.flatMap { dyad in
      CoursePart.allCases.map { part in
        RelationCourse(
          of: dyad, part: part, on: scale, in: subject, over: span, settings: settings)
      }
    }
  }

  /// The mean level over any days, from all the acts up to their last, with its band.
  ///
  /// The days need not lie within the course.
  ///
  /// - Complexity: O(draws × (acts + days)).
  public func meanLevel(over span: DateSpan) -> CourseLevel {
    CourseDraws(of: acts, over: span, settings: settings.inRange).mean(over: 0..<span.length)
  }

  /// The days up to a day whose acts are counted as those that its level rests on.
  public static let memoryDays = 60
}

extension RelationCourse {
  /// The expected number of acts in the days up to each day.
  private static func behind(_ acts: [CourseAct], over span: DateSpan) -> [Double] {
    let first = span.first - memoryDays
    var counts = [Double](repeating: 0, count: span.length + memoryDays)
    for act in acts {
      let share = 1 / Double(act.date.length)
      let from = max(act.date.first, first)
      let through = min(act.date.last, span.last)
      guard from <= through else { continue }
      for index in (from - first)...(through - first) { counts[index] += share }
    }
    var sum = counts.prefix(memoryDays).reduce(0, +)
    return (0..<span.length).map { day in
      sum += counts[day + memoryDays] - counts[day]
      return max(0, sum)
    }
  }

  /// The days since the last act that surely had happened.
  private static func since(_ acts: [CourseAct], over span: DateSpan) -> [Int?] {
    let ends = acts.map(\.date.last).sorted()
    var next = ends.startIndex
    var last: Day?
    return (0..<span.length).map { offset in
      let day = span.first + offset
      while next < ends.endIndex, ends[next] <= day {
        last = ends[next]
        next += 1
      }
      return last.map { day - $0 }
    }
  }

  private static func sums(of acts: [CourseAct], over span: DateSpan) -> [Double] {
    var sums = [Double](repeating: 0, count: span.length)
    for act in acts where act.date.overlaps(span) {
      let first = max(act.date.first, span.first) - span.first
      let last = min(act.date.last, span.last) - span.first
      for index in first...last { sums[index] += act.weight / Double(act.date.length) }
    }
    return sums
  }

  private static func lowPoint(
    of levels: [Double], draws: CourseDraws, acts: [CourseAct], over span: DateSpan,
    coverage: Double
  ) -> LowPoint? {
    let within = acts.flatMap { act -> [Int] in
      let first = max(act.date.first, span.first)
      let last = min(act.date.last, span.last)
      return first > last ? [] : Array((first - span.first)...(last - span.first))
    }
    guard let place = within.min(by: { (levels[$0], $0) < (levels[$1], $1) }) else { return nil }
    let lowest = levels[place]
    var days = draws.lowDays()
    guard !days.isEmpty else { return nil }
    let near = days.filter { abs($0 - Double(place)) <= 7 }.count
    let counts = Dictionary(days.map { (Int($0), 1) }, uniquingKeysWith: +)
    let shares = counts.sorted { $0.key < $1.key }.map {
      LowPoint.DayShare(day: span.first + $0.key, share: Double($0.value) / Double(days.count))
    }
    let band = Quantiles.band(of: &days, coverage: coverage)
    return LowPoint(
      day: span.first + place, from: span.first + min(Int(band.low.rounded(.down)), place),
      to: span.first + max(Int(band.high.rounded(.up)), place), level: lowest,
      shareWithinWeek: Double(near) / Double(days.count), days: shares)
  }

  private static func exclusions(
    of dyad: Dyad, part: CoursePart, in events: [Event], over span: DateSpan
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for act in ActRule().readings(of: events) where act.isOf(dyad) && part.holds(act.row.code) {
      guard let reason = act.exclusion, act.row.date.overlaps(span) else { continue }
      counts[reason.rawValue, default: 0] += 1
    }
    return counts
  }
}
