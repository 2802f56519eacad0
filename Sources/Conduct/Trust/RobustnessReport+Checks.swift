import Diplomacy
import Estimation
import Foundation

extension RobustnessReport {
  /// Runs every check on a case.
  ///
  /// - Parameters:
  ///   - ground: The comparison.
  ///   - order: The places of the groups, the likeliest by the acts first.
  ///   - draws: The number of draws of dates.
  ///   - generator: The source of randomness.
  ///   - completed: Called with the number of acts left out so far.
  init(
    _ ground: ComparisonInput, order: [Int], draws: Int, generator: SeededGenerator,
    completed: (@Sendable (Int) -> Void)?
  ) {
    let (record, candidates) = (ground.record, ground.candidates)
    let first = order.first ?? 0
    let second = order.dropFirst().first ?? first
    // Read act by act: merged into decisions, each of the many readings would take five times as long.
    @Sendable func acts(_ record: ConductRecord) -> [Double] {
      let engine = EvidenceEngine(record, candidates, model: ground.options.model)
      let logEvidence = engine.logEvidence(
        engine.draws(draws, generator: generator.stream(0)), start: ground.start)
      return ground.fromActs(logEvidence, power: ground.options.power)
    }
    let base = acts(record)
    let baseLead = base[first] - base[second]
    @Sendable func omission(_ name: String, _ isKept: (ConductAct) -> Bool) -> Omission {
      let left = record.filtered(isKept)
      let own = acts(left)
      return Omission(
        name: name, acts: record.acts.count - left.acts.count,
        posterior: StreamEvidence.posterior(candidates, own, power: 1),
        lostLead: EvidenceCourse.decibels(baseLead - (own[first] - own[second])))
    }
    let ids = Self.unique(record.acts.map(\.id))
    withoutAct = concurrentMap(ids.count, completed: completed) { index in
      omission(ids[index]) { $0.id != ids[index] }
    }
    let publishers = Self.unique(record.acts.map(\.publisher)).filter { !$0.isEmpty }.sorted()
    // A publisher of one row is that row left out.
    let alone = withoutAct
    withoutSource = concurrentMap(publishers.count) { index in
      let own = Set(record.acts.filter { $0.publisher == publishers[index] }.map(\.id))
      if own.count == 1, let same = alone.first(where: { own.contains($0.name) }) {
        return Omission(
          name: publishers[index], acts: same.acts, posterior: same.posterior,
          lostLead: same.lostLead)
      }
      return omission(publishers[index]) { $0.publisher != publishers[index] }
    }
    decisiveActs = withoutAct.filter {
      baseLead > 0.2 && $0.lostLead > 0.5 * EvidenceCourse.decibels(baseLead)
    }
    .map(\.name)
    explanations = candidates.map(\.id)
    leading = candidates[first].id
    self.second = candidates[second].id
    lead = EvidenceCourse.decibels(baseLead)
    placebos = candidates.indices.filter { candidates[$0].group == $0 }.compactMap { index in
      Self.placebo(
        index, ground, count: ground.options.placebos, draws: draws,
        generator: generator.stream(7))
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// Replaces the goal date of one explanation by dates spread at random over the window.
  private static func placebo(
    _ index: Int, _ ground: ComparisonInput, count: Int, draws: Int, generator: SeededGenerator
  ) -> Placebo? {
    let engine = ground.evidence.engine
    let candidate = engine.candidates[index]
    guard candidate.kind.dates == .goal, candidate.conditions.goal != nil, count > 0 else {
      return nil
    }
    let length = engine.record.length
    @Sendable func logEvidence(_ conditions: Conditions) -> Double {
      let moved = Candidate(
        id: candidate.id, kind: candidate.kind, prior: candidate.prior, conditions: conditions)
      let single = EvidenceEngine(engine.record, [moved], model: engine.model)
      return single.logEvidence(
        single.draws(draws, generator: generator.stream(0)), start: [ground.start[index]])[0]
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
