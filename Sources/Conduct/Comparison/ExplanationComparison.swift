public import Diplomacy
import Estimation
import Foundation

/// Compares the rival explanations of a case by one likelihood with the explanations as priors.
///
/// The method and its measured limits are in docs/methods/explanations.md.
public enum ExplanationComparison {
  /// Compares the explanations of a case in full.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - options: The choices.
  ///   - progress: Called from any thread, one call at a time within a stage.
  /// - Returns: The comparison.
  /// - Throws: `Problem` where the case has nothing to compare: no usable explanation
  ///   or no act of the focal actor.
  public static func compare(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions(),
    progress: (@Sendable (ComparisonProgress) -> Void)? = nil
  ) throws(Problem) -> ConductAssessment {
    let ground = try ComparisonInput(subject, options: options)
    let (evidence, generator, options) = (ground.evidence, ground.generator, ground.options)
    let other = CounterpartReading(subject, ground: ground)
    let trust = options.includesTrust ? TrustReading(ground, other, progress) : nil
    let posterior = ground.posterior
    let acts = StreamEvidence.posterior(ground.candidates, ground.fromActs, power: 1)
    let reactions = ReactionSampler(evidence: evidence, posterior: posterior)
      .attributions(samples: 400, generator: generator.stream(5))
    let results = ground.results()
    let counterfactuals = Counterfactual.licensed(
      evidence, counterpart: other.parameters, weights: posterior,
      simulations: options.simulations, generator: generator.stream(9))
    return ConductAssessment(
      subject: subject.id, seed: options.seed, draws: evidence.draws.count,
      power: options.power, scale: options.scale, record: ground.summary,
      notes: ground.notes() + [RuptureEndings.sentence], explanations: results,
      decisions: DecisionCount(ground.decisions, posterior: acts), content: evidence.content.parts,
      forward: trust?.forward,
      predictiveChecks: options.includesTrust
        ? PredictiveCheck.all(
          ground, counterpart: other.parameters, samples: options.simulations,
          generator: generator.stream(14)) : [],
      predictions: Prediction.all(ground, generator: generator.stream(15)),
      pairs: ExplanationPairs(
        evidence, draws: min(options.draws, 20), power: options.power,
        generator: generator.stream(13)),
      verdict: ConductVerdict(
        ground, results: results, multiverse: trust?.multiverse, flips: trust?.flips,
        forward: trust?.forward, table: .shipped),
      course: EvidenceCourse(evidence), reactions: reactions, tracing: ground.tracing,
      trust: trust?.discrimination, robustness: trust?.robustness, multiverse: trust?.multiverse,
      sides: [
        Estimates(evidence: evidence).conduct(
          reactions, posterior: acts, generator: generator.stream(6)), other.conduct,
      ],
      licence: counterfactuals.licence, counterfactuals: counterfactuals.scenarios,
      prospects: prospects(ground, posterior))
  }

  /// What the case and the model propose to look for, the most telling first.
  private static func prospects(_ ground: ComparisonInput, _ posterior: [Double]) -> [Prospect] {
    let subject = ground.subject
    let stated = subject.prospects.map { item in
      Prospect(
        id: item.id, text: item.text, basis: .stated,
        likelihoods: ground.candidates.map { item.likelihoods[$0.id] ?? ProcessTracing.even },
        posterior: posterior)
    }
    let proposed = ModelProspects(evidence: ground.evidence).all(
      posterior: posterior, actor: subject.name(of: subject.focal),
      other: subject.name(of: subject.counterpart), samples: 60,
      generator: ground.generator.stream(8))
    return (stated + proposed).sorted { ($1.bits, $0.id) < ($0.bits, $1.id) }
  }

  /// The probabilities alone, for many cases at once.
  ///
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does.
  public static func probabilities(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> [ExplanationResult] {
    try ComparisonInput(subject, options: options).results(coefficientSamples: 0)
  }

  /// The course of the evidence alone: the weight of every day and act for any two explanations.
  ///
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does.
  public static func course(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> EvidenceCourse {
    EvidenceCourse(try ComparisonInput(subject, options: options).evidence)
  }

  /// How each explanation foretold rows that came after the window.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - later: Rows after the window; those within it are left out.
  ///   - options: The choices.
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does, and where no row lies
  ///   after the window.
  public static func score(
    _ subject: Case, after later: [Event], options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> ForwardScore {
    try ForwardScore(subject, after: later, options: options)
  }

  /// The reactions of the other side, read with the same model.
  ///
  /// - Returns: Every act of the other side in the order of the record.
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does.
  public static func counterpartReactions(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> [ReactionAttribution] {
    CounterpartReading(subject, ground: try ComparisonInput(subject, options: options)).reactions
  }

  /// The reactions alone.
  ///
  /// - Returns: Every act of the focal actor in the order of the record.
  /// - Throws: `Problem` as ``compare(_:options:progress:)`` does.
  public static func reactions(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> [ReactionAttribution] {
    let ground = try ComparisonInput(subject, options: options)
    return ReactionSampler(evidence: ground.evidence, posterior: ground.posterior)
      .attributions(samples: 400, generator: ground.generator.stream(5))
  }
}
