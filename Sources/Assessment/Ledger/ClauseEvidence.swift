public import Diplomacy

/// The numbers behind the verdict of a clause, by kind of check.
public enum ClauseEvidence: Hashable, Sendable, Codable {
  /// Nothing was computed.
  case none
  /// How many rows fit: for certain, and on some possible day only.
  case rows(certain: Int, possible: Int)
  /// Two dates, and the shortest and longest time from the first to the second.
  case days(from: DateSpan, to: DateSpan, shortest: Int, longest: Int, settledBy: [String])
  /// A share of rows with its interval at 80 %, and the rows left aside as their dates leave it open.
  case share(ShareEvidence)
  /// Two sides of a comparison; shares with intervals at 80 %, or counts.
  case comparison(ComparisonEvidence)
  /// The days of a channel, by what is known of them.
  case channel(ChannelEvidence)
  /// The share of the strength of levers that was held or lost, at least and at most.
  case levers(least: Double, most: Double, levers: Int)
  /// Mean levels over two spans, with the acts behind each.
  case trend(TrendEvidence)
  /// The nearest feature of a course.
  case turn(TurnEvidence)

  /// The one number that a table shows.
  public var value: Double? {
    switch self {
    case .none: nil
    case .rows(let certain, _): Double(certain)
    case .days(_, _, let shortest, let longest, _): Double(shortest + longest) / 2
    case .share(let share): share.value
    case .comparison(let comparison): comparison.difference
    case .channel(let channel): channel.judged > 0 ? channel.share : nil
    case .levers(let least, _, _): least
    case .trend(let trend): trend.change
    case .turn(let turn): turn.distance.map(Double.init)
    }
  }

  /// The smallest and largest value that the record allows, where they differ.
  public var range: [Double]? {
    let ends: (Double, Double)? =
      switch self {
      case .rows(let certain, let possible): (Double(certain), Double(certain + possible))
      case .days(_, _, let shortest, let longest, _): (Double(shortest), Double(longest))
      case .share(let share): (share.low, share.high)
      case .comparison(let comparison): comparison.interval.map { ($0[0], $0[1]) }
      case .channel(let channel): (channel.least, channel.most)
      case .levers(let least, let most, _): (least, most)
      case .trend(let trend): (trend.low, trend.high)
      case .none, .turn: nil
      }
    return ends.flatMap { $0.0 == $0.1 ? nil : [$0.0, $0.1] }
  }

  /// The unit of the number.
  public var unit: String {
    switch self {
    case .none: ""
    case .rows: "rows"
    case .days, .turn: "days"
    case .share: "share"
    case .comparison(let comparison): comparison.isOfShares ? "share" : "rows"
    case .channel: "share of days"
    case .levers: "share of strength"
    case .trend: "level"
    }
  }

  /// How many rows, days or levers the number rests on, where it is a share of them.
  public var total: Int? {
    switch self {
    case .share(let share): share.whole
    case .channel(let channel): channel.days
    case .levers(_, _, let levers): levers
    default: nil
    }
  }
}

/// A share of rows.
public struct ShareEvidence: Hashable, Sendable, Codable {
  /// The rows that fit the narrower description.
  public let part: Int
  /// The rows of which the share is taken.
  public let whole: Int
  /// The lower end of the interval at 80 %.
  public let low: Double
  /// The upper end of the interval at 80 %.
  public let high: Double
  /// The rows left aside because their dates leave it open whether they belong.
  public let aside: Int

  /// The share.
  public var value: Double { whole > 0 ? Double(part) / Double(whole) : 0 }
  /// Whether there are fewer than ten rows, which a reader must be told.
  public var isSmall: Bool { whole < 10 }
}

/// Two sides held against each other.
public struct ComparisonEvidence: Hashable, Sendable, Codable {
  /// The rows of the first side that fit.
  public let first: Int
  /// The rows of which the first side's share is taken; nothing for counts.
  public let firstOf: Int?
  /// The rows of the second side that fit.
  public let second: Int
  /// The rows of which the second side's share is taken; nothing for counts.
  public let secondOf: Int?
  /// The interval of the difference at 80 %; nothing for counts.
  public let interval: [Double]?

  /// Whether shares are compared.
  public var isOfShares: Bool { firstOf != nil }

  /// The first side less the second, as rows or as a share.
  public var difference: Double {
    guard let firstOf, let secondOf, firstOf > 0, secondOf > 0 else {
      return Double(first - second)
    }
    return Double(first) / Double(firstOf) - Double(second) / Double(secondOf)
  }
}

/// The days of a channel.
public struct ChannelEvidence: Hashable, Sendable, Codable {
  /// The days asked for.
  public let days: Int
  /// The days on which the state is known from acts or inferred from silence.
  public let judged: Int
  /// The judged days on which it was one of the states asked for.
  public let fitting: Int
  /// The fitting days on which it was inferred from silence.
  public let inferred: Int

  /// The share of judged days that fit.
  public var share: Double { judged > 0 ? Double(fitting) / Double(judged) : 0 }
  /// The share of all days that fit at least.
  public var least: Double { days > 0 ? Double(fitting) / Double(days) : 0 }
  /// The share of all days that fit at most, were every unknown day to fit.
  public var most: Double { days > 0 ? Double(fitting + days - judged) / Double(days) : 0 }
}

/// Two mean levels of a course.
public struct TrendEvidence: Hashable, Sendable, Codable {
  /// The earlier days.
  public let earlier: DateSpan
  /// The later days.
  public let later: DateSpan
  /// The level over the earlier days: lower edge, level, upper edge.
  public let before: [Double]
  /// The level over the later days.
  public let after: [Double]
  /// The acts within the earlier days.
  public let actsBefore: Int
  /// The acts within the later days.
  public let actsAfter: Int

  /// The change of the level.
  public var change: Double { after[1] - before[1] }
  /// The least change that the bands allow.
  public var low: Double { after[0] - before[2] }
  /// The greatest change that the bands allow.
  public var high: Double { after[2] - before[0] }
  /// The gap between the bands; below zero where they overlap.
  public var gap: Double { max(after[0] - before[2], before[0] - after[2]) }
}

/// The feature of a course nearest to a date.
public struct TurnEvidence: Hashable, Sendable, Codable {
  /// The date asked about.
  public let target: DateSpan
  /// The likeliest day of the nearest feature; nothing where there is none.
  public let day: Day?
  /// The days that hold 95 % of where it may lie.
  public let span: DateSpan?
  /// The probability that it lies within the tolerance of the date.
  public let near: Double
  /// The days from the date to the likeliest day.
  public let distance: Int?
}
