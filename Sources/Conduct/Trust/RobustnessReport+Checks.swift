import Diplomacy
import Estimation
import Foundation

extension RobustnessReport {
  /// Runs every check on a case.
  init(
    _ subject: Case, evidence: StreamEvidence, options: ComparisonOptions,
    generator: SeededGenerator, completed: (@Sendable (Int) -> Void)?
  ) {
    let engine = evidence.engine
    let candidates = engine.candidates
    let (first, second) = Self.leaders(evidence)
    let lead = evidence.logEvidence[first] - evidence.logEvidence[second]
    let draws = min(options.draws, 20)
    @Sendable func logEvidence(_ record: ConductRecord, _ model: ConductModel) -> [Double] {
      let engine = EvidenceEngine(record, candidates, model: model)
      return engine.logEvidence(engine.draws(draws, generator: generator.stream(0)))
    }
    @Sendable func posterior(_ z: [Double]) -> [Double] {
      StreamEvidence.posterior(candidates, z, power: options.power)
    }
    let base = logEvidence(engine.record, options.model)
    let baseLead = base[first] - base[second]
    func omission(_ name: String, _ isKept: @Sendable (ConductAct) -> Bool) -> Omission {
      let record = engine.record.filtered(isKept)
      let z = logEvidence(record, options.model)
      return Omission(
        name: name, acts: engine.record.acts.count - record.acts.count, posterior: posterior(z),
        lostLead: EvidenceCourse.decibels(baseLead - (z[first] - z[second])))
    }
    let ids = Self.unique(engine.record.acts.map(\.id))
    withoutAct = concurrentMap(ids.count, completed: completed) { index in
      let id = ids[index]
      let record = engine.record.filtered { $0.id != id }
      let z = logEvidence(record, options.model)
      return Omission(
        name: id, acts: engine.record.acts.count - record.acts.count, posterior: posterior(z),
        lostLead: EvidenceCourse.decibels(baseLead - (z[first] - z[second])))
    }
    let publishers = Self.unique(engine.record.acts.map(\.publisher)).filter { !$0.isEmpty }
    withoutSource = publishers.sorted().map { name in omission(name) { $0.publisher != name } }
    scales = IntensityScale.allCases.map { scale in
      Variation(
        name: "the weights of \(scale.rawValue)",
        posterior: posterior(
          logEvidence(
            ConductRecord(subject, scale: scale, ignoringStated: true), options.model)))
    }
    merged = Variation(
      name: "acts of one day and tone as one",
      posterior: posterior(logEvidence(engine.record.mergingSameDay(), options.model)))
    var alone = options.model
    alone.parity = 0
    ownRate = Variation(
      name: "base rates by own count alone",
      posterior: posterior(logEvidence(engine.record, alone)))
    priorScales = [0.6, 0.8, 1, 1.25, 1.6, 2].map { scale in
      var model = options.model
      model.priorScale = scale
      return Variation(
        name: "expected effects times \(scale)",
        posterior: posterior(logEvidence(engine.record, model)))
    }
    decisiveActs = withoutAct.filter {
      baseLead > 0.2 && $0.lostLead > 0.5 * EvidenceCourse.decibels(baseLead)
    }
    .map(\.name)
    explanations = candidates.map(\.id)
    leading = candidates[first].id
    self.second = candidates[second].id
    self.lead = EvidenceCourse.decibels(lead)
    placebos = candidates.indices.compactMap { index in
      Self.placebo(
        index, evidence, count: options.placebos, draws: draws, generator: generator.stream(7))
    }
  }

  /// The explanations in first and second place on the acts, by prior and evidence.
  static func leaders(_ evidence: StreamEvidence) -> (Int, Int) {
    let posterior = evidence.posterior(power: 1)
    let order = posterior.indices.sorted { (posterior[$1], $0) < (posterior[$0], $1) }
    return (order[0], order.count > 1 ? order[1] : order[0])
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// Replaces the goal date of one explanation by dates spread at random over the window.
  private static func placebo(
    _ index: Int, _ evidence: StreamEvidence, count: Int, draws: Int, generator: SeededGenerator
  ) -> Placebo? {
    let engine = evidence.engine
    let candidate = engine.candidates[index]
    guard candidate.kind.dates == .goal, candidate.conditions.goal != nil, count > 0 else {
      return nil
    }
    let length = engine.record.length
    @Sendable func logEvidence(_ conditions: Conditions) -> Double {
      let moved = Candidate(
        id: candidate.id, kind: candidate.kind, prior: candidate.prior, conditions: conditions)
      let single = EvidenceEngine(engine.record, [moved], model: engine.model)
      return single.logEvidence(single.draws(draws, generator: generator.stream(0)))[0]
    }
    let truth = logEvidence(candidate.conditions)
    let earliest = max(1, (candidate.conditions.goalStart?.upperBound ?? 0) + 1)
    let range = max(1, length - 1 - earliest)
    let differences = concurrentMap(count) { number -> Double in
      var source = generator.stream(UInt64(number) + 1)
      let day = earliest + source.index(below: range)
      var conditions = candidate.conditions
      conditions.goal = day...day
      return logEvidence(conditions) - truth
    }
    let better = differences.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    return Placebo(
      explanation: candidate.id, rank: better + 1, dates: count, differences: differences)
  }
}
