import EventData
import Foundation

/// A file of rows by column names, kept as it is where it is not changed.
struct DraftTable {
  private(set) var columns: [String]
  private(set) var rows: [[String]]

  /// A table with columns and no rows.
  init(columns: [String]) {
    self.columns = columns
    rows = []
  }

  /// Reads the text of a CSV file.
  init(text: String) {
    let lines = CSVTable(Array(text.utf8)).rows.map(\.fields).filter { $0 != [""] }
    columns = (lines.first ?? []).map { $0.trimmingCharacters(in: .whitespaces) }
    let width = columns.count
    rows = lines.dropFirst().map { fields in
      fields.count >= width
        ? Array(fields.prefix(width))
        : fields + Array(repeating: "", count: width - fields.count)
    }
  }

  /// The table as text.
  var text: String {
    ([columns] + rows).map { $0.map(CaseRecordWriter.quoted).joined(separator: ",") + "\n" }
      .joined()
  }

  /// The value of a column in a row; empty where there is no such column.
  func value(_ column: String, _ row: Int) -> String {
    columns.firstIndex(of: column).map { rows[row][$0] } ?? ""
  }

  /// Sets a value, adding the column where it is missing.
  mutating func set(_ column: String, _ row: Int, to value: String) {
    if let place = columns.firstIndex(of: column) {
      rows[row][place] = value
      return
    }
    guard !value.isEmpty else { return }
    columns.append(column)
    for index in rows.indices { rows[index].append("") }
    rows[row][columns.count - 1] = value
  }

  /// Appends a row of values by column.
  mutating func append(_ values: [String: String]) {
    rows.append(Array(repeating: "", count: columns.count))
    for (column, value) in values.sorted(by: { $0.key < $1.key }) {
      set(column, rows.count - 1, to: value)
    }
  }

  /// The row with an id.
  func row(_ id: String) -> Int? { rows.indices.first { value("id", $0) == id } }

  /// Takes rows out.
  mutating func remove(where isGone: (DraftTable, Int) -> Bool) {
    let table = self
    rows = rows.indices.filter { !isGone(table, $0) }.map { rows[$0] }
  }
}
