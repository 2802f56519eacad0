package import Diplomacy

/// Dates as a newspaper writes them; figures and tables keep the form of the record, 2024-12-29.
package enum DateWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A day, as in 29 December 2024.
  package static func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return "\(number) \(months[month - 1]) \(year)"
  }

  /// The days on which something happened, as in 29 December 2024, May 2025, or a day from 12 to
  /// 14 June 2021.
  package static func span(_ span: DateSpan) -> String {
    if span.isExact { return day(span.first) }
    if let month = month(span) { return month }
    return "between \(ends(span, "and"))"
  }

  /// A stretch of days with its two ends, as in 1 June to 31 August 2021.
  package static func stretch(_ span: DateSpan) -> String {
    span.isExact ? day(span.first) : month(span) ?? ends(span, "to")
  }

  /// When something happened as the start of a sentence: On 29 December 2024, In May 2025, Between
  /// 12 and 14 June 2021.
  package static func on(_ span: DateSpan) -> String {
    if span.isExact { return "On \(day(span.first))" }
    if let month = month(span) { return "In \(month)" }
    return "Between \(ends(span, "and"))"
  }

  private static func month(_ span: DateSpan) -> String? {
    let (year, month, day) = span.first.parts
    guard day == 1, span.length == Day.length(ofMonth: month, inYear: year) else { return nil }
    return "\(months[month - 1]) \(year)"
  }

  /// The two ends of a span with nothing said twice.
  private static func ends(_ span: DateSpan, _ word: String) -> String {
    let (first, last) = (span.first.parts, span.last.parts)
    let end = day(span.last)
    if first.year != last.year { return "\(day(span.first)) \(word) \(end)" }
    if first.month != last.month {
      return "\(first.day) \(months[first.month - 1]) \(word) \(end)"
    }
    return "\(first.day) \(word) \(end)"
  }
}
