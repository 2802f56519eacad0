/// The type of figures.
package enum FigureType {
  /// The size of ordinary text in units of the drawing.
  package static let size = 12.0
  /// The size of small text.
  package static let small = 11.0
  /// The fonts, those of the reader's system first.
  static let family =
    "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, DejaVu Sans, sans-serif"
}

extension SVGCanvas {
  /// The class and the presentation attributes of a shape.
  mutating func style(_ fill: Fill?, _ stroke: Stroke?) -> String {
    var classes: [String] = []
    var attributes = ""
    switch fill {
    case nil:
      attributes += " fill=\"none\""
    case .solid(let paint, let opacity):
      classes.append("f-\(paint.rawValue)")
      attributes += " fill=\"\(paint.light)\""
      if opacity < 1 {
        attributes += " fill-opacity=\"\(NumberFormat.short(max(0, opacity), decimals: 2))\""
      }
    case .hollow(let paint):
      attributes += " fill=\"none\""
      if stroke == nil {
        classes.append("k-\(paint.rawValue)")
        attributes += " stroke=\"\(paint.light)\""
      }
    case .some(let fill):
      if !patterns.contains(fill) { patterns.append(fill) }
      attributes += " fill=\"url(#\(name(of: fill)))\""
      if stroke == nil {
        classes.append("k-\(fill.paint.rawValue)")
        attributes += " stroke=\"\(fill.paint.light)\" stroke-width=\"0.8\""
      }
    }
    if let stroke {
      classes.append("k-\(stroke.paint.rawValue)")
      attributes += " stroke=\"\(stroke.paint.light)\""
      attributes += " stroke-width=\"\(NumberFormat.coordinate(stroke.width))\""
      if !stroke.dash.isEmpty {
        let lengths = stroke.dash.map(NumberFormat.coordinate).joined(separator: " ")
        attributes += " stroke-dasharray=\"\(lengths)\""
      }
    }
    return classes.isEmpty
      ? attributes : " class=\"\(classes.joined(separator: " "))\"\(attributes)"
  }

  /// The definition of a pattern.
  func pattern(_ fill: Fill) -> String {
    let paint = fill.paint
    let ground =
      "<rect width=\"6\" height=\"6\" class=\"f-\(paint.rawValue)\" fill=\"\(paint.light)\""
      + " fill-opacity=\"0.18\"/>"
    let line = "class=\"k-\(paint.rawValue)\" stroke=\"\(paint.light)\" stroke-width=\"1.6\""
    var turn = ""
    let marks: String
    switch fill {
    case .hatched:
      turn = " patternTransform=\"rotate(45)\""
      marks = "<path d=\"M1 0V6\" \(line)/>"
    case .crossed:
      turn = " patternTransform=\"rotate(45)\""
      marks = "<path d=\"M3 0V6M0 3H6\" \(line)/>"
    case .dotted:
      marks =
        "<circle cx=\"3\" cy=\"3\" r=\"1.2\" class=\"f-\(paint.rawValue)\" fill=\"\(paint.light)\"/>"
    case .solid, .hollow:
      marks = ""
    }
    return "<pattern id=\"\(name(of: fill))\" width=\"6\" height=\"6\""
      + " patternUnits=\"userSpaceOnUse\"\(turn)>\(ground)\(marks)</pattern>\n"
  }

  private func name(of fill: Fill) -> String {
    let kind =
      switch fill {
      case .solid: "solid"
      case .hatched: "hatched"
      case .dotted: "dotted"
      case .crossed: "crossed"
      case .hollow: "hollow"
      }
    return "\(id)-\(kind)-\(fill.paint.rawValue)"
  }
}
