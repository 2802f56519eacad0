import Assessment
import Diplomacy

/// The findings that weigh most for and against a claim.
///
/// A finding is as strong as its verdict is far from another one, counted in rows, days, units of the
/// scale or strength of levers; one that rests on acts of the two sides within the window goes before
/// one about what came earlier or about others, and what is said of the central claim before all. An
/// assertion gives one finding at most, and no act is shown twice.
struct StrongestFindings {
  let assessment: CaseAssessment
  let words: CaseWords

  init(_ assessment: CaseAssessment) {
    self.assessment = assessment
    words = CaseWords(assessment.subject)
  }

  /// A clause with the assertion it belongs to.
  struct Choice {
    let entry: LedgerEntry
    let clause: ClauseFinding
    let act: Event?
  }

  /// At most so many findings on one side.
  ///
  /// - Parameters:
  ///   - supporting: Whether they speak for the claim.
  ///   - limit: How many.
  ///   - shown: The rows that were shown already.
  func choose(supporting: Bool, limit: Int, shown: inout Set<String>) -> [Choice] {
    let candidates = assessment.ledger
      .filter { supporting ? $0.verdict.holds : $0.verdict == .contradicted }
      .compactMap { entry -> (entry: LedgerEntry, clause: ClauseFinding, strength: Double)? in
        let clauses = entry.clauses
          .filter { supporting ? $0.verdict.holds : $0.verdict == .contradicted }
        let best = clauses.max { strength($0, entry) < strength($1, entry) }
        return best.map { (entry, $0, strength($0, entry)) }
      }
      .sorted { ($1.strength, $0.entry.id) < ($0.strength, $1.entry.id) }
    var choices: [Choice] = []
    for candidate in candidates where choices.count < limit {
      let acts = ActSentence(words)
        .decisive(candidate.clause.rows, limit: 40, on: assessment.options.scale)
      let act = showsAct(candidate.clause.check) ? acts.first { !shown.contains($0.id) } : nil
      if showsAct(candidate.clause.check), act == nil, !acts.isEmpty { continue }
      if let act { shown.insert(act.id) }
      choices.append(Choice(entry: candidate.entry, clause: candidate.clause, act: act))
    }
    return choices
  }

  /// Whether an act says best what was found: for counts and examples, not for days and levels.
  func showsAct(_ check: Check) -> Bool {
    switch check {
    case .exists, .count: true
    case .clause(_, let check): showsAct(check)
    default: false
    }
  }

  /// How strong a finding is, from 0 on.
  func strength(_ clause: ClauseFinding, _ entry: LedgerEntry) -> Double {
    var value = 0.85
    if let margin = clause.margin {
      let half: Double =
        switch margin.unit {
        case .rows: 2
        case .days: 14
        case .level: 1
        case .strength: 0.2
        }
      value = margin.flipsBy / (margin.flipsBy + half)
      if margin.isJust { value /= 2 }
    }
    if clause.verdict == .holdsAsSearched { value *= 0.8 }
    value *= weight(of: clause.check) * (0.3 + 0.7 * relevance(of: clause))
    return entry.isCentral ? value + 1 : value
  }

  /// How directly a kind of check rests on acts: levels and strengths rest on a coder's judgement too.
  private func weight(of check: Check) -> Double {
    switch check {
    case .exists, .count: 1
    case .order, .interval: 0.9
    case .share, .compare, .media: 0.8
    case .state: 0.6
    case .trend, .turningPoint: 0.6
    case .clause(_, let check): weight(of: check)
    case .all, .any, .readings, .untestable: 0
    }
  }

  /// The share of a finding's rows that are acts between the two sides within the window.
  private func relevance(of clause: ClauseFinding) -> Double {
    let subject = assessment.subject
    let events = clause.rows.compactMap(words.row)
    guard !events.isEmpty else { return 0.3 }
    let pair = Pair(subject.focal, subject.counterpart)
    let own = events.count { event in
      pair.dyads.contains(where: event.isOf) && event.date.overlaps(subject.window)
    }
    return Double(own) / Double(events.count)
  }
}
