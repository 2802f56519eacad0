import ArgumentParser
import Diplomacy

/// The length of the periods of a series made from a record.
enum SeriesPeriod: String, CaseIterable, ExpressibleByArgument {
  case day, week, month
}

/// What a period of a series made from a record holds.
enum SeriesMeasure: String, CaseIterable, ExpressibleByArgument {
  /// The sum of the acts' weights.
  case total
  /// The mean weight of the acts; missing where there is none.
  case mean
  /// The number of acts.
  case count
}

/// A series made from the acts of one direction in a record.
struct RecordSeries {
  /// The values, one a period, from the period of the first act to that of the last.
  let values: [Double?]
  /// The first day of each period.
  let starts: [Day]
  /// The number of acts used.
  let used: Int
  /// The number of acts of the direction that were left out, and why.
  let excluded: [Exclusion: Int]

  /// Makes the series; an act with an interval for a date is spread evenly over its days.
  ///
  /// - Throws: ``CommandFailure`` if no act of the direction counts.
  init(
    _ events: [Event], of dyad: Dyad, per period: SeriesPeriod, measure: SeriesMeasure,
    scale: IntensityScale, path: String
  ) throws {
    let acts = events.filter { $0.isOf(dyad) }
    var excluded: [Exclusion: Int] = [:]
    for act in acts { if let reason = act.exclusion { excluded[reason, default: 0] += 1 } }
    self.excluded = excluded
    let counted = acts.filter { $0.exclusion == nil }
    used = counted.count
    guard let first = counted.map(\.date.first).min(), let last = counted.map(\.date.last).max()
    else {
      throw CommandFailure.badInput(
        "\(path): no act of \(dyad) counts (\(acts.count) rows, all left out); choose another --dyad"
      )
    }
    var starts: [Day] = []
    var start = Self.start(of: period, holding: first)
    while start <= last {
      starts.append(start)
      start = Self.next(after: start, period)
    }
    var numbers = [Double](repeating: 0, count: starts.count)
    var weights = numbers
    for act in counted {
      let weight = scale.weightOrOther(of: act.code)
      let share = 1 / Double(act.date.length)
      var place = starts.lastIndex { $0 <= act.date.first } ?? 0
      var day = act.date.first
      while day <= act.date.last {
        while place + 1 < starts.count, starts[place + 1] <= day { place += 1 }
        numbers[place] += share
        weights[place] += share * weight
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
