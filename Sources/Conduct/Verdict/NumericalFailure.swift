/// Why the numbers of a comparison cannot bear a verdict.
public enum NumericalFailure: Hashable, Sendable, Codable {
  /// The evidence of an explanation lies above what the density of the model allows, in nats.
  case aboveBound(explanation: String, logEvidence: Double, bound: Double)
  /// Too few of the draws of the check carry its weight.
  case fewEffectiveDraws(explanation: String, effective: Double, least: Double)
  /// Laplace's method and sampling lie further apart than allowed, in nats.
  case methodsApart(explanation: String, difference: Double, greatest: Double)

  /// The failures of explanations whose prior is above zero.
  ///
  /// - Parameters:
  ///   - explanations: The results.
  ///   - bound: The greatest log evidence that the acts allow, in nats.
  static func all(_ explanations: [ExplanationResult], bound: Double) -> [NumericalFailure] {
    explanations.filter { $0.prior > 0 }.flatMap { result -> [NumericalFailure] in
      let check = result.laplaceCheck
      var failures: [NumericalFailure] = []
      // Written so that a value that is no number fails too.
      if !(result.logEvidenceByAct <= bound) {
        failures.append(
          .aboveBound(explanation: result.id, logEvidence: result.logEvidenceByAct, bound: bound))
      }
      if !(check.effectiveDraws >= LaplaceCheck.leastEffectiveDraws) {
        failures.append(
          .fewEffectiveDraws(
            explanation: result.id, effective: check.effectiveDraws,
            least: LaplaceCheck.leastEffectiveDraws))
      } else if !(abs(check.difference) <= LaplaceCheck.greatestDifference) {
        failures.append(
          .methodsApart(
            explanation: result.id, difference: check.difference,
            greatest: LaplaceCheck.greatestDifference))
      }
      return failures
    }
  }
}
