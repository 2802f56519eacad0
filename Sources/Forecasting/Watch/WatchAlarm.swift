import Diplomacy

/// How unusual a pair's strongest signal is beside the same pair's earlier weeks.
///
/// The strongest of many signals is surprising by chance, and pairs differ: so the strongest one is
/// ranked among those of up to 104 earlier weeks of the same pair, each computed as the program would
/// have computed it then. Under nothing new each rank is equally likely, which holds the rate of false
/// alarms whatever the signals are.
public struct WatchAlarm: Hashable, Sendable {
  /// The signals of the day, the strongest first.
  public let signals: [WatchSignal]
  /// The share of weeks, this one among them, that were as surprising.
  public let rank: Double
  /// The number of earlier weeks.
  public let weeks: Int
  /// The ranks that the last 52 weeks had among the weeks before them.
  let placebo: [Double]

  /// Earlier weeks that are ranked against.
  static let history = 104
  /// The fewest earlier weeks with which anything may reach the first screen.
  public static let fewestWeeks = 26

  /// Ranks a pair on a day.
  ///
  /// - Parameters:
  ///   - history: The pair.
  ///   - coverage: The days on which the data were there.
  ///   - day: The day; acts of earlier days are known.
  public init(of history: DyadHistory, _ coverage: DataCoverage, before day: Int) {
    let source = WatchSignals(history, coverage)
    signals = source.signals(before: day)
    var past: [Double] = []
    var earlier = day - 7
    while past.count < Self.history + 52, earlier - coverage.start >= WatchSignals.fewestDays {
      past.append(source.signals(before: earlier).first?.surprise ?? 0)
      earlier -= 7
    }
    let now = signals.first?.surprise ?? 0
    rank = Self.rank(now, past.prefix(Self.history))
    weeks = min(past.count, Self.history)
    placebo = past.indices.prefix(52).compactMap { week in
      let before = past[(week + 1)...].prefix(Self.history)
      return before.count >= Self.fewestWeeks ? Self.rank(past[week], before) : nil
    }
  }

  private static func rank(_ value: Double, _ past: ArraySlice<Double>) -> Double {
    Double(1 + past.count { $0 >= value }) / Double(past.count + 1)
  }

  /// Whether the pair reaches the first screen at a threshold.
  public func reachesScreen(at threshold: Double) -> Bool {
    weeks >= Self.fewestWeeks && rank <= threshold && !signals.isEmpty
  }

  /// The threshold on ranks that keeps past weeks of the watched pairs within a rate of alarms.
  ///
  /// - Parameters:
  ///   - alarms: The pairs watched.
  ///   - most: The largest share of pair-weeks that may reach the first screen.
  /// - Returns: The threshold, and the share of past pair-weeks that reached it.
  public static func threshold(
    _ alarms: [WatchAlarm], most: Double = 0.05
  ) -> (threshold: Double, rate: Double, weeks: Int) {
    let placebo = alarms.flatMap(\.placebo)
    var last = (threshold: 0.04, rate: 0.0, weeks: placebo.count)
    for threshold in [0.04, 0.03, 0.02, 0.01] {
      let rate = Double(placebo.count { $0 <= threshold }) / Double(max(1, placebo.count))
      last = (threshold, rate, placebo.count)
      if rate <= most { break }
    }
    return last
  }
}
