import Diplomacy

/// Coded events as comma-separated values that Parquet tools take without settings.
///
/// One header line, one type a column, days as 2025-08-08, an empty field where nothing is known,
/// quoting as in RFC 4180. No field holds a list; sectors are joined by semicolons.
public enum EventCSVWriter {
  /// The names of the columns.
  public static let columns = EventCSVColumns.names

  /// The header line.
  public static let header = columns.joined(separator: ",") + "\n"

  /// The line of an event.
  public static func line(_ event: CodedEvent) -> String {
    var out: [UInt8] = []
    CSVWriting.append(cell: event.id, to: &out)
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
      CSVWriting.append(cell: text, to: &out)
    }
    out.append(0x0A)
    return String(decoding: out, as: UTF8.self)
  }

  /// The stated weight with one digit behind the point; empty where none is stated.
  public static func weight(_ event: CodedEvent) -> String {
    event.tenths.map(CSVWriting.decimal(tenths:)) ?? ""
  }
}
