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
  /// - Throws: ``Diplomacy/Problem`` where the case has nothing to compare: no usable explanation
  ///   or no act of the focal actor.
  public static func compare(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions(),
    progress: (@Sendable (ComparisonProgress) -> Void)? = nil
  ) throws(Problem) -> ConductAssessment {
    let ground = try ComparisonInput(subject, options: options)
    let evidence = ground.evidence
    let candidates = evidence.engine.candidates
    let generator = ground.generator
    func stage(_ name: String, _ total: Int) -> (@Sendable (Int) -> Void)? {
      guard let progress else { return nil }
      return { progress(ComparisonProgress(stage: name, done: $0, total: total)) }
    }
    let other = CounterpartReading(subject, ground: ground)
    var (trust, robustness): (SimulatedDiscrimination?, RobustnessReport?) = (nil, nil)
    if options.includesTrust {
      let simulator = EpisodeSimulator(
        ground.record, candidates, model: options.model, counterpart: other.parameters)
      trust = SimulatedDiscrimination(
        simulator, episodes: options.episodes, draws: 8, power: options.power,
        generator: generator.stream(3),
        completed: stage("simulating records", options.episodes * candidates.count))
      robustness = RobustnessReport(
        subject, evidence: evidence, options: options, generator: generator.stream(4),
        completed: stage("leaving acts out", Set(ground.record.acts.map(\.id)).count))
    }
    let posterior = ground.posterior
    let reactions = ReactionSampler(evidence: evidence, posterior: posterior)
      .attributions(samples: 400, generator: generator.stream(5))
    let results = ground.results()
    let stated = subject.prospects.map { item in
      Prospect(
        id: item.id, text: item.text, basis: .stated,
        likelihoods: candidates.map { item.likelihoods[$0.id] ?? ProcessTracing.even },
        posterior: posterior)
    }
    let proposed = ModelProspects(evidence: evidence).all(
      posterior: posterior, actor: subject.name(of: subject.focal),
      other: subject.name(of: subject.counterpart), samples: 60, generator: generator.stream(8))
    let prospects = (stated + proposed).sorted { ($1.bits, $0.id) < ($0.bits, $1.id) }
    let pairs = ExplanationPairs(
      evidence, draws: min(options.draws, 20), power: options.power,
      generator: generator.stream(13))
    return ConductAssessment(
      subject: subject.id, seed: options.seed, draws: evidence.draws.count,
      power: options.power, scale: options.scale, record: ground.summary, notes: ground.notes(),
      explanations: results, pairs: pairs,
      verdict: ConductVerdict(
        ConductVerdict.Inputs(
          explanations: results,
          failures: NumericalFailure.all(results, bound: evidence.bound), power: options.power,
          tracing: ground.tracing, pairs: pairs,
          trust: trust, robustness: robustness, prospects: prospects)),
      course: EvidenceCourse(evidence), reactions: reactions, tracing: ground.tracing,
      trust: trust, robustness: robustness,
      sides: [
        Estimates(evidence: evidence).conduct(
          reactions, posterior: evidence.posterior(power: options.power),
          generator: generator.stream(6)), other.conduct,
      ],
      counterfactuals: Counterfactual.all(
        evidence, counterpart: other.parameters, weights: posterior,
        simulations: options.simulations, generator: generator.stream(9)),
      prospects: prospects)
  }

  /// The probabilities alone, for many cases at once.
  ///
  /// - Throws: ``Diplomacy/Problem`` as ``compare(_:options:progress:)`` does.
  public static func probabilities(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> [ExplanationResult] {
    try ComparisonInput(subject, options: options).results(coefficientSamples: 0)
  }

  /// The course of the evidence alone: the weight of every day and act for any two explanations.
  ///
  /// - Throws: ``Diplomacy/Problem`` as ``compare(_:options:progress:)`` does.
  public static func course(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> EvidenceCourse {
    EvidenceCourse(try ComparisonInput(subject, options: options).evidence)
  }

  /// The reactions alone.
  ///
  /// - Returns: Every act of the focal actor in the order of the record.
  /// - Throws: ``Diplomacy/Problem`` as ``compare(_:options:progress:)`` does.
  public static func reactions(
    _ subject: Case, options: ComparisonOptions = ComparisonOptions()
  ) throws(Problem) -> [ReactionAttribution] {
    let ground = try ComparisonInput(subject, options: options)
    return ReactionSampler(evidence: ground.evidence, posterior: ground.posterior)
      .attributions(samples: 400, generator: ground.generator.stream(5))
  }
}
