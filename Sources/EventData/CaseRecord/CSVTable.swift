/// A small CSV file read whole: rows of texts with the lines on which they start.
package struct CSVTable: Sendable {
  /// A row.
  package struct Row: Sendable {
    /// The line on which it starts, counted from one.
    package let line: Int
    /// The texts of its fields.
    package let fields: [String]
  }

  /// The rows in the order of the file, the header among them.
  package private(set) var rows: [Row] = []

  /// Reads a file from its bytes; a byte order mark is let pass.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the file.
  package init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.withUnsafeBufferPointer { held in
      var scanner = CSVScanner()
      var row = CSVRow()
      var at = start
      while at < held.count,
        let next = scanner.next(held, from: at, isAtEnd: true, into: &row), next > at
      {
        rows.append(
          Row(line: row.line, fields: row.fields.map { CSVScanner.text($0, in: held) }))
        at = next
      }
    }
  }
}
