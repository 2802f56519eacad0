/// The pair's usual rate: the share of its own past windows that held such an act.
///
/// Windows of the horizon's length begin every seven days from the start of the record; the share is
/// shrunk toward the rate of all pairs with the weight of thirteen windows, four in a short record.
enum UsualRate {
  /// The rate before an origin.
  ///
  /// - Parameters:
  ///   - kind: The kind of act.
  ///   - history: The acts of the pair; those of the origin and later take no part.
  ///   - origin: The day of the forecast.
  ///   - days: The horizon.
  ///   - prior: The rate of all pairs.
  static func rate(
    of kind: ActKind, in history: DyadHistory, before origin: Int, days: Int, prior: Double
  ) -> Double {
    let acts = history.own.filter { $0.day < origin && $0.kinds.contains(kind) }.map(\.day)
    return rate(days: acts, from: history.start, before: origin, horizon: days, prior: prior)
  }

  static func rate(
    days acts: [Int], from start: Int, before origin: Int, horizon: Int, prior: Double
  ) -> Double {
    let windows = max(0, (origin - start - horizon) / 7 + (origin - start >= horizon ? 1 : 0))
    var (held, next) = (0, 0)
    for window in 0..<windows {
      let first = start + 7 * window
      while next < acts.count, acts[next] < first { next += 1 }
      if next < acts.count, acts[next] < first + horizon { held += 1 }
    }
    let weight = weight(days: origin - start)
    return (Double(held) + weight * min(max(prior, 1e-4), 1)) / (Double(windows) + weight)
  }

  /// The number of windows that the rate of all pairs stands for.
  static func weight(days: Int) -> Double { days >= 2 * 365 ? 13 : 4 }
}
