import Diplomacy
import Estimation
import Foundation

extension EvidenceCourse {
  /// The greatest number of draws of dates on which prefixes are refitted.
  private static let prefixDraws = 8
  /// The greatest number of prefixes: a longer record is told in stretches of several acts.
  static let greatestSteps = 160

  /// Refits the model to every prefix of the record.
  ///
  /// An act of uncertain date joins the prefix at the middle of its span with its whole likelihood,
  /// averaged over the days of the span and over the draws of the dates of all other acts. Prefixes
  /// are read on some of the draws; what these leave of the evidence on all, which is within the
  /// error of drawing dates, is spread evenly over the days. Each climb starts from the prefix before.
  init(_ evidence: StreamEvidence) {
    let engine = evidence.engine
    let record = engine.record
    let (acts, ends) = Self.ends(of: record, engine.candidates)
    let draws = Self.thinned(evidence.draws)
    let byDraw = concurrentMap(draws.count) { index -> [[Double]] in
      var start: [EvidenceEngine.DrawFit]?
      return ends.map { end in
        let fits = engine.fits([draws[index]], end: end, start: start)
        start = fits.compactMap(\.last)
        return fits.map { $0.first?.logEvidence ?? 0 }
      }
    }
    let candidates = engine.candidates.indices
    let totals = ends.indices.map { end in
      candidates.map { candidate in
        SpecialFunctions.logSumExp(byDraw.map { $0[end][candidate] })
      }
    }
    let rest = candidates.map { evidence.logEvidence[$0] - (totals.last?[$0] ?? 0) }
    var (previous, start) = ([Double](repeating: 0, count: candidates.count), 0)
    var steps: [Step] = []
    for (end, total) in zip(ends, totals) {
      let share = Double(end - start) / Double(record.length)
      steps.append(
        Step(
          from: record.start + start, through: record.start + (end - 1),
          acts: (start..<end).flatMap { acts[$0] ?? [] },
          gains: candidates.map { total[$0] - previous[$0] + share * rest[$0] }))
      (previous, start) = (total, end)
    }
    explanations = engine.candidates.map(\.id)
    self.steps = steps
  }

  /// The acts of each day, and the days before which prefixes end.
  private static func ends(
    of record: ConductRecord, _ candidates: [Candidate]
  ) -> (acts: [Int: [String]], ends: [Int]) {
    var acts: [Int: [String]] = [:]
    for act in record.acts where act.role.isOwn {
      acts[act.middle, default: []].append(act.id)
    }
    var conditions: Set<Int> = [record.length]
    for dates in candidates.map(\.conditions) {
      let steps = [dates.goalStart, dates.goal, dates.onset, dates.redress]
      for step in steps { if let step { conditions.insert(step.lowerBound) } }
    }
    let cuts = Set(acts.keys.flatMap { [$0, $0 + 1] }).sorted()
    let every = max(1, (cuts.count + greatestSteps - 1) / greatestSteps)
    let kept = cuts.enumerated().filter { $0.offset % every == 0 }.map(\.element)
    return (
      acts, conditions.union(kept).filter { $0 > 0 && $0 <= record.length }.sorted()
    )
  }

  /// Some of the draws, spread evenly over all, with the weight of all.
  private static func thinned(_ draws: [EvidenceEngine.Draw]) -> [EvidenceEngine.Draw] {
    guard draws.count > prefixDraws else { return draws }
    return (0..<prefixDraws).map { number in
      let draw = draws[(2 * number + 1) * draws.count / (2 * prefixDraws)]
      return EvidenceEngine.Draw(
        days: draw.days, answerDays: draw.answerDays, logWeight: -log(Double(prefixDraws)),
        conditionSource: draw.conditionSource)
    }
  }
}
