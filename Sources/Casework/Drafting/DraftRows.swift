import Diplomacy
import EventCoding
import EventData

/// Acts read from news as rows of a record, marked as drafts.
enum DraftRows {
  /// The ids of drafts in a new record: D001, D002, ….
  static let firstIDs = 0

  /// The rows of some acts in the order of their days.
  ///
  /// - Parameter last: The last number in use.
  static func events(_ acts: [(NewsDocument, CodedAct)], ids last: Int) -> [Event] {
    let dated = acts.compactMap { document, act in act.date.map { (document, act, $0) } }
    let ordered = dated.enumerated().sorted { lhs, rhs in
      lhs.element.2.first != rhs.element.2.first
        ? lhs.element.2.first < rhs.element.2.first : lhs.offset < rhs.offset
    }
    return ordered.enumerated().map { index, entry in
      event(entry.element.0, entry.element.1, entry.element.2, number: last + index + 1)
    }
  }

  private static func event(
    _ document: NewsDocument, _ act: CodedAct, _ date: DateSpan, number: Int
  ) -> Event {
    let digits = String(number)
    var extra = [
      "sentence": String(act.sentenceNumber), "document": document.id,
      "rule": act.rule,
    ]
    if !act.inferred.isEmpty { extra["inferred"] = act.inferred.joined(separator: "; ") }
    return Event(
      id: "D" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits, date: date,
      sources: [act.source], targets: [act.target], code: act.code,
      summary: DraftWriter.excerpt(act.sentence), sourceOrgan: act.sourceOrgan,
      targetOrgan: act.targetOrgan, channel: act.channel, channelEffect: act.channelEffect,
      issue: act.issue, status: act.status, conciliation: act.conciliation,
      source: Source(
        publisher: document.publisher, title: document.title, url: document.url,
        published: document.published?.description ?? ""), isDraft: true, extra: extra)
  }

  /// The record of some rows; a header alone where there are none.
  static func text(_ events: [Event]) -> String {
    events.isEmpty
      ? "id,date,source,target,code,summary,publisher,title,url,published,draft,sentence,rule\n"
      : CaseRecordWriter.text(of: events)
  }
}
