public import Diplomacy

extension ExplanationComparison {
  /// The verdict with the probabilities behind it, and nothing that rests on further simulation: for
  /// asking again and again what a change would do.
  ///
  /// The probabilities and the verdict are those that ``compare(_:options:progress:)`` finds with the
  /// same options where these leave trust out.
  ///
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does.
  public static func verdict(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> ConductAssessment {
    let ground = try ComparisonInput(subject, options: options)
    let results = ground.results(coefficientSamples: 0)
    let acts = StreamEvidence.posterior(ground.candidates, ground.fromActs, power: 1)
    return ConductAssessment(
      subject: subject.id, seed: options.seed, draws: ground.evidence.draws.count,
      power: options.power, scale: options.scale, record: ground.summary, notes: ground.notes(),
      explanations: results, decisions: DecisionCount(ground.decisions, posterior: acts),
      content: ground.evidence.content.parts, forward: nil, predictiveChecks: [], predictions: [],
      pairs: nil,
      verdict: ConductVerdict(
        ground, results: results, multiverse: nil, flips: nil, forward: nil, table: .shipped),
      course: nil, reactions: [], tracing: ground.tracing, trust: nil, robustness: nil,
      multiverse: nil, sides: [], licence: nil, counterfactuals: [], prospects: [])
  }
}
