import Forecasting

/// Forecast against outcome: where the dots lie on the diagonal, forecasts came true as often as said.
struct ReliabilityChart: Drawing {
  let bins: [OutlookWeights.Bin]

  func draw(width: Double, id: String) -> SVGCanvas {
    let side = min(width, 420)
    let (left, bottom) = (46.0, side - 40)
    var canvas = SVGCanvas(id: id, width: width, height: side)
    let x = LinearScale(domain: 0...1, start: left, end: side - 14)
    let y = LinearScale(domain: 0...1, start: bottom, end: 10)
    for tick in x.ticks(atMost: 5) {
      canvas.line(
        x1: x.place(tick.value), y1: 10, x2: x.place(tick.value), y2: bottom, Stroke(.grid))
      canvas.text(
        tick.label, x: x.place(tick.value), y: bottom + 14, size: FigureType.small,
        anchor: .middle, paint: .muted)
      canvas.line(
        x1: left, y1: y.place(tick.value), x2: side - 14, y2: y.place(tick.value), Stroke(.grid))
      canvas.text(
        tick.label, x: left - 6, y: y.place(tick.value) + 4, size: FigureType.small, anchor: .end,
        paint: .muted)
    }
    canvas.line(x1: x.place(0), y1: y.place(0), x2: x.place(1), y2: y.place(1), Stroke(.muted))
    for bin in bins {
      canvas.circle(
        x: x.place(bin.forecast), y: y.place(bin.happened), radius: 4, .solid(.blue),
        tip: "forecast \(OutlookWords.chance(bin.forecast)), happened "
          + "\(OutlookWords.chance(bin.happened)), \(bin.count) forecasts")
    }
    canvas.text(
      "forecast (down the side: happened)", x: (left + side) / 2, y: side - 6,
      size: FigureType.small, anchor: .middle, paint: .muted)
    return canvas
  }
}

extension ReliabilityChart {
  /// The figure with its numbers.
  static func figure(id: String, title: String, bins: [OutlookWeights.Bin]) -> Figure {
    Figure(
      id: id, title: title,
      description:
        "Each dot is a tenth of the forecasts: on the line, they came true as often as said.",
      data: Table(
        caption: title,
        columns: [
          .init("forecast", .trailing), .init("happened", .trailing),
          .init("forecasts", .trailing),
        ],
        entries: bins.map {
          [OutlookWords.chance($0.forecast), OutlookWords.chance($0.happened), "\($0.count)"]
        }), drawing: ReliabilityChart(bins: bins))
  }
}
