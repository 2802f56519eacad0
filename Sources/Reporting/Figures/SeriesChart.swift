/// A series over its index, with the stretches between its turns and where each turn may lie.
package struct SeriesChart: Drawing {
  /// The values in order, with nothing where one is missing.
  package var values: [Double?]
  /// The line of each stretch between turns.
  package var segments: [Segment]
  /// The turns.
  package var turns: [Turn]
  /// The level at each index with its band, where the level is followed instead of cut in stretches.
  package var levels: [Level]
  /// The text below an index of the horizontal axis.
  package var labels: Labels
  /// What is measured, above the plot.
  package var title: String

  /// A stretch of the series as the model sees it.
  package struct Segment: Hashable, Sendable {
    let first: Int
    let last: Int
    let from: Double
    let to: Double
    let spread: Double

    /// Makes a stretch with the level at either end and the spread around it.
    package init(first: Int, last: Int, from: Double, to: Double, spread: Double) {
      self.first = first
      self.last = last
      self.from = from
      self.to = to
      self.spread = spread
    }
  }

  /// A level with its band.
  package struct Level: Hashable, Sendable {
    let value: Double
    let low: Double
    let high: Double

    /// Makes a level.
    package init(_ value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// A turn before an index, which may lie anywhere in a range.
  package struct Turn: Hashable, Sendable {
    let index: Int
    let range: ClosedRange<Int>
    let label: String
    let tip: String

    /// Makes a turn.
    package init(index: Int, range: ClosedRange<Int>, label: String, tip: String) {
      self.index = index
      self.range = range
      self.label = label
      self.tip = tip
    }
  }

  /// How indices are written.
  package enum Labels: Sendable {
    /// As numbers.
    case numbers
    /// By the names of the periods.
    case names([String])
  }

  /// Makes a chart.
  package init(
    values: [Double?], segments: [Segment] = [], turns: [Turn] = [], levels: [Level] = [],
    labels: Labels = .numbers, title: String
  ) {
    self.values = values
    self.segments = segments
    self.turns = turns
    self.levels = levels
    self.labels = labels
    self.title = title
  }

  /// Draws the chart.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    var legend = Legend()
    legend.add(.line(Stroke(.muted)), "series")
    let stretches = "one standard deviation around it"
    legend.add(
      .line(Stroke(.blue, width: 2.5)), levels.isEmpty ? "level between turns" : "level")
    legend.add(.area(.solid(.sky, opacity: 0.2)), levels.isEmpty ? stretches : "90% band")
    if !turns.isEmpty {
      legend.add(.line(Stroke(.vermilion, width: 1.5)), "turn")
      legend.add(.area(.solid(.orange, opacity: 0.35)), "where it may lie")
    }
    var y = legend.draw(on: &canvas, x: 4, y: 2, width: width - 8) + 18
    canvas.text(title, x: 4, y: y, isBold: true)
    let bounds =
      values.compactMap { $0 } + segments.flatMap { [$0.from, $0.to] }
      + levels.flatMap { [$0.low, $0.high] }
    let ticks = LinearScale(covering: bounds, start: 0, end: 1).ticks(atMost: 7)
    let left =
      14 + (ticks.map { TextMetrics.width(of: $0.label, size: FigureType.small) }.max() ?? 10)
    let across = LinearScale(
      domain: -0.5...(Double(max(values.count, 1)) - 0.5), start: left, end: width - 10)
    let lanes = laneOf(turns, across, width)
    let laneCount = (lanes.compactMap { $0 }.max() ?? -1) + 1
    let top = y + 10 + Double(laneCount) * 15
    let foot = top + max(180, min(320, width * 0.36))
    let up = LinearScale(covering: bounds, start: foot, end: top)
    for tick in up.ticks(atMost: 7) {
      let height = up.place(tick.value)
      canvas.line(x1: left, y1: height, x2: width - 10, y2: height, Stroke(.grid))
      canvas.text(
        tick.label, x: left - 6, y: height + 4, size: FigureType.small, anchor: .end, paint: .muted)
    }
    drawRanges(across, top...foot, &canvas)
    drawRibbons(across, up, &canvas)
    canvas.path(
      thinned(across).map { (across.place(Double($0.index)), up.place($0.value)) }, Stroke(.muted))
    if values.count <= 150 {
      for (index, value) in values.enumerated() {
        guard let value else { continue }
        canvas.circle(
          x: across.place(Double(index)), y: up.place(value), radius: 2, .solid(.muted),
          tip: "\(name(index)): \(NumberFormat.short(value, decimals: 3))")
      }
    }
    drawLevels(across, up, &canvas)
    drawTurns(lanes, across, top...foot, labelsFrom: y + 10, &canvas)
    y = foot + drawAxis(across, foot, &canvas)
    canvas.height = y + 6
    return canvas
  }

  private func name(_ index: Int) -> String {
    switch labels {
    case .numbers: "\(index)"
    case .names(let names): names.indices.contains(index) ? names[index] : "\(index)"
    }
  }

  private func drawRanges(
    _ across: LinearScale, _ plot: ClosedRange<Double>, _ canvas: inout SVGCanvas
  ) {
    for turn in turns {
      let start = across.place(Double(turn.range.lowerBound) - 0.5)
      let end = across.place(Double(turn.range.upperBound) + 0.5)
      canvas.rectangle(
        x: start, y: plot.lowerBound, width: max(2, end - start),
        height: plot.upperBound - plot.lowerBound, .solid(.orange, opacity: 0.35), tip: turn.tip)
    }
  }

  private func drawRibbons(_ across: LinearScale, _ up: LinearScale, _ canvas: inout SVGCanvas) {
    let shown = everyFew(across)
    canvas.area(
      shown.map { (across.place(Double($0)), up.place(levels[$0].high)) }
        + shown.reversed().map { (across.place(Double($0)), up.place(levels[$0].low)) },
      .solid(.sky, opacity: 0.3))
    for segment in segments {
      let start = across.place(Double(segment.first) - 0.5)
      let end = across.place(Double(segment.last) + 0.5)
      let ribbon = [
        (start, segment.from + segment.spread), (end, segment.to + segment.spread),
        (end, segment.to - segment.spread), (start, segment.from - segment.spread),
      ]
      canvas.area(ribbon.map { (x: $0.0, y: up.place($0.1)) }, .solid(.sky, opacity: 0.2))
    }
  }

  /// The indices of the levels that are drawn: two for every unit of width at most.
  private func everyFew(_ across: LinearScale) -> [Int] {
    let step = max(1, levels.count / max(1, Int(2 * (across.end - across.start))))
    return stride(from: 0, to: levels.count, by: step).map { $0 }
  }

  private func drawLevels(_ across: LinearScale, _ up: LinearScale, _ canvas: inout SVGCanvas) {
    canvas.path(
      everyFew(across).map { (across.place(Double($0)), up.place(levels[$0].value)) },
      Stroke(.blue, width: 2.5))
    for segment in segments {
      canvas.line(
        x1: across.place(Double(segment.first) - 0.5), y1: up.place(segment.from),
        x2: across.place(Double(segment.last) + 0.5), y2: up.place(segment.to),
        Stroke(.blue, width: 2.5))
    }
  }

  /// The lane of each turn's label above the plot; nothing where it finds no room in four.
  private func laneOf(_ turns: [Turn], _ across: LinearScale, _ width: Double) -> [Int?] {
    var ends: [Double] = []
    return turns.map { turn in
      let (start, end) = extent(of: turn, across, width)
      if let lane = ends.firstIndex(where: { $0 + 6 <= start }) {
        ends[lane] = end
        return lane
      }
      guard ends.count < 4 else { return nil }
      ends.append(end)
      return ends.count - 1
    }
  }

  private func extent(of turn: Turn, _ across: LinearScale, _ width: Double) -> (Double, Double) {
    let size = TextMetrics.width(of: turn.label, size: FigureType.small)
    let centre = across.place(Double(turn.index) - 0.5)
    let start = min(max(2, centre - size / 2), width - size - 2)
    return (start, start + size)
  }

  private func drawTurns(
    _ lanes: [Int?], _ across: LinearScale, _ plot: ClosedRange<Double>, labelsFrom labels: Double,
    _ canvas: inout SVGCanvas
  ) {
    for (turn, lane) in zip(turns, lanes) {
      let x = across.place(Double(turn.index) - 0.5)
      let top = lane.map { labels + Double($0) * 15 + 12 } ?? plot.lowerBound
      canvas.line(x1: x, y1: top, x2: x, y2: plot.upperBound, Stroke(.vermilion, width: 1.5))
    }
    for (turn, lane) in zip(turns, lanes) {
      guard let lane else { continue }
      let base = labels + Double(lane) * 15 + 8
      let (start, end) = extent(of: turn, across, canvas.width)
      // No line runs through a label.
      canvas.rectangle(
        x: start - 2, y: base - 10, width: end - start + 4, height: 13, .solid(.ground))
      canvas.text(turn.label, x: start, y: base, size: FigureType.small)
    }
  }

  private func drawAxis(_ across: LinearScale, _ foot: Double, _ canvas: inout SVGCanvas) -> Double
  {
    canvas.line(x1: across.start, y1: foot, x2: across.end, y2: foot, Stroke(.muted))
    let widest = TextMetrics.width(
      of: name(max(0, values.count - 1)), size: FigureType.small)
    let room = max(2, Int((across.end - across.start) / (widest + 18)))
    var reached = -Double.infinity
    for tick in across.ticks(atMost: min(room, 12)) {
      let index = Int(tick.value.rounded())
      guard abs(tick.value - Double(index)) < 1e-9, values.indices.contains(index) else { continue }
      let x = across.place(Double(index))
      let half = TextMetrics.width(of: name(index), size: FigureType.small) / 2
      canvas.line(x1: x, y1: foot, x2: x, y2: foot + 4, Stroke(.muted))
      let centre = min(max(x, half + 2), canvas.width - half - 2)
      guard centre - half > reached + 4 else { continue }
      canvas.text(
        name(index), x: centre, y: foot + 16, size: FigureType.small, anchor: .middle,
        paint: .muted)
      reached = centre + half
    }
    return 22
  }

  /// The series, with no more than the extremes of every unit of width; a gap breaks the line.
  private func thinned(_ across: LinearScale) -> [(index: Int, value: Double)] {
    let all = values.enumerated().map { (index: $0.offset, value: $0.element ?? .nan) }
    let limit = max(1, Int(across.end - across.start))
    guard all.count > 4 * limit else { return all }
    return (0..<limit).flatMap { bucket -> [(index: Int, value: Double)] in
      let part = all[(bucket * all.count / limit)..<((bucket + 1) * all.count / limit)]
      let present = part.filter { $0.value.isFinite }
      guard let low = present.min(by: { $0.value < $1.value }),
        let high = present.max(by: { $0.value < $1.value })
      else { return part.first.map { [$0] } ?? [] }
      return low.index <= high.index ? [low, high] : [high, low]
    }
  }
}
