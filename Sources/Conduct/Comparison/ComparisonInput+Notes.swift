import Diplomacy

extension ComparisonInput {
  /// What was counted and what was not.
  var summary: ConductAssessment.RecordSummary {
    ConductAssessment.RecordSummary(
      days: record.length, hostile: record.count(.hostile),
      conciliatory: record.count(.conciliatory), closures: record.count(.closure),
      hostilityReceived: record.count(.hostilityReceived),
      conciliationReceived: record.count(.conciliationReceived),
      uncertainDates: record.acts.reduce(0) { $0 + ($1.first == $1.last ? 0 : 1) },
      leftOut: Exclusion.allCases.compactMap { reason in
        record.leftOut[reason].map { ConductAssessment.LeftOut(reason: reason, rows: $0) }
      },
      outsideWindow: record.outsideWindow, incidents: record.incidents)
  }

  /// What limits the answer, in words.
  func notes() -> [String] {
    var notes: [String] = []
    let own = record.acts.filter(\.role.isOwn)
    if own.count < 10 {
      notes.append(
        """
        Only \(own.count) \(own.count == 1 ? "act" : "acts") of \(subject.focal) \
        \(own.count == 1 ? "counts" : "count"): the answer is little more than the prior.
        """)
    }
    if !record.acts.contains(where: { !$0.role.isOwn }) {
      notes.append(
        """
        No act of \(subject.counterpart) counts, so nothing can be said of reaction: reciprocity \
        is judged by its absence only.
        """)
    }
    if let day = own.first?.first, own.count > 1,
      own.allSatisfy({ $0.first == day && $0.last == day })
    {
      notes.append(
        "All acts of \(subject.focal) fall on one day: their order and spacing say nothing.")
    }
    for candidate in candidates where !candidate.isReference { notes += dateNotes(candidate) }
    notes += candidates.compactMap { candidate in
      let needs = subject.explanations.first { $0.id == candidate.id }?.goalNeeds
      switch needs {
      case .consent:
        return """
          \(candidate.id): the case assumes that the goal needed the other side's consent, which \
          speaks for coercion.
          """
      case .nonInterference:
        return """
          \(candidate.id): the case assumes that the goal needed only that the other side did not \
          interfere, which speaks for insulation.
          """
      case nil: return nil
      }
    }
    var seen: Set<String> = []
    return notes.filter { seen.insert($0).inserted }
  }

  private func dateNotes(_ candidate: Candidate) -> [String] {
    var notes: [String] = []
    let conditions = candidate.conditions
    if candidate.kind.dates == .goal {
      if let goal = conditions.goal {
        if goal.upperBound <= 0 || goal.lowerBound >= record.length {
          notes.append(
            """
            \(candidate.id): the goal lies outside the window, so its pending never changes within \
            it and the timing of acts cannot speak to it.
            """)
        }
        if let redress = conditions.redress {
          let gap = abs(
            (goal.lowerBound + goal.upperBound - redress.lowerBound
              - redress.upperBound) / 2)
          notes.append(
            gap == 0
              ? """
              Goal and redress fall on the same day: their dates cannot tell the explanations that \
              rest on them apart; only the answer to conciliation and the onset can.
              """
              : "Goal and redress lie \(gap) \(gap == 1 ? "day" : "days") apart.")
        }
      } else {
        notes.append("\(candidate.id): the case gives no date on which the goal was reached.")
      }
    }
    if candidate.kind.dates == .shocks, conditions.shocks.isEmpty {
      notes.append("\(candidate.id): the case names no domestic shock.")
    }
    if candidate.kind.dates == .rounds, conditions.rounds.isEmpty {
      notes.append("\(candidate.id): the case names no negotiating round.")
    }
    return notes
  }
}
