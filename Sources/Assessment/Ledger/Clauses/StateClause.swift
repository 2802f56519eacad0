import Diplomacy

extension StateCheck {
  /// Asks on which share of the days a channel or lever was in one of the states.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.state(self)
    guard let span = context.span(from: from, through: through ?? from) else {
      return .untested(check, .unknownDate(context.unknown(from, through ?? from)))
    }
    switch subject {
    case .channel(let pair, let level): return channel(pair, level, over: span, in: context)
    case .lever(let id):
      return levers(context.subject.levers.filter { $0.id == id }, over: span)
    case .levers(let holder, let over):
      return levers(
        context.subject.levers.filter { $0.holder == holder && $0.over.contains(over) },
        over: span)
    }
  }

  /// The days of a channel: those whose state is unknown count for neither side.
  ///
  /// The clause holds where the days known to fit are enough whatever the unknown ones were, and
  /// fails where they could not be enough even if all unknown days fitted; else the record cannot
  /// tell. Without a search for contacts at this level only days with an act are known.
  private func channel(
    _ pair: Pair, _ level: ChannelLevel, over span: DateSpan, in context: LedgerContext
  ) -> ClauseFinding {
    let check = Check.state(self)
    guard let spells = context.relation.channelSpells(pair, level, span) else {
      return .untested(check, .notFollowed)
    }
    let searches: [Int]?
    switch context.coverage(ofContactsOf: pair, at: level, over: span) {
    case .covered(let found): searches = found
    case .missing: searches = nil
    }
    var (fitting, judged, inferred) = (0, 0, 0)
    var (rows, contrary) = ([String](), [String]())
    for spell in spells where spell.state != "unknown" {
      let days = searches == nil ? spell.actDays : spell.span.length
      judged += days
      let fits = states.contains(spell.state)
      if fits {
        fitting += days
        if spell.isFromSilence { inferred += days }
      }
      for row in spell.rows {
        if fits, !rows.contains(row) { rows.append(row) }
        if !fits, !contrary.contains(row) { contrary.append(row) }
      }
    }
    let days = span.length
    let numbers = ChannelEvidence(
      days: days, judged: judged, fitting: fitting, inferred: inferred)
    let evidence = ClauseEvidence.channel(numbers)
    let shown = rows.isEmpty ? contrary : rows
    let tolerance = 1e-12
    let needed = share * Double(days) - tolerance
    let verdict: Verdict
    if Double(fitting) >= needed, fitting > 0 {
      verdict = searches == nil ? .supported : .holdsAsSearched
    } else if Double(fitting + days - judged) < needed {
      verdict = Double(fitting) >= needed / 2 && fitting > 0 ? .partly : .contradicted
    } else {
      let reason: UntestedReason =
        if searches == nil,
          case .missing(let gap) = context.coverage(ofContactsOf: pair, at: level, over: span)
        { .notSearched(gap) } else { .unknownDays(known: judged, of: days) }
      return .untested(check, reason, evidence, rows: shown, restsOnAbsence: true)
    }
    let flips = abs(Double(fitting) - needed).rounded(.down) + 1
    return ClauseFinding(
      check, verdict, evidence,
      margin: ClauseMargin(
        flipsBy: flips, unit: .days, isJust: flips <= max(1, 0.05 * Double(days))),
      rows: shown, restsOnAbsence: searches != nil, searches: searches ?? [])
  }

  /// The share of strength times days that was held or lost, over all the levers.
  ///
  /// A lever gained or lost on an uncertain day is held for at least and at most so many days.
  private func levers(_ levers: [Lever], over span: DateSpan) -> ClauseFinding {
    let check = Check.state(self)
    let total = levers.map(\.strength).reduce(0, +) * Double(span.length)
    guard total > 0 else { return .untested(check, .notFollowed) }
    var least = 0.0
    var most = 0.0
    for lever in levers {
      least += lever.strength * Double(lever.days(in: span, surely: true))
      most += lever.strength * Double(lever.days(in: span, surely: false))
    }
    var range = (least / total)...(most / total)
    if states.contains("lost") && states.contains("held") {
      range = 1...1
    } else if states.contains("lost") {
      range = (1 - range.upperBound)...(1 - range.lowerBound)
    }
    let (low, high) = (verdict(for: range.lowerBound), verdict(for: range.upperBound))
    var seen: Set<String> = []
    let gap = min(abs(range.lowerBound - share), abs(range.upperBound - share))
    return ClauseFinding(
      check, low == high ? low : .partly,
      .levers(least: range.lowerBound, most: range.upperBound, levers: levers.count),
      margin: share < 1
        ? ClauseMargin(flipsBy: gap, unit: .strength, isJust: gap < 0.05) : nil,
      rows: levers.map(\.source).filter { !$0.isEmpty && seen.insert($0).inserted })
  }

  private func verdict(for value: Double) -> Verdict {
    if value >= share - 1e-12 { return .supported }
    return value >= share / 2 && value > 0 ? .partly : .contradicted
  }
}

extension LedgerContext {
  /// Whether contacts of a pair at a level were searched for over a span.
  func coverage(ofContactsOf pair: Pair, at level: ChannelLevel, over span: DateSpan)
    -> SearchCoverage
  {
    var filter = RowFilter()
    filter.sources = [pair.first, pair.second]
    filter.targets = [pair.first, pair.second]
    filter.channels = [level]
    filter.channelEffects = ChannelEffect.allCases
    filter.from = .span(span)
    filter.until = .span(span)
    return coverage(of: filter)
  }
}

extension Lever {
  /// The number of days of a span on which the lever was held, surely or at most.
  func days(in span: DateSpan, surely: Bool) -> Int {
    let gained = from.map { surely ? $0.last : $0.first } ?? span.first
    let lost = until.map { surely ? $0.first : $0.last } ?? (span.last + 1)
    return max(0, min(lost, span.last + 1) - max(gained, span.first))
  }
}
