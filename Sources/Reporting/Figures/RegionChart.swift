package import Strategy

/// The region of two parameters in which the acts are part of an equilibrium, with the analyst's point.
package struct RegionChart: Drawing {
  private let map: RegionMap

  /// Draws a region.
  package init(_ map: RegionMap) { self.map = map }

  private struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let x: LinearScale
    let y: LinearScale
  }

  /// Draws the region; its sides are exact, its lines as far apart as a picture needs.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    let size = FigureType.small
    var y = 4.0
    for line in TextMetrics.wrapped(
      "up: \(map.up.name), \(map.up.what)", width: width - 10, size: size)
    {
      y += 13
      canvas.text(line, x: 4, y: y, size: size, paint: .muted)
    }
    let top = y + 12
    let left = 46.0
    let right = min(width - 14, left + 620)
    let bottom = top + min(380, (right - left) * 0.72)
    let frame = Frame(
      left: left, right: right, top: top, bottom: bottom,
      x: LinearScale(
        domain: map.across.low...max(map.across.high, map.across.low), start: left,
        end: right),
      y: LinearScale(domain: map.up.low...max(map.up.high, map.up.low), start: bottom, end: top))
    drawGround(frame, &canvas)
    drawRegion(frame, &canvas)
    drawAxes(frame, &canvas)
    drawPoint(frame, &canvas)
    y = bottom + 20
    for line in TextMetrics.wrapped(
      "across: \(map.across.name), \(map.across.what)", width: width - 10, size: size)
    {
      y += 14
      canvas.text(line, x: 4, y: y, size: size, paint: .muted)
    }
    y += 8
    y += legend.draw(on: &canvas, x: 4, y: y, width: width - 8)
    canvas.height = y + 6
    return canvas
  }

  private static let storyFill = Fill.solid(.blue, opacity: 0.32)
  private static let otherFill = Fill.solid(.grey, opacity: 0.14)
  private static let noneFill = Fill.hatched(.grey)

  private var legend: Legend {
    var legend = Legend()
    if map.lines.contains(where: { !$0.spans.isEmpty }) {
      legend.add(.area(Self.storyFill), "the acts are part of a pure equilibrium")
    }
    let seen = Set(map.grid.verdicts.joined())
    if seen.contains(.other) {
      legend.add(.area(Self.otherFill), "pure equilibria, none with the acts")
    }
    if seen.contains(.none) { legend.add(.area(Self.noneFill), "no pure equilibrium") }
    legend.add(
      .point(.vermilion),
      "the analyst's values: \(map.across.name) = \(NumberFormat.short(map.across.value)), "
        + "\(map.up.name) = \(NumberFormat.short(map.up.value))")
    if edges.contains(where: { $0.edge != nil }) {
      legend.add(
        .line(Stroke(.vermilion, width: 1.5, dash: [4, 3])), "to the nearest edge, one at a time")
    }
    return legend
  }

  /// What holds at the points of the grid outside the region, in runs along each row.
  private func drawGround(_ frame: Frame, _ canvas: inout SVGCanvas) {
    let rows = map.grid.verdicts
    let height = (frame.bottom - frame.top) / Double(max(1, rows.count))
    for (index, row) in rows.enumerated() {
      let cells = Self.filled(row)
      let width = (frame.right - frame.left) / Double(max(1, cells.count))
      let top = frame.bottom - Double(index + 1) * height
      var start = 0
      while start < cells.count {
        var end = start
        while end + 1 < cells.count, cells[end + 1] == cells[start] { end += 1 }
        let fill: Fill? =
          switch cells[start] {
          case .other: Self.otherFill
          case .none: Self.noneFill
          case .story: nil
          }
        if let fill {
          // Pieces of a pattern are drawn as one area without an outline of its own.
          canvas.rectangle(
            x: frame.left + Double(start) * width, y: top, width: Double(end - start + 1) * width,
            height: height, fill, outline: Stroke(.ground, width: 0))
        }
        start = end + 1
      }
    }
  }

  /// A row in which points of the region take what holds at the nearest point outside it.
  private static func filled(_ row: [RegionGrid.Support]) -> [RegionGrid.Support] {
    row.indices.map { index in
      guard row[index] == .story else { return row[index] }
      let nearest = row.indices.filter { row[$0] != .story }
        .min { abs($0 - index) < abs($1 - index) }
      return nearest.map { row[$0] } ?? .story
    }
  }

  private func drawRegion(_ frame: Frame, _ canvas: inout SVGCanvas) {
    let strip = (frame.bottom - frame.top) / Double(max(1, map.lines.count))
    for band in bands {
      var right: [(x: Double, y: Double)] = []
      var left: [(x: Double, y: Double)] = []
      for (place, span) in band.spans.enumerated() {
        let middle = frame.bottom - (Double(band.first + place) + 0.5) * strip
        let ends = (frame.x.place(span.0), frame.x.place(span.1))
        if place == 0 {
          left.append((ends.0, middle + strip / 2))
          right.append((ends.1, middle + strip / 2))
        }
        left.append((ends.0, middle))
        right.append((ends.1, middle))
        if place == band.spans.count - 1 {
          left.append((ends.0, middle - strip / 2))
          right.append((ends.1, middle - strip / 2))
        }
      }
      left = Self.straightened(left)
      right = Self.straightened(right)
      canvas.area(left + right.reversed(), .solid(.ground))
      canvas.area(left + right.reversed(), Self.storyFill)
      let stroke = Stroke(.blue, width: 1.6)
      canvas.path(left.map { inside($0, frame) }, stroke)
      canvas.path(right.map { inside($0, frame) }, stroke)
      for pair in [(left.first, right.first), (left.last, right.last)] {
        if let from = pair.0, let to = pair.1, from.y > frame.top + 1, from.y < frame.bottom - 1,
          to.x - from.x > 1
        {
          canvas.path([from, to], stroke)
        }
      }
    }
  }

  /// A point of an edge; none where the drawing ends and not the region.
  private func inside(_ point: (x: Double, y: Double), _ frame: Frame) -> (x: Double, y: Double) {
    point.x < frame.left + 0.05 || point.x > frame.right - 0.05 ? (.nan, .nan) : point
  }

  /// The points without those on the straight line between their neighbours.
  private static func straightened(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index + 1 < points.count {
        let next = points[index + 1]
        let slope = (next.x - last.x) * (point.y - last.y) - (point.x - last.x) * (next.y - last.y)
        if abs(slope) < 0.02 * max(1, abs(next.y - last.y)) { continue }
      }
      kept.append(point)
    }
    return kept
  }

  /// Stretches of neighbouring lines that belong together: each overlaps just one of the next line.
  private var bands: [(first: Int, spans: [(Double, Double)])] {
    var done: [(first: Int, spans: [(Double, Double)])] = []
    var open: [(first: Int, spans: [(Double, Double)])] = []
    for (index, line) in map.lines.enumerated() {
      let spans = line.spans.compactMap { $0.count == 2 ? ($0[0], $0[1]) : nil }
      func meets(_ a: (Double, Double), _ b: (Double, Double)) -> Bool { a.0 <= b.1 && b.0 <= a.1 }
      var next: [(first: Int, spans: [(Double, Double)])] = []
      var taken: Set<Int> = []
      for band in open {
        guard let last = band.spans.last else { continue }
        let matches = spans.indices.filter { meets(spans[$0], last) }
        if matches.count == 1,
          open.count(where: { $0.spans.last.map { meets($0, spans[matches[0]]) } ?? false }) == 1
        {
          taken.insert(matches[0])
          next.append((band.first, band.spans + [spans[matches[0]]]))
        } else {
          done.append(band)
        }
      }
      for place in spans.indices where !taken.contains(place) {
        next.append((index, [spans[place]]))
      }
      open = next
    }
    return done + open
  }

  private func drawAxes(_ frame: Frame, _ canvas: inout SVGCanvas) {
    let size = FigureType.small
    let stroke = Stroke(.muted)
    canvas.line(x1: frame.left, y1: frame.bottom, x2: frame.right, y2: frame.bottom, stroke)
    canvas.line(x1: frame.left, y1: frame.top, x2: frame.left, y2: frame.bottom, stroke)
    for tick in frame.x.ticks(atMost: max(2, Int((frame.right - frame.left) / 55))) {
      let x = frame.x.place(tick.value)
      canvas.line(x1: x, y1: frame.bottom, x2: x, y2: frame.bottom + 4, stroke)
      canvas.text(
        tick.label, x: x, y: frame.bottom + 16, size: size, anchor: .middle, paint: .muted)
    }
    for tick in frame.y.ticks(atMost: max(2, Int((frame.bottom - frame.top) / 36))) {
      let y = frame.y.place(tick.value)
      canvas.line(x1: frame.left - 4, y1: y, x2: frame.left, y2: y, stroke)
      canvas.text(
        tick.label, x: frame.left - 7, y: y + 4, size: size, anchor: .end, paint: .muted)
    }
  }

  private var edges: [(isAcross: Bool, edge: Double?)] {
    [
      (true, map.across.edgeBelow), (true, map.across.edgeAbove), (false, map.up.edgeBelow),
      (false, map.up.edgeAbove),
    ]
  }

  private func drawPoint(_ frame: Frame, _ canvas: inout SVGCanvas) {
    guard frame.x.domain.contains(map.across.value), frame.y.domain.contains(map.up.value) else {
      return
    }
    let x = frame.x.place(map.across.value)
    let y = frame.y.place(map.up.value)
    let stroke = Stroke(.vermilion, width: 1.5, dash: [4, 3])
    let size = FigureType.small
    for (isAcross, edge) in edges {
      guard let edge else { continue }
      let name = isAcross ? map.across.name : map.up.name
      let text = "\(name) = \(NumberFormat.short(edge))"
      if isAcross {
        let end = frame.x.place(edge)
        canvas.line(x1: x, y1: y, x2: end, y2: y, stroke)
        canvas.line(x1: end, y1: y - 5, x2: end, y2: y + 5, Stroke(.vermilion, width: 2))
        canvas.text(
          text, x: end + (end < x ? -6 : 6), y: y - 6, size: size, anchor: end < x ? .end : .start,
          isBold: true)
      } else {
        let end = frame.y.place(edge)
        canvas.line(x1: x, y1: y, x2: x, y2: end, stroke)
        canvas.line(x1: x - 5, y1: end, x2: x + 5, y2: end, Stroke(.vermilion, width: 2))
        canvas.text(text, x: x + 9, y: end + (end < y ? -5 : 14), size: size, isBold: true)
      }
    }
    canvas.circle(
      x: x, y: y, radius: 5.5, .solid(.vermilion), outline: Stroke(.ground, width: 1.5),
      tip: "the analyst's values")
  }
}
