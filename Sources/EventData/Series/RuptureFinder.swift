public import Diplomacy

/// Where a relation broke: the week in which it turned, the lowest week, and who began.
public struct Rupture: Hashable, Sendable, Codable {
  /// The Monday of the week in which hostility rose most.
  public let onset: Day
  /// The Monday of the most hostile week.
  public let low: Day
  /// The rise at the onset, in units of the series times the root of weeks; negative for a thaw.
  public let strength: Double
}

/// Finds the steepest rise of hostility in a weekly series.
///
/// A rupture is seldom a lasting level: it breaks out within days and spends itself within months.
/// So each week is judged by the month that begins with it against the quarter before it: the
/// difference of the means times the root of *mn*/(*m*+*n*), the two-sample statistic of a shift with
/// *m* and *n* weeks. The week with the largest rise is the onset.
public struct RuptureFinder: Hashable, Sendable {
  /// Weeks of the month after.
  static let after = 4
  /// Weeks of the quarter before.
  static let before = 13

  /// Makes a finder; it has nothing to set.
  public init() {}

  /// Finds the rupture of a hostility series.
  ///
  /// - Parameters:
  ///   - hostility: One value a week, larger where the week is more hostile.
  ///   - first: The Monday of the first week.
  /// - Returns: The rupture, or nothing in a series of fewer than eight weeks.
  public func rupture(in hostility: [Double], from first: Day) -> Rupture? {
    guard hostility.count >= 8 else { return nil }
    var best: (index: Int, value: Double)?
    for index in 2..<hostility.count - 1 {
      let earlier = hostility[max(0, index - Self.before)..<index]
      let later = hostility[index..<min(hostility.count, index + Self.after)]
      let sizes = Double(earlier.count * later.count) / Double(earlier.count + later.count)
      let value = (Self.mean(later) - Self.mean(earlier)) * sizes.squareRoot()
      if value > best?.value ?? -.infinity { best = (index, value) }
    }
    guard let best, let low = hostility.indices.max(by: { hostility[$0] < hostility[$1] }) else {
      return nil
    }
    return Rupture(onset: first + 7 * best.index, low: first + 7 * low, strength: best.value)
  }

  /// Who began: the side whose official hostile acts weigh more around an onset, or nothing in a tie.
  ///
  /// - Parameters:
  ///   - events: Coded events of any actors.
  ///   - pair: The two sides, which are treated alike.
  ///   - onset: The first day of the rupture; a week before it and two weeks from it are weighed.
  ///   - scale: The weights of events that state none.
  public func initiator(
    _ events: some Sequence<CodedEvent>, of pair: Pair, onset: Day,
    scale: IntensityScale = .goldsteinGDELT
  ) -> ActorCode? {
    var first = 0
    var second = 0
    for event in events {
      guard let dyad = event.dyad, event.exclusion == nil,
        (onset - 7...onset + 14).contains(event.date.first)
      else { continue }
      let hostile = min(0, event.tenths(on: scale))
      if dyad == pair.dyads[0] { first -= hostile }
      if dyad == pair.dyads[1] { second -= hostile }
    }
    return first == second ? nil : first > second ? pair.first : pair.second
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
