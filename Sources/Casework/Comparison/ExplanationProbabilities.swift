package import Conduct
package import Diplomacy

/// The probabilities of one case's explanations and nothing else.
package struct ExplanationProbabilities: Encodable, Sendable {
  /// What the record can tell apart, in brief.
  package struct Trust: Encodable, Sendable {
    /// The share of simulated records in which the true explanation came first.
    package let accuracy: Double
    /// The share of simulated records with a confident wrong answer.
    package let wronglyConfident: Double
    /// The pairs that cannot be told apart.
    package let cannotBeToldApart: [[String]]
  }

  /// The id of the case.
  package let `case`: String
  /// The seed of every draw.
  package let seed: UInt64
  /// The power on the evidence of the acts.
  package let power: Double
  /// The probability by explanation, over those that the case lists.
  package let posterior: [String: Double]
  /// The same with the constant rate among them.
  package let withConstantRate: [String: Double]
  /// The probability from the acts alone, by explanation.
  package let fromActs: [String: Double]
  /// The log evidence of the kinds of acts, their times given, in nats.
  package let kinds: [String: Double]
  /// The log evidence of the demands, in nats.
  package let demands: [String: Double]
  /// The log evidence of the times of acts by explanation, in nats.
  package let logEvidence: [String: Double]
  /// The check of the evidence by importance sampling, by explanation.
  package let laplaceCheck: [String: LaplaceCheck]
  /// What the record can tell apart, where that was asked for.
  package let trust: Trust?

  /// Compares the explanations of a case.
  ///
  /// - Throws: `Problem` where the explanations cannot be compared.
  package init(of subject: Case, options: ComparisonOptions) throws(Problem) {
    let options = options.standing(for: subject)
    var results: [ExplanationResult] = []
    var trust: Trust?
    if options.includesTrust {
      let assessment = try ExplanationComparison.compare(subject, options: options)
      results = assessment.explanations
      trust = assessment.trust.map { report in
        Trust(
          accuracy: report.accuracy, wronglyConfident: report.wronglyConfident,
          cannotBeToldApart: report.pairs.filter { !$0.canBeToldApart }.map {
            [$0.first, $0.second]
          })
      }
    } else {
      results = try ExplanationComparison.probabilities(subject, options: options)
    }
    func byID<Value>(_ value: (ExplanationResult) -> Value) -> [String: Value] {
      Dictionary(results.map { ($0.id, value($0)) }) { first, _ in first }
    }
    `case` = subject.id
    seed = options.seed
    power = options.power
    posterior = Dictionary(
      results.filter { !$0.isReference }.map { ($0.id, $0.amongListed) }
    ) { first, _ in first }
    withConstantRate = byID(\.posterior)
    fromActs = byID(\.fromActs)
    kinds = byID(\.kinds)
    demands = byID(\.demands)
    logEvidence = byID(\.logEvidence)
    laplaceCheck = byID(\.laplaceCheck)
    self.trust = trust
  }
}
