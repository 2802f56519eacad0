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
/// number instead and the words go into a list below the plot.
struct MarkLayout: Sendable {
  struct Placement: Sendable {
    let mark: DatedMark
    let text: String
    let x: Double
    let low: Double
    let high: Double
    let lane: Int
  }

  static let laneHeight = 16.0
  let placements: [Placement]
  let isKeyed: Bool
  let key: [String]

  var laneCount: Int { (placements.map(\.lane).max() ?? -1) + 1 }
  var height: Double { Double(laneCount) * Self.laneHeight }

  init(_ marks: [DatedMark], on scale: TimeScale, left: Double, right: Double) {
    let shown = marks.filter { $0.span.overlaps(scale.span) }
      .sorted { ($0.span.first, $0.span.last, $0.label) < ($1.span.first, $1.span.last, $1.label) }
    let labels = shown.map(\.label)
    if let placements = Self.place(shown, labels, scale, left, right, lanes: 4, isCentred: false) {
      self.placements = placements
      isKeyed = false
      key = []
      return
    }
    let numbers = shown.indices.map { String($0 + 1) }
    placements =
      Self.place(shown, numbers, scale, left, right, lanes: shown.count, isCentred: true) ?? []
    isKeyed = true
    key = zip(numbers, shown).map { "\($0)  \($1.span): \($1.label)" }
  }

  private static func place(
    _ marks: [DatedMark], _ texts: [String], _ scale: TimeScale, _ left: Double, _ right: Double,
    lanes: Int, isCentred: Bool
  ) -> [Placement]? {
    var placed: [Placement] = []
    for (mark, text) in zip(marks, texts).reversed() {
      let x = (scale.dawn(mark.span.first) + scale.dusk(mark.span.last)) / 2
      let width = isCentred ? 16 : TextMetrics.width(of: text, size: FigureType.small)
      let intervals =
        isCentred
        ? [(x - width / 2, x + width / 2)]
        : [(x + 4, x + 4 + width), (x - 4 - width, x - 4)].filter { $0.0 >= left && $0.1 <= right }
      guard
        let placement = intervals.lazy.compactMap({ low, high in
          (0..<max(1, lanes)).lazy.map { lane in
            Placement(mark: mark, text: text, x: x, low: low, high: high, lane: lane)
          }.first { candidate in placed.allSatisfy { isFree(candidate, $0) } }
        }).min(by: { $0.lane < $1.lane })
      else { return nil }
      placed.append(placement)
    }
    return placed.reversed()
  }

  private static func isFree(_ new: Placement, _ old: Placement) -> Bool {
    let gap = 5.0
    if new.lane == old.lane { return new.high + gap <= old.low || old.high + gap <= new.low }
    let (upper, lower) = new.lane > old.lane ? (new, old) : (old, new)
    return upper.x < lower.low - 2 || upper.x > lower.high + 2
  }

  /// Draws lines from the labels down to the foot of the plot, and the labels.
  func draw(on canvas: inout SVGCanvas, scale: TimeScale, plotTop: Double, foot: Double) {
    for placement in placements {
      let y = plotTop - Double(placement.lane) * Self.laneHeight - 5
      let span = placement.mark.span
      if !span.isExact {
        let start = scale.dawn(span.first)
        canvas.rectangle(
          x: start, y: plotTop, width: max(1, scale.dusk(span.last) - start),
          height: foot - plotTop, .solid(.grey, opacity: 0.18), tip: "\(span): \(placement.text)")
      }
      let dash: [Double] = [3, 3]
      let lineTop = isKeyed ? y + 4 : y - 8
      canvas.line(
        x1: placement.x, y1: lineTop, x2: placement.x, y2: foot, Stroke(.muted, dash: dash))
      if isKeyed {
        canvas.circle(
          x: placement.x, y: y - 3, radius: 7.5, .solid(.ground), outline: Stroke(.muted),
          tip: "\(span): \(placement.mark.label)")
        canvas.text(
          placement.text, x: placement.x, y: y + 0.5, size: 10, anchor: .middle, paint: .ink)
      } else {
        canvas.text(placement.text, x: placement.low, y: y, size: FigureType.small)
      }
    }
  }

  /// Writes the list of numbered marks and says how high it is.
  func drawKey(on canvas: inout SVGCanvas, x: Double, y: Double, width: Double) -> Double {
    var height = 0.0
    for entry in key {
      for (index, line) in TextMetrics.wrapped(entry, width: width - 14, size: FigureType.small)
        .enumerated()
      {
        height += 15
        canvas.text(
          line, x: index == 0 ? x : x + 14, y: y + height, size: FigureType.small, paint: .muted)
      }
    }
    return height
  }
}
