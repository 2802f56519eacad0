/// The days on which something may have happened: one day, a month, or an interval.
///
/// A span is never reduced to a point in silence: an analysis that needs one day draws it from the
/// span many times (multiple imputation) and averages.
public struct DateSpan: Hashable, Sendable {
  /// The first possible day.
  public let first: Day
  /// The last possible day, not before the first.
  public let last: Day

  /// Makes the span of a single day.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// Makes a span from its ends, or nothing where the end lies before the start.
  public init?(from first: Day, through last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// Reads a day, a month or an interval: 2025-06-27, 2025-06, 2025-06-27/2025-06-30.
  ///
  /// - Throws: ``DateSpanError`` that says what is wrong with the text.
  public init(parsing text: some StringProtocol) throws(DateSpanError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first else { throw .malformed(String(text)) }
    let start = try Self.unit(head)
    guard parts.count == 2 else {
      self = start
      return
    }
    let end = try Self.unit(parts[1])
    guard let span = DateSpan(from: start.first, through: end.last) else {
      throw .endBeforeStart(String(text))
    }
    self = span
  }

  /// The number of possible days, at least one.
  public var length: Int { last - first + 1 }

  /// Whether the day is known.
  public var isExact: Bool { first == last }

  /// Whether a day is one of the possible days.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// Whether two spans share a day.
  public func overlaps(_ other: DateSpan) -> Bool { first <= other.last && other.first <= last }

  /// Whether every day of the span lies within another.
  public func isWithin(_ other: DateSpan) -> Bool { other.first <= first && last <= other.last }

  /// The day in the middle, the earlier of two.
  public var middle: Day { first + (last - first) / 2 }

  private static func unit(_ text: some StringProtocol) throws(DateSpanError) -> DateSpan {
    let bytes = Array(text.utf8)
    func shape(_ pattern: String) -> Bool {
      let marks = Array(pattern.utf8)
      return marks.count == bytes.count
        && zip(marks, bytes).allSatisfy { $0 == 0x2D ? $1 == 0x2D : (0x30...0x39).contains($1) }
    }
    if shape("0000-00-00") {
      guard let day = Day(text) else { throw .noSuchDay(String(text)) }
      return DateSpan(day)
    }
    if shape("0000-00") {
      guard let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[5..<7]),
        let first = Day(year: year, month: month, day: 1)
      else { throw .noSuchDay(String(text)) }
      let last = first + (Day.length(ofMonth: month, inYear: year) - 1)
      return DateSpan(from: first, through: last) ?? DateSpan(first)
    }
    throw .malformed(String(text))
  }
}

/// What is wrong with the text of a date.
public enum DateSpanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text has none of the three forms.
  case malformed(String)
  /// The form is right but the calendar has no such day or month.
  case noSuchDay(String)
  /// The interval ends before it starts.
  case endBeforeStart(String)

  /// The error in words.
  public var description: String {
    switch self {
    case .malformed(let text):
      "'\(text)' is not a date; write 2025-06-27, 2025-06 or 2025-06-27/2025-06-30"
    case .noSuchDay(let text): "the calendar has no day '\(text)'"
    case .endBeforeStart(let text): "the interval '\(text)' ends before it starts"
    }
  }
}

extension DateSpan: CustomStringConvertible {
  /// The span in its shortest form: a day, a whole month, or an interval.
  public var description: String {
    if isExact { return first.description }
    let (year, month, day) = first.parts
    if day == 1, length == Day.length(ofMonth: month, inYear: year) {
      return String(first.description.prefix(7))
    }
    return "\(first)/\(last)"
  }
}

extension DateSpan: Codable {
  /// Reads a span from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  /// Writes the span as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
