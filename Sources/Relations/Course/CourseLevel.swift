public import Diplomacy

/// A level with its band, in units of the scale.
public struct CourseLevel: Hashable, Sendable, Codable {
  /// The level.
  public let level: Double
  /// The lower edge of the band, not above the level.
  public let low: Double
  /// The upper edge of the band, not below the level.
  public let high: Double

  /// Makes a level; a band that would leave the level out is widened to hold it.
  init(_ level: Double, within band: (low: Double, high: Double)) {
    self.level = level
    low = min(level, band.low)
    high = max(level, band.high)
  }
}

/// The day on which a course was lowest, with the days on which it may have been.
public struct LowPoint: Hashable, Sendable, Codable {
  /// The day of the lowest level, the earliest of equals.
  public let day: Day
  /// The first day of the interval that holds the low points of the stated share of draws.
  public let from: Day
  /// The last day of that interval.
  public let to: Day
  /// The level on the day, in units of the scale.
  public let level: Double
  /// The share of draws whose lowest day lies within a week of the day, from 0 to 1.
  public let shareWithinWeek: Double
  /// The lowest day of each draw, with the share of draws that have it.
  public let days: [DayShare]

  /// A day with a share of draws.
  public struct DayShare: Hashable, Sendable, Codable {
    /// The day.
    public let day: Day
    /// The share, from 0 to 1.
    public let share: Double
  }

  /// The share of draws whose lowest day lies within some days of a date.
  public func share(near date: DateSpan, within reach: Int) -> Double {
    days.reduce(0) {
      $1.day >= date.first - reach && $1.day <= date.last + reach ? $0 + $1.share : $0
    }
  }

  /// The interval as a span.
  public var span: DateSpan { DateSpan(from: from, through: to) ?? DateSpan(day) }
}
