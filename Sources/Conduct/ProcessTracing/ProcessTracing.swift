public import Diplomacy

/// What the hand-coded evidence says of the explanations, with the exact bounds it leaves.
///
/// One coder's reading counts at a power of a half until a second coder agrees, and neither one
/// item nor one coder may move two explanations apart by more than a stated number of decibels.
public struct ProcessTracing: Hashable, Sendable, Codable {
  /// How much of the evidence counts.
  public struct Limits: Hashable, Sendable, Codable {
    /// The power on every item.
    public let power: Double
    /// The most that one item or group may move two explanations apart, in decibels.
    public let perItem: Double
    /// The most that all items of one coder may, in decibels.
    public let perCoder: Double

    /// Makes limits.
    public init(power: Double = 0.5, perItem: Double = 6, perCoder: Double = 10) {
      self.power = power
      self.perItem = perItem
      self.perCoder = perCoder
    }
  }

  /// One item with what it says, whole.
  public struct Item: Hashable, Sendable, Codable, Identifiable {
    /// The id in the case.
    public let id: String
    /// What was seen or not seen.
    public let text: String
    /// The kind of test.
    public let test: EvidenceTest
    /// The name of the group it counts with.
    public let group: String
    /// Where it comes from.
    public let source: String
    /// The rows it cites.
    public let events: [String]
    /// The likelihood under each explanation, in the order of ``ProcessTracing/explanations``.
    public let likelihoods: [ClosedRange<Double>]
    /// The weight for each explanation against the mean of all, in decibels, as it counts: at its
    /// power, under the caps, shared with its group.
    public let decibels: [Double]
    /// The weight between the explanations it tells apart most, in decibels, as it counts.
    public let diagnosticity: Double
  }

  /// Items that depend on one another and count as one.
  public struct Group: Hashable, Sendable, Codable {
    /// The name of the group, or the id of its only item.
    public let name: String
    /// The items.
    public let items: [String]
    /// The log likelihood of each explanation at the low ends of the ranges, in nats, as it counts.
    public let low: [Double]
    /// The same at the high ends.
    public let high: [Double]
    /// The factor by which the caps lower the weight of the group; 1 where they do not.
    public let capFactor: Double

    /// The log likelihood in the middle of the range.
    public var middle: [Double] { zip(low, high).map { 0.5 * ($0 + $1) } }
  }

  /// An item that could not be counted, with the reason.
  public struct Refusal: Hashable, Sendable, Codable {
    /// The id of the item.
    public let id: String
    /// Why it was refused, and what to do.
    public let reason: String
  }

  /// The ids of the explanations.
  public let explanations: [String]
  /// How much counts.
  public let limits: Limits
  /// The items that count, the most diagnostic first.
  ///
  /// > Heuer, R. *Psychology of Intelligence Analysis*, 1999, ch. 8 (analysis of competing hypotheses).
  public let items: [Item]
  /// The groups that count.
  public let groups: [Group]
  /// The items that were refused.
  public let refused: [Refusal]

  /// The sum of the groups' log likelihoods in the middle of their ranges, in nats, as they count.
  public var middle: [Double] {
    groups.reduce([Double](repeating: 0, count: explanations.count)) { sum, group in
      zip(sum, group.middle).map { $0 + $1 }
    }
  }

  /// The sums at the low and at the high ends.
  public var ends: (low: [Double], high: [Double]) {
    let zero = [Double](repeating: 0, count: explanations.count)
    return groups.reduce((zero, zero)) { sums, group in
      (zip(sums.0, group.low).map { $0 + $1 }, zip(sums.1, group.high).map { $0 + $1 })
    }
  }
}
