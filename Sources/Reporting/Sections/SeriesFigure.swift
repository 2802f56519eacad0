public import TimeSeries
import Relations

/// A series with its turning points as a drawing.
public enum SeriesFigure {
  /// The drawing as an SVG file.
  ///
  /// - Parameters:
  ///   - found: The turning points.
  ///   - values: The series they were found in.
  ///   - periods: The name of each point, such as the first day of a week; numbers where left out.
  ///   - title: What the series is.
  ///   - measure: What is measured.
  public static func svg(
    of found: TurningPoints, in values: [Double?], periods: [String]? = nil, title: String,
    measure: String
  ) -> String {
    func name(_ index: Int) -> String { periods?[index] ?? "\(index)" }
    let segments = found.segments(of: values)
    let chart = SeriesChart(
      values: values,
      segments: segments.map { segment in
        .init(
          first: segment.first, last: segment.last, from: segment.level(at: segment.first),
          to: segment.level(at: segment.last), spread: segment.spread)
      },
      turns: found.turningPoints.map { point in
        let share = NumberFormat.percent(point.probability)
        return .init(
          index: point.index, range: point.from...point.to,
          label: "\(name(point.index)) (\(share))",
          tip: "turned between \(name(point.from)) and \(name(point.to)): \(share)")
      }, labels: periods.map { .names($0) } ?? .numbers, title: measure)
    let words = found.turningPoints.map { point in
      "\(name(point.index)), between \(name(point.from)) and \(name(point.to)) with \(NumberFormat.percent(point.probability))"
    }
    return chart.draw(width: FigureWidth.wide, id: "series").document(
      title: title,
      description: words.isEmpty
        ? "No turning point in \(NumberFormat.count(found.count, "point"))."
        : "Turned at \(words.joined(separator: "; ")).")
  }

  /// The level of a series through noise as an SVG file.
  ///
  /// - Parameters:
  ///   - levels: The level at each point with the ends of its 90 % band.
  ///   - values: The series.
  ///   - periods: The name of each point; numbers where left out.
  ///   - title: What the series is.
  ///   - measure: What is measured.
  public static func svg(
    ofLevels levels: [(level: Double, low: Double, high: Double)], in values: [Double?],
    periods: [String]? = nil, title: String, measure: String
  ) -> String {
    let chart = SeriesChart(
      values: values, levels: levels.map { .init($0.level, low: $0.low, high: $0.high) },
      labels: periods.map { .names($0) } ?? .numbers, title: measure)
    let ends = [levels.first, levels.last].compactMap { $0 }.map {
      "\(NumberFormat.short($0.level)) (\(NumberFormat.short($0.low)) to \(NumberFormat.short($0.high)))"
    }
    return chart.draw(width: FigureWidth.wide, id: "course").document(
      title: title, description: "From \(ends.joined(separator: " to ")), with 90% bands.")
  }
}
