import Diplomacy

@testable import Assessment

/// A record small enough to compute every answer by hand.
///
/// Alfa (XAA) acts toward Bravo (XBB): two hostile words, one hostile deed, one kind deed, one row
/// dated to a month, one unintentional incident, one second report. Bravo apologises once.
enum SmallCase {
  static func event(
    _ id: String, _ date: String, _ source: ActorCode, _ target: ActorCode, _ code: String,
    sameAs: String? = nil, status: EventStatus = .confirmed, intent: EventIntent = .intended,
    conciliation: [String] = [], answers: String? = nil, channel: String? = nil,
    effect: ChannelEffect? = nil,
    issue: String = ""
  ) throws -> Event {
    guard let code = EventCode(code) else { throw Missing.code(code) }
    return Event(
      id: id, date: try DateSpan(parsing: date), sources: [source], targets: [target], code: code,
      summary: "invented act \(id)", sameAs: sameAs,
      channel: channel.map { ChannelLevel(rawValue: $0) }, channelEffect: effect, issue: issue,
      status: status, intent: intent, conciliation: conciliation, answers: answers)
  }

  enum Missing: Error { case code(String) }

  static func make() throws -> Case {
    var subject = Case(
      id: "small", title: "Small", claim: "Alfa quarrelled.", focal: "XAA", counterpart: "XBB",
      window: try DateSpan(parsing: "2024-01-01/2024-03-31"))
    subject.events = [
      try event("R1", "2024-01-05", "XAA", "XBB", "112", issue: "port"),
      try event("R2", "2024-01-10", "XAA", "XBB", "111"),
      try event("R3", "2024-02", "XAA", "XBB", "163"),
      try event("R4", "2024-03-01", "XAA", "XBB", "0841"),
      try event("R5", "2024-01-20", "XBB", "XAA", "055", conciliation: ["apology"]),
      try event("R6", "2024-01-21", "XBB", "XAA", "190", intent: .unintentional),
      try event("R7", "2024-01-06", "XAA", "XBB", "112", sameAs: "R1"),
      try event("R8", "2024-01-25/2024-01-27", "XBB", "XAA", "042"),
    ]
    subject.dates = [
      NamedDate(
        id: "goal", day: try DateSpan(parsing: "2024-02-20"), what: "treaty", source: "R4")
    ]
    subject.levers = [
      Lever(
        id: "gas", name: "gas", holder: "XBB", over: ["XAA"], from: nil,
        until: try DateSpan(parsing: "2024-01-11"), strength: 0.5, source: "R2"),
      Lever(
        id: "port", name: "port", holder: "XBB", over: ["XAA"],
        from: try DateSpan(parsing: "2023-01-01"), until: nil, strength: 0.25, source: "R1"),
    ]
    return subject
  }

  static let noRelation = RelationFindings(
    meanLevel: { _, _, _ in nil }, lowPoint: { _ in nil }, turningPoints: { _ in nil },
    near: { _, _, _, _ in nil }, channelSpells: { _, _, _ in nil })

  static func context(
    _ relation: RelationFindings = noRelation, searched: Bool = true, events: [Event] = []
  ) throws -> LedgerContext {
    var subject = try make()
    subject.events += events
    if searched { subject.searches = [try search()] }
    return LedgerContext(subject: subject, scale: .goldsteinGDELT, relation: relation)
  }

  /// A search for every row of the pair over the window.
  static func search(found: Int? = nil, rows: RowFilter = RowFilter()) throws -> RecordSearch {
    RecordSearch(
      spans: [try DateSpan(parsing: "2024-01-01/2024-03-31")], pairs: [Pair("XAA", "XBB")],
      rows: rows, publishers: ["an invented agency"], by: "the coder", found: found)
  }

  static func rows(_ change: (inout RowFilter) -> Void) -> RowFilter {
    var filter = RowFilter()
    change(&filter)
    return filter
  }

  static let hostile = rows {
    $0.sources = ["XAA"]
    $0.targets = ["XBB"]
    $0.tones = [.hostile]
  }
}
