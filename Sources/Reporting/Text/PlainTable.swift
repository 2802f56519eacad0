import EventData

/// Rows of fields for a person or for a program: the one writer of small tables.
package struct PlainTable: Hashable, Sendable {
  /// The names of the columns.
  package let header: [String]
  /// The fields, row by row.
  package let rows: [[String]]

  /// Makes a table.
  package init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Takes apart comma-separated values whose fields hold no commas, the first row being the header.
  package init(plain csv: String) {
    let rows = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    self.init(header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  /// Columns for a person, each as wide as its widest field.
  package var aligned: String {
    let all = [header] + rows
    var widths: [Int] = []
    for row in all {
      for (index, field) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], field.count)
      }
    }
    return all.map { row in
      let cells = row.enumerated().map { index, field in
        index == row.count - 1 ? field : Self.padded(field, widths[index])
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Comma-separated values (RFC 4180), a field quoted where it needs to be.
  package var csv: String {
    ([header] + rows).map {
      $0.map { CaseRecordWriter.quoted(CellText.safe($0)) }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// Text filled up with spaces to a width.
  package static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
