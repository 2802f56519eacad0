import Diplomacy
import EventData
import GRDB

/// A row of the store, read with the suspicion that a damaged file deserves.
///
/// A value that cannot be what was written is an error with the number of the report: a row that is
/// left out would be missed by nobody.
struct StoredRow {
  private let row: Row
  private let store: String

  init(_ row: Row, store: String) {
    self.row = row
    self.store = store
  }

  func event() throws(EventDatabaseError) -> StoredEvent {
    let first = Day(ordinal: try day("day"))
    let last =
      row["last_day"] as DatabaseValue? == .null ? first : Day(ordinal: try day("last_day"))
    guard let date = DateSpan(from: first, through: last) else { throw damaged("last_day") }
    guard let code = EventCode(rawValue: try text("code")) else { throw damaged("code") }
    let plover = try optionalText("plover")
    let type = plover.flatMap(PloverType.init(rawValue:))
    if plover != nil, type == nil { throw damaged("plover") }
    let native: DatabaseValue = row["native"]
    let outlet = try optionalText("outlet_name") ?? ""
    let url = try optionalText("url") ?? ""
    let event = CodedEvent(
      id: Int.fromDatabaseValue(native).map(String.init)
        ?? String.fromDatabaseValue(native) ?? "", date: date, source: try actor("s"),
      target: try actor("t"), code: code,
      rawCode: try optionalText("raw_code") ?? code.rawValue, plover: type,
      tenths: try optionalNumber("tenths"), summary: try optionalText("text") ?? "",
      // An outlet taken from the address is no publisher that the file named.
      publisher: url.isEmpty ? outlet : RowPreparer.host(url) == outlet ? "" : outlet, url: url,
      mentions: try number("mentions"), addedMinute: try optionalNumber("added"),
      line: try number("line"))
    return StoredEvent(
      number: try number("event"), report: try number("id"), event: event,
      reports: try number("reports"), file: try text("path"), reader: try text("reader"),
      outlet: outlet)
  }

  private func actor(_ prefix: String) throws(EventDatabaseError) -> CodedActor {
    let state = try optionalText("\(prefix)_state")
    let sectors = try text("\(prefix)_sectors")
    return CodedActor(
      state.map { ActorCode(rawValue: $0) }, organ: try text("\(prefix)_organ"),
      code: try text("\(prefix)_code"), name: try text("\(prefix)_name"),
      sectors: sectors.split(separator: ";").map(String.init))
  }

  /// A day that a case's record may speak of.
  private func day(_ column: String) throws(EventDatabaseError) -> Int {
    let ordinal = try number(column)
    guard (-720_000...2_932_000).contains(ordinal) else { throw damaged(column) }
    return ordinal
  }

  private func number(_ column: String) throws(EventDatabaseError) -> Int {
    guard let number = try optionalNumber(column) else { throw damaged(column) }
    return number
  }

  private func optionalNumber(_ column: String) throws(EventDatabaseError) -> Int? {
    let value: DatabaseValue = row[column]
    if value.isNull { return nil }
    guard let number = Int.fromDatabaseValue(value) else { throw damaged(column) }
    return number
  }

  private func text(_ column: String) throws(EventDatabaseError) -> String {
    guard let text = try optionalText(column) else { throw damaged(column) }
    return text
  }

  private func optionalText(_ column: String) throws(EventDatabaseError) -> String? {
    let value: DatabaseValue = row[column]
    if value.isNull { return nil }
    guard let text = String.fromDatabaseValue(value) else { throw damaged(column) }
    return text
  }

  private func damaged(_ column: String) -> EventDatabaseError {
    let id: DatabaseValue = row["id"]
    let report = Int.fromDatabaseValue(id).map { "report \($0)" } ?? "a report"
    let value: DatabaseValue = row[column]
    return EventDatabaseError(
      .unusable, store: store,
      what: "is damaged: \(report) cannot be read, its \(column) is \(value)",
      fix: "restore the store from a copy, or import the files into a new one")
  }
}
