import Diplomacy
import Estimation

/// What followed an act over all cases: shares with intervals over resampled pairs, and the excess.
public struct ResponseSummary: Hashable, Sendable, Codable {
  /// A number with its 95 % interval over resampled pairs.
  public struct Estimate: Hashable, Sendable, Codable {
    /// The number.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// Makes an estimate.
    public init(value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }

    /// Whether the interval holds zero.
    public var holdsZero: Bool { low <= 0 && high >= 0 }
  }

  /// What followed within one number of days.
  public struct Window: Hashable, Sendable, Codable {
    /// The number of days.
    public let days: Int
    /// The share of cases after which the other side did a hostile act.
    public let after: Double
    /// The same share on matched days.
    public let matched: Double
    /// The difference of the two.
    public let excess: Estimate
    /// The hostile acts beyond those after matched days, a case.
    public let hostileActs: Estimate
    /// The share of hostile acts among all of the other side's, minus that after matched days.
    public let hostileShare: Estimate
    /// The share of cases answered by an act of the same CAMEO root.
    public let inKind: Double
    /// The same share on matched days.
    public let inKindMatched: Double
  }

  /// What the act is, in words.
  public let label: String
  /// Beginnings of the CAMEO codes that fit.
  public let codes: [String]
  /// The number of cases that have matched days.
  public let cases: Int
  /// The number of cases left out because no day of the pair matches.
  public let unmatched: Int
  /// The number of directed pairs.
  public let pairs: Int
  /// What followed, by number of days.
  public let windows: [Window]

  /// Fewer cases than this carry no conclusion.
  public static let thinBelow = 30
  /// Whether there are too few cases to conclude anything.
  public var isThin: Bool { cases < Self.thinBelow }

  /// Sums up a study.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - resamples: How many resamplings of pairs.
  ///   - seed: The seed of the resampling.
  public init(_ study: ResponseStudy, resamples: Int = 600, seed: UInt64 = 1) {
    label = study.question.label
    codes = study.question.codes
    let whole = study.cases.filter { $0.windows.allSatisfy { $0.matched != nil } }
    cases = whole.count
    unmatched = study.cases.count - whole.count
    let byPair = Dictionary(grouping: whole, by: \.dyad).sorted { $0.key < $1.key }.map(\.value)
    pairs = byPair.count
    windows = study.windows.indices.map { place in
      let groups = byPair.map { cases in
        cases.reduce(into: Sums()) { $0.add($1.windows[place]) }
      }
      let total = groups.reduce(into: Sums()) { $0.add($1) }
      var random = SeededGenerator(seed: seed)
      let drawn = (0..<resamples).map { _ in
        groups.indices.reduce(into: Sums()) { sums, _ in
          sums.add(groups[random.index(below: groups.count)])
        }
      }
      func estimate(_ value: (Sums) -> Double) -> Estimate {
        let all = drawn.map(value)
        return Estimate(
          value: value(total), low: all.isEmpty ? value(total) : Summaries.quantile(all, 0.025),
          high: all.isEmpty ? value(total) : Summaries.quantile(all, 0.975))
      }
      return Window(
        days: study.windows[place], after: total.after / total.n,
        matched: total.matched / total.n,
        excess: estimate { ($0.after - $0.matched) / $0.n },
        hostileActs: estimate { ($0.hostile - $0.hostileMatched) / $0.n },
        hostileShare: estimate {
          $0.hostile / max($0.all, 1e-9) - $0.hostileMatched / max($0.allMatched, 1e-9)
        }, inKind: total.inKind / total.n, inKindMatched: total.inKindMatched / total.n)
    }
  }

  private struct Sums {
    var cases = 0.0
    var (after, matched, hostile, hostileMatched) = (0.0, 0.0, 0.0, 0.0)
    var (all, allMatched, inKind, inKindMatched) = (0.0, 0.0, 0.0, 0.0)
    var n: Double { max(1, cases) }

    mutating func add(_ window: ResponseStudy.Case.Window) {
      guard let other = window.matched else { return }
      cases += 1
      after += window.hostile > 0 ? 1 : 0
      matched += other.hostileShare
      hostile += Double(window.hostile)
      hostileMatched += other.hostile
      all += Double(window.all)
      allMatched += other.all
      inKind += window.inKind ? 1 : 0
      inKindMatched += other.inKindShare
    }

    mutating func add(_ other: Sums) {
      cases += other.cases
      after += other.after
      matched += other.matched
      hostile += other.hostile
      hostileMatched += other.hostileMatched
      all += other.all
      allMatched += other.allMatched
      inKind += other.inKind
      inKindMatched += other.inKindMatched
    }
  }
}
