public import Diplomacy

/// The comparison of the explanations of a case, with everything needed to judge it.
public struct ConductAssessment: Hashable, Sendable, Codable {
  /// What was counted and what was not.
  public struct RecordSummary: Hashable, Sendable, Codable {
    /// The number of days in the window.
    public let days: Int
    /// The number of hostile acts of the focal actor, closures of contact apart.
    public let hostile: Int
    /// The number of its conciliatory acts.
    public let conciliatory: Int
    /// The number of its closures of contact.
    public let closures: Int
    /// The number of hostile acts of the other side.
    public let hostilityReceived: Int
    /// The number of conciliatory acts of the other side.
    public let conciliationReceived: Int
    /// The number of acts whose day is not known.
    public let uncertainDates: Int
    /// The rows between the two sides left out, by reason.
    public let leftOut: [LeftOut]
    /// The rows between the two sides outside the window.
    public let outsideWindow: Int
    /// The rows that are the dispute's own incident.
    public let incidents: Int
  }

  /// Rows left out for one reason.
  public struct LeftOut: Hashable, Sendable, Codable {
    /// The reason.
    public let reason: Exclusion
    /// The number of rows.
    public let rows: Int
  }

  /// The id of the case.
  public let subject: String
  /// The seed of every random draw.
  public let seed: UInt64
  /// The number of draws of dates; where all dates are known, the number of settings instead.
  public let draws: Int
  /// The power to which the evidence of the acts is raised.
  public let power: Double
  /// The scale of weights.
  public let scale: IntensityScale
  /// What was counted.
  public let record: RecordSummary
  /// What the reader must know before the numbers, such as a goal outside the window.
  public let notes: [String]
  /// Every explanation, in the order of the case.
  public let explanations: [ExplanationResult]
  /// How many decisions are behind the acts.
  public let decisions: DecisionCount
  /// What the acts were, beside when they came: kinds and demands, act by act where it can be.
  public let content: [EvidencePart]
  /// How each explanation foretold the last third of the window; nothing where it was not asked for.
  public let forward: ForwardScore?
  /// Whether records drawn from each explanation look like this one; empty where it was not asked
  /// for.
  public let predictiveChecks: [PredictiveCheck]
  /// Dated implications on which the explanations differ.
  public let predictions: [Prediction]
  /// Two explanations at work together; nothing where no two can be paired.
  public let pairs: ExplanationPairs?
  /// The verdict as data.
  public let verdict: ConductVerdict
  /// How the evidence of the acts built up; nothing where it was not asked for.
  public let course: EvidenceCourse?
  /// For every act of the focal actor, whether it was a reaction.
  public let reactions: [ReactionAttribution]
  /// The other evidence, with what was refused.
  public let tracing: ProcessTracing
  /// What can be told apart; nothing where it was not asked for.
  public let trust: SimulatedDiscrimination?
  /// How the answer changes with the record and the settings; nothing where it was not asked for.
  public let robustness: RobustnessReport?
  /// The same record under other specifications; nothing where it was not asked for.
  public let multiverse: Multiverse?
  /// Both sides read with the same model, the focal actor first.
  public let sides: [SideConduct]
  /// Whether the model covers what happened, without which there are no scenarios.
  public let licence: CounterfactualLicence?
  /// What the model expects had one thing been otherwise; empty without a licence.
  public let counterfactuals: [Counterfactual]
  /// What would tell most, by expected information.
  public let prospects: [Prospect]
}
