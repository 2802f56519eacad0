import Diplomacy

/// Numbers and days read straight from bytes.
enum FieldParsing {
  /// The whole number, with an optional sign, or nothing.
  ///
  /// 365.0 is a whole number too: a column with gaps is written so by programs that hold it as
  /// floating-point numbers.
  static func integer(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    var isNegative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    let end = wholeEnd(bytes)
    guard index < end, end - index <= 18 else { return nil }
    var value = 0
    while index < end {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return isNegative ? -value : value
  }

  /// Where the whole part of a number ends: before a point that only zeros follow.
  @inline(__always)
  private static func wholeEnd(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard let last = bytes.last, last == 0x30 else { return bytes.count }
    var end = bytes.count
    while end > 1, bytes[end - 1] == 0x30 { end -= 1 }
    return end > 1 && end < bytes.count && bytes[end - 1] == 0x2E ? end - 1 : bytes.count
  }

  /// The most mentions one row may have; sums of that many rows stay exact.
  static let mostMentions = 1_000_000_000

  /// How often an event was mentioned: at least once, once where the field is empty.
  static func mentions(_ bytes: UnsafeRawBufferPointer) throws(RowFault) -> Int {
    if bytes.isEmpty || isMissing(bytes) { return 1 }
    guard let number = integer(bytes), (0...mostMentions).contains(number) else {
      throw fault(bytes, "is no number of mentions from 0 to 1,000,000,000")
    }
    return max(1, number)
  }

  /// Whether a field says NA, as R writes missing values.
  @inline(__always)
  static func isMissing(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count == 2 && bytes[0] == 0x4E && bytes[1] == 0x41
  }

  /// The earliest and latest day accepted: 1901-01-01 and 2099-12-31, as days since 1970.
  ///
  /// 19000101 and 99999999 are how databases write "unknown"; no event data set reaches that far.
  static let days = -25_202...47_481
  /// The minutes of these days, since 1970.
  static let minutes = days.lowerBound * 1440...(days.upperBound + 1) * 1440 - 1

  /// A day written 20250808, 2025-08-08, in one of the forms of ``WrittenDay``, or with a time of
  /// day behind it.
  ///
  /// - Parameter order: The order of month and day in the column, where it is known.
  static func day(
    _ bytes: UnsafeRawBufferPointer, order: DateOrder? = nil
  ) throws(RowFault) -> Int {
    let day: Int
    if let found = calendarDay(bytes) {
      day = found
    } else {
      day = try writtenDay(bytes, order)
    }
    guard days.contains(day) else {
      throw fault(bytes, "lies outside 1901-01-01 to 2099-12-31")
    }
    return day
  }

  private static func writtenDay(
    _ bytes: UnsafeRawBufferPointer, _ order: DateOrder?
  ) throws(RowFault) -> Int {
    switch WrittenDay.read(bytes) {
    case .day(let day): return day
    case .none: throw fault(bytes, "is no day; \(WrittenDay.forms)")
    case .open(let first, let second, let year):
      guard let order else {
        throw fault(bytes, "leaves the order of day and month open; state it")
      }
      guard let day = WrittenDay.ordinal(first: first, second: second, year: year, order) else {
        throw fault(bytes, "is no day written \(order.rawValue), as the column is")
      }
      return day
    }
  }

  /// The day that bytes spell, or nothing where the calendar has none such.
  static func calendarDay(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var text = bytes
    if text.count > 10, text[10] == 0x20 || text[10] == 0x54 {
      text = UnsafeRawBufferPointer(rebasing: text[..<10])
    }
    if text.count == 8 {
      guard let year = number(text, 0, 4), let month = number(text, 4, 2),
        let day = number(text, 6, 2)
      else { return nil }
      return Day(year: year, month: month, day: day)?.ordinal
    }
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let year = number(text, 0, 4),
      let month = number(text, 5, 2), let day = number(text, 8, 2)
    else { return nil }
    return Day(year: year, month: month, day: day)?.ordinal
  }

  @inline(__always)
  static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<start + count {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// A weight on the scale from -10 to 10 in tenths, rounded half away from zero where finer.
  static func weight(_ bytes: UnsafeRawBufferPointer) throws(RowFault) -> Int {
    guard let tenths = tenths(bytes) else { throw fault(bytes, "is no weight") }
    guard (-100...100).contains(tenths) else { throw fault(bytes, "lies off the scale -10 to 10") }
    return tenths
  }

  /// A decimal number in tenths, rounded half away from zero; nothing where it is no number.
  static func tenths(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    var isNegative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    var value = 0
    var digits = 0
    while index < bytes.count, bytes[index] != 0x2E {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9, digits < 15 else { return nil }
      value = value * 10 + digit
      digits += 1
      index += 1
    }
    value *= 10
    if index < bytes.count {
      index += 1
      var place = 0
      while index < bytes.count {
        let digit = Int(bytes[index]) - 0x30
        guard digit >= 0, digit <= 9 else { return nil }
        if place == 0 { value += digit }
        if place == 1, digit >= 5 { value += 1 }
        place += 1
        digits += 1
        index += 1
      }
    }
    guard digits > 0 else { return nil }
    return isNegative ? -value : value
  }

  static func fault(_ bytes: UnsafeRawBufferPointer, _ what: String) -> RowFault {
    var shown = String(decoding: bytes.prefix(40), as: UTF8.self)
    if bytes.count > 40 { shown += "…" }
    return RowFault("'\(shown)' \(what)")
  }
}
