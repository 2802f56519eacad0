package import Diplomacy
package import Forecasting

/// What is unusual about a pair, in sentences.
package enum WatchWords {
  /// The two states.
  package static func pair(_ pair: Pair) -> String {
    "\(OutlookWords.state(pair.first)) and \(OutlookWords.state(pair.second))"
  }

  /// The first line of an item: the reason it stands where it stands.
  package static func reason(_ item: WatchItem) -> String {
    guard let signal = item.signals.first else { return "nothing unusual" }
    return sentence(signal)
  }

  /// One signal in words; it says what was counted and what the pair's last year leads to expect.
  package static func sentence(_ signal: WatchSignal) -> String {
    let who = signal.dyad.map {
      "\(OutlookWords.state($0.source)) toward \(OutlookWords.state($0.target))"
    }
    let expected = NumberFormat.short(signal.expected, decimals: 1)
    switch signal.kind {
    case .moreHostile:
      return "\(NumberFormat.count(signal.count, "hostile act")) of \(who ?? "both sides") in "
        + "\(signal.days) days, where the year before leads to expect \(expected)"
    case .moreActs:
      return "\(NumberFormat.count(signal.count, "act")) of \(who ?? "both sides") in "
        + "\(signal.days) days, where the year before leads to expect \(expected)"
    case .silence:
      return
        "no act of \(who ?? "either side") in \(signal.days) days for which there are data, where "
        + "the year before leads to expect \(expected)"
    case .channelSilent:
      return
        "no meeting, talk or agreement reported in \(signal.days) days for which there are data, "
        + "where the year before leads to expect \(expected)"
    case .channelOpened:
      return "first meeting or talk of \(who ?? "both sides") in \(span(signal))"
    case .channelClosed:
      return "relations reduced by \(who ?? "one side"), the first time in \(span(signal))"
    case .rareKind:
      let root = signal.root.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? ""
      let label = EventCode(root)?.label.lowercased() ?? "a rare kind of act"
      return "\(label) (CAMEO \(root)) by \(who ?? "one side"), the first time in \(span(signal))"
    }
  }

  /// How long ago the act before was, or that the record holds none.
  private static func span(_ signal: WatchSignal) -> String {
    let months = Int((Double(signal.days) / 30.4).rounded())
    let text = NumberFormat.count(months, "month")
    return signal.before == nil ? "the \(text) of the record" : text
  }

  /// The hostility of a direction.
  package static func hostility(_ value: WatchItem.Hostility) -> String {
    "\(value.dyad.source) toward \(value.dyad.target): \(NumberFormat.fixed(value.now, decimals: 2)) "
      + "(usual \(NumberFormat.fixed(value.usual, decimals: 2))), "
      + "\(value.hostile) of \(NumberFormat.count(value.acts, "act")) hostile"
  }

  /// The state of the data behind a brief.
  package static func holes(_ holes: [DateSpan]) -> String? {
    guard !holes.isEmpty else { return nil }
    let text = holes.prefix(6).map {
      $0.isExact ? "\($0.first)" : "\($0.first) to \($0.last)"
    }.joined(separator: ", ")
    let more = holes.count > 6 ? " and \(holes.count - 6) more stretches" : ""
    return
      "A hole in the data: no report of any pair on \(text)\(more). Nothing is concluded from these "
      + "days; they are no silence."
  }

  /// How often pairs reach the first screen without cause.
  package static func rate(_ brief: WatchBrief) -> String {
    guard brief.placeboWeeks > 0 else {
      return "The record is too short to say how often pairs reach the first screen without cause."
    }
    return "By the same rule \(NumberFormat.percent(brief.placeboRate, decimals: 1)) of "
      + "\(brief.placeboWeeks) past weeks of these pairs reached the first screen (the aim is 5% at "
      + "most); a pair reaches it when its week is among the "
      + "\(NumberFormat.percent(brief.threshold)) most surprising of its own last two years."
  }
}
