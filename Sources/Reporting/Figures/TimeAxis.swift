/// The axis of days below a plot.
struct TimeAxis: Sendable {
  let scale: TimeScale

  /// Draws the axis and says how high it is.
  func draw(on canvas: inout SVGCanvas, y: Double) -> Double {
    canvas.line(x1: scale.start, y1: y, x2: scale.end, y2: y, Stroke(.muted))
    let size = FigureType.small
    var labelEnd = -Double.infinity
    var yearEnd = -Double.infinity
    for tick in scale.ticks() {
      let x = scale.dawn(tick.day)
      canvas.line(x1: x, y1: y, x2: x, y2: y + 4, Stroke(.muted))
      let half = TextMetrics.width(of: tick.label, size: size) / 2
      let centre = min(x, canvas.width - half - 1)
      if centre - half > labelEnd + 3 {
        canvas.text(tick.label, x: centre, y: y + 16, size: size, anchor: .middle, paint: .muted)
        labelEnd = centre + half
      }
      let yearHalf = TextMetrics.width(of: tick.year, size: size) / 2
      let yearCentre = min(x, canvas.width - yearHalf - 1)
      if !tick.year.isEmpty, yearCentre - yearHalf > yearEnd + 3 {
        canvas.text(tick.year, x: yearCentre, y: y + 30, size: size, anchor: .middle)
        yearEnd = yearCentre + yearHalf
      }
    }
    return yearEnd > 0 ? 36 : 22
  }
}
