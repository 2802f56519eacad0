import Diplomacy
import Testing

@testable import Reporting

@Suite("Scales of figures")
struct ScaleTests {
  @Test(
    "put round ticks inside the domain",
    arguments: [
      (0.0, 1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (-7.0, 5.0, 4, ["-5", "0", "5"]), (0.0, 0.0, 4, ["0.0", "0.5", "1.0"]),
      (0.0, 1_000_000.0, 2, ["0", "500000", "1000000"]),
      (0.0012, 0.0019, 3, ["0.0015"]),
    ])
  func linearTicks(low: Double, high: Double, count: Int, expected: [String]) {
    let scale = LinearScale(domain: low...high, start: 0, end: 100)
    #expect(scale.ticks(atMost: count).map(\.label) == expected)
  }

  @Test("cover what is finite, or zero to one")
  func covering() {
    let none = LinearScale(covering: [.nan, .infinity], start: 0, end: 10)
    #expect(none.domain == 0...1)
    let some = LinearScale(covering: [2, .nan, 4], including: 0, start: 0, end: 10)
    #expect(some.domain.lowerBound == 0)
    #expect(some.domain.upperBound > 4)
    #expect(some.place(0) == 0)
  }

  @Test(
    "give labels of days room",
    arguments: [
      ("2024-12-25/2025-11-30", 800.0), ("2024-12-25/2025-11-30", 300.0),
      ("2020-11-10/2025-11-30", 300.0), ("2025-01-01/2025-01-20", 300.0), ("2025-06-27", 300.0),
      ("1900-01/2025-12", 300.0), ("2025-06/2025-07", 800.0),
    ])
  func timeTicks(text: String, width: Double) throws {
    let span = try DateSpan(parsing: text)
    let scale = TimeScale(span: span, start: 40, end: 40 + width)
    let ticks = scale.ticks()
    #expect(!ticks.isEmpty)
    for (tick, next) in zip(ticks, ticks.dropFirst()) {
      let room = scale.dawn(next.day) - scale.dawn(tick.day)
      let half = (tick.label + next.label).unicodeScalars.count
      #expect(room > 0 && half > 0)
      let needed =
        (TextMetrics.width(of: tick.label, size: FigureType.small)
          + TextMetrics.width(of: next.label, size: FigureType.small)) / 2
      #expect(room >= needed)
    }
  }

  @Test("place days in order and within the drawing")
  func places() throws {
    let span = try DateSpan(parsing: "2025-01-01/2025-01-10")
    let scale = TimeScale(span: span, start: 0, end: 100)
    #expect(scale.dawn(span.first) == 0)
    #expect(scale.dusk(span.last) == 100)
    #expect(scale.place(span.first) == 5)
    #expect(scale.place(span.first - 100) == 0)
    #expect(scale.place(span.last + 100) == 100)
  }

  @Test("find the starts of months")
  func months() throws {
    let starts = TimeScale.monthStarts(in: try DateSpan(parsing: "2024-11-15/2025-02-01"))
    #expect(starts.map(\.description) == ["2024-12-01", "2025-01-01", "2025-02-01"])
  }
}
