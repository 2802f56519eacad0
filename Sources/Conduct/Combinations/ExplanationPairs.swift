/// Two explanations at work together, beside each alone.
///
/// Stories of conduct seldom exclude each other. Every pair of listed explanations is read as one
/// explanation with the effects of both, on the same likelihood; where the record does not show
/// one of the two effects, the pair's evidence falls below that of the other alone. The
/// comparison rests on the acts alone.
public struct ExplanationPairs: Hashable, Sendable, Codable {
  /// One pair.
  public struct Pair: Hashable, Sendable, Codable {
    /// The id of the explanation that the case lists first.
    public let first: String
    /// The id of the other.
    public let second: String
    /// The log evidence of the acts in nats.
    public let logEvidence: Double
    /// The weight of evidence at the power of the comparison, over the better of the two alone, in decibels.
    public let gain: Double
  }

  /// How likely an explanation is to be at work, alone or with another.
  public struct Involvement: Hashable, Sendable, Codable {
    /// The id of the explanation.
    public let id: String
    /// The probability that it is at work alone.
    public let alone: Double
    /// The probability that it is at work, alone or in a pair.
    public let atWork: Double
  }

  /// The pairs, best first.
  public let pairs: [Pair]
  /// The explanation that does best alone.
  public let bestAlone: String
  /// The weight of evidence at the power of the comparison, of the best pair over the best explanation alone, in decibels.
  public let lead: Double
  /// Every explanation, in the order of the case.
  public let involvement: [Involvement]

  /// The least lead, in decibels, at which two stories together are said to do better: odds of two.
  public static let leastLead = 3.0
}
