import Diplomacy

/// Reads what ``EventCSVWriter`` writes.
public struct EventCSVReader: RecordReader {
  /// The format.
  public let format = EventFormat.eventCSV

  /// Where each of the writer's columns stands.
  private let places: [Int]
  private let width: Int

  /// Makes a reader for a header, or for the order of the writer.
  public init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? EventCSVColumns.names)
    places = EventCSVColumns.names.map { layout($0) }
    width = layout.count
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard row.count == width else {
      throw RowFault("the row has \(row.count) columns and \(format.label) \(width)")
    }
    let first = Day(ordinal: try row.day(places[1]))
    let last = Day(ordinal: try row.day(places[2]))
    guard let date = DateSpan(from: first, through: last) else {
      throw RowFault("the last day lies before the first")
    }
    let (code, _) = try CodeField.read(
      row.raw(places[13]), root: row.integer(places[15]), quad: row.integer(places[16]),
      length: .any, isExact: true)
    let minute = row.integer(places[23])
    if let minute, !FieldParsing.minutes.contains(minute) {
      throw FieldParsing.fault(row[places[23]], "is no minute from 1901 to 2099")
    }
    return CodedEvent(
      id: text(row, 0), date: date, source: actor(row, 3), target: actor(row, 8), code: code,
      rawCode: text(row, 14), plover: PloverType(rawValue: row.raw(places[17])),
      tenths: try row.tenths(places[18]), summary: text(row, 19), publisher: text(row, 20),
      url: text(row, 21), mentions: try row.mentions(places[22]), addedMinute: minute,
      line: line)
  }

  private func text(_ row: FieldRow, _ column: Int) -> String {
    CellText.original(row.raw(places[column]))
  }

  private func actor(_ row: FieldRow, _ first: Int) -> CodedActor {
    let state = text(row, first)
    return CodedActor(
      state.isEmpty ? nil : ActorCode(state), organ: text(row, first + 1),
      code: text(row, first + 2), name: text(row, first + 3),
      sectors: text(row, first + 4).split(separator: ";").map(String.init))
  }
}
