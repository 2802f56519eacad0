/// Fields of comma-separated values as RFC 4180 writes them.
enum CSVWriting {
  /// Appends a text, so that no spreadsheet takes it for a formula.
  static func append(cell text: String, to out: inout [UInt8]) {
    append(CellText.safe(text), to: &out)
  }

  /// Appends a field, quoted where it must be.
  static func append(_ text: some StringProtocol, to out: inout [UInt8]) {
    let mustQuote = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard mustQuote else {
      out.append(contentsOf: text.utf8)
      return
    }
    out.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }

  /// Tenths as a decimal number with one digit behind the point.
  static func decimal(tenths: Int) -> String {
    let magnitude = tenths.magnitude
    return "\(tenths < 0 ? "-" : "")\(magnitude / 10).\(magnitude % 10)"
  }

  /// A number with two digits at least.
  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// The one gate for cells of exported tables: spreadsheets run what begins like a formula.
///
/// Such a text gets an apostrophe in front, which spreadsheets take for "text" and our own reader takes
/// away again. Numbers stay as they are.
package enum CellText {
  /// The text as it may stand in a cell.
  package static func safe(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    if first == 0x27, text.utf8.dropFirst().first.map(begins) ?? false { return "'" + text }
    return begins(first) && Double(text) == nil ? "'" + text : text
  }

  /// The text that stood before the gate.
  package static func original(_ cell: String) -> String {
    let bytes = cell.utf8
    guard bytes.first == 0x27, let second = bytes.dropFirst().first,
      begins(second) || second == 0x27
    else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func begins(_ byte: UInt8) -> Bool {
    byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 0x09 || byte == 0x0D
  }
}
