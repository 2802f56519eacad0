import Diplomacy
import EventData

extension RecordText {
  /// The text of a row in which some columns have other values.
  ///
  /// Fields that keep their value keep their bytes. A row with fewer fields than the header gets the
  /// fields it lacks.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - values: The new values by column; columns that the file does not have are passed over.
  func text(of row: Row, with values: [String: String]) -> String {
    var fields: [String] = []
    for (place, column) in columns.enumerated() {
      let isThere = place < row.cells.count
      if let value = values[column], !isThere || value != row.cells[place] {
        fields.append(CaseRecordWriter.quoted(value))
      } else {
        fields.append(isThere ? String(decoding: bytes[row.fields[place]], as: UTF8.self) : "")
      }
    }
    for place in row.cells.indices.dropFirst(columns.count) {
      fields.append(String(decoding: bytes[row.fields[place]], as: UTF8.self))
    }
    return fields.joined(separator: ",")
  }

  /// The text of a new row.
  func text(of values: [String: String]) -> String {
    columns.map { CaseRecordWriter.quoted(values[$0] ?? "") }.joined(separator: ",")
  }

  /// The line break that the file uses.
  var lineBreak: String {
    let end = bytes[header]
    if end.suffix(2).elementsEqual([0x0D, 0x0A]) { return "\r\n" }
    return end.last == 0x0D ? "\r" : "\n"
  }

  /// The number of the row before which a new row with a date belongs.
  ///
  /// That is after the last row that is not later, so that a record in the order of dates stays so.
  func place(forDate text: String) -> Int {
    guard let day = (try? DateSpan(parsing: Self.trimmed(text)))?.first,
      let column = columns.firstIndex(of: "date")
    else { return rows.count }
    for (number, row) in rows.enumerated().reversed() {
      guard column < row.cells.count,
        let other = try? DateSpan(parsing: Self.trimmed(row.cells[column]))
      else { continue }
      if other.first <= day { return number + 1 }
    }
    return rows.isEmpty ? 0 : rows.count
  }

  /// The columns among some that the file does not have, in the order of the case format.
  func missing(_ wanted: some Sequence<String>) -> [String] {
    let wanted = Set(wanted).subtracting(columns)
    let known = RecordColumn.allCases.map(\.rawValue).filter(wanted.contains)
    return known + wanted.subtracting(known).sorted()
  }

  /// The record with further columns at its end, empty in every row.
  func adding(columns further: [String]) -> RecordText {
    guard !further.isEmpty else { return self }
    var whole: [UInt8] = []
    whole.reserveCapacity(bytes.count + rows.count * further.count + 64)
    var at = 0
    func close(_ place: Range<Int>, with text: String) {
      let end = Self.unbroken(place, in: bytes).upperBound
      whole += bytes[at..<end]
      whole += text.utf8
      at = end
    }
    close(header, with: further.map { "," + CaseRecordWriter.quoted($0) }.joined())
    let commas = String(repeating: ",", count: further.count)
    for row in rows where row.cells.count == columns.count { close(row.place, with: commas) }
    whole += bytes[at...]
    return RecordText(whole)
  }

  /// The ids in use, so that a new row can be given the next one.
  ///
  /// - Returns: The id with the largest number behind the letters that most ids share, plus one.
  public var nextID: String {
    var counts: [String: Int] = [:]
    var largest: [String: (number: Int, width: Int)] = [:]
    for row in rows {
      let id = Self.trimmed(value("id", of: row))
      let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
      guard digits > 0, digits < 10, let number = Int(id.suffix(digits)) else { continue }
      let stem = String(id.dropLast(digits))
      counts[stem, default: 0] += 1
      if number >= largest[stem]?.number ?? -1 { largest[stem] = (number, digits) }
    }
    guard let stem = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let last = largest[stem]
    else { return "R01" }
    let text = String(last.number + 1)
    return stem + String(repeating: "0", count: max(0, last.width - text.count)) + text
  }
}
