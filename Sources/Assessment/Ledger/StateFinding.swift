import Diplomacy

extension StateCheck {
  /// Asks on which share of the days a channel or lever was in one of the states.
  ///
  /// Supported from the share the check asks for, partly from half of it, contradicted below. Days
  /// of unknown state take no part; where every day is unknown the check is untested.
  func finding(in context: LedgerContext) -> Finding {
    guard let span = context.span(from: from, through: through ?? from) else {
      return .untested("state", "a date of the check is not in the case")
    }
    switch subject {
    case .channel(let pair, let level): return channel(pair, level, over: span, in: context)
    case .lever(let id):
      let levers = context.subject.levers.filter { $0.id == id }
      return self.levers(levers, over: span)
    case .levers(let holder, let over):
      let levers = context.subject.levers.filter { $0.holder == holder && $0.over.contains(over) }
      return self.levers(levers, over: span)
    }
  }

  private func channel(
    _ pair: Pair, _ level: ChannelLevel, over span: DateSpan, in context: LedgerContext
  ) -> Finding {
    guard let spells = context.relation.channelSpells(pair, level, span) else {
      return .untested(
        "state",
        "no contact of \(pair.first) and \(pair.second) at the level \(level.label) is followed")
    }
    var known = 0
    var fitting = 0
    var rows: [String] = []
    var silent = 0
    for spell in spells where spell.state != "unknown" {
      known += spell.span.length
      guard states.contains(spell.state) else { continue }
      fitting += spell.span.length
      if spell.isFromSilence { silent += spell.span.length }
      for id in spell.rows where !rows.contains(id) { rows.append(id) }
    }
    guard known > 0 else {
      return .untested("state", "the record holds no contact at this level to tell its state from")
    }
    let contrary = spells.filter { !states.contains($0.state) && $0.state != "unknown" }
      .flatMap(\.rows)
    let value = Double(fitting) / Double(known)
    let inferred = silent == 0 ? "" : ", \(silent) of them inferred from silence"
    return Finding(
      verdict(for: value), check: "state", computed: value, unit: "share of days",
      rows: rows.isEmpty ? Phrase.unique(contrary) : rows,
      reason:
        "\(level.label): \(states.joined(separator: " or ")) on \(fitting) of \(Phrase.count(known, "day")) (\(Phrase.percent(value)))\(inferred)"
    )
  }

  /// The share of strength times days that was held or lost, over all the levers.
  private func levers(_ levers: [Lever], over span: DateSpan) -> Finding {
    let total = levers.map(\.strength).reduce(0, +) * Double(span.length)
    guard total > 0 else {
      return .untested("state", "the case lists no such lever with a strength above zero")
    }
    // A lever gained or lost on an uncertain day is held for at least and at most so many days.
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
    let low = verdict(for: range.lowerBound)
    let high = verdict(for: range.upperBound)
    return Finding(
      low == high ? low : .partly, check: "state", computed: range.lowerBound,
      range: Phrase.range(range.lowerBound, range.upperBound), unit: "share of strength",
      rows: Phrase.unique(levers.map(\.source).filter { !$0.isEmpty }),
      reason:
        "\(states.joined(separator: " or ")): \(Phrase.percent(range.lowerBound)) of the strength of \(Phrase.count(levers.count, "lever")), day by day"
    )
  }

  private func verdict(for value: Double) -> Verdict {
    if value >= share - 1e-12 { return .supported }
    return value >= share / 2 && value > 0 ? .partly : .contradicted
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
