public import Diplomacy

/// How one side acted, read with the same model as the other: base rates, reactions, gestures.
///
/// Both sides go through the same code, so that a statement such as "the other side was cautious"
/// can be held against the same numbers.
public struct SideConduct: Hashable, Sendable, Codable {
  /// The actor.
  public let actor: ActorCode
  /// The number of hostile acts, closures of contact included.
  public let hostileActs: Int
  /// The number of conciliatory acts.
  public let conciliatoryActs: Int
  /// The mean share of hostile acts that were the actor's own initiative.
  public let initiative: Double
  /// The mean share that were reactions to hostile acts of the other side.
  public let reaction: Double
  /// The mean share that followed from the actor's own earlier hostile acts.
  public let momentum: Double
  /// Hostile acts brought forth by one hostile act received: median and 90 per cent interval.
  public let answersToHostility: CoefficientEstimate?
  /// Conciliatory acts brought forth by one conciliatory act received.
  public let answersToConciliation: CoefficientEstimate?
  /// The fall in the log rate of hostile acts after a conciliatory act received.
  public let appeasement: CoefficientEstimate?
  /// The probability of each explanation when it is asked of this actor instead, in the
  /// order of the case.
  public let posterior: [Double]
}
