/// What the hand-coded evidence says of the explanations, with the exact bounds it leaves.
public struct ProcessTracing: Hashable, Sendable, Codable {
  /// Items that depend on one another and count as one.
  public struct Group: Hashable, Sendable, Codable {
    /// The name of the group, or the id of its only item.
    public let name: String
    /// The items.
    public let items: [String]
    /// The log likelihood of each explanation at the low ends of the ranges, in nats.
    public let low: [Double]
    /// The same at the high ends.
    public let high: [Double]

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
  /// The groups that count.
  public let groups: [Group]
  /// The items that were refused.
  public let refused: [Refusal]

  /// The sum of the groups' log likelihoods in the middle of their ranges, in nats.
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
