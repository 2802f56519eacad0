import Diplomacy

/// Reads what ``EventCSVWriter`` writes.
public struct EventCSVReader: RecordReader {
  /// The format.
  public let format = EventFormat.eventCSV

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard row.count == EventCSVColumns.names.count else {
      throw RowFault("the row has \(row.count) columns and \(format.label) 24")
    }
    if line == 1, row.raw(1) == "date" { return nil }
    let first = Day(ordinal: try row.day(1))
    let last = Day(ordinal: try row.day(2))
    guard let date = DateSpan(from: first, through: last) else {
      throw RowFault("the last day lies before the first")
    }
    guard let code = EventCode(rawValue: row.raw(13)) else {
      throw FieldParsing.fault(row[13], "is no CAMEO code")
    }
    return CodedEvent(
      id: row.raw(0), date: date, source: actor(row, 3), target: actor(row, 8), code: code,
      rawCode: row.raw(14), plover: PloverType(rawValue: row.raw(17)),
      tenths: try row.tenths(18), summary: row.raw(19), publisher: row.raw(20),
      url: row.raw(21), mentions: max(1, row.integer(22) ?? 1), addedMinute: row.integer(23),
      line: line)
  }

  private func actor(_ row: FieldRow, _ first: Int) -> CodedActor {
    let state = row.raw(first)
    return CodedActor(
      state.isEmpty ? nil : ActorCode(state), organ: row.raw(first + 1),
      code: row.raw(first + 2), name: row.raw(first + 3),
      sectors: row.raw(first + 4).split(separator: ";").map(String.init))
  }
}
