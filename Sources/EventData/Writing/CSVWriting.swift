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
