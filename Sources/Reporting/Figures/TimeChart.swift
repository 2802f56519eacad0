package import Diplomacy

/// Panels of numbers over the same days, one below the other, with dated marks through all.
package struct TimeChart: Drawing {
  /// The days shown.
  package var span: DateSpan
  /// The panels from top to bottom.
  package var panels: [Panel]
  /// Dates pointed out in every panel.
  package var marks: [DatedMark]

  /// Whether all panels have the same scale, so that heights can be compared.
  package var sharesScale: Bool

  /// Makes a chart.
  package init(
    span: DateSpan, panels: [Panel], marks: [DatedMark] = [], sharesScale: Bool = false
  ) {
    self.span = span
    self.panels = panels
    self.marks = marks
    self.sharesScale = sharesScale
  }

  /// One panel.
  package struct Panel: Sendable {
    /// The line above the panel: what is measured, and in what unit.
    package var title: String
    /// What is drawn, from back to front.
    package var layers: [Layer]
    /// A value the panel must show, with a stronger line: often zero.
    package var reference: Double?
    /// The height of the plot.
    package var height: Double

    /// Makes a panel.
    package init(
      title: String, layers: [Layer], reference: Double? = nil, height: Double = 150
    ) {
      self.title = title
      self.layers = layers
      self.reference = reference
      self.height = height
    }
  }

  /// One thing drawn in a panel.
  package enum Layer: Sendable {
    /// A line.
    case line(name: String, Stroke, [Point])
    /// A ribbon between two values, such as an interval of uncertainty.
    case band(name: String, Fill, [Range])
    /// An area of even height over each span, such as a balance.
    case steps(name: String, Fill, [Bar])
    /// Bars, one over each span with a little room between them.
    case bars(name: String, Fill, [Bar])
    /// A point with its value and the days it may lie on.
    case point(name: String, Paint, Point, within: DateSpan)
  }

  /// A value on a day.
  package struct Point: Hashable, Sendable {
    let day: Day
    let value: Double

    /// Makes a point.
    package init(_ day: Day, _ value: Double) {
      self.day = day
      self.value = value
    }
  }

  /// Two values on a day.
  package struct Range: Hashable, Sendable {
    let day: Day
    let low: Double
    let high: Double

    /// Makes a range.
    package init(_ day: Day, _ low: Double, _ high: Double) {
      self.day = day
      self.low = low
      self.high = high
    }
  }

  /// A height over a span of days.
  package struct Bar: Hashable, Sendable {
    let span: DateSpan
    let from: Double
    let to: Double
    let tip: String

    /// Makes a bar.
    package init(_ span: DateSpan, from: Double = 0, to: Double, tip: String = "") {
      self.span = span
      self.from = from
      self.to = to
      self.tip = tip
    }
  }

  /// Draws the chart.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    var y = legend.draw(on: &canvas, x: 4, y: 2, width: width - 8) + 6
    let all = panels.flatMap(\.layers).flatMap(\.values)
    let scales = panels.map { panel in
      LinearScale(
        covering: sharesScale ? all : panel.layers.flatMap(\.values),
        including: panel.reference, start: 0, end: 1)
    }
    let labels = scales.flatMap { $0.ticks(atMost: 5).map(\.label) }
    let left =
      12 + (labels.map { TextMetrics.width(of: $0, size: FigureType.small) }.max() ?? 10)
    let time = TimeScale(span: span, start: left, end: width - 8)
    let layout = MarkLayout(marks, on: time, left: 2, right: width - 2)
    var plots: [(top: Double, height: Double)] = []
    for (index, panel) in panels.enumerated() {
      for line in TextMetrics.wrapped(
        panel.title, width: width - 8, size: FigureType.size, isBold: true)
      {
        y += 16
        canvas.text(line, x: 4, y: y - 2, isBold: true)
      }
      y += 8 + (index == 0 ? layout.height : 0)
      plots.append((y, panel.height))
      y += panel.height + 12
    }
    guard let first = plots.first, let last = plots.last else {
      canvas.height = y
      return canvas
    }
    let foot = last.top + last.height
    for (panel, (scale, plot)) in zip(panels, zip(scales, plots)) {
      let vertical = LinearScale(
        domain: scale.domain, start: plot.top + plot.height, end: plot.top)
      grid(panel, vertical, time, plot.top, plot.height, &canvas)
      for layer in panel.layers { draw(layer, time, vertical, &canvas) }
    }
    layout.draw(
      on: &canvas, scale: time, labelsAbove: first.top,
      plots: plots.map { $0.top...($0.top + $0.height) })
    y = foot + TimeAxis(scale: time).draw(on: &canvas, y: foot)
    y += layout.drawKey(on: &canvas, x: 4, y: y, width: width - 8)
    canvas.height = y + 6
    return canvas
  }

  private var legend: Legend {
    var legend = Legend()
    for layer in panels.flatMap(\.layers) {
      switch layer {
      case .line(let name, let stroke, _): legend.add(.line(stroke), name)
      case .band(let name, let fill, _), .steps(let name, let fill, _),
        .bars(let name, let fill, _):
        legend.add(.area(fill), name)
      case .point(let name, let paint, _, _): legend.add(.point(paint), name)
      }
    }
    return legend
  }

  private func grid(
    _ panel: Panel, _ vertical: LinearScale, _ time: TimeScale, _ top: Double, _ height: Double,
    _ canvas: inout SVGCanvas
  ) {
    for tick in vertical.ticks(atMost: max(3, Int(height / 22))) {
      let y = vertical.place(tick.value)
      let isReference = tick.value == panel.reference
      canvas.line(x1: time.start, y1: y, x2: time.end, y2: y, Stroke(isReference ? .muted : .grid))
      canvas.text(
        tick.label, x: time.start - 6, y: y + 4, size: FigureType.small, anchor: .end,
        paint: .muted)
    }
  }
}

extension TimeChart.Layer {
  /// Every value the layer shows.
  var values: [Double] {
    switch self {
    case .line(_, _, let points): points.map(\.value)
    case .band(_, _, let ranges): ranges.flatMap { [$0.low, $0.high] }
    case .steps(_, _, let bars), .bars(_, _, let bars): bars.flatMap { [$0.from, $0.to] }
    case .point(_, _, let point, _): [point.value]
    }
  }
}
