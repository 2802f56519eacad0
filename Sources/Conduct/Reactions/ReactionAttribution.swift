public import Diplomacy

/// The probability that an act answered an act of the other side, and which.
public struct ReactionAttribution: Hashable, Sendable, Codable, Identifiable {
  /// An act that may have been answered.
  public struct Answered: Hashable, Sendable, Codable, Identifiable {
    /// The id of the row.
    public let id: String
    /// The probability that it is the act that was answered.
    public let probability: Double
  }

  /// The id of the row.
  public let id: String
  /// The days on which the act may have happened.
  public let date: DateSpan
  /// The part the act plays.
  public let role: ActRole
  /// The probability that the act was a reaction to an act of the other side.
  public let probabilityReaction: Double
  /// The 5 and 95 per cent points of that probability over coefficients, dates and explanations.
  public let interval: ClosedRange<Double>
  /// The probability that the act followed from the actor's own earlier acts.
  public let probabilityMomentum: Double
  /// The acts that may have been answered, the likeliest first; those below 0.01 are left out.
  public let to: [Answered]

  /// The probability that the act was taken on the actor's own initiative.
  public var probabilityInitiative: Double {
    max(0, 1 - probabilityReaction - probabilityMomentum)
  }
}
