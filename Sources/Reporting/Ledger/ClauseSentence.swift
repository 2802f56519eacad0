package import Assessment
package import Diplomacy

/// What a clause found, in one sentence that says no more than its numbers.
package enum ClauseSentence {
  /// The sentence, with its margin and the searches that it rests on.
  ///
  /// - Parameters:
  ///   - clause: The clause.
  ///   - subject: The case, for the names of searches and actors.
  package static func text(_ clause: ClauseFinding, in subject: Case) -> String {
    var parts = [finding(clause)]
    if let reason = clause.untested.map({ untested($0, in: subject) }), !reason.isEmpty {
      parts.append(reason)
    }
    if let margin = clause.margin, clause.verdict != .untested { parts.append(self.margin(margin)) }
    if !clause.searches.isEmpty, clause.restsOnAbsence {
      parts.append(searched(clause.searches, in: subject))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func finding(_ clause: ClauseFinding) -> String {
    switch clause.evidence {
    case .none: return ""
    case .rows(let certain, let possible): return rows(clause.check, certain, possible)
    case .days(let from, let to, let shortest, let longest, let chain):
      let days =
        shortest == longest
        ? NumberFormat.count(shortest, "day") : "\(shortest) to \(longest) days"
      let answer = chain.isEmpty ? "" : "; \(chain.joined(separator: " answers "))"
      return "\(days) from \(from) to \(to)\(answer)\(bounds(clause.check))"
    case .share(let share):
      let small = share.isSmall ? ": few rows" : ""
      let aside =
        share.aside == 0
        ? "" : "; \(NumberFormat.count(share.aside, "act")) of uncertain date left aside"
      return
        "\(share.part) of \(NumberFormat.count(share.whole, "act")), \(NumberFormat.percent(share.value)) (80 % interval \(NumberFormat.percent(share.low)) to \(NumberFormat.percent(share.high))\(small))\(aside)\(bounds(clause.check))"
    case .comparison(let sides): return comparison(sides)
    case .channel(let channel):
      let states = states(clause.check)
      let inferred =
        channel.inferred == 0 ? "" : ", \(channel.inferred) of them inferred from silence"
      return
        "\(states) on \(channel.fitting) of \(NumberFormat.count(channel.days, "day"))\(inferred); the state is known on \(channel.judged) of them (\(NumberFormat.percent(Double(channel.judged) / Double(max(1, channel.days)))))"
    case .levers(let least, let most, let levers):
      let range =
        least == most
        ? NumberFormat.percent(least)
        : "\(NumberFormat.percent(least)) to \(NumberFormat.percent(most))"
      return
        "\(states(clause.check)): \(range) of the strength of \(NumberFormat.count(levers, "lever")), day by day"
    case .trend(let trend):
      let apart = trend.gap > 0 ? "the bands are apart" : "the bands overlap"
      return
        "the mean level went from \(NumberFormat.signed(trend.before[1])) (\(trend.earlier), \(NumberFormat.count(trend.actsBefore, "act"))) to \(NumberFormat.signed(trend.after[1])) (\(trend.later), \(NumberFormat.count(trend.actsAfter, "act"))); \(apart)"
    case .turn(let turn):
      let near = "\(NumberFormat.percent(turn.near)) of the probability lies within the tolerance"
      guard let day = turn.day, let span = turn.span else { return "none was found; \(near)" }
      return "the nearest is \(day), between \(span.first) and \(span.last); \(near)"
    }
  }

  private static func rows(_ check: Check, _ certain: Int, _ possible: Int) -> String {
    let counted =
      possible == 0
      ? NumberFormat.count(certain, "act") : "\(certain) to \(certain + possible) acts"
    if case .exists(let exists) = check, exists.claimed == .none {
      return certain + possible == 0
        ? "no counter-example in the record" : "\(counted) against it in the record"
    }
    return certain + possible == 0 ? "no act in the record fits" : "\(counted)\(bounds(check))"
  }

  private static func comparison(_ sides: ComparisonEvidence) -> String {
    guard let firstOf = sides.firstOf, let secondOf = sides.secondOf else {
      return "\(sides.first) against \(sides.second)"
    }
    func share(_ part: Int, _ whole: Int) -> String {
      "\(part) of \(whole) (\(NumberFormat.percent(Double(part) / Double(max(1, whole)))))"
    }
    return "\(share(sides.first, firstOf)) against \(share(sides.second, secondOf))"
  }

  /// The bounds of a check, as in: at least 3 asked for.
  private static func bounds(_ check: Check) -> String {
    let ends: (String?, String?) =
      switch check {
      case .count(let check): (check.atLeast.map(String.init), check.atMost.map(String.init))
      case .interval(let check): (check.atLeast.map(String.init), check.atMost.map(String.init))
      case .share(let check):
        (
          check.atLeast.map { NumberFormat.percent($0) },
          check.atMost.map { NumberFormat.percent($0) }
        )
      default: (nil, nil)
      }
    switch ends {
    case (let low?, let high?): return "; \(low) to \(high) asked for"
    case (let low?, nil): return "; at least \(low) asked for"
    case (nil, let high?): return "; at most \(high) asked for"
    case (nil, nil): return ""
    }
  }

  private static func states(_ check: Check) -> String {
    guard case .state(let check) = check else { return "" }
    let states = check.states.joined(separator: " or ")
    if case .channel(_, let level) = check.subject { return "\(level.label) \(states)" }
    return states
  }

  private static func margin(_ margin: ClauseMargin) -> String {
    let amount =
      switch margin.unit {
      case .rows: NumberFormat.count(Int(margin.flipsBy), "row")
      case .days: NumberFormat.count(Int(margin.flipsBy), "day")
      case .level: "\(NumberFormat.short(margin.flipsBy)) on the scale"
      case .strength: "\(NumberFormat.percent(margin.flipsBy)) of the strength"
      }
    return "\(margin.isJust ? "just" : "clearly"): \(amount) would change the verdict"
  }

  private static func untested(_ reason: UntestedReason, in subject: Case) -> String {
    switch reason {
    case .byNature(let text): return text
    case .unknownDate(let name): return "the case has no date '\(name)'"
    case .notSearched(let gap): return self.gap(gap, in: subject)
    case .tooFew(let count, let needed):
      return "\(NumberFormat.count(count, "act")) on one side of it, \(needed) needed"
    case .noSuchRows: return "no act in the record is of the kind asked for"
    case .sameDay: return "both acts are of one day, and no row says which answers which"
    case .eitherOrder: return "either order is possible on these dates"
    case .unknownDays(let known, let days): return "known on \(known) of \(days) days only"
    case .notFollowed: return "the case follows no such channel, or lists no such lever"
    case .withinBands: return "the change lies within the bands"
    case .tooSpread: return "where it may lie reaches too far to say"
    case .noCourse: return "the course rests on no acts there"
    }
  }

  private static func gap(_ gap: SearchGap, in subject: Case) -> String {
    let pair = gap.pair.map {
      " of \(subject.name(of: $0.first)) and \(subject.name(of: $0.second))"
    }
    if let holds = gap.holds, let found = gap.found {
      return "the record holds \(holds) of the \(found) rows that its search found"
    }
    return
      "rests on rows not being there, and the case does not say that rows\(pair ?? "") were searched for in \(gap.days)"
  }

  private static func searched(_ places: [Int], in subject: Case) -> String {
    let searches = places.filter(subject.searches.indices.contains).map { subject.searches[$0] }
    let said = searches.map { search in
      let publishers = search.publishers
      let named = publishers.prefix(3).joined(separator: ", ")
      let rest = publishers.count > 3 ? " and \(publishers.count - 3) more" : ""
      let kinds = search.rows.description == "{}" ? "every row" : search.rows.description
      return "searched by \(search.by) in \(named)\(rest) for \(kinds)"
    }
    return "in a record " + said.joined(separator: " and ")
  }
}

/// A ledger entry in words: its rule, and its clauses one by one.
package enum LedgerSentence {
  /// What the rule made of the clauses.
  package static func text(_ entry: LedgerEntry, in subject: Case) -> String {
    let clauses = entry.clauses
    switch entry.finding {
    case .clause(let clause): return ClauseSentence.text(clause, in: subject)
    case .all:
      return "\(clauses.count { $0.verdict.holds }) of \(clauses.count) clauses hold; all must"
    case .any:
      return "\(clauses.count { $0.verdict.holds }) of \(clauses.count) clauses hold; one is enough"
    case .readings(let loose, let strict):
      return
        "on the loose reading \(Glossary.name(loose.verdict)), on the strict one \(Glossary.name(strict.verdict))"
    }
  }

  /// The clauses of an assertion that has several, each with its verdict.
  package static func clauses(_ entry: LedgerEntry, in subject: Case) -> [String] {
    guard entry.finding.rule != .clause else { return [] }
    return entry.clauses.map { clause in
      let says = clause.says.isEmpty ? "" : "\"\(clause.says)\": "
      return
        "\(clause.number). \(Glossary.name(clause.verdict)): \(says)\(ClauseSentence.text(clause, in: subject))"
    }
  }
}
