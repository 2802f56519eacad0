/// Texts as YAML writes them.
package enum YAMLText {
  /// A text in double quotes, on one line whatever it holds.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for letter in text.unicodeScalars {
      switch letter {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if letter.value < 0x20 || (0x7F...0x9F).contains(letter.value) {
          let digits = String(letter.value, radix: 16)
          quoted += "\\x" + (digits.count == 1 ? "0" : "") + digits
        } else {
          quoted.unicodeScalars.append(letter)
        }
      }
    }
    return quoted + "\""
  }
}
