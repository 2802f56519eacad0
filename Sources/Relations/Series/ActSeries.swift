package import Diplomacy

/// The length of the periods of a series made from a record.
package enum SeriesPeriod: String, CaseIterable, Sendable, Codable {
  case day, week, month
}

/// What a period of a series made from a record holds.
package enum SeriesMeasure: String, CaseIterable, Sendable, Codable {
  /// The sum of the acts' weights.
  case total
  /// The mean weight of the acts; missing where there is none.
  case mean
  /// The number of acts.
  case count
}

/// A series made from the acts of one direction in a record.
package struct ActSeries: Hashable, Sendable {
  /// The values, one a period, from the period of the first act to that of the last.
  package let values: [Double?]
  /// The first day of each period.
  package let starts: [Day]
  /// The number of acts used.
  package let used: Int
  /// The number of acts of the direction that were left out, and why.
  package let excluded: [Exclusion: Int]

  /// Makes the series from the acts of a case's record, or nothing where no act of the direction counts.
  package init?(
    _ events: [Event], of dyad: Dyad, per period: SeriesPeriod, measure: SeriesMeasure,
    scale: IntensityScale
  ) {
    let acts = ActRule(scale: scale).readings(of: events).filter { $0.isOf(dyad) }
    var excluded: [Exclusion: Int] = [:]
    for act in acts { if let reason = act.exclusion { excluded[reason, default: 0] += 1 } }
    let counted = acts.filter(\.counts).map { DatedWeight(date: $0.row.date, weight: $0.weight) }
    guard !counted.isEmpty else { return nil }
    self.init(counted, per: period, measure: measure, excluded: excluded)
  }

  /// An act with the days on which it may have happened.
  package struct DatedWeight: Hashable, Sendable {
    /// The days on which it may have happened.
    package let date: DateSpan
    /// Its weight on the scale from -10 to 10.
    package let weight: Double

    /// Makes a dated weight.
    package init(date: DateSpan, weight: Double) {
      self.date = date
      self.weight = weight
    }
  }

  /// Makes the series of acts, at least one; an act with an interval is spread evenly over its days.
  package init(
    _ acts: [DatedWeight], per period: SeriesPeriod, measure: SeriesMeasure,
    excluded: [Exclusion: Int] = [:]
  ) {
    self.excluded = excluded
    used = acts.count
    guard let first = acts.map(\.date.first).min(), let last = acts.map(\.date.last).max() else {
      starts = []
      values = []
      return
    }
    var starts: [Day] = []
    var start = Self.start(of: period, holding: first)
    while start <= last {
      starts.append(start)
      start = Self.next(after: start, period)
    }
    var numbers = [Double](repeating: 0, count: starts.count)
    var weights = numbers
    for act in acts {
      let share = 1 / Double(act.date.length)
      var place = Self.place(of: act.date.first, in: starts)
      var day = act.date.first
      while day <= act.date.last {
        while place + 1 < starts.count, starts[place + 1] <= day { place += 1 }
        numbers[place] += share
        weights[place] += share * act.weight
        day = day + 1
      }
    }
    self.starts = starts
    values = starts.indices.map { index in
      switch measure {
      case .total: weights[index]
      case .count: numbers[index]
      case .mean: numbers[index] > 0 ? weights[index] / numbers[index] : nil
      }
    }
  }

  /// The period that holds a day.
  private static func place(of day: Day, in starts: [Day]) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= day { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func start(of period: SeriesPeriod, holding day: Day) -> Day {
    switch period {
    case .day: return day
    case .week:
      // Weeks start on Monday, the weekday of ordinal 4 (1 January 1970 was a Thursday, ordinal 0).
      return day - ((day.ordinal + 3) % 7 + 7) % 7
    case .month:
      let parts = day.parts
      return Day(year: parts.year, month: parts.month, day: 1) ?? day
    }
  }

  private static func next(after start: Day, _ period: SeriesPeriod) -> Day {
    switch period {
    case .day: return start + 1
    case .week: return start + 7
    case .month:
      let parts = start.parts
      return start + Day.length(ofMonth: parts.month, inYear: parts.year)
    }
  }
}
