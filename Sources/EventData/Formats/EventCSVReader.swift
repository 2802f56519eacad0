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
      id: row.raw(places[0]), date: date, source: actor(row, 3), target: actor(row, 8), code: code,
      rawCode: row.raw(places[14]), plover: PloverType(rawValue: row.raw(places[17])),
      tenths: try row.tenths(places[18]), summary: row.raw(places[19]),
      publisher: row.raw(places[20]),
      url: row.raw(places[21]), mentions: try row.mentions(places[22]), addedMinute: minute,
      line: line)
  }

  private func actor(_ row: FieldRow, _ first: Int) -> CodedActor {
    let state = row.raw(places[first])
    return CodedActor(
      state.isEmpty ? nil : ActorCode(state), organ: row.raw(places[first + 1]),
      code: row.raw(places[first + 2]), name: row.raw(places[first + 3]),
      sectors: row.raw(places[first + 4]).split(separator: ";").map(String.init))
  }
}
