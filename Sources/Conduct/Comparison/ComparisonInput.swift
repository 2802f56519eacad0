import Diplomacy
import Estimation
import Foundation

/// What every part of a comparison stands on: the record, the evidence, the other evidence.
struct ComparisonInput: Sendable {
  let subject: Case
  let options: ComparisonOptions
  let record: ConductRecord
  let evidence: StreamEvidence
  let tracing: ProcessTracing
  let generator: SeededGenerator

  init(_ subject: Case, options: ComparisonOptions) throws(Problem) {
    let candidates = Candidate.all(of: subject)
    let known = ConductKind.table.map(\.name).joined(separator: ", ")
    if let stray = subject.explanations.first(where: { ConductKind.named($0.kind) == nil }) {
      throw Problem(
        file: "\(subject.id)/case.yaml",
        what: "explanation '\(stray.id)' has the kind '\(stray.kind)', which no model knows",
        fix: "use one of \(known)")
    }
    guard candidates.contains(where: { $0.prior > 0 }) else {
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
    self.subject = subject
    self.options = options
    self.record = record
    generator = SeededGenerator(seed: options.seed)
    evidence = StreamEvidence(
      EvidenceEngine(record, candidates, model: options.model), draws: options.draws,
      generator: generator.stream(0))
    tracing = ProcessTracing(
      subject.evidence, explanations: candidates.map(\.id),
      streamed: Set(record.acts.map(\.id)))
  }

  /// The probabilities from all evidence.
  var posterior: [Double] { evidence.posterior(power: options.power, other: tracing.middle) }

  /// The results, explanation by explanation.
  func results(coefficientSamples: Int = 200) -> [ExplanationResult] {
    let candidates = evidence.engine.candidates
    let prior = StreamEvidence.posterior(
      candidates, [Double](repeating: 0, count: candidates.count), power: 1)
    let ranges = tracing.bounds(
      base: candidates.indices.map {
        (prior[$0] > 0 ? log(prior[$0]) : -.infinity) + options.power * evidence.logEvidence[$0]
      })
    let (posterior, fromActs) = (self.posterior, evidence.posterior(power: options.power))
    return candidates.indices.map { index in
      let explanation = subject.explanations[index]
      return ExplanationResult(
        id: candidates[index].id, kind: candidates[index].kind.name,
        statement: explanation.statement, signature: candidates[index].kind.signature,
        goalNeeds: explanation.goalNeeds, prior: prior[index],
        logEvidence: evidence.logEvidence[index],
        imputationError: evidence.imputationError(index),
        laplaceCheck: evidence.check(index, samples: 200, generator: generator.stream(11)),
        posterior: posterior[index], posteriorRange: ranges[index], fromActs: fromActs[index],
        coefficients: coefficientSamples > 0
          ? Estimates(evidence: evidence).all(
            index, samples: coefficientSamples, generator: generator.stream(12)) : [])
    }
  }
}
