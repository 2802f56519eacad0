import Diplomacy

/// Reads the rows of a case's record as coded events, for a store or for adding up.
///
/// A row of one source and one target keeps both. Joint acts, whose sides are several actors joined
/// by semicolons, keep them as written and unresolved. The case commands read the whole record with
/// its rules instead; this reader takes only what coded events hold.
public struct CaseCSVReader: RecordReader {
  /// The format.
  public let format = EventFormat.caseCSV
  private let layout: ColumnLayout

  /// Makes a reader for a header.
  init(header: [String]) { layout = ColumnLayout(header) }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try layout.check(row)
    guard let date = try? DateSpan(parsing: row.raw(layout("date"))),
      FieldParsing.days.contains(date.first.ordinal), FieldParsing.days.contains(date.last.ordinal)
    else { throw FieldParsing.fault(row[layout("date")], "is no date") }
    let (code, _) = try CodeField.read(row.raw(layout("code")), length: .any, isExact: true)
    return CodedEvent(
      id: row.raw(layout("id")), date: date, source: actor(row, "source"),
      target: actor(row, "target"), code: code, tenths: try row.tenths(layout("intensity")),
      summary: row.raw(layout("summary")), publisher: row.raw(layout("publisher")),
      url: row.raw(layout("url")), line: line)
  }

  private func actor(_ row: FieldRow, _ side: String) -> CodedActor {
    let text = row.raw(layout(side))
    let organ = row.raw(layout("\(side)_organ"))
    let isOne = !text.isEmpty && !text.contains(";")
    return CodedActor(isOne ? ActorCode(text) : nil, organ: organ, code: text)
  }
}
