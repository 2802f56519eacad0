import Diplomacy
import Testing

@testable import Reporting

@Suite("Labels of dated marks")
struct MarkLayoutTests {
  @Test("never touch one another nor a line", arguments: 0..<60)
  func apart(seed: Int) throws {
    var numbers = Scatter(seed: seed)
    let span = try DateSpan(parsing: "2024-12-25/2025-11-30")
    let count = numbers.next(below: 21)
    let marks = (0..<count).map { index in
      let day = span.first + numbers.next(below: span.length)
      let words = String(repeating: "word ", count: 1 + numbers.next(below: 6))
      return DatedMark(DateSpan(day), "\(words)\(index)")
    }
    for width in [FigureWidth.wide, FigureWidth.narrow] {
      let scale = TimeScale(span: span, start: 30, end: width - 8)
      let layout = MarkLayout(marks, on: scale, left: 2, right: width - 2)
      #expect(layout.placements.isEmpty == marks.isEmpty)
      for (index, one) in layout.placements.enumerated() {
        #expect(one.low >= 1.9 && one.high <= width - 1.9)
        for other in layout.placements.dropFirst(index + 1) {
          if one.lane == other.lane { #expect(one.high <= other.low || other.high <= one.low) }
          let (upper, lower) = one.lane > other.lane ? (one, other) : (other, one)
          if upper.lane != lower.lane { #expect(upper.x < lower.low || upper.x > lower.high) }
        }
      }
    }
  }

  @Test("are whole where they fit and numbered where they do not")
  func keyed() throws {
    let span = try DateSpan(parsing: "2025-01/2025-12")
    let marks = ["2025-02-01", "2025-02-02", "2025-11-01"].compactMap { Day($0) }
      .map { DatedMark(DateSpan($0), "something long and winding happened on \($0)") }
    let wide = MarkLayout(
      marks, on: TimeScale(span: span, start: 30, end: 800), left: 0, right: 820)
    #expect(!wide.isKeyed)
    #expect(wide.placements.map(\.text) == marks.map(\.label))
    let narrow = MarkLayout(
      marks, on: TimeScale(span: span, start: 30, end: 350), left: 0, right: 360)
    #expect(narrow.isKeyed)
    #expect(narrow.placements.map(\.text) == ["1-2", "3"])
  }
}
