/// The one gate through which text goes to a person: what would steer a terminal is shown, not sent.
///
/// Control characters, DEL, the C1 controls and the marks that turn the direction of writing stand as
/// `\u001B` and the like. In JSON this is the same character, in other texts it can be seen.
enum TerminalText {
  /// The text with every such character shown.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard steers(scalar) else {
        shown.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      shown.append(contentsOf: "\\u\(padded)".unicodeScalars)
    }
    return String(shown)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
