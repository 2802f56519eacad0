import Diplomacy
import Foundation
import Testing

@Suite("Days")
struct DayTests {
  /// The civil calendar by the definition of leap years, one day after the other.
  @Test("follow one another as the Gregorian calendar says, from 1600 to 2400")
  func everyDay() throws {
    var (year, month, day) = (1600, 1, 1)
    var expected = try #require(Day(year: year, month: month, day: day))
    while year < 2401 {
      let made = try #require(Day(year: year, month: month, day: day))
      #expect(made == expected)
      #expect(made.parts == (year, month, day))
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      expected = expected + 1
    }
  }

  @Test(
    "are counted from 1 January 1970",
    arguments: [
      ("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1), ("2025-08-08", 20_308),
    ])
  func ordinals(text: String, ordinal: Int) throws {
    let day = try #require(Day(text))
    #expect(day.ordinal == ordinal)
    #expect(day.description == text)
  }

  @Test(
    "that do not exist, or are written otherwise, are refused",
    arguments: [
      "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01",
      "2025-1-01",
      "2025/01/01", " 2025-01-01", "2025-01-01 ", "20250101", "", "２０２５-01-01", "-025-01-01",
    ])
  func refused(text: String) { #expect(Day(text) == nil) }

  @Test(
    "come back equal from their text, their parts and JSON",
    arguments: (-25...25).map { $0 * 7_919 })
  func roundTrip(ordinal: Int) throws {
    let day = Day(ordinal: ordinal)
    let parts = day.parts
    #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
    #expect(Day(day.description) == day)
    #expect(try JSONDecoder().decode(Day.self, from: JSONEncoder().encode(day)) == day)
    #expect((day + 40) - day == 40)
  }
}

@Suite("Spans of days")
struct DateSpanTests {
  @Test(
    "keep what is known: a day, a month, an interval",
    arguments: [
      ("2025-06-27", "2025-06-27", "2025-06-27", 1), ("2024-02", "2024-02-01", "2024-02-29", 29),
      ("2025-06-27/2025-06-30", "2025-06-27", "2025-06-30", 4),
      ("2025-01/2025-03", "2025-01-01", "2025-03-31", 90),
    ])
  func parsing(text: String, first: String, last: String, length: Int) throws {
    let span = try DateSpan(parsing: text)
    #expect(span.first.description == first)
    #expect(span.last.description == last)
    #expect(span.length == length)
    #expect(span.isExact == (length == 1))
    #expect(try DateSpan(parsing: span.description) == span)
  }

  @Test(
    "are refused with the kind of fault",
    arguments: [
      ("2025-02-30", DateSpanError.noSuchDay("2025-02-30")), ("2025-13", .noSuchDay("2025-13")),
      ("2025-03-02/2025-03-01", .endBeforeStart("2025-03-02/2025-03-01")),
      ("June 2025", .malformed("June 2025")), ("", .malformed("")),
    ])
  func faults(text: String, error: DateSpanError) {
    #expect(throws: error) { try DateSpan(parsing: text) }
  }

  /// All spans within twelve days, as sets of days.
  static let spans: [DateSpan] = (0..<12).flatMap { first in
    (first..<12).compactMap { DateSpan(from: Day(ordinal: first), through: Day(ordinal: $0)) }
  }

  @Test("overlap, contain and lie within as their sets of days do")
  func sets() {
    for a in Self.spans {
      let left = Set(a.first.ordinal...a.last.ordinal)
      #expect(left.count == a.length)
      #expect(left.contains(a.middle.ordinal))
      for b in Self.spans {
        let right = Set(b.first.ordinal...b.last.ordinal)
        #expect(a.overlaps(b) == !left.isDisjoint(with: right))
        #expect(a.isWithin(b) == left.isSubset(of: right))
      }
      for day in -1...12 { #expect(a.contains(Day(ordinal: day)) == left.contains(day)) }
    }
  }
}
