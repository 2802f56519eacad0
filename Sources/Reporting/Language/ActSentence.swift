package import Diplomacy

/// One act of the record as a line: when, what, and where it was reported.
package struct ActSentence: Sendable {
  let words: CaseWords

  /// Makes the lines for the acts of a case.
  package init(_ words: CaseWords) { self.words = words }

  /// The act with its date, its summary linked to its row, and its source linked to the page.
  ///
  /// - Parameters:
  ///   - event: The row of the record.
  ///   - since: A date from which the days are counted, such as the shock.
  package func line(_ event: Event, since: NamedDate? = nil) -> Prose {
    let when = sentenceStart(DateWords.span(event.date)) + distance(event.date, since)
    return Prose([.text("\(when): "), .act(CaseWords.phrase(event.summary), id: event.id)])
      + source(event) + "."
  }

  /// Where an act was reported, in brackets.
  package func source(_ event: Event) -> Prose {
    let name = event.source.publisher.isEmpty ? event.source.title : event.source.publisher
    guard !name.isEmpty || !event.source.url.isEmpty else { return "" }
    let text = name.isEmpty ? "source" : name
    guard Escaping.webAddress(event.source.url) != nil else { return " (\(text))" }
    return Prose([.text(" ("), .link(text, url: event.source.url), .text(")")])
  }

  private func distance(_ span: DateSpan, _ since: NamedDate?) -> String {
    guard let since, span.isExact, since.day.isExact, span.first != since.day.first else {
      return ""
    }
    let days = span.first - since.day.first
    guard abs(days) <= 60 else { return "" }
    let count = NumberWords.count(abs(days), "day")
    return ", \(count) \(days > 0 ? "after" : "before") “\(since.what)”"
  }

  /// The acts that show best what a finding rests on, the weightiest first.
  ///
  /// Of acts as weighty, one with a certain day goes before one without, and the earlier before the
  /// later.
  package func decisive(_ rows: [String], limit: Int, on scale: IntensityScale) -> [Event] {
    let events = rows.compactMap(words.row)
    let sum = events.reduce(0.0) { $0 + ActRule(scale: scale).reading(of: $1).weight }
    let sign = sum < 0 ? -1.0 : 1.0
    func weight(_ event: Event) -> Double { sign * ActRule(scale: scale).reading(of: event).weight }
    return Array(
      events.sorted { a, b in
        if weight(a) != weight(b) { return weight(a) > weight(b) }
        if a.date.isExact != b.date.isExact { return a.date.isExact }
        if a.date.first != b.date.first { return a.date.first < b.date.first }
        return a.id < b.id
      }.prefix(limit))
  }
}
