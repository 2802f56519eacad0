/// A calendar day of the proleptic Gregorian calendar, without time of day or time zone.
///
/// Days are counted from 1 January 1970 so that arithmetic is integer arithmetic.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, which is zero.
  public let ordinal: Int

  /// Makes the day with a given distance from 1 January 1970.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Makes a day from its parts, or nothing where the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: From 1 to 9999.
  ///   - month: From 1 to 12.
  ///   - day: From 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, inYear: year)
    else { return nil }
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads a day written as four digits, two digits, two digits with hyphens between.
  ///
  /// - Parameter text: For instance 2025-08-08. Anything else, or a day that does not exist, is refused.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = ordinal + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The number of days of a month.
  public static func length(ofMonth month: Int, inYear year: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// The day a number of days later, or earlier where the number is negative.
  public static func + (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal + days) }

  /// The day a number of days earlier.
  public static func - (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal - days) }

  /// The number of days from the second day to the first.
  public static func - (later: Day, earlier: Day) -> Int { later.ordinal - earlier.ordinal }

  /// Whether the first day is earlier.
  public static func < (lhs: Day, rhs: Day) -> Bool { lhs.ordinal < rhs.ordinal }

  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}

extension Day: CustomStringConvertible {
  /// The day as in 2025-08-08.
  public var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: Codable {
  /// Reads a day from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a day such as 2025-08-08")
    }
    self = day
  }

  /// Writes the day as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
