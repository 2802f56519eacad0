/// Rows of a value each, with an interval, on one axis: probabilities, effects, weights.
package struct RangeChart: Drawing {
  /// The rows from top to bottom.
  package var rows: [Row]
  /// What the axis measures, and in what unit.
  package var axis: String
  /// The numbers the axis must cover; nothing where the rows decide.
  package var domain: ClosedRange<Double>?
  /// A value marked by a line, such as zero or even odds.
  package var reference: Double?
  /// Whether a bar reaches from the reference (or the left end) to the value.
  package var hasBars: Bool

  /// Makes a chart.
  package init(
    rows: [Row], axis: String, domain: ClosedRange<Double>? = nil, reference: Double? = nil,
    hasBars: Bool = false
  ) {
    self.rows = rows
    self.axis = axis
    self.domain = domain
    self.reference = reference
    self.hasBars = hasBars
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    let label: String
    let value: Double
    let low: Double?
    let high: Double?
    let text: String
    let paint: Paint

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - label: The name of the row.
    ///   - value: The value; a row whose value is not finite shows only its text.
    ///   - low: The lower end of the interval.
    ///   - high: The upper end of the interval.
    ///   - text: The value in words, shown at the right edge.
    ///   - paint: The colour.
    package init(
      label: String, value: Double, low: Double? = nil, high: Double? = nil, text: String = "",
      paint: Paint = .blue
    ) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.text = text
      self.paint = paint
    }
  }

  /// Draws the chart.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    let size = FigureType.small
    let widest = rows.map { TextMetrics.width(of: $0.label, size: size) }.max() ?? 0
    let isBeside = width > 500 && widest < width * 0.4
    let left = isBeside ? widest + 18 : 12
    let textWidth = rows.map { TextMetrics.width(of: $0.text, size: size) }.max() ?? 0
    let right = width - 14 - (textWidth > 0 ? textWidth + 8 : 0)
    let scale = scale(from: left, to: max(right, left + 40))
    var y = 6.0
    var places: [Double] = []
    var labels: [(String, Double, Double)] = []
    for row in rows {
      if !isBeside {
        for line in TextMetrics.wrapped(row.label, width: width - 12, size: size) {
          y += 14
          labels.append((line, 6, y))
        }
        y += 4
      }
      y += 20
      places.append(y - 10)
      if isBeside { labels.append((row.label, 6, y - 6)) }
      y += isBeside ? 2 : 6
    }
    let foot = y + 4
    let least = isBeside ? 60.0 : 46.0
    for tick in scale.ticks(atMost: max(2, Int((scale.end - scale.start) / least))) {
      let x = scale.place(tick.value)
      canvas.line(x1: x, y1: 4, x2: x, y2: foot, Stroke(.grid))
      canvas.text(tick.label, x: x, y: foot + 14, size: size, anchor: .middle, paint: .muted)
    }
    if let reference, scale.domain.contains(reference) {
      let x = scale.place(reference)
      canvas.line(x1: x, y1: 4, x2: x, y2: foot, Stroke(.muted, width: 1.2, dash: [4, 3]))
    }
    for label in labels {
      let extent = TextMetrics.width(of: label.0, size: size)
      if !isBeside {
        canvas.rectangle(
          x: label.1 - 2, y: label.2 - 11, width: extent + 4, height: 14, .solid(.ground))
      }
      canvas.text(label.0, x: label.1, y: label.2, size: size)
    }
    for (row, place) in zip(rows, places) { draw(row, y: place, scale, width, &canvas) }
    y = foot + 18
    for line in TextMetrics.wrapped(axis, width: width - 12, size: size) {
      y += 14
      canvas.text(line, x: 6, y: y, size: size, paint: .muted)
    }
    canvas.height = y + 8
    return canvas
  }

  private func scale(from start: Double, to end: Double) -> LinearScale {
    if let domain { return LinearScale(domain: domain, start: start, end: end) }
    let values = rows.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] }
    return LinearScale(covering: values, including: reference, start: start, end: end)
  }

  private func draw(
    _ row: Row, y: Double, _ scale: LinearScale, _ width: Double, _ canvas: inout SVGCanvas
  ) {
    func place(_ value: Double) -> Double {
      scale.place(min(max(value, scale.domain.lowerBound), scale.domain.upperBound))
    }
    canvas.text(row.text, x: width - 6, y: y + 4, size: FigureType.small, anchor: .end)
    guard row.value.isFinite else { return }
    let tip = "\(row.label): \(row.text)"
    if hasBars {
      let base = place(reference ?? scale.domain.lowerBound)
      canvas.rectangle(
        x: min(base, place(row.value)), y: y - 6, width: abs(place(row.value) - base), height: 12,
        .solid(row.paint, opacity: 0.75), tip: tip)
    }
    if let low = row.low, let high = row.high, low.isFinite, high.isFinite {
      let stroke = Stroke(hasBars ? .ink : row.paint, width: hasBars ? 1.5 : 2.5)
      canvas.line(x1: place(low), y1: y, x2: place(high), y2: y, stroke)
      for x in [place(low), place(high)] {
        canvas.line(x1: x, y1: y - 4, x2: x, y2: y + 4, stroke)
      }
    }
    if !hasBars {
      canvas.circle(
        x: place(row.value), y: y, radius: 5, .solid(row.paint), outline: Stroke(.ground), tip: tip)
    }
  }
}
