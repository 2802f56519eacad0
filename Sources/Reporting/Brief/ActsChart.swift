import Diplomacy

/// Acts of two sides as marks on one time line: friendly acts upward, hostile acts downward.
///
/// Marks that would touch are stacked away from the line, so that every act is seen; an act whose day
/// is uncertain has a line over the days on which it may have happened.
struct ActsChart: Drawing {
  /// One act.
  struct Mark: Sendable {
    let span: DateSpan
    let weight: Double
    let isFirst: Bool
    let label: String
    let href: String?
  }

  /// One spell of a strip.
  struct Bar: Sendable {
    let span: DateSpan
    let fill: Fill
    let state: String
    let label: String
    let isThin: Bool
  }

  /// One level of contact.
  struct Strip: Sendable {
    let name: String
    let bars: [Bar]
  }

  let span: DateSpan
  let acts: [Mark]
  let names: (String, String)
  let silences: [DateSpan]
  let strips: [Strip]
  let losses: [DatedMark]
  let dates: [DatedMark]

  /// Draws the chart.
  func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    let isWide = width > 500
    let size = FigureType.small
    let labels = strips.map { TextMetrics.width(of: $0.name, size: size) }.max() ?? 0
    let left = isWide ? max(112, min(labels + 16, width * 0.25)) : 6
    let time = TimeScale(span: span, start: left, end: width - 6)
    var y = legend.draw(on: &canvas, x: 4, y: 0, width: width - 8) + 4
    let marks = MarkLayout(dates, on: time, left: 2, right: width - 2)
    y += marks.height
    let top = y
    let stacks = ActStacks(acts, on: time, radius: isWide ? 3.6 : 3)
    let room = isWide ? 0.0 : 15
    let friendlyTop = y + room
    let line = friendlyTop + stacks.height(.conciliatory)
    let hostileTop = line + stacks.height(.neutral)
    let bottom = hostileTop + stacks.height(.hostile) + room
    y = bottom + 4
    var rows: [(strip: Strip, y: Double)] = []
    for strip in strips {
      if !isWide { y += 13 }
      rows.append((strip, y))
      y += isWide ? 14 : 11
    }
    var lossRow: Double?
    if !losses.isEmpty {
      if !isWide { y += 13 }
      lossRow = y
      y += 14
    }
    for silence in silences { draw(silence, from: top, to: bottom, time, &canvas) }
    marks.draw(on: &canvas, scale: time, labelsAbove: top, plots: [top...y])
    canvas.line(x1: left, y1: line, x2: width - 6, y2: line, Stroke(.muted))
    if stacks.height(.neutral) > 0 {
      canvas.line(x1: left, y1: hostileTop, x2: width - 6, y2: hostileTop, Stroke(.muted))
    }
    if isWide {
      canvas.text("more friendly", x: 4, y: (friendlyTop + line) / 2 + 4, size: size)
      canvas.text("more hostile", x: 4, y: (hostileTop + bottom) / 2 + 4, size: size)
      if stacks.height(.neutral) > 0 {
        canvas.text("neither", x: 4, y: (line + hostileTop) / 2 + 4, size: size, paint: .muted)
      }
    } else {
      onGround("more friendly, upward", x: 6, y: friendlyTop - 4, &canvas)
      onGround("more hostile, downward", x: 6, y: bottom - 3, &canvas)
    }
    stacks.draw(on: &canvas, line: line, hostileTop: hostileTop, time)
    for row in rows { draw(row.strip, y: row.y, isWide, time, &canvas) }
    if let lossRow { drawLosses(y: lossRow, isWide, time, &canvas) }
    y += TimeAxis(scale: time).draw(on: &canvas, y: y + 2) + 2
    y += marks.drawKey(on: &canvas, x: 4, y: y, width: width - 8)
    canvas.height = y + 6
    return canvas
  }

  private var legend: Legend {
    var legend = Legend()
    legend.add(.point(.blue), names.0)
    legend.add(.area(.solid(.orange)), names.1)
    var states: Set<String> = []
    for bar in strips.flatMap(\.bars) where states.insert(bar.state).inserted {
      legend.add(.area(bar.fill), "contact \(bar.state)")
    }
    if !silences.isEmpty { legend.add(.area(.solid(.grey, opacity: 0.22)), "no act on record") }
    return legend
  }

  private func draw(
    _ silence: DateSpan, from top: Double, to bottom: Double, _ time: TimeScale,
    _ canvas: inout SVGCanvas
  ) {
    let start = time.dawn(silence.first)
    let extent = time.dusk(silence.last) - start
    let text = "\(silence.length) days without an act"
    canvas.rectangle(
      x: start, y: top, width: extent, height: bottom - top, .solid(.grey, opacity: 0.22),
      tip: "No act on record, \(DateWords.stretch(silence)), \(silence.length) days")
    if TextMetrics.width(of: text, size: 10) + 6 < extent {
      canvas.text(
        text, x: start + extent / 2, y: top + 12, size: 10, anchor: .middle, paint: .muted)
    }
  }

  private func draw(
    _ strip: Strip, y: Double, _ isWide: Bool, _ time: TimeScale, _ canvas: inout SVGCanvas
  ) {
    if isWide {
      canvas.text(strip.name, x: 4, y: y + 9, size: FigureType.small)
    }
    for bar in strip.bars where bar.span.overlaps(span) {
      let start = time.dawn(bar.span.first)
      let extent = max(1.5, time.dusk(bar.span.last) - start)
      let height = bar.isThin ? 5.0 : 9
      canvas.mark(href: nil, label: bar.label) {
        $0.rectangle(x: start, y: y + 10 - height, width: extent, height: height, bar.fill)
      }
    }
    if !isWide { onGround(strip.name, x: 6, y: y - 3, &canvas) }
  }

  private func drawLosses(
    y: Double, _ isWide: Bool, _ time: TimeScale, _ canvas: inout SVGCanvas
  ) {
    let name = "means of pressure lost"
    if isWide {
      canvas.text("pressure lost", x: 4, y: y + 9, size: FigureType.small)
    } else {
      onGround(name, x: 6, y: y - 3, &canvas)
    }
    for loss in losses {
      let x = (time.dawn(loss.span.first) + time.dusk(loss.span.last)) / 2
      canvas.mark(href: nil, label: "\(DateWords.span(loss.span)): \(loss.label)") { canvas in
        canvas.line(
          x1: time.dawn(loss.span.first), y1: y + 6, x2: time.dusk(loss.span.last), y2: y + 6,
          Stroke(.purple))
        canvas.area([(x - 4.5, y + 2), (x + 4.5, y + 2), (x, y + 10)], .solid(.purple))
      }
    }
  }

  private func onGround(_ text: String, x: Double, y: Double, _ canvas: inout SVGCanvas) {
    let extent = TextMetrics.width(of: text, size: 10.5)
    canvas.rectangle(
      x: x - 2, y: y - 10, width: extent + 4, height: 13, .solid(.ground, opacity: 0.85))
    canvas.text(text, x: x, y: y, size: 10.5)
  }
}

/// Where the marks of acts stand so that none hides another.
struct ActStacks: Sendable {
  struct Place: Sendable {
    let act: ActsChart.Mark
    let x: Double
    let tone: Tone
    let level: Int
  }

  let places: [Place]
  let radius: Double
  private let step: Double

  init(_ acts: [ActsChart.Mark], on time: TimeScale, radius: Double) {
    self.radius = radius
    step = 2 * radius + 1.2
    let columns = max(1, Int((time.end - time.start) / step))
    var heights: [Tone: [Int]] = [:]
    var places: [Place] = []
    for act in acts.sorted(by: { ($0.isFirst ? 0 : 1) < ($1.isFirst ? 0 : 1) }) {
      let tone = Tone(weight: act.weight)
      let middle = time.place(act.span.middle)
      let column = min(columns - 1, max(0, Int((middle - time.start) / step)))
      var stack = heights[tone] ?? Array(repeating: 0, count: columns)
      let x = time.start + (Double(column) + 0.5) * step
      places.append(Place(act: act, x: x, tone: tone, level: stack[column]))
      stack[column] += 1
      heights[tone] = stack
    }
    self.places = places
  }

  /// The room that the acts of a tone need.
  func height(_ tone: Tone) -> Double {
    let levels = places.filter { $0.tone == tone }.map { $0.level + 1 }.max() ?? 0
    if levels == 0 { return tone == .neutral ? 0 : 18 }
    return Double(levels) * step + 6
  }

  /// Draws the marks, in the order of time so that a keyboard goes through them in it.
  func draw(on canvas: inout SVGCanvas, line: Double, hostileTop: Double, _ time: TimeScale) {
    let order = places.sorted {
      ($0.act.span.first, $0.act.span.last, $0.act.isFirst ? 0 : 1, $0.level)
        < ($1.act.span.first, $1.act.span.last, $1.act.isFirst ? 0 : 1, $1.level)
    }
    for place in order {
      let offset = (Double(place.level) + 0.5) * step + 3
      let y =
        switch place.tone {
        case .conciliatory: line - offset
        case .neutral: line + offset
        case .hostile: hostileTop + offset
        }
      if !place.act.span.isExact {
        canvas.line(
          x1: time.dawn(place.act.span.first), y1: y, x2: time.dusk(place.act.span.last), y2: y,
          Stroke(.muted))
      }
      canvas.mark(href: place.act.href, label: place.act.label) { canvas in
        if place.act.isFirst {
          canvas.circle(x: place.x, y: y, radius: radius, .solid(.blue))
        } else {
          canvas.rectangle(
            x: place.x - radius + 0.4, y: y - radius + 0.4, width: 2 * radius - 0.8,
            height: 2 * radius - 0.8, .solid(.orange), outline: Stroke(.ink, width: 0.8))
        }
      }
    }
  }
}
