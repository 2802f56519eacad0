package import Diplomacy

/// A straight map from days to places in a drawing, with ticks at calendar dates.
package struct TimeScale: Hashable, Sendable {
  /// The days shown.
  package let span: DateSpan
  /// Where the first day starts.
  package let start: Double
  /// Where the last day ends.
  package let end: Double

  /// Makes a scale.
  package init(span: DateSpan, start: Double, end: Double) {
    self.span = span
    self.start = start
    self.end = end
  }

  /// Where the middle of a day lies, within the drawing.
  package func place(_ day: Day) -> Double {
    within(start + (Double(day - span.first) + 0.5) / Double(span.length) * (end - start))
  }

  /// Where a day starts.
  package func dawn(_ day: Day) -> Double {
    within(start + Double(day - span.first) / Double(span.length) * (end - start))
  }

  /// Where a day ends.
  package func dusk(_ day: Day) -> Double { dawn(day + 1) }

  private func within(_ place: Double) -> Double { min(max(place, start), end) }

  /// One tick of a time axis.
  package struct Tick: Hashable, Sendable {
    /// The day at whose start the tick stands.
    package let day: Day
    /// The text below the tick.
    package let label: String
    /// The text in the second line, given where the year changes.
    package let year: String
  }

  /// Ticks whose labels do not touch: days, months or years, whichever fit.
  package func ticks(size: Double = FigureType.small) -> [Tick] {
    let perDay = abs(end - start) / Double(span.length)
    let room = TextMetrics.width(of: "28 Sep", size: size) + 6
    if let step = [1, 2, 7, 14].first(where: { Double($0) * perDay >= room }), span.length < 120 {
      return days(every: step)
    }
    let month = TextMetrics.width(of: "2025", size: size) + 8
    if let step = [1, 2, 3, 6].first(where: { Double($0) * 30.4 * perDay >= month }) {
      return months(every: step)
    }
    let step = [1, 2, 5, 10, 20, 50, 100].first { Double($0) * 365 * perDay >= month } ?? 200
    return years(every: step)
  }

  private func days(every step: Int) -> [Tick] {
    var ticks: [Tick] = []
    var lastYear = 0
    for offset in stride(from: 0, to: span.length, by: step) {
      let day = span.first + offset
      let (year, month, number) = day.parts
      ticks.append(
        Tick(
          day: day, label: "\(number) \(Self.monthNames[month - 1])",
          year: year == lastYear ? "" : String(year)))
      lastYear = year
    }
    return ticks
  }

  private func months(every step: Int) -> [Tick] {
    var ticks: [Tick] = []
    var lastYear = 0
    for month in Self.monthStarts(in: span) {
      let parts = month.parts
      guard (parts.month - 1) % step == 0 else { continue }
      ticks.append(
        Tick(
          day: month, label: Self.monthNames[parts.month - 1],
          year: parts.year == lastYear ? "" : String(parts.year)))
      lastYear = parts.year
    }
    return ticks
  }

  private func years(every step: Int) -> [Tick] {
    Self.monthStarts(in: span).compactMap { month in
      let parts = month.parts
      guard parts.month == 1, parts.year % step == 0 else { return nil }
      return Tick(day: month, label: String(parts.year), year: "")
    }
  }

  /// The first days of months within a span.
  package static func monthStarts(in span: DateSpan) -> [Day] {
    var starts: [Day] = []
    var (year, month, day) = span.first.parts
    if day > 1 { month += 1 }
    while true {
      if month > 12 {
        month = 1
        year += 1
      }
      guard let start = Day(year: year, month: month, day: 1), start <= span.last else { break }
      starts.append(start)
      month += 1
      day = 1
    }
    return starts
  }

  /// The months in English, in three letters.
  package static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
