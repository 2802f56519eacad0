import Diplomacy

/// In which order a column writes month and day where both are numbers.
public enum DateOrder: String, Hashable, CaseIterable, Sendable {
  /// As in 1/13/2017.
  case monthFirst = "month-first"
  /// As in 13/1/2017.
  case dayFirst = "day-first"
}

/// Days as published files and spreadsheets write them beside 2025-08-08 and 20250808.
///
/// Month in words (05-March-2024, 5 Mar 2024, March 5, 2024) and the year first with slashes
/// (2024/3/5) say which is which. Two numbers before a year do not: their order is the column's.
enum WrittenDay {
  enum Reading: Equatable {
    /// A day, in days since 1970.
    case day(Int)
    /// Two numbers of which either may be the month.
    case open(first: Int, second: Int, year: Int)
    case none
  }

  /// The forms that are read, for a message.
  static let forms = "write days as 2025-08-08, 20250808, 8 August 2025 or 31/08/2025"

  static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
    guard (6...40).contains(bytes.count) else { return .none }
    var parts: [[UInt8]] = []
    var marks: [UInt8] = []
    var part: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x2F || byte == 0x2D || byte == 0x2E || byte == 0x20 || byte == 0x2C {
        if part.isEmpty {
          // A comma and its blank part two things once.
          guard byte == 0x20, marks.last == 0x2C else { return .none }
          continue
        }
        parts.append(part)
        part = []
        if parts.count == 3 { break }
        marks.append(byte)
      } else {
        part.append(byte)
      }
    }
    if parts.count < 3, !part.isEmpty {
      parts.append(part)
      part = []
    }
    // Behind the day only a time of day may stand.
    let rest = index < bytes.count ? Array(bytes[index...]) : []
    guard rest.isEmpty || isTime(rest) else { return .none }
    if parts.count == 2, marks == [0x2E], parts[1].allSatisfy({ $0 == 0x30 }) {
      return wholeNumber(parts[0])
    }
    guard parts.count == 3 else { return .none }
    return reading(parts, marks)
  }

  private static func reading(_ parts: [[UInt8]], _ marks: [UInt8]) -> Reading {
    if let month = month(parts[1]) { return day(parts[2], month, parts[0]) }
    if let month = month(parts[0]) { return day(parts[2], month, parts[1]) }
    guard let first = number(parts[0]), let second = number(parts[1]), let third = number(parts[2])
    else { return .none }
    if parts[0].count == 4, marks == [0x2F, 0x2F] {
      return ordinal(year: first, month: second, day: third)
    }
    guard parts[2].count == 4, marks[0] == marks[1], marks[0] != 0x20, marks[0] != 0x2C,
      parts[0].count <= 2, parts[1].count <= 2
    else { return .none }
    if first > 12, second > 12 { return .none }
    return .open(first: first, second: second, year: third)
  }

  /// The day that two numbers name in an order, or nothing where the calendar has none such.
  static func ordinal(first: Int, second: Int, year: Int, _ order: DateOrder) -> Int? {
    let (month, day) = order == .monthFirst ? (first, second) : (second, first)
    return Day(year: year, month: month, day: day)?.ordinal
  }

  /// Which order two numbers settle, if they do.
  static func order(first: Int, second: Int) -> DateOrder? {
    if first > 12, second <= 12 { return .dayFirst }
    if second > 12, first <= 12 { return .monthFirst }
    return nil
  }

  private static func isTime(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, (0x30...0x39).contains(first) else { return false }
    return bytes.contains(0x3A)
  }

  /// 20200105.0, as a number column with gaps is written.
  private static func wholeNumber(_ digits: [UInt8]) -> Reading {
    guard digits.count == 8 else { return .none }
    return digits.withUnsafeBytes { FieldParsing.calendarDay($0) }.map { .day($0) } ?? .none
  }

  private static func day(_ year: [UInt8], _ month: Int, _ day: [UInt8]) -> Reading {
    guard year.count == 4, let year = number(year), day.count <= 2, let day = number(day) else {
      return .none
    }
    return ordinal(year: year, month: month, day: day)
  }

  private static func ordinal(year: Int, month: Int, day: Int) -> Reading {
    Day(year: year, month: month, day: day).map { .day($0.ordinal) } ?? .none
  }

  private static func number(_ bytes: [UInt8]) -> Int? {
    guard (1...4).contains(bytes.count) else { return nil }
    return bytes.withUnsafeBytes { FieldParsing.number($0, 0, bytes.count) }
  }

  private static func month(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 3 else { return nil }
    let word = bytes.map { $0 | 0x20 }
    return months.firstIndex { $0.starts(with: word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }
}
