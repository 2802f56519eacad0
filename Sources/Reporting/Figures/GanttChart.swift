package import Diplomacy

/// Rows of spans over the same days, such as the states of channels or the life of levers.
package struct GanttChart: Drawing {
  /// The days shown.
  package var span: DateSpan
  /// The rows from top to bottom.
  package var rows: [Row]
  /// Dates pointed out across the rows.
  package var marks: [DatedMark]
  /// What the fills stand for.
  package var legend: Legend

  /// Makes a chart.
  package init(span: DateSpan, rows: [Row], marks: [DatedMark] = [], legend: Legend = Legend()) {
    self.span = span
    self.rows = rows
    self.marks = marks
    self.legend = legend
  }

  /// One row.
  package struct Row: Sendable {
    /// The name of the row.
    package var label: String
    /// The spans of the row.
    package var bars: [Bar]
    /// A line over the row where a group of rows starts.
    package var group: String

    /// Makes a row.
    package init(label: String, bars: [Bar], group: String = "") {
      self.label = label
      self.bars = bars
      self.group = group
    }
  }

  /// One span of a row.
  package struct Bar: Sendable {
    let span: DateSpan
    let fill: Fill
    let text: String
    let tip: String
    let height: Double

    /// Makes a span.
    ///
    /// - Parameters:
    ///   - span: The days.
    ///   - fill: How it is filled.
    ///   - text: Written in the bar where it fits.
    ///   - tip: Shown where a pointer rests on it.
    ///   - height: The share of the row's height, within 0 to 1.
    package init(
      _ span: DateSpan, _ fill: Fill, text: String = "", tip: String = "", height: Double = 1
    ) {
      self.span = span
      self.fill = fill
      self.text = text
      self.tip = tip
      self.height = height.isFinite ? min(max(height, 0.1), 1) : 1
    }
  }

  /// Draws the chart.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    var y = legend.draw(on: &canvas, x: 4, y: 2, width: width - 8) + 6
    let size = FigureType.small
    let widest = rows.map { TextMetrics.width(of: $0.label, size: size) }.max() ?? 0
    let isBeside = width > 500
    let column = min(widest + 2, width * 0.3)
    let left = isBeside ? column + 14 : 6
    let time = TimeScale(span: span, start: left, end: width - 8)
    let layout = MarkLayout(marks, on: time, left: 2, right: width - 2)
    y += layout.height
    let top = y
    var bodies: [(row: Row, y: Double)] = []
    var labels: [(text: String, x: Double, y: Double, isBold: Bool)] = []
    for row in rows {
      if !row.group.isEmpty {
        y += 18
        let group = TextMetrics.fitted(row.group, width: width - 8, size: 12, isBold: true)
        labels.append((group, 4, y - 4, true))
      }
      let lines = TextMetrics.wrapped(
        row.label, width: isBeside ? column : width - 12, size: size)
      for (index, line) in lines.enumerated() {
        labels.append((line, 6, y + (isBeside ? 15 : 13) + 13 * Double(index), false))
      }
      let height = 13 * Double(lines.count)
      if !isBeside { y += height + 2 }
      bodies.append((row, y + 2))
      y += max(Self.rowHeight + 4, isBeside ? height + 7 : 0)
    }
    layout.draw(on: &canvas, scale: time, labelsAbove: top, plots: [top...max(top, y)])
    for body in bodies { draw(body.row, y: body.y, time, &canvas) }
    for label in labels {
      if !isBeside || label.isBold {
        let extent = TextMetrics.width(
          of: label.text, size: label.isBold ? 12 : size, isBold: label.isBold)
        canvas.rectangle(
          x: label.x - 2, y: label.y - 11, width: extent + 4, height: 14.5, .solid(.ground))
      }
      canvas.text(
        label.text, x: label.x, y: label.y, size: label.isBold ? 12 : size, isBold: label.isBold)
    }
    y += TimeAxis(scale: time).draw(on: &canvas, y: y)
    y += layout.drawKey(on: &canvas, x: 4, y: y, width: width - 8)
    canvas.height = y + 6
    return canvas
  }

  static let rowHeight = 18.0

  private func draw(_ row: Row, y: Double, _ time: TimeScale, _ canvas: inout SVGCanvas) {
    canvas.line(
      x1: time.start, y1: y + Self.rowHeight / 2, x2: time.end, y2: y + Self.rowHeight / 2,
      Stroke(.grid))
    for bar in row.bars where bar.span.overlaps(span) {
      let start = time.dawn(bar.span.first)
      let width = max(1.5, time.dusk(bar.span.last) - start)
      let height = Self.rowHeight * bar.height
      let bottom = y + Self.rowHeight
      canvas.rectangle(
        x: start, y: bottom - height, width: width, height: height, bar.fill, tip: bar.tip)
      let extent = TextMetrics.width(of: bar.text, size: 10)
      if !bar.text.isEmpty, extent + 8 <= width, bar.height > 0.7 {
        canvas.rectangle(
          x: start + 3, y: bottom - 14.5, width: extent + 4, height: 12,
          .solid(.ground, opacity: 0.85), radius: 2)
        canvas.text(bar.text, x: start + 5, y: bottom - 5, size: 10)
      }
    }
  }
}
