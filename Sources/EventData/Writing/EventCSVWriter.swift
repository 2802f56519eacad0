import Diplomacy

/// Coded events as comma-separated values that Parquet tools take without settings.
///
/// One header line, one type a column, days as 2025-08-08, an empty field where nothing is known,
/// quoting as in RFC 4180. No field holds a list; sectors are joined by semicolons.
public enum EventCSVWriter {
  /// The names of the columns.
  public static let columns = [
    "id", "date", "last_date", "source", "source_organ", "source_code", "source_name",
    "source_sectors", "target", "target_organ", "target_code", "target_name", "target_sectors",
    "code", "raw_code", "root", "quad", "plover", "goldstein", "summary", "publisher", "url",
    "mentions", "added_minute",
  ]

  /// The header line.
  public static let header = columns.joined(separator: ",") + "\n"

  /// The line of an event.
  public static func line(_ event: CodedEvent) -> String {
    var out: [UInt8] = []
    CSVWriting.append(event.id, to: &out)
    let rest = [
      event.date.first.description, event.date.last.description,
      event.source.actor?.rawValue ?? "", event.source.organ, event.source.code,
      event.source.name, event.source.sectors.joined(separator: ";"),
      event.target.actor?.rawValue ?? "", event.target.organ, event.target.code,
      event.target.name, event.target.sectors.joined(separator: ";"), event.code.rawValue,
      event.rawCode, String(event.code.root), String(event.code.quadClass.rawValue),
      event.plover?.rawValue ?? "", weight(event), event.summary, event.publisher, event.url,
      String(event.mentions), event.addedMinute.map(String.init) ?? "",
    ]
    for text in rest {
      out.append(0x2C)
      CSVWriting.append(text, to: &out)
    }
    out.append(0x0A)
    return String(decoding: out, as: UTF8.self)
  }

  /// The stated weight with one digit behind the point; empty where none is stated.
  public static func weight(_ event: CodedEvent) -> String {
    event.tenths.map(CSVWriting.decimal(tenths:)) ?? ""
  }
}

/// Reads what ``EventCSVWriter`` writes.
public struct EventCSVReader: RecordReader {
  /// The format.
  public let format = EventFormat.eventCSV

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard row.count == EventCSVWriter.columns.count else {
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
