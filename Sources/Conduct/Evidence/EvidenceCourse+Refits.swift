import Diplomacy
import Estimation

extension EvidenceCourse {
  /// Refits the model to every prefix of the record.
  ///
  /// An act of uncertain date joins the prefix at the middle of its span with its whole likelihood,
  /// averaged over the days of the span and over the draws of the dates of all other acts.
  init(_ evidence: StreamEvidence) {
    let engine = evidence.engine
    let record = engine.record
    var acts: [Int: [String]] = [:]
    for act in record.acts where act.role.isOwn {
      acts[act.middle, default: []].append(act.id)
    }
    var cuts: Set<Int> = [record.length]
    for day in acts.keys {
      cuts.insert(day)
      cuts.insert(day + 1)
    }
    for conditions in engine.candidates.map(\.conditions) {
      let steps = [conditions.goalStart, conditions.goal, conditions.onset, conditions.redress]
      for step in steps { if let step { cuts.insert(step.lowerBound) } }
    }
    let ends = cuts.filter { $0 > 0 && $0 <= record.length }.sorted()
    let draws = evidence.draws
    let totals = concurrentMap(ends.count) { index in
      ends[index] == record.length
        ? evidence.logEvidence : engine.logEvidence(draws, end: ends[index])
    }
    var (previous, start) = ([Double](repeating: 0, count: engine.candidates.count), 0)
    var steps: [Step] = []
    for (end, total) in zip(ends, totals) {
      steps.append(
        Step(
          from: record.start + start, through: record.start + (end - 1),
          acts: end - start == 1 ? acts[start] ?? [] : [],
          gains: zip(total, previous).map { $0 - $1 }))
      (previous, start) = (total, end)
    }
    explanations = engine.candidates.map(\.id)
    self.steps = steps
  }
}
