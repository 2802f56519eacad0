package import Assessment
package import Diplomacy

/// The ledger as lines of text for a terminal.
package enum LedgerText {
  /// Every assertion with its verdict, the reason and the rows.
  package static func render(_ entries: [LedgerEntry], in subject: Case, width: Int) -> String {
    var lines: [String] = []
    for entry in entries {
      lines.append("\(entry.id)  \(entry.verdict.rawValue.uppercased())")
      lines += wrapped(entry.text, width: width, indent: "    ")
      lines += wrapped(
        LedgerSentence.text(entry, in: subject), width: width, indent: "    = ")
      for clause in LedgerSentence.clauses(entry, in: subject) {
        lines += wrapped(clause, width: width, indent: "      ")
      }
      if !entry.rows.isEmpty {
        lines += wrapped(
          "rows: " + entry.rows.joined(separator: " "), width: width, indent: "    ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Breaks a text at spaces; the lines after the first are indented by as many spaces.
  static func wrapped(_ text: String, width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent.count)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines
  }
}
