import Estimation

/// How far a comparison can be trusted: what is found by simulation and by reading it otherwise.
struct TrustReading {
  let discrimination: SimulatedDiscrimination
  let robustness: RobustnessReport
  let multiverse: Multiverse
  let flips: FlipNumbers
  let forward: ForwardScore?

  /// The number of draws of dates of each of the many readings.
  private static let draws = 4

  init(
    _ ground: ComparisonInput, _ other: CounterpartReading,
    _ progress: (@Sendable (ComparisonProgress) -> Void)?
  ) {
    let (options, generator) = (ground.options, ground.generator)
    func stage(_ name: String, _ total: Int) -> (@Sendable (Int) -> Void)? {
      guard let progress else { return nil }
      return { progress(ComparisonProgress(stage: name, done: $0, total: total)) }
    }
    let representatives = Candidate.representatives(ground.candidates)
    let simulator = EpisodeSimulator(
      ground.record, representatives, model: options.model, counterpart: other.parameters)
    discrimination = SimulatedDiscrimination(
      simulator, episodes: options.episodes, draws: 4, power: options.power,
      generator: generator.stream(3),
      completed: stage("simulating records", options.episodes * representatives.count))
    let order = ground.order
    let leading = order.first ?? 0
    multiverse = Multiverse(
      ground, leading: leading, draws: Self.draws, generator: generator.stream(14),
      completed: stage("reading otherwise", 26))
    robustness = RobustnessReport(
      ground, order: order, draws: Self.draws, generator: generator.stream(4),
      completed: stage("leaving acts out", Set(ground.record.acts.map(\.id)).count))
    let shares = ground.groupShares(
      StreamEvidence.posterior(ground.candidates, ground.fromActs, power: 1))
    let second = order.dropFirst().first ?? leading
    flips = FlipNumbers(
      ground, robustness: robustness, leading: leading,
      decibels: EvidenceCourse.decibels(
        SpecialFunctions.logOdds(shares[leading], against: shares[second])), draws: Self.draws,
      generator: generator.stream(15))
    forward = ForwardScore(ground)
  }
}

extension SpecialFunctions {
  /// The logarithm of the ratio of two probabilities; both are kept off zero.
  fileprivate static func logOdds(_ a: Double, against b: Double) -> Double {
    CalibratedReading.safeLog(a) - CalibratedReading.safeLog(b)
  }
}
