public import Diplomacy

/// The course of one direction of a relation: the level of conduct on every day, with its band.
///
/// The level of a day is the mean weight of the acts up to that day, an act counting half after each
/// half-life, pulled toward the usual level, which counts for a fixed number of acts: days without
/// acts drift back to what is usual. Nothing later than a day enters its level. The usual level is
/// the mean weight of the baseline's acts, pulled toward zero in the same way; without a baseline it
/// is zero. An act of uncertain date is spread evenly over its possible days.
///
/// The band covers the uncertainty of dates and the sampling of acts, that of the baseline included.
/// It does not cover acts that the record lacks, coding errors, or the choice of scale, half-life
/// and pull. See `docs/methods/course.md`.
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
  /// The usual level toward which the course is pulled.
  public let usual: CourseLevel
  /// The expected number of baseline acts behind the usual level.
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
    let expected = Self.expected(acts, over: span, baseline: baseline, settings: settings)
    let draws = CourseDraws(of: acts, over: span, baseline: baseline, settings: settings)
    let bands = draws.bands()
    level = expected.levels
    low = zip(expected.levels, bands).map { min($0, $1.low) }
    high = zip(expected.levels, bands).map { max($0, $1.high) }
    let usual = CourseLevel(expected.usual, within: draws.usualBand)
    self.usual = usual
    baselineActs = baseline.map { ActTally(of: acts, in: $0).acts } ?? 0
    daily = Self.sums(of: acts, over: span)
    lowPoint = Self.lowPoint(
      of: expected.levels, draws: draws, acts: acts, over: span,
      coverage: settings.coverage)
    months = MonthlyActs.months(of: span, acts: acts)
    var phases: [CoursePhase] = []
    if let baseline {
      phases.append(
        CoursePhase(
          starts: ["baseline"], span: baseline, hasExactBounds: true, acts: acts, level: usual))
    }
    for part in CoursePhase.spans(of: span, cutBy: subject.dates) {
      let range = (part.span.first - span.first)..<(part.span.last - span.first + 1)
      let mean = expected.levels[range].reduce(0, +) / Double(range.count)
      phases.append(
        CoursePhase(
          starts: part.starts, span: part.span, hasExactBounds: part.hasExactBounds, acts: acts,
          level: CourseLevel(mean, within: draws.band(over: range))))
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

  /// The mean of the daily level over any days, with a band from the same draws.
  ///
  /// The days need not lie within the course; days before the first act have the usual level.
  ///
  /// - Complexity: O(draws × (acts + days)).
  public func meanLevel(over span: DateSpan) -> CourseLevel {
    let settings = settings.inRange
    let expected = Self.expected(acts, over: span, baseline: baseline, settings: settings)
    let draws = CourseDraws(of: acts, over: span, baseline: baseline, settings: settings)
    let mean = expected.levels.reduce(0, +) / Double(span.length)
    return CourseLevel(mean, within: draws.band(over: 0..<span.length))
  }
}

extension RelationCourse {
  /// The level of every day with each act spread evenly over its possible days.
  private static func expected(
    _ acts: [CourseAct], over span: DateSpan, baseline: DateSpan?, settings: CourseSettings
  ) -> (levels: [Double], usual: Double) {
    var smoother = CourseSmoother(over: span, settings: settings)
    for act in acts {
      let share = 1 / Double(act.date.length)
      for offset in 0..<act.date.length {
        smoother.add(act.weight, on: act.date.first + offset, amount: share)
      }
    }
    let tally = baseline.map { ActTally(of: acts, in: $0) }
    let usual = tally.map { $0.sum / (settings.pull + $0.acts) } ?? 0
    return (smoother.levels(usual: usual), usual)
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
    guard acts.contains(where: { $0.date.overlaps(span) }), var lowest = levels.first else {
      return nil
    }
    var place = 0
    for (index, level) in levels.enumerated() where level < lowest {
      lowest = level
      place = index
    }
    var days = draws.lowDays()
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
