public import Diplomacy
import Estimation
import Foundation

/// Something about a pair that may be unusual on a day, with how surprising it is by itself.
public struct WatchSignal: Hashable, Sendable, Codable {
  /// What sort of thing it is.
  public enum Kind: String, Hashable, CaseIterable, Sendable, Codable {
    /// More hostile acts than the pair's last year leads to expect.
    case moreHostile = "more-hostile"
    /// More acts of any kind.
    case moreActs = "more-acts"
    /// No act at all for unusually long, on days on which the data were there.
    case silence
    /// No contact (consultations, agreements) for unusually long.
    case channelSilent = "channel-silent"
    /// The first contact after unusually long.
    case channelOpened = "channel-opened"
    /// Relations were reduced or broken, or envoys expelled, after long without it.
    case channelClosed = "channel-closed"
    /// An act of a kind that is rare for the pair.
    case rareKind = "rare-kind"
  }

  /// What sort of thing it is.
  public let kind: Kind
  /// Who acts toward whom; nothing where both directions are taken together.
  public let dyad: Dyad?
  /// The number of acts seen.
  public let count: Int
  /// The number expected by the pair's last year.
  public let expected: Double
  /// The days looked at, or the days of a silence.
  public let days: Int
  /// The CAMEO root of a rare act.
  public let root: Int?
  /// The day of the act before, where one is known.
  public let before: Day?
  /// Minus the decimal logarithm of the chance of as much by the pair's own rates.
  public let surprise: Double
}

/// What may be unusual about a pair, on any day of its record.
struct WatchSignals {
  let pair: Pair
  private let coverage: DataCoverage
  private let sides: [(dyad: Dyad, hostile: DailyCounts, all: DailyCounts)]
  private let contact: DailyCounts
  private let roots: [(dyad: Dyad, root: Int, counts: DailyCounts)]

  /// The days over which acts are counted.
  static let windows = [7, 14]
  /// The days whose rate is the usual one.
  static let year = 365
  /// The most days of a silence that is still told.
  static let newSilence = 28
  /// The fewest days of record before a signal is computed.
  static let fewestDays = 120

  init(_ history: DyadHistory, _ coverage: DataCoverage) {
    pair = Pair(history.dyad.source, history.dyad.target)
    self.coverage = coverage
    let directions = [(history.dyad, history.own), (history.dyad.reversed, history.reverse)]
      .sorted { $0.0 < $1.0 }
    sides = directions.map { dyad, acts in
      (
        dyad, DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .hostile) },
        DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .any) }
      )
    }
    let both = (history.own + history.reverse).sorted { $0.day < $1.day }
    contact = DailyCounts(both, coverage) {
      $0.kinds.contains(.consult) || $0.kinds.contains(.agree)
    }
    roots = directions.flatMap { dyad, acts in
      Set(acts.map(\.code.root)).sorted().map { root in
        (dyad, root, DailyCounts(acts, coverage) { $0.code.root == root })
      }
    }
  }

  /// The signals at the beginning of a day, by acts of earlier days alone, the strongest first.
  func signals(before day: Int) -> [WatchSignal] {
    guard day - coverage.start >= Self.fewestDays else { return [] }
    var found: [WatchSignal] = []
    for side in sides {
      found += more(side.hostile, .moreHostile, side.dyad, day)
      found += more(side.all, .moreActs, side.dyad, day)
      found += silence(side.all, .silence, side.dyad, day)
    }
    found += silence(contact, .channelSilent, nil, day)
    found += rare(day)
    return found.sorted {
      ($1.surprise, $0.kind.rawValue, $0.root ?? 0) < ($0.surprise, $1.kind.rawValue, $1.root ?? 0)
    }
  }

  /// The usual number of acts in some covered days, and how much it varies.
  private func usual(
    _ counts: DailyCounts, before day: Int, days: Int
  ) -> (mean: Double, size: Double) {
    let first = max(coverage.start, day - Self.year)
    let known = coverage.days(from: first, before: day)
    let rate = (Double(counts.count(from: first, before: day)) + 0.5) / Double(max(1, known) + 7)
    // Weeks that vary more than Poisson counts make the tails heavier (method of moments).
    var weeks: [Double] = []
    var start = day - 7
    while start >= first {
      weeks.append(Double(counts.count(from: start, before: start + 7)))
      start -= 7
    }
    let mean = Summaries.mean(weeks)
    let spread = Summaries.standardDeviation(weeks)
    let excess = spread * spread - mean
    let perWeek = excess > 1e-9 && mean > 0 ? mean * mean / excess : 1e6
    let expected = rate * Double(days)
    return (expected, max(0.2, min(1e6, perWeek) * max(1, Double(days) / 7)))
  }

  private func more(
    _ counts: DailyCounts, _ kind: WatchSignal.Kind, _ dyad: Dyad, _ day: Int
  ) -> [WatchSignal] {
    Self.windows.compactMap { window in
      let seen = counts.count(from: day - window, before: day)
      guard seen >= 2 else { return nil }
      let days = coverage.days(from: day - window, before: day)
      let usual = usual(counts, before: day - window, days: days)
      guard Double(seen) > usual.mean else { return nil }
      return WatchSignal(
        kind: kind, dyad: dyad, count: seen, expected: usual.mean, days: window, root: nil,
        before: nil, surprise: Self.surprise(Self.atLeast(seen, usual)))
    }
  }

  private func silence(
    _ counts: DailyCounts, _ kind: WatchSignal.Kind, _ dyad: Dyad?, _ day: Int
  ) -> [WatchSignal] {
    guard let last = counts.last(before: day) else { return [] }
    // Only days on which the data were there are days of silence.
    let days = coverage.days(from: last + 1, before: day)
    // A silence is news while it is young; grown old it would be more surprising every week.
    guard (5...Self.newSilence).contains(days) else { return [] }
    let usual = usual(counts, before: last + 1, days: days)
    let none = pow(usual.size / (usual.size + usual.mean), usual.size)
    return [
      WatchSignal(
        kind: kind, dyad: dyad, count: 0, expected: usual.mean, days: days, root: nil,
        before: Day(ordinal: last), surprise: Self.surprise(none))
    ]
  }

  /// First acts of a root in the last week after long without one.
  private func rare(_ day: Int) -> [WatchSignal] {
    roots.compactMap { dyad, root, counts in
      guard counts.count(from: day - 7, before: day) > 0 else { return nil }
      let before = counts.last(before: day - 7)
      let gap = coverage.days(from: before.map { $0 + 1 } ?? coverage.start, before: day - 7)
      guard gap >= 180 else { return nil }
      let kind: WatchSignal.Kind =
        root == 4 ? .channelOpened : root == 16 ? .channelClosed : .rareKind
      let expected = 7 / (Double(gap) + 7)
      return WatchSignal(
        kind: kind, dyad: dyad, count: counts.count(from: day - 7, before: day),
        expected: expected, days: gap, root: root, before: before.map { Day(ordinal: $0) },
        surprise: Self.surprise(1 - exp(-expected)))
    }
  }

  /// The chance of at least so many acts: the upper tail of a negative binomial count.
  static func atLeast(_ count: Int, _ usual: (mean: Double, size: Double)) -> Double {
    guard count > 0 else { return 1 }
    guard usual.mean > 0 else { return 0 }
    return SpecialFunctions.incompleteBeta(
      usual.mean / (usual.mean + usual.size), Double(count), usual.size)
  }

  private static func surprise(_ chance: Double) -> Double {
    -log10(min(1, max(chance, 1e-30)))
  }
}
