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

  /// Where each of the writer's columns stands.
  private let places: [Int]
  private let width: Int

  /// Makes a reader for a header, or for the order of the writer.
  public init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? EventCSVWriter.columns)
    places = EventCSVWriter.columns.map { layout($0) }
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
