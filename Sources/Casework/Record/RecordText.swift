import EventData

/// The record of a case as the bytes of its file, with the places of its rows.
///
/// Unlike the record of a `Case` it holds rows that cannot be used too, so that they can be shown
/// and put right; and it gives back every byte that nobody changed.
public struct RecordText: Hashable, Sendable {
  /// A row of the file.
  public struct Row: Hashable, Sendable {
    /// The bytes of the row with its line break.
    public let place: Range<Int>
    /// The line on which it starts, counted from one.
    public let line: Int
    /// Where each field stands with its quotes, as offsets in the file.
    let fields: [Range<Int>]
    /// The text of each field.
    public let cells: [String]
  }

  /// The file.
  public let bytes: [UInt8]
  /// The names of the columns in the order of the file.
  public let columns: [String]
  /// The rows after the header; blank lines are passed over.
  public let rows: [Row]
  /// The bytes of the header with its line break.
  let header: Range<Int>
  /// Rows by id; the first where an id stands twice.
  private let numbers: [String: Int]

  /// Reads a record.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var columns: [String] = []
    var rows: [Row] = []
    var header = 0..<0
    bytes.withUnsafeBufferPointer { held in
      var scanner = CSVScanner()
      var row = CSVRow()
      var at = held.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while let next = scanner.next(held, from: at, isAtEnd: true, into: &row), next > at {
        if columns.isEmpty {
          header = at..<next
          columns = row.fields.map { Self.trimmed(CSVScanner.text($0, in: held)) }
        } else if !row.isBlank {
          rows.append(
            Row(
              place: at..<next, line: row.line, fields: Self.places(of: row, in: held),
              cells: row.fields.map { CSVScanner.text($0, in: held) }))
        }
        at = next
      }
    }
    self.columns = columns
    self.rows = rows
    self.header = header
    let id = columns.firstIndex(of: "id")
    numbers = Dictionary(
      rows.enumerated().compactMap { number, row in
        id.flatMap { $0 < row.cells.count ? (Self.trimmed(row.cells[$0]), number) : nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the row with an id.
  public func number(of id: String) -> Int? { numbers[id] }

  /// The text of a row as the file has it, without its line break.
  public func text(of row: Row) -> String {
    String(decoding: bytes[Self.unbroken(row.place, in: bytes)], as: UTF8.self)
  }

  /// The value of a column in a row, empty where the row or the file has no such column.
  public func value(_ column: String, of row: Row) -> String {
    guard let place = columns.firstIndex(of: column), place < row.cells.count else { return "" }
    return row.cells[place]
  }

  /// The values of a row by column.
  public func values(of row: Row) -> [String: String] {
    Dictionary(zip(columns, row.cells), uniquingKeysWith: { first, _ in first })
  }

  /// A range of bytes without the line break at its end.
  static func unbroken(_ place: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = place.upperBound
    if end > place.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > place.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return place.lowerBound..<end
  }

  /// A text without blanks and tabs at its ends.
  package static func trimmed(_ text: String) -> String {
    func isBlank(_ letter: Character) -> Bool { letter == " " || letter == "\t" }
    guard let first = text.first, let last = text.last, isBlank(first) || isBlank(last) else {
      return text
    }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  /// The places of the fields of a row with their quotes.
  private static func places(of row: CSVRow, in held: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    row.fields.map { field in
      let isQuoted =
        field.start > 0 && held[field.start - 1] == 0x22 && field.end < held.count
        && held[field.end] == 0x22
      return isQuoted ? field.start - 1..<field.end + 1 : field.start..<field.end
    }
  }
}
