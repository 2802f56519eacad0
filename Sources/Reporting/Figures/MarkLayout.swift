package import Diplomacy

/// A date that a drawing points out.
package struct DatedMark: Hashable, Sendable {
  /// When it was.
  package let span: DateSpan
  /// What happened, in a few words.
  package let label: String

  /// Makes a mark.
  package init(_ span: DateSpan, _ label: String) {
    self.span = span
    self.label = label
  }
}

/// Where the labels of dated marks go so that none touches another, nor a line another's label.
///
/// Labels stand in lanes above the plot. Where they do not fit, as on a phone, each mark gets a
/// number instead, near marks share one label such as 2-4, and the words go into a list below.
struct MarkLayout: Sendable {
  struct Placement: Sendable {
    let text: String
    let x: Double
    let low: Double
    let high: Double
    let lane: Int
  }

  static let laneHeight = 16.0
  /// The room between the labels and the plot.
  static let gap = 9.0
  let marks: [DatedMark]
  let placements: [Placement]
  let isKeyed: Bool

  var height: Double {
    guard let top = placements.map(\.lane).max() else { return 0 }
    return Double(top + 1) * Self.laneHeight + Self.gap
  }

  init(_ marks: [DatedMark], on scale: TimeScale, left: Double, right: Double) {
    self.marks = marks.filter { $0.span.overlaps(scale.span) }
      .sorted { ($0.span.first, $0.span.last, $0.label) < ($1.span.first, $1.span.last, $1.label) }
    let places = self.marks.map { Self.place($0, scale) }
    let labels = self.marks.map(\.label)
    if let placements = Self.inLanes(labels, at: places, left, right) {
      self.placements = placements
      isKeyed = false
    } else {
      placements = Self.numbered(places, left, right)
      isKeyed = true
    }
  }

  private static func place(_ mark: DatedMark, _ scale: TimeScale) -> Double {
    (scale.dawn(mark.span.first) + scale.dusk(mark.span.last)) / 2
  }

  /// Whole labels in at most five lanes, or nothing where they do not fit.
  private static func inLanes(
    _ texts: [String], at places: [Double], _ left: Double, _ right: Double
  ) -> [Placement]? {
    var placed: [Placement] = []
    for (x, text) in zip(places, texts).reversed() {
      let width = TextMetrics.width(of: text, size: FigureType.small)
      let intervals = [(x + 4, x + 4 + width), (x - 4 - width, x - 4)]
        .filter { $0.0 >= left && $0.1 <= right }
      let candidates = intervals.lazy.flatMap { low, high in
        (0..<5).lazy.map { Placement(text: text, x: x, low: low, high: high, lane: $0) }
      }
      guard
        let placement = candidates.first(where: { new in placed.allSatisfy { isFree(new, $0) } })
      else { return nil }
      placed.append(placement)
    }
    return placed.reversed()
  }

  private static func isFree(_ new: Placement, _ old: Placement) -> Bool {
    if new.lane == old.lane { return new.high + 5 <= old.low || old.high + 5 <= new.low }
    let (upper, lower) = new.lane > old.lane ? (new, old) : (old, new)
    return upper.x < lower.low - 2 || upper.x > lower.high + 2
  }

  /// One number a mark in one lane; numbers that would touch are joined.
  private static func numbered(_ places: [Double], _ left: Double, _ right: Double) -> [Placement] {
    func label(_ group: ClosedRange<Int>) -> Placement {
      let text =
        group.count == 1
        ? "\(group.lowerBound + 1)" : "\(group.lowerBound + 1)-\(group.upperBound + 1)"
      let half = max(8, TextMetrics.width(of: text, size: 10) / 2 + 4)
      let middle = (places[group.lowerBound] + places[group.upperBound]) / 2
      let centre = min(max(middle, left + half), right - half)
      return Placement(text: text, x: centre, low: centre - half, high: centre + half, lane: 0)
    }
    var groups: [ClosedRange<Int>] = []
    for index in places.indices {
      var group = index...index
      while let last = groups.last, label(last).high + 1 > label(group).low {
        group = last.lowerBound...index
        groups.removeLast()
      }
      groups.append(group)
    }
    return groups.map(label)
  }

  /// Draws the labels above the plots and the lines through them.
  func draw(
    on canvas: inout SVGCanvas, scale: TimeScale, labelsAbove top: Double,
    plots: [ClosedRange<Double>]
  ) {
    let stroke = Stroke(.muted, dash: [3, 3])
    let foot = top - Self.gap
    for (index, mark) in marks.enumerated() {
      let x = Self.place(mark, scale)
      for plot in plots {
        if !mark.span.isExact {
          let start = scale.dawn(mark.span.first)
          canvas.rectangle(
            x: start, y: plot.lowerBound, width: max(1, scale.dusk(mark.span.last) - start),
            height: plot.upperBound - plot.lowerBound, .solid(.grey, opacity: 0.18),
            tip: "\(mark.span): \(mark.label)")
        }
        canvas.line(x1: x, y1: plot.lowerBound, x2: x, y2: plot.upperBound, stroke)
      }
      let lane = isKeyed ? 0 : Double(placements[index].lane)
      let lineTop = isKeyed ? foot : foot - lane * Self.laneHeight - 10
      canvas.line(x1: x, y1: lineTop, x2: x, y2: top, stroke)
    }
    for placement in placements {
      let y = foot - Double(placement.lane) * Self.laneHeight
      if isKeyed {
        canvas.rectangle(
          x: placement.low, y: y - 15, width: placement.high - placement.low, height: 15,
          .solid(.ground), outline: Stroke(.muted), radius: 7.5)
        canvas.text(
          placement.text, x: (placement.low + placement.high) / 2, y: y - 4, size: 10,
          anchor: .middle)
      } else {
        canvas.text(placement.text, x: placement.low, y: y - 2, size: FigureType.small)
      }
    }
  }

  /// Writes the list of numbered marks and says how high it is.
  func drawKey(on canvas: inout SVGCanvas, x: Double, y: Double, width: Double) -> Double {
    guard isKeyed else { return 0 }
    var height = 0.0
    for (index, mark) in marks.enumerated() {
      let entry = "\(index + 1)  \(mark.span): \(mark.label)"
      for (row, line) in TextMetrics.wrapped(entry, width: width - 14, size: FigureType.small)
        .enumerated()
      {
        height += 15
        canvas.text(
          line, x: row == 0 ? x : x + 14, y: y + height, size: FigureType.small, paint: .muted)
      }
    }
    return height
  }
}
