public import Diplomacy

/// What the comparison says of one explanation.
public struct ExplanationResult: Hashable, Sendable, Codable, Identifiable {
  /// The id of the explanation in the case.
  public let id: String
  /// The kind of conduct.
  public let kind: String
  /// The story in the analyst's words.
  public let statement: String
  /// What one should see if it is right.
  public let signature: String
  /// What its goal needs from the other side, where the case says so.
  public let goalNeeds: GoalNeed?
  /// Whether it is the constant rate that the program adds to every comparison.
  public let isReference: Bool
  /// The id of the first explanation that this record cannot tell it from; its own where it can.
  public let group: String
  /// The probability before the record is read; explanations of a group share that of one.
  public let prior: Double
  /// The log evidence of the times of the acts in nats, with the number of decisions behind the
  /// acts integrated over.
  public let logEvidence: Double
  /// The same where every act is a decision of its own.
  public let logEvidenceByAct: Double
  /// What other evidence adds to the log odds, in nats, as it counts.
  public let otherEvidence: Double
  /// The standard error of the log evidence that comes from uncertain dates, in nats.
  public let imputationError: Double
  /// The check of the evidence by importance sampling.
  public let laplaceCheck: LaplaceCheck
  /// The probability from the stream of acts, at the power of the comparison, and other evidence.
  public let posterior: Double
  /// The least and the greatest value of ``posterior`` that the stated ranges of evidence allow.
  public let posteriorRange: ClosedRange<Double>
  /// ``posterior`` as a share of the explanations that the case lists, without the constant rate.
  public let amongListed: Double
  /// The probability from the stream of acts alone, at the same power.
  public let fromActs: Double
  /// How strongly each coefficient is at work under this explanation.
  public let coefficients: [CoefficientEstimate]
  /// The log evidence of the kinds of acts, their times given, in nats.
  public var kinds = 0.0
  /// The log evidence of the demands, in nats.
  public var demands = 0.0
}

/// A coefficient with its posterior median and 90 per cent interval on its own scale.
public struct CoefficientEstimate: Hashable, Sendable, Codable {
  /// The coefficient.
  public let coefficient: Coefficient
  /// The posterior median.
  public let median: Double
  /// The 5 per cent point of the posterior.
  public let low: Double
  /// The 95 per cent point of the posterior.
  public let high: Double
}
