import Diplomacy
import Estimation
import Foundation

/// What every part of a comparison stands on: the record, the evidence, the other evidence.
struct ComparisonInput: Sendable {
  let subject: Case
  let options: ComparisonOptions
  let record: ConductRecord
  /// The explanations, merged where the record cannot tell them apart, and the constant rate.
  let candidates: [Candidate]
  /// The acts read one by one.
  let evidence: StreamEvidence
  /// The acts read as decisions, whose number is integrated over.
  let decisions: DecisionEvidence
  /// What the acts say beside their times, of each explanation, in nats.
  let content: [Double]
  let tracing: ProcessTracing
  let generator: SeededGenerator

  init(_ subject: Case, options: ComparisonOptions) throws(Problem) {
    let listed = Candidate.all(of: subject)
    let known = ConductKind.table.map(\.name).joined(separator: ", ")
    if let stray = subject.explanations.first(where: { ConductKind.named($0.kind) == nil }) {
      throw Problem(
        file: "\(subject.id)/case.yaml",
        what: "explanation '\(stray.id)' has the kind '\(stray.kind)', which no model knows",
        fix: "use one of \(known)")
    }
    guard listed.contains(where: { $0.prior > 0 && !$0.isReference }) else {
      throw Problem(
        file: "\(subject.id)/case.yaml", what: "no explanation with a prior above zero",
        fix: "state at least two explanations of the kinds \(known)")
    }
    let record = ConductRecord(subject, scale: options.scale)
    guard record.acts.contains(where: { $0.role.isOwn }) else {
      throw Problem(
        file: "\(subject.id)/events.csv",
        what: """
          no act of \(subject.focal) toward \(subject.counterpart) counts within the window, so \
          there is no conduct to explain
          """,
        fix: "widen the window or add rows")
    }
    let options = options.standing(for: subject)
    self.subject = subject
    self.options = options
    self.record = record
    generator = SeededGenerator(seed: options.seed)
    candidates = Candidate.merged(listed, record: record, model: options.model)
    let engine = EvidenceEngine(record, candidates, model: options.model)
    evidence = StreamEvidence(
      engine, draws: options.draws,
      content: ContentEvidence(
        subject, record: record, candidates: candidates, options: options),
      generator: generator.stream(0))
    decisions = DecisionEvidence(
      engine, fits: (evidence.draws, evidence.fits),
      draws: max(8, options.draws / 3), generator: generator.stream(0))
    content = evidence.content.logEvidence(candidates.count)
    tracing = ProcessTracing(
      subject.evidence, explanations: candidates.map(\.id), streamed: Set(record.acts.map(\.id)),
      excluded: Dictionary(
        subject.events.compactMap { event in
          event.exclusion.flatMap { $0 == .duplicate ? nil : (event.id, $0) }
        }, uniquingKeysWith: { first, _ in first }),
      limits: options.evidence)
  }

  /// What the acts say of each candidate: the evidence of their times at its power, and of what they
  /// were.
  var fromActs: [Double] { fromActs(decisions.logEvidence, power: options.power) }

  /// What the acts say with other evidence of their times.
  func fromActs(_ logEvidence: [Double], power: Double) -> [Double] {
    zip(logEvidence, content).map { power * $0 + $1 }
  }

  /// The probabilities from all evidence.
  var posterior: [Double] {
    StreamEvidence.posterior(candidates, fromActs, power: 1, other: tracing.middle)
  }

  /// The results, explanation by explanation.
  func results(coefficientSamples: Int = 200) -> [ExplanationResult] {
    let nothing = [Double](repeating: 0, count: candidates.count)
    let prior = StreamEvidence.posterior(candidates, nothing, power: 1)
    let acts = fromActs
    let ranges = tracing.bounds(
      base: candidates.indices.map { (prior[$0] > 0 ? log(prior[$0]) : -.infinity) + acts[$0] })
    let (posterior, fromActs) = (
      self.posterior, StreamEvidence.posterior(candidates, acts, power: 1)
    )
    let listed = candidates.indices.reduce(0) {
      $0 + (candidates[$1].isReference ? 0 : posterior[$1])
    }
    let middle = tracing.middle
    let kinds = evidence.content.logEvidence(.kinds, candidates.count)
    let demands = evidence.content.logEvidence(.demands, candidates.count)
    return candidates.indices.map { index in
      let candidate = candidates[index]
      let explanation = subject.explanations.first { $0.id == candidate.id }
      return ExplanationResult(
        id: candidate.id, kind: candidate.kind.name, statement: explanation?.statement ?? "",
        signature: candidate.kind.signature, goalNeeds: explanation?.goalNeeds,
        isReference: candidate.isReference, group: candidates[candidate.group].id,
        prior: prior[index], logEvidence: decisions.logEvidence[index],
        logEvidenceByAct: evidence.logEvidence[index],
        otherEvidence: middle[index], imputationError: evidence.imputationError(index),
        laplaceCheck: evidence.check(index, samples: 200, generator: generator.stream(11)),
        posterior: posterior[index], posteriorRange: ranges[index],
        amongListed: candidate.isReference || listed <= 0 ? 0 : posterior[index] / listed,
        fromActs: fromActs[index],
        coefficients: coefficientSamples > 0
          ? Estimates(evidence: evidence).all(
            index, samples: coefficientSamples, generator: generator.stream(12)) : [],
        kinds: kinds[index], demands: demands[index])
    }
  }
}
