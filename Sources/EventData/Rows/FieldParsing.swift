import Diplomacy

/// Numbers and days read straight from bytes.
enum FieldParsing {
  /// The whole number, with an optional sign, or nothing.
  static func integer(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    var isNegative = false
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    guard index < bytes.count, bytes.count - index <= 18 else { return nil }
    var value = 0
    while index < bytes.count {
      let digit = Int(bytes[index]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The earliest and latest day accepted: 1901-01-01 and 2099-12-31, as days since 1970.
  ///
  /// 19000101 and 99999999 are how databases write "unknown"; no event data set reaches that far.
  static let days = -25_202...47_481

  /// A day written 20250808, 2025-08-08, or with a time of day behind it.
  static func day(_ bytes: UnsafeRawBufferPointer) throws(RowFault) -> Int {
    guard let day = calendarDay(bytes) else { throw fault(bytes, "is no day") }
    guard days.contains(day) else {
      throw fault(bytes, "lies outside 1901-01-01 to 2099-12-31")
    }
    return day
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
