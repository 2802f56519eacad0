import Diplomacy
import Estimation

/// The conduct of the counterpart, read with the same model and the same explanations.
struct CounterpartReading {
  /// The coefficients that the simulations use for it.
  let parameters: ConductParameters
  /// The result that is printed beside that of the focal actor.
  let conduct: SideConduct
  /// Its acts, and what they may have answered.
  let reactions: [ReactionAttribution]

  init(_ subject: Case, ground: ComparisonInput) {
    let options = ground.options
    let record = ConductRecord(subject, scale: options.scale, asCounterpart: true)
    let generator = ground.generator.stream(2)
    // The wide kind, first, is what the simulations run on: it commits the other side to no story.
    let wide = Candidate(
      id: "", kind: ConductKind.named("none") ?? ConductKind.table[0], prior: 0,
      conditions: ground.candidates[0].conditions)
    let single = StreamEvidence(
      EvidenceEngine(record, [wide], model: options.model), draws: min(options.draws, 20),
      generator: generator)
    let best = single.fits[0].max { $0.logEvidence < $1.logEvidence }
    parameters =
      best.map {
        ConductParameters.mode(
          $0, answerDays: single.draws[$0.draw].answerDays, length: record.length)
      } ?? ConductParameters(values: [:], wandering: [:], answerDays: 10)
    let evidence = StreamEvidence(
      EvidenceEngine(record, ground.evidence.engine.candidates, model: options.model),
      draws: min(options.draws, 20), generator: generator)
    let posterior = evidence.posterior(power: options.power)
    reactions = ReactionSampler(evidence: evidence, posterior: posterior)
      .attributions(samples: 200, generator: generator.stream(1))
    conduct = Estimates(evidence: evidence).conduct(
      reactions, posterior: posterior, generator: generator.stream(2))
  }
}
