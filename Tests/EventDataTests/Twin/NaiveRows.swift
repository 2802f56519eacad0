import Diplomacy
import Foundation

/// Rows, fields, days and numbers read the slow and plain way; shares no code with the readers.
enum NaiveRows {
  /// A row: where it starts, and its fields, or nothing where it cannot be parted.
  struct Row {
    let line: Int
    let fields: [String]?
  }

  /// Parts a file at tabs.
  static func tabs(_ bytes: [UInt8]) -> [Row] {
    lines(bytes).map { line, bytes in
      Row(
        line: line,
        fields: bytes.contains(0)
          ? nil : bytes.split(separator: 0x09, omittingEmptySubsequences: false).map(text))
    }
  }

  /// Takes each line whole.
  static func whole(_ bytes: [UInt8]) -> [Row] {
    lines(bytes).map { Row(line: $0, fields: [text($1)]) }
  }

  private static func lines(_ bytes: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
      number, line in
      let line = line.last == 0x0D ? line.dropLast() : line
      return line.isEmpty ? nil : (number + 1, line)
    }
  }

  /// Parts a file at commas; a quotation mark lets a row go on over the end of a line.
  static func commas(_ bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    var start = 0
    var line = 1
    while start < bytes.count {
      let breaks = bytes.indices[start...].filter { bytes[$0] == 0x0A }
      let ends = breaks + [bytes.count]
      // The row ends at the first break before which quotation marks come in pairs.
      let end = ends.first { bytes[start..<$0].count { $0 == 0x22 } % 2 == 0 }
      let stop = end ?? breaks.first ?? bytes.count
      var row = bytes[start..<stop]
      let taken = row.count { $0 == 0x0A } + 1
      if row.last == 0x0D { row = row.dropLast() }
      if end == nil {
        rows.append(Row(line: line, fields: nil))
      } else if !row.isEmpty {
        rows.append(Row(line: line, fields: fields(Array(row))))
      }
      line += end == nil ? 1 : taken
      start = stop + 1
    }
    return rows
  }

  private static func fields(_ row: [UInt8]) -> [String]? {
    if row.contains(0) { return nil }
    var fields: [[UInt8]] = []
    var rest = row[...]
    while true {
      var field: [UInt8] = []
      if rest.first == 0x22 {
        rest = rest.dropFirst()
        while let byte = rest.popFirst() {
          if byte != 0x22 {
            field.append(byte)
          } else if rest.first == 0x22 {
            field.append(0x22)
            rest = rest.dropFirst()
          } else {
            break
          }
        }
        guard rest.isEmpty || rest.first == 0x2C else { return nil }
      } else {
        let part = rest.prefix { $0 != 0x2C }
        field = Array(part)
        rest = rest.dropFirst(part.count)
      }
      fields.append(field)
      if rest.isEmpty { return fields.map { text($0[...]) } }
      rest = rest.dropFirst()
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// A field where NA means missing.
  static func known(_ field: String) -> String { field == "NA" ? "" : field }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  static func whole(_ field: String) -> Int? {
    let digits =
      field.utf8.first == 0x2D || field.utf8.first == 0x2B ? field.dropFirst() : field[...]
    guard isDigits(digits), digits.utf8.count <= 18 else { return nil }
    return Int(field)
  }

  /// Whether a field is empty or a number of mentions.
  static func isCount(_ field: String) -> Bool {
    let known = known(field)
    return known.isEmpty || whole(known).map { (0...1_000_000_000).contains($0) } ?? false
  }

  /// The day as 2018-06-01, where the calendar has it, in whatever year.
  static func calendarDay(_ field: String) -> String? {
    var bytes = Array(field.utf8)
    if bytes.count > 10, bytes[10] == 0x20 || bytes[10] == 0x54 { bytes = Array(bytes[..<10]) }
    var digits = bytes
    if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D {
      digits = Array(bytes[0..<4] + bytes[5..<7] + bytes[8..<10])
    }
    guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let numbers = digits.map { Int($0) - 0x30 }
    let year = numbers[0..<4].reduce(0) { $0 * 10 + $1 }
    let month = numbers[4] * 10 + numbers[5]
    let day = numbers[6] * 10 + numbers[7]
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
      return nil
    }
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day, where event data may speak of it.
  static func day(_ field: String) -> String? {
    calendarDay(field).flatMap { $0 >= "1901-01-01" && $0 <= "2099-12-31" ? $0 : nil }
  }

  private static let codes = Set(EventCode.all.map(\.rawValue))

  /// The longest known code at the start of a field.
  static func code(_ field: String) -> String? {
    stride(from: field.count, through: 1, by: -1).map { String(field.prefix($0)) }
      .first { codes.contains($0) }
  }

  /// The same in a data set whose codes have three digits or more: a shorter one has lost its zero.
  static func fullCode(_ field: String) -> String? {
    let padded = "0" + field
    if field.utf8.count < 3 { return codes.contains(padded) ? padded : code(field) }
    return code(field) ?? (field.utf8.count == 3 && codes.contains(padded) ? padded : nil)
  }

  static func isCode(_ field: String) -> Bool { codes.contains(field) }

  /// A number in tenths, halves away from zero; nothing where the field is none.
  static func tenths(_ field: String) -> Int? {
    var rest = field[...]
    let sign = rest.utf8.first == 0x2D ? -1 : 1
    if let first = rest.utf8.first, first == 0x2D || first == 0x2B { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.isEmpty || isDigits($0) }), parts.contains(where: { !$0.isEmpty }),
      parts[0].count <= 15
    else { return nil }
    let after = parts.count == 2 ? Array(parts[1].utf8) : []
    let first = after.isEmpty ? 0 : Int(after[0]) - 0x30
    let second = after.count < 2 ? 0 : Int(after[1]) - 0x30
    return sign * ((Int(parts[0]) ?? 0) * 10 + first + (second >= 5 ? 1 : 0))
  }

  /// A weight in tenths: nothing where it is missing, no value where the row must be rejected.
  static func weight(_ field: String) -> Int?? {
    if known(field).isEmpty { return .some(nil) }
    guard let tenths = tenths(field), abs(tenths) <= 100 else { return nil }
    return .some(tenths)
  }
}
