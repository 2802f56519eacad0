public import Diplomacy

/// What two states did to each other, week by week: raw sums beside shares that attention leaves alone.
///
/// A raw sum of weights grows with the number of reports: a visit that everyone writes about and a
/// quarrel that everyone writes about both swell it. The share of hostile acts does not.
public struct RelationWeeks: Hashable, Sendable, Codable {
  /// One week, both directions together or one alone.
  public struct Week: Hashable, Sendable, Codable {
    /// The Monday.
    public let monday: Day
    /// Acts.
    public var acts = 0
    /// Acts of negative weight.
    public var hostileActs = 0
    /// The weights added up, in tenths.
    public var tenths = 0
    /// The weights of hostile acts added up, in tenths, zero or less.
    public var hostileTenths = 0

    /// Makes a week without acts.
    public init(monday: Day) { self.monday = monday }

    /// The share of hostile acts, or nothing in a week without acts.
    public var hostileShare: Double? {
      acts == 0 ? nil : Double(hostileActs) / Double(acts)
    }

    /// Hostile acts against the square root of all acts and four more.
    ///
    /// Under a steady share the hostile acts of a week scatter with the square root of its volume, so
    /// that this puts busy and quiet weeks on one footing; the four keep a week with one act from
    /// counting as an eruption.
    public var hostility: Double { Double(hostileActs) / (Double(acts) + 4).squareRoot() }
  }

  /// The weeks in order, none left out.
  public let weeks: [Week]

  /// Gathers the weeks of a span from acts.
  ///
  /// Weeks that lie only partly in the span are left out. An act on several days is left out, since
  /// its week is not known.
  ///
  /// - Parameters:
  ///   - events: Coded events of any actors.
  ///   - pair: The two states, whichever acts.
  ///   - span: The days covered by the data.
  ///   - officialOnly: Whether only acts of the states and their organs count, as `ActRule` says.
  ///   - scale: The weights of events that state none.
  public init(
    _ events: some Sequence<CodedEvent>, of pair: Pair, in span: DateSpan,
    officialOnly: Bool = true, scale: IntensityScale = .goldsteinGDELT
  ) {
    self.init(
      events, in: span, officialOnly: officialOnly, scale: scale,
      dyads: Set(pair.dyads))
  }

  /// Gathers the weeks of one direction alone.
  public init(
    _ events: some Sequence<CodedEvent>, of dyad: Dyad, in span: DateSpan,
    officialOnly: Bool = true, scale: IntensityScale = .goldsteinGDELT
  ) {
    self.init(events, in: span, officialOnly: officialOnly, scale: scale, dyads: [dyad])
  }

  private init(
    _ events: some Sequence<CodedEvent>, in span: DateSpan, officialOnly: Bool,
    scale: IntensityScale, dyads: Set<Dyad>
  ) {
    let mondays = Self.mondays(in: span)
    var weeks = mondays.map(Week.init(monday:))
    if let first = mondays.first {
      for event in events {
        guard event.date.isExact, let dyad = event.dyad, dyads.contains(dyad) else { continue }
        if officialOnly, event.exclusion != nil { continue }
        let offset = event.date.first - first
        guard offset >= 0, offset / 7 < weeks.count else { continue }
        let tenths = event.tenths(on: scale)
        weeks[offset / 7].acts += 1
        weeks[offset / 7].tenths += tenths
        if tenths < 0 {
          weeks[offset / 7].hostileActs += 1
          weeks[offset / 7].hostileTenths += tenths
        }
      }
    }
    self.weeks = weeks
  }

  /// The Mondays of the whole weeks in a span.
  public static func mondays(in span: DateSpan) -> [Day] {
    // 1 January 1970 was a Thursday: a Monday's ordinal leaves the rest 4 by 7.
    let rest = ((span.first.ordinal - 4) % 7 + 7) % 7
    var monday = span.first + (rest == 0 ? 0 : 7 - rest)
    var mondays: [Day] = []
    while monday + 6 <= span.last {
      mondays.append(monday)
      monday = monday + 7
    }
    return mondays
  }
}

/// How much of what is reported each outlet reports of a pair, by week.
///
/// An outlet that begins or ceases to cover a pair moves every sum; its rate shows it.
public struct OutletRates: Hashable, Sendable {
  /// Reports by outlet, then by Monday.
  public let counts: [String: [Day: Int]]

  /// Counts the reports of each outlet.
  public init(_ reports: some Sequence<(outlet: String, day: Day)>) {
    var counts: [String: [Day: Int]] = [:]
    for report in reports {
      let rest = ((report.day.ordinal - 4) % 7 + 7) % 7
      counts[report.outlet, default: [:]][report.day - rest, default: 0] += 1
    }
    self.counts = counts
  }

  /// An outlet's share of all reports of a week, or nothing in a week without reports.
  public func share(of outlet: String, week monday: Day) -> Double? {
    let all = counts.values.reduce(0) { $0 + ($1[monday] ?? 0) }
    return all == 0 ? nil : Double(counts[outlet]?[monday] ?? 0) / Double(all)
  }
}
