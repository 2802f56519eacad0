public import Diplomacy

/// One direction's conduct between two of the case's named dates.
///
/// A phase starts on the first possible day of a named date and ends on the day before the next. An
/// act of uncertain date counts in a phase for the share of its possible days that lie there.
public struct CoursePhase: Hashable, Sendable, Codable {
  /// The ids of the dates that start the phase: none at the window's start, "baseline" for that.
  public let starts: [String]
  /// The days of the phase.
  public let span: DateSpan
  /// Whether the dates that bound the phase are known to the day.
  public let hasExactBounds: Bool
  /// The expected number of acts.
  public let acts: Double
  /// The smallest number of acts that the dates allow.
  public let least: Int
  /// The largest number of acts that the dates allow.
  public let most: Int
  /// The expected sum of weights.
  public let sum: Double
  /// The mean weight of an act; nothing where there was none.
  public let meanWeight: Double?
  /// The share of acts that were hostile, from 0 to 1; nothing where there was none.
  public let hostileShare: Double?
  /// The mean of the daily level over the phase; for the baseline, the usual level.
  public let level: CourseLevel
  /// The rows that count in the phase, for certain or perhaps.
  public let rows: [String]

  init(
    starts: [String], span: DateSpan, hasExactBounds: Bool, acts: [CourseAct], level: CourseLevel
  ) {
    self.starts = starts
    self.span = span
    self.hasExactBounds = hasExactBounds
    self.level = level
    let tally = ActTally(of: acts, in: span)
    self.acts = tally.acts
    sum = tally.sum
    meanWeight = tally.acts > 0 ? tally.sum / tally.acts : nil
    hostileShare = tally.acts > 0 ? tally.hostile / tally.acts : nil
    let present = acts.filter { $0.date.overlaps(span) }
    least = present.filter { $0.date.isWithin(span) }.count
    most = present.count
    rows = present.map(\.row)
  }

  /// The parts of a span that named dates cut out, the first of them from the span's own start.
  static func spans(
    of span: DateSpan, cutBy dates: [NamedDate]
  ) -> [(starts: [String], span: DateSpan, hasExactBounds: Bool)] {
    var cuts: [Day: (starts: [String], isExact: Bool)] = [span.first: ([], true)]
    for date in dates where span.contains(date.day.first) {
      let known = cuts[date.day.first] ?? ([], true)
      cuts[date.day.first] = (known.starts + [date.id], known.isExact && date.day.isExact)
    }
    let days = cuts.keys.sorted()
    return days.enumerated().compactMap { index, day in
      let isLast = index + 1 == days.count
      let end = isLast ? span.last : days[index + 1] - 1
      guard let part = DateSpan(from: day, through: end), let cut = cuts[day] else { return nil }
      let endIsExact = isLast || (cuts[days[index + 1]]?.isExact ?? true)
      return (cut.starts.sorted(), part, cut.isExact && endIsExact)
    }
  }
}

/// One direction's acts in a calendar month.
public struct MonthlyActs: Hashable, Sendable, Codable {
  /// The month as in 2025-06.
  public let month: String
  /// The days of the month that the course covers.
  public let span: DateSpan
  /// The expected number of acts.
  public let acts: Double
  /// The expected number of hostile acts.
  public let hostile: Double
  /// The expected number of conciliatory acts.
  public let conciliatory: Double
  /// The expected sum of weights.
  public let sum: Double

  /// The months of a span.
  static func months(of span: DateSpan, acts: [CourseAct]) -> [MonthlyActs] {
    var months: [MonthlyActs] = []
    var first = span.first
    while first <= span.last {
      let (year, month, day) = first.parts
      let last = min(span.last, first + (Day.length(ofMonth: month, inYear: year) - day))
      let part = DateSpan(from: first, through: last) ?? DateSpan(first)
      let tally = ActTally(of: acts, in: part)
      months.append(
        MonthlyActs(
          month: String(first.description.prefix(7)), span: part, acts: tally.acts,
          hostile: tally.hostile, conciliatory: tally.conciliatory, sum: tally.sum))
      first = last + 1
    }
    return months
  }
}

/// Expected numbers of acts in a span: each act counts for the share of its days that lie there.
struct ActTally {
  private(set) var acts = 0.0
  private(set) var hostile = 0.0
  private(set) var conciliatory = 0.0
  private(set) var sum = 0.0

  /// Counts the acts of a span.
  init(of acts: [CourseAct], in span: DateSpan) {
    for act in acts {
      let share = act.share(in: span)
      if share == 0 { continue }
      self.acts += share
      sum += share * act.weight
      if act.tone == .hostile { hostile += share }
      if act.tone == .conciliatory { conciliatory += share }
    }
  }
}
