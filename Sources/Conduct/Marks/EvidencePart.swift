/// A part of the evidence of the acts: what one aspect of them says of each explanation.
public struct EvidencePart: Hashable, Sendable, Codable {
  /// An aspect of acts.
  public enum Aspect: String, Hashable, CaseIterable, Sendable, Codable {
    /// When they came.
    case times
    /// What kinds they were, their times given.
    case kinds
    /// What was demanded, and what became of it.
    case demands
  }

  /// What one act adds.
  public struct Gain: Hashable, Sendable, Codable {
    /// The row.
    public let id: String
    /// The gain in log evidence of each explanation, in nats.
    public let gains: [Double]
  }

  /// The aspect.
  public let aspect: Aspect
  /// The log evidence of each explanation, in nats, in the order of the case.
  public let logEvidence: [Double]
  /// The acts in order of time, where the evidence comes act by act; they sum to ``logEvidence``.
  public let acts: [Gain]
}
