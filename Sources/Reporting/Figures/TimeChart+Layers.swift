import Diplomacy

extension TimeChart {
  func draw(
    _ layer: Layer, _ time: TimeScale, _ vertical: LinearScale, _ canvas: inout SVGCanvas
  ) {
    switch layer {
    case .line(_, let stroke, let points):
      let shown = points.filter { span.contains($0.day) }
      canvas.path(
        Self.thinned(shown, time).map { (time.place($0.day), vertical.place($0.value)) }, stroke)
    case .band(_, let fill, let ranges):
      let shown = Self.thinned(ranges.filter { span.contains($0.day) }, time)
      let upper = shown.map { (time.place($0.day), vertical.place($0.high)) }
      let lower = shown.reversed().map { (time.place($0.day), vertical.place($0.low)) }
      canvas.area(upper + lower, fill)
    case .steps(_, let fill, let bars):
      for bar in bars { draw(bar, fill, time, vertical, room: 0, &canvas) }
    case .bars(_, let fill, let bars):
      for bar in bars { draw(bar, fill, time, vertical, room: 0.1, &canvas) }
    case .point(let name, let paint, let point, let within):
      guard point.value.isFinite, span.contains(point.day) else { return }
      let y = vertical.place(point.value)
      let stroke = Stroke(paint, width: 2)
      let start = time.place(within.first)
      let end = time.place(within.last)
      canvas.line(x1: start, y1: y, x2: end, y2: y, stroke)
      for x in [start, end] { canvas.line(x1: x, y1: y - 4, x2: x, y2: y + 4, stroke) }
      canvas.circle(
        x: time.place(point.day), y: y, radius: 4.5, .solid(paint), outline: Stroke(.ground),
        tip: "\(name): \(point.day), between \(within.first) and \(within.last)")
    }
  }

  private func draw(
    _ bar: Bar, _ fill: Fill, _ time: TimeScale, _ vertical: LinearScale, room: Double,
    _ canvas: inout SVGCanvas
  ) {
    guard bar.from.isFinite, bar.to.isFinite, bar.from != bar.to, bar.span.overlaps(span) else {
      return
    }
    let start = time.dawn(bar.span.first)
    let width = time.dusk(bar.span.last) - start
    let from = vertical.place(bar.from)
    let to = vertical.place(bar.to)
    canvas.rectangle(
      x: start + width * room, y: min(from, to), width: max(1, width * (1 - 2 * room)),
      height: abs(to - from), fill, tip: bar.tip)
  }

  /// At most four points for every two units of width: the first, the extremes and the last.
  private static func thinned(_ points: [Point], _ time: TimeScale) -> [Point] {
    let limit = Int(time.end - time.start)
    guard points.count > 2 * limit, limit > 0 else { return points }
    return buckets(points, limit / 2).flatMap { bucket in
      let low = bucket.indices.min { bucket[$0].value < bucket[$1].value } ?? bucket.startIndex
      let high = bucket.indices.max { bucket[$0].value < bucket[$1].value } ?? bucket.startIndex
      let kept = Set([bucket.startIndex, low, high, bucket.endIndex - 1])
      return kept.sorted().map { bucket[$0] }
    }
  }

  /// One range for every two units of width: as wide as the widest in it.
  private static func thinned(_ ranges: [Range], _ time: TimeScale) -> [Range] {
    let limit = Int(time.end - time.start) / 2
    let good = ranges.filter { $0.low.isFinite && $0.high.isFinite }
    guard good.count > 2 * limit, limit > 0 else { return good }
    return buckets(good, limit).compactMap { bucket in
      guard let middle = bucket.dropFirst(bucket.count / 2).first else { return nil }
      return Range(
        middle.day, bucket.map(\.low).min() ?? middle.low, bucket.map(\.high).max() ?? middle.high)
    }
  }

  private static func buckets<Element>(_ all: [Element], _ count: Int) -> [ArraySlice<Element>] {
    (0..<count).map { index in
      all[(index * all.count / count)..<((index + 1) * all.count / count)]
    }.filter { !$0.isEmpty }
  }
}
