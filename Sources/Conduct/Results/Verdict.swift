/// The verdict in words, made by rule from the numbers.
public struct ConductVerdict: Hashable, Sendable, Codable {
  /// How far the record goes for the leading explanation.
  public enum Strength: String, Hashable, CaseIterable, Sendable, Codable {
    /// A probability of 0.9 or more.
    case strong
    /// 0.75 to 0.9.
    case moderate
    /// 0.5 to 0.75.
    case weak
    /// Below 0.5: no explanation has more than half.
    case open
  }

  /// Why the numbers cannot bear a verdict; empty where they can.
  public let failures: [NumericalFailure]
  /// The leading explanation, with those that cannot be told apart from it.
  public let leading: [String]
  /// The probability that they share.
  public let probability: Double
  /// How far the record goes.
  public let strength: Strength
  /// The verdict, one sentence each: what is favoured, over what and by how much, what cannot be
  /// told apart, what would change it, and what to bear in mind.
  public let sentences: [String]
}

extension ConductVerdict.Strength {
  /// The strength of a probability.
  public init(probability: Double) {
    switch probability {
    case 0.9...: self = .strong
    case 0.75...: self = .moderate
    case 0.5...: self = .weak
    default: self = .open
    }
  }
}
