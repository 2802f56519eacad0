package import Diplomacy

/// The days that a column of a table of numbers names, in any of the forms of event data.
package enum DayColumn {
  /// The day of each field, nothing for an empty one; nothing at all where some field is no day, or
  /// where no field settles which of two numbers is the month.
  package static func days(_ fields: [String]) -> [Day?]? {
    var readings: [WrittenDay.Reading] = []
    var order: DateOrder?
    var isOpen = false
    for field in fields {
      let reading = reading(field)
      if reading == .none, !field.isEmpty { return nil }
      if case .open(let first, let second, _) = reading {
        isOpen = true
        order = order ?? WrittenDay.order(first: first, second: second)
      }
      readings.append(reading)
    }
    if isOpen, order == nil { return nil }
    var days: [Day?] = []
    for (field, reading) in zip(fields, readings) {
      switch reading {
      case .day(let ordinal): days.append(Day(ordinal: ordinal))
      case .open(let first, let second, let year):
        guard let order,
          let ordinal = WrittenDay.ordinal(first: first, second: second, year: year, order)
        else { return nil }
        days.append(Day(ordinal: ordinal))
      case .none:
        if !field.isEmpty { return nil }
        days.append(nil)
      }
    }
    return days
  }

  /// Whether a field is written as a day, whatever the order of its numbers.
  package static func isDay(_ field: String) -> Bool { reading(field) != .none }

  private static func reading(_ field: String) -> WrittenDay.Reading {
    let text = Array(field.utf8)
    // A month of a year, as 2020-01.
    if text.count == 7, text[4] == 0x2D, let month = Day(field + "-01") {
      return .day(month.ordinal)
    }
    return text.withUnsafeBytes { bytes in
      // Eight digits may as well be a number: the name of the column tells, not the field.
      if text.count == 8, !text.contains(0x2D) { return .none }
      if let day = FieldParsing.calendarDay(bytes) { return .day(day) }
      // 1.2.2020 is a day; 1.5 and 20200101.0 are numbers.
      return text.count { $0 == 0x2E } == 1 ? .none : WrittenDay.read(bytes)
    }
  }
}
