import Diplomacy
import Estimation
import Foundation

extension Multiverse {
  /// One reading of a record: the others are cut out of it.
  private struct Run: Sendable {
    var scale: IntensityScale
    var ignoresStated = false
    var priorScale = 1.0
    var usesParity = true
    var start = 0.0
    var end = 0.0
    /// The publishers left out, by the name under which they are.
    var leftOut: (name: String, publishers: Set<String>)?
  }

  /// The name of the reading without sources that are not usually reliable or that nobody judged.
  static let poorlyGraded = "sources graded D to F"

  private static let powers = [0.5, 1.0]

  /// Reads a case under every specification.
  ///
  /// Scales, expected effects and base rates are crossed; window ends and publishers are varied one
  /// at a time; each of these is crossed with windows of merging, delays of answers and powers.
  ///
  /// - Parameters:
  ///   - ground: The comparison.
  ///   - leading: The place of the leading group.
  ///   - draws: The number of draws of dates in each run.
  ///   - completed: Called with the number of runs done.
  init(
    _ ground: ComparisonInput, leading: Int, draws: Int, generator: SeededGenerator,
    completed: (@Sendable (Int) -> Void)?
  ) {
    let runs = Self.runs(ground)
    let results = concurrentMap(runs.count, completed: completed) { index in
      Self.specifications(runs[index], ground, leading, draws, generator)
    }.flatMap { $0 }
    specifications = results
    self.leading = ground.candidates[leading].id
    let counts = results.reduce(into: [String: Int]()) { $0[$1.leader, default: 0] += 1 }
    leaders = counts.map { Count(id: $0.key, specifications: $0.value) }
      .sorted { ($1.specifications, $0.id) < ($0.specifications, $1.id) }
    share = Double(counts[self.leading] ?? 0) / Double(max(1, results.count))
    let own = results.map(\.ofLeading)
    range = own.isEmpty ? [] : [0, 0.5, 1].map { Summaries.quantile(own, $0) }
  }

  private static func runs(_ ground: ComparisonInput) -> [Run] {
    let base = Run(scale: ground.options.scale)
    var runs: [Run] = []
    let scales =
      [(ground.options.scale, false)] + IntensityScale.allCases.map { ($0, true) }
    for (scale, ignoresStated) in scales {
      for priorScale in [0.6, 1, 1.7] {
        for usesParity in [true, false] {
          runs.append(
            Run(
              scale: scale, ignoresStated: ignoresStated, priorScale: priorScale,
              usesParity: usesParity))
        }
      }
    }
    for (start, end) in [(0.1, 0.0), (0, 0.1), (0, 0.2)] {
      var run = base
      (run.start, run.end) = (start, end)
      runs.append(run)
    }
    let publishers = Dictionary(grouping: ground.record.acts.map(\.publisher)) { $0 }
      .filter { !$0.key.isEmpty }.map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    for (publisher, _) in publishers.prefix(5) {
      var run = base
      run.leftOut = (publisher, [publisher])
      runs.append(run)
    }
    let poor = Set(
      ground.subject.sources.filter { $0.reliability.map { $0 >= .notUsually } == true }
        .flatMap { [$0.id, $0.name] })
    if ground.record.acts.contains(where: { poor.contains($0.publisher) }) {
      var run = base
      run.leftOut = (poorlyGraded, poor)
      runs.append(run)
    }
    return runs
  }

  private static func specifications(
    _ run: Run, _ ground: ComparisonInput, _ leading: Int, _ draws: Int,
    _ generator: SeededGenerator
  ) -> [Specification] {
    var subject = ground.subject
    let length = Double(subject.window.length)
    let cut = DateSpan(
      from: subject.window.first + Int(run.start * length),
      through: subject.window.last + -Int(run.end * length))
    if let cut { subject.window = cut }
    var record = ConductRecord(subject, scale: run.scale, ignoringStated: run.ignoresStated)
    if let out = run.leftOut {
      record = record.filtered { !out.publishers.contains($0.publisher) }
    }
    guard record.acts.contains(where: { $0.role.isOwn }) else { return [] }
    // The groups stay those of the comparison; only the dates move with the window.
    let candidates = zip(ground.candidates, Candidate.all(of: subject)).map { old, new in
      var candidate = Candidate(
        id: old.id, kind: old.kind, prior: old.prior, conditions: new.conditions,
        isReference: old.isReference)
      (candidate.group, candidate.weight) = (old.group, old.weight)
      return candidate
    }
    var model = ground.options.model
    model.priorScale = run.priorScale
    if !run.usesParity { model.parity = 0 }
    let evidence = DecisionEvidence(
      EvidenceEngine(record, candidates, model: model), fits: nil, start: ground.start,
      draws: draws, generator: generator)
    var list: [Specification] = []
    let windows = [nil] + evidence.readings.map { Optional($0.window) }
    let delays = [nil] + model.answerDays.map { Optional($0.value) }
    for window in windows {
      for delay in delays {
        let logEvidence = evidence.logEvidence(window: window, answerDays: delay)
        for power in powers {
          let posterior = StreamEvidence.posterior(
            candidates, ground.fromActs(logEvidence, power: power * ground.options.power), power: 1)
          let shares = candidates.indices.map { group in
            candidates.indices.reduce(0) {
              $0 + (candidates[$1].group == group ? posterior[$1] : 0)
            }
          }
          let first = shares.indices.max { shares[$0] < shares[$1] } ?? 0
          list.append(
            Specification(
              scale: (run.ignoresStated ? "" : "stated, ") + run.scale.rawValue, merging: window,
              priorScale: run.priorScale, power: power, usesParity: run.usesParity,
              answerDays: delay, leftOutAtStart: run.start, leftOutAtEnd: run.end,
              withoutPublisher: run.leftOut?.name, leader: candidates[first].id,
              probability: shares[first], ofLeading: shares[leading]))
        }
      }
    }
    return list
  }
}
