import Diplomacy

/// The fields of one row by column.
struct RecordCells {
  let row: CSVRow
  let header: RecordHeader
  let bytes: UnsafeBufferPointer<UInt8>

  /// The bytes of a coded field without blanks at its ends, or nothing where it is empty.
  func bytes(_ column: RecordColumn) -> UnsafeBufferPointer<UInt8>? {
    guard let (start, end) = bounds(column.number) else { return nil }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Whether a column is missing or its field is empty.
  func isEmpty(_ column: RecordColumn) -> Bool { bounds(column.number) == nil }

  /// Whether a column, by its number, is missing or its field is empty.
  func isEmpty(_ number: Int) -> Bool { bounds(number) == nil }

  /// The offset at which a coded field starts.
  func start(_ column: RecordColumn) -> Int { bounds(column.number)?.start ?? 0 }

  /// The whole text of a field, empty where the column is missing.
  func text(_ column: RecordColumn) -> String {
    let place = header.places[column.number]
    return place < 0 ? "" : CSVScanner.text(row.fields[place], in: bytes)
  }

  /// The columns that the format does not know; empty fields are left out.
  var extra: [String: String] {
    var texts: [String: String] = [:]
    for (name, place) in header.extra where row.fields[place].start < row.fields[place].end {
      texts[name] = CSVScanner.text(row.fields[place], in: bytes)
    }
    return texts
  }

  private func bounds(_ number: Int) -> (start: Int, end: Int)? {
    let place = header.places[number]
    guard place >= 0 else { return nil }
    var (start, end) = (row.fields[place].start, row.fields[place].end)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start < end ? (start, end) : nil
  }
}
