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
