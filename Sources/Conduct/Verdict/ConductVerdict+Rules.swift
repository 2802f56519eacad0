import Estimation
import Foundation

extension ConductVerdict {
  /// Applies the rules.
  ///
  /// - Parameters:
  ///   - ground: The comparison.
  ///   - results: Its results.
  ///   - multiverse: The readings under other specifications, where they were made.
  ///   - flips: What would turn the lead, where it was examined.
  ///   - forward: How the explanations foretold the end of the window, where it was scored.
  ///   - table: The calibration.
  init(
    _ ground: ComparisonInput, results: [ExplanationResult], multiverse: Multiverse?,
    flips: FlipNumbers?, forward: ForwardScore? = nil, table: CalibrationTable
  ) {
    let candidates = ground.candidates
    let firsts = candidates.indices.filter {
      let group = candidates[$0].group
      return group == $0 && candidates.contains { $0.group == group && $0.weight > 0 }
    }
    let members = firsts.map { first in
      candidates.indices.filter { candidates[$0].group == first }
    }
    let own = ground.record.acts.reduce(0) { $0 + ($1.role.isOwn ? 1 : 0) }
    let times = StreamEvidence.posterior(
      candidates, ground.decisions.logEvidence.map { $0 * ground.options.power }, power: 1)
    let parts = ground.content
    let middle = ground.tracing.middle
    /// What evidence beside the times multiplies a group by: the mean over its members.
    func factor(_ values: [Double], _ group: [Int]) -> Double {
      let weights = group.map { candidates[$0].weight }
      let total = weights.reduce(0, +)
      guard total > 0 else { return 0 }
      return SpecialFunctions.logSumExp(zip(group, weights).map { values[$0] + log($1 / total) })
    }
    let shares = members.map { $0.reduce(0) { $0 + times[$1] } }
    let errors = members.map { $0.map { ground.evidence.imputationError($0) }.max() ?? 0 }
    func reading(_ more: [Double], error: Double) -> CalibratedReading {
      CalibratedReading(
        times: shares, more: members.map { factor(more, $0) }, acts: own, table: table,
        error: error)
    }
    let hasOther = !ground.tracing.groups.isEmpty
    let list = members.indices.map { place -> Contender in
      let rival = errors.indices.filter { $0 != place }.map { errors[$0] }.max() ?? 0
      let error = (errors[place] * errors[place] + rival * rival).squareRoot()
      let first = candidates[firsts[place]].id
      return Contender(
        members: members[place].map { candidates[$0].id },
        isReference: members[place].contains {
          candidates[$0].isReference
            || candidates[$0].kind.name == ConductKind.constantRate
        },
        fromActs: reading(parts, error: error).band(place),
        withEvidence: hasOther
          ? reading(zip(parts, middle).map { $0 + $1 }, error: error).band(place) : nil,
        leads: multiverse.map { universe in
          let count = universe.leaders.first { $0.id == first }?.specifications ?? 0
          return Double(count) / Double(max(1, universe.specifications.count))
        })
    }.sorted { ($1.fromActs.read, $0.members[0]) < ($0.fromActs.read, $1.members[0]) }
    contenders = list
    failures = NumericalFailure.all(results, bound: ground.evidence.bound)
    groups = StoryGroup.all(
      candidates, record: ground.record, model: ground.options.model, in: ground.subject)
    words = ground.options.words
    agreement = multiverse?.share
    acts = own
    calibration = table.origin
    self.flips = flips
    monteCarloError = errors.max() ?? 0
    lead =
      list.count > 1
      ? EvidenceCourse.decibels(
        CalibratedReading.safeLog(list[0].fromActs.read)
          - CalibratedReading.safeLog(list[1].fromActs.read)) : 0
    let isRefused = !failures.isEmpty
    let first = list.first
    let other = hasOther ? list.max { Self.isLess($0.withEvidence, $1.withEvidence) } : nil
    let judged = Self.judged(first, first?.fromActs, forward, isRefused: isRefused)
    let judgedOther = Self.judged(other, other?.withEvidence, forward, isRefused: isRefused)
    outcome = judged
    leading = isRefused ? [] : first?.members ?? []
    term = judged == .favours ? words.term(for: first?.fromActs.low ?? 0) : nil
    withEvidence = hasOther ? judgedOther : nil
    leadingWithEvidence = isRefused ? [] : other?.members ?? []
    termWithEvidence =
      hasOther && judgedOther == .favours ? words.term(for: other?.withEvidence?.low ?? 0) : nil
  }

  private static func isLess(_ a: ProbabilityBand?, _ b: ProbabilityBand?) -> Bool {
    (a?.read ?? 0) < (b?.read ?? 0)
  }

  /// The rule: a word takes the lower end of the band, the same lead in four of five readings, and
  /// that the explanation foretold the end of the window better than a constant rate.
  private static func judged(
    _ contender: Contender?, _ band: ProbabilityBand?, _ forward: ForwardScore?, isRefused: Bool
  ) -> Outcome {
    guard !isRefused, let contender, let band else { return .refused }
    if contender.isReference { return .nothingShows }
    let agrees = (contender.leads ?? 0) >= Multiverse.leastShare
    let foretells = forward.map { score in contender.members.contains { score.beatsNull($0) } }
    return agrees && foretells ?? true && band.low >= VerbalScale.leastLikely
      ? .favours : .cannotTell
  }
}
