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
  static func events(_ acts: [ReportedAct], ids last: Int) -> [Event] {
    let dated = acts.compactMap { act in act.date.map { (act, $0) } }
    let ordered = dated.enumerated().sorted { lhs, rhs in
      lhs.element.1.first != rhs.element.1.first
        ? lhs.element.1.first < rhs.element.1.first : lhs.offset < rhs.offset
    }
    return ordered.enumerated().map { index, entry in
      event(entry.element.0, entry.element.1, number: last + index + 1)
    }
  }

  /// The texts that report an act again, as the column `further_sources` names them.
  static func further(_ texts: [NewsDocument]) -> String {
    texts.map { text in
      [text.publisher, text.title, text.published?.description ?? "", text.url]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func event(
    _ reported: ReportedAct, _ date: DateSpan, number: Int
  ) -> Event {
    let (act, document) = (reported.act, reported.document)
    let digits = String(number)
    var extra = [
      "sentence": String(act.sentenceNumber), "document": document.id,
      "rule": act.rule,
    ]
    let further = further(reported.further)
    if !further.isEmpty { extra["further_sources"] = further }
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
