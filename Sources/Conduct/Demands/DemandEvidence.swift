import Diplomacy
import Foundation

/// What the demands of the focal side say of each explanation.
///
/// Three questions, each answered once for the record: how far demands went, whether pressure fell
/// when one was met, and whether one was forgotten at the goal. A case that has no `demands:` says
/// nothing: nobody looked.
struct DemandEvidence: Sendable {
  /// What was seen.
  struct Observation: Hashable, Sendable {
    let reach: DemandTable.Reach
    /// Whether pressure fell when a demand was met; nothing where none was met in the window.
    let eased: Bool?
    /// Whether an unmet demand was heard no more after the goal; nothing where that cannot be told.
    let forgotten: Bool?
  }

  /// The power on what demands say: one person coded them, and their rows have a kind besides.
  static let power = 0.5

  let observation: Observation?
  let part: EvidencePart

  init(_ subject: Case, candidates: [Candidate], table: DemandTable, scale: IntensityScale) {
    let ledger = DemandLedger(subject, scale: scale)
    let found =
      subject.looksForDemands ? Self.observation(ledger, subject, candidates: candidates) : nil
    observation = found
    part = EvidencePart(
      aspect: .demands,
      logEvidence: candidates.map { candidate in
        guard let found else { return 0 }
        return Self.power
          * Self.logLikelihood(of: found, under: table.row(of: candidate.kind.name))
      }, acts: [])
  }

  static func logLikelihood(of seen: Observation, under row: DemandTable.Row) -> Double {
    var sum = log(row.reach[seen.reach] ?? 0.25)
    if let eased = seen.eased { sum += log(eased ? row.easesWhenMet : 1 - row.easesWhenMet) }
    if let forgotten = seen.forgotten {
      sum += log(forgotten ? row.forgottenAtGoal : 1 - row.forgottenAtGoal)
    }
    return sum
  }

  private static func observation(
    _ ledger: DemandLedger, _ subject: Case, candidates: [Candidate]
  ) -> Observation {
    let entries = ledger.made(by: subject.focal, of: subject.counterpart).filter { entry in
      entry.steps.contains { $0.date.overlaps(subject.window) }
        || entry.made.map { $0.overlaps(subject.window) } == true
    }
    let reach: DemandTable.Reach =
      entries.isEmpty
      ? .absent
      : entries.contains { $0.course == .growing }
        ? .growing : entries.contains { $0.course == .stable } ? .stable : .single
    let eased = entries.compactMap { entry -> Bool? in
      guard let before = entry.pressureBefore?.perMonth, let after = entry.pressureAfter?.perMonth
      else { return nil }
      return after < before || (before == 0 && after == 0)
    }
    return Observation(
      reach: reach, eased: eased.isEmpty ? nil : eased.allSatisfy { $0 },
      forgotten: forgotten(entries, subject, candidates: candidates))
  }

  /// Whether every demand that was open when the goal was reached was heard no more.
  private static func forgotten(
    _ entries: [DemandLedger.Entry], _ subject: Case, candidates: [Candidate]
  ) -> Bool? {
    guard let goal = candidates.first?.conditions.goal else { return nil }
    let day = subject.window.first + goal.upperBound
    guard day < subject.window.last else { return nil }
    let open = entries.filter { entry in
      guard let made = entry.made, made.last <= day else { return false }
      return !entry.steps.contains { step in
        step.date.last <= day && [.met, .withdrawn].contains(step.effect)
      }
    }
    guard !open.isEmpty else { return nil }
    // One that was met after the goal was not forgotten, nor one that was made again.
    return open.allSatisfy { entry in
      !entry.steps.contains { $0.date.first > day }
    }
  }
}
