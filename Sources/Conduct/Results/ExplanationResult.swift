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
  /// The probability before the record is read.
  public let prior: Double
  /// The log evidence of the stream of acts, in nats.
  public let logEvidence: Double
  /// The standard error of the log evidence that comes from uncertain dates, in nats.
  public let imputationError: Double
  /// The check of the evidence by importance sampling.
  public let laplaceCheck: LaplaceCheck
  /// The probability from the stream of acts, at the power of the comparison, and other evidence.
  public let posterior: Double
  /// The least and the greatest value of ``posterior`` that the stated ranges of evidence allow.
  public let posteriorRange: ClosedRange<Double>
  /// The probability from the stream of acts alone, at the same power.
  public let fromActs: Double
  /// How strongly each coefficient is at work under this explanation.
  public let coefficients: [CoefficientEstimate]
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
