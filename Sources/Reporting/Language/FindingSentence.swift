package import Assessment
import Diplomacy

/// What the record says of one clause, as a sentence made from its numbers.
///
/// The sentence says what was found, against what was asked, and nothing that the finding does not
/// hold: every number in it is a number of the finding, of its check or of a date of the case.
package struct FindingSentence: Sendable {
  let words: CaseWords

  /// Makes the sentences for the findings of a case.
  package init(_ words: CaseWords) { self.words = words }

  /// What was found.
  package func sentence(_ clause: ClauseFinding) -> String {
    if let reason = clause.untested { return UntestedSentence(words).sentence(reason, clause) }
    return sentence(of: clause.check, clause)
  }

  private func sentence(of check: Check, _ clause: ClauseFinding) -> String {
    switch (check, clause.evidence) {
    case (.clause(_, let inner), _): return sentence(of: inner, clause)
    case (.count(let check), .rows(let certain, let possible)):
      return count(check, certain...(certain + possible), clause)
    case (.exists(let check), .rows(let certain, let possible)):
      return exists(check, certain...(certain + possible), clause)
    case (.order(let check), .days(_, _, let shortest, let longest, let settledBy)):
      return order(check, shortest, longest, settledBy, clause)
    case (.interval(let check), .days(_, _, let shortest, let longest, _)):
      return interval(check, shortest, longest, clause)
    case (.share(let check), .share(let share)): return self.share(check, share, clause)
    case (.media(let check), .share(let share)): return media(check, share, clause)
    case (.compare(let check), .comparison(let comparison)):
      return compare(check, comparison, clause)
    case (.state(let check), .channel(let channel)): return self.channel(check, channel, clause)
    case (.state(let check), .levers(let least, let most, let count)):
      return levers(check, least, most, count, clause)
    case (.trend(let check), .trend(let trend)): return self.trend(check, trend, clause)
    case (.turningPoint(let check), .turn(let turn)): return self.turn(check, turn, clause)
    default: return "The record holds nothing to judge this by."
    }
  }

  // MARK: Rows

  private func count(_ check: CountCheck, _ range: ClosedRange<Int>, _ clause: ClauseFinding)
    -> String
  {
    let acts = ActPhrase(check.rows, in: words)
    let asked = NumberWords.bounds(check.atLeast, check.atMost)
    return "The record holds \(acts.counted(range))\(Self.dated(range)); "
      + "the sentence asks for \(asked), \(Self.met(clause))\(searched(clause))."
  }

  private func exists(_ check: ExistsCheck, _ range: ClosedRange<Int>, _ clause: ClauseFinding)
    -> String
  {
    let acts = ActPhrase(check.rows, in: words)
    let held = "The record holds \(acts.counted(range))\(Self.dated(range))"
    switch check.claimed {
    case .some:
      return range.upperBound == 0
        ? "\(held)\(searched(clause))." : "\(held); one is enough."
    case .none where range.upperBound == 0: return "\(held)\(searched(clause))."
    case .none where range.lowerBound == 0:
      return "\(held), where the sentence allows none."
    case .none where clause.verdict == .partly:
      let allowed = NumberWords.count(check.tolerated, "exception")
      return "\(held), which the check lets pass as at most \(allowed)."
    case .none: return "\(held), where the sentence allows none."
    }
  }

  private func share(_ check: ShareCheck, _ share: ShareEvidence, _ clause: ClauseFinding)
    -> String
  {
    let all = ActPhrase(check.among, in: words)
    let part = ActPhrase(check.rows, in: words)
    let noun = share.part == 1 ? "one is a \(part.singular)" : nil
    let fitting =
      noun
      ?? "\(NumberWords.cardinal(share.part)) are \(part.plural)".replacing(
        "zero are", with: "none are")
    var text =
      "Of \(all.counted(share.whole...share.whole)), \(fitting) "
      + "(\(NumberFormat.percent(share.value))); the sentence asks for "
      + "\(NumberWords.bounds(share: check.atLeast, check.atMost)), \(Self.met(clause))"
    if share.isSmall {
      text += "; with so few acts anything from \(NumberFormat.percent(share.low)) to "
      text += "\(NumberFormat.percent(share.high)) would be no surprise"
    }
    if share.aside > 0 {
      text += "; \(NumberWords.count(share.aside, "act")) of uncertain date left aside"
    }
    return text + "."
  }

  private func compare(
    _ check: CompareCheck, _ found: ComparisonEvidence, _ clause: ClauseFinding
  ) -> String {
    func side(
      _ side: CompareCheck.Side, _ part: Int, _ whole: Int?, isFirst: Bool
    ) -> String {
      let acts = ActPhrase(side.rows, in: words)
      guard let whole, let among = side.among else { return acts.counted(part...part) }
      let share = whole > 0 ? NumberFormat.percent(Double(part) / Double(whole)) : "no share"
      let all = ActPhrase(among, in: words).counted(whole...whole)
      let kind = part == 1 ? "is a \(acts.singular)" : "are \(acts.plural)"
      return "\(NumberWords.cardinal(part)) of \(all)\(isFirst ? " " + kind : "") (\(share))"
    }
    let first = side(check.first, found.first, found.firstOf, isFirst: true)
    let second = side(check.second, found.second, found.secondOf, isFirst: false)
    let more =
      found.isOfShares
      ? check.relation == .more ? "the first to be the larger share" : "the first to be the smaller"
      : check.relation == .more ? "more of the first" : "fewer of the first"
    return "\(sentenceStart(first)), against \(second); the sentence asks for \(more), "
      + "\(Self.met(clause))."
  }

  // MARK: Days

  private func order(
    _ check: OrderCheck, _ shortest: Int, _ longest: Int, _ settledBy: [String],
    _ clause: ClauseFinding
  ) -> String {
    let first = words.event(check.first)
    let then = words.event(check.then)
    if !settledBy.isEmpty {
      let order = clause.verdict == .contradicted ? "followed" : "came before"
      return "\(first) \(order) \(then): both fall on one day, and a source says which "
        + "answered which."
    }
    if shortest > 0 { return "\(first) came \(Self.days(shortest, longest)) before \(then)." }
    if longest < 0 { return "\(first) came \(Self.days(-longest, -shortest)) after \(then)." }
    return "\(first) and \(then) may have come in either order: their days overlap."
  }

  private func interval(
    _ check: IntervalCheck, _ shortest: Int, _ longest: Int, _ clause: ClauseFinding
  ) -> String {
    let from = words.event(check.from)
    let to = words.event(check.to)
    let asked = NumberWords.bounds(check.atLeast, check.atMost, "day")
    let found =
      longest < 0
      ? "\(to) came \(Self.days(-longest, -shortest)) before \(from)"
      : "\(Self.days(max(shortest, 0), longest)) lie between \(from) and \(to)".replacing(
        "one day lie", with: "one day lies")
    return "\(sentenceStart(found)); the sentence asks for \(asked), \(Self.met(clause))."
  }

  // MARK: States

  private func channel(_ check: StateCheck, _ found: ChannelEvidence, _ clause: ClauseFinding)
    -> String
  {
    let states = NumberWords.list(check.states, "or")
    let unknown = found.days - found.judged
    let known = NumberWords.count(found.judged, "day")
    var text = "\(sentenceStart(words.levers(check.subject))) was \(states) on "
    if found.fitting == 0 {
      text += "none of the days on which its state is known (\(known))"
    } else {
      text +=
        found.fitting < found.judged
        ? "\(NumberWords.cardinal(found.fitting)) of the \(known)"
        : found.judged == 1 ? "the \(known)" : "all \(known)"
      text += " on which its state is known (\(NumberFormat.percent(found.share)))"
    }
    if found.inferred > 0 {
      text += ", \(NumberWords.cardinal(found.inferred)) of them inferred from silence"
    }
    if unknown > 0 {
      text += "; on \(NumberWords.count(unknown, "day")) more it is not known"
    }
    let asked = check.share >= 1 ? "all days" : "at least \(NumberFormat.percent(check.share))"
    return text + "; the sentence asks for \(asked), \(Self.met(clause))."
  }

  private func levers(
    _ check: StateCheck, _ least: Double, _ most: Double, _ count: Int, _ clause: ClauseFinding
  ) -> String {
    let states = NumberWords.list(check.states, "or")
    let days = words.stretch(check.from, check.through)
    let low = NumberFormat.percent(least)
    let high = NumberFormat.percent(most)
    let share = low == high ? low : "\(low) to \(high)"
    let asked = check.share >= 1 ? "all of it" : "at least \(NumberFormat.percent(check.share))"
    let subject = words.levers(check.subject)
    let found: String
    if count == 1 {
      let whole = low == "100%" ? "throughout" : high == "0%" ? "at no time" : "for \(share) of"
      let when = whole == "at no time" ? "within \(days)" : days
      found = "\(sentenceStart(subject)), was \(states) \(whole) \(when)".replacing(
        "throughout", with: check.through == nil ? "on" : "throughout")
    } else {
      found =
        "By the strength given to each, \(share) of \(subject) (\(NumberWords.cardinal(count)) "
        + "in all) was \(states) over \(days)"
    }
    return "\(found); the sentence asks for \(asked), \(Self.met(clause))."
  }

  // MARK: Courses

  private func trend(_ check: TrendCheck, _ found: TrendEvidence, _ clause: ClauseFinding)
    -> String
  {
    let way = found.change < 0 ? "more hostile" : "more friendly"
    let before = NumberFormat.signed(found.before[1])
    let after = NumberFormat.signed(found.after[1])
    let sure =
      found.gap > 0 ? "the two are clearly apart" : "the two are within each other's margin"
    let acts = [found.actsAfter, found.actsBefore].map { NumberWords.count($0, "act") }
    return "The conduct of \(words.name(check.dyad.source)) toward "
      + "\(words.name(check.dyad.target))\(CheckWords.part(check.part)) was \(way) over "
      + "\(DateWords.stretch(found.later)) than over \(DateWords.stretch(found.earlier)) "
      + "(\(after) on average against \(before), on a scale from -10 to +10, from \(acts[0]) and "
      + "\(acts[1])); \(sure)."
  }

  private func turn(_ check: TurningPointCheck, _ found: TurnEvidence, _ clause: ClauseFinding)
    -> String
  {
    let conduct =
      "the conduct of \(words.name(check.dyad.source)) toward \(words.name(check.dyad.target))"
    guard let day = found.day else {
      return check.what == .lowPoint
        ? "No day stands out as the most hostile in \(conduct)."
        : "No turn was found in \(conduct)."
    }
    let what =
      check.what == .lowPoint
      ? "\(sentenceStart(conduct)) was at its most hostile about \(DateWords.day(day))"
      : "The nearest turn in \(conduct) is about \(DateWords.day(day))"
    let span = found.span.map { $0.isExact ? "" : " (anywhere \(Self.from($0)))" } ?? ""
    let away =
      found.target.contains(day)
      ? "on the day named"
      : day < found.target.first
        ? "\(Self.days(found.target.first - day)) before \(words.date(check.near))"
        : "\(Self.days(day - found.target.last)) after \(words.date(check.near))"
    let days = NumberWords.count(check.within, "day")
    return "\(what)\(span), \(away); the chance that it lies within \(days) of it is "
      + "\(NumberFormat.percent(found.near))."
  }

  private static func from(_ span: DateSpan) -> String {
    "from \(DateWords.day(span.first)) to \(DateWords.day(span.last))"
  }

  // MARK: Pieces

  /// How the bound was met, as the end of a sentence.
  static func met(_ clause: ClauseFinding) -> String {
    let isJust = clause.margin?.isJust == true
    switch clause.verdict {
    case .supported, .holdsAsSearched:
      return isJust
        ? "which is just met" : isClear(clause) ? "which is clearly met" : "which is met"
    case .partly: return "which is met in part"
    case .contradicted:
      return isJust
        ? "which is just missed" : isClear(clause) ? "which is clearly missed" : "which is not met"
    case .untested: return "which cannot be told"
    }
  }

  /// Whether a verdict is so far from another that it may be called clear.
  static func isClear(_ clause: ClauseFinding) -> Bool {
    guard let margin = clause.margin, !margin.isJust else { return false }
    switch margin.unit {
    case .rows: return margin.flipsBy >= 3
    case .days: return margin.flipsBy >= 14
    case .level: return margin.flipsBy >= 1
    case .strength: return margin.flipsBy >= 0.2
    }
  }

  /// What it would take to change a verdict; nothing where nothing near would.
  package static func margin(_ margin: ClauseMargin) -> String? {
    guard margin.flipsBy.isFinite, margin.flipsBy > 0 else { return nil }
    switch margin.unit {
    case .rows:
      let rows = Int(margin.flipsBy.rounded(.up))
      return "\(sentenceStart(NumberWords.count(rows, "row"))) more, fewer or coded otherwise "
        + "would change this."
    case .days:
      let days = Int(margin.flipsBy.rounded(.up))
      return "Dates \(NumberWords.count(days, "day")) off would change this."
    case .level:
      return "A shift of \(NumberFormat.short(margin.flipsBy, decimals: 1)) on the scale would "
        + "change this."
    case .strength:
      return "Another \(NumberFormat.percent(margin.flipsBy)) of the strength would change this."
    }
  }

  /// That the days of some acts are uncertain, where the count depends on them.
  private static func dated(_ range: ClosedRange<Int>) -> String {
    range.lowerBound < range.upperBound ? ", as the day of some is uncertain" : ""
  }

  /// Who looked for rows that are not there.
  private func searched(_ clause: ClauseFinding) -> String {
    let searches = clause.searches.compactMap { index in
      words.subject.searches.indices.contains(index) ? words.subject.searches[index] : nil
    }
    guard clause.restsOnAbsence, let search = searches.first else { return "" }
    let places = search.publishers.isEmpty ? "" : " in \(NumberWords.list(search.publishers))"
    let who = search.by.isEmpty ? "" : " by \(search.by)"
    return ", in a record searched for them\(places)\(who)"
  }

  private static func days(_ shortest: Int, _ longest: Int) -> String {
    NumberWords.count(shortest...max(shortest, longest), "day")
  }

  private static func days(_ number: Int) -> String { NumberWords.count(number, "day") }
}

/// Text that starts with a capital letter.
package func sentenceStart(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
