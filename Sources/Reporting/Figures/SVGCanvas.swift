/// A drawing in the making: shapes in, one SVG element out.
///
/// Every shape has both a class, by which the page colours it for a light or a dark screen, and
/// presentation attributes, by which it is right when the drawing stands alone.
package struct SVGCanvas: Sendable {
  /// The prefix of ids in the drawing.
  package let id: String
  /// The width of the view box.
  package let width: Double
  /// The height of the view box; a drawing may set it when it knows.
  package var height: Double
  var body = ""
  var patterns: [Fill] = []
  /// Whether it holds marks that a keyboard reaches.
  var isInteractive = false
  /// How many such marks it holds.
  var marks = 0

  /// Starts a drawing.
  package init(id: String, width: Double, height: Double) {
    self.id = id
    self.width = width
    self.height = height
  }

  /// On which side of its point a text stands.
  package enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  /// Draws a straight line.
  package mutating func line(
    x1: Double, y1: Double, x2: Double, y2: Double, _ stroke: Stroke
  ) {
    let ends = "x1=\"\(c(x1))\" y1=\"\(c(y1))\" x2=\"\(c(x2))\" y2=\"\(c(y2))\""
    body += "<line \(ends)\(style(nil, stroke))/>\n"
  }

  /// Draws a rectangle; the tip is shown where a pointer rests on it.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ fill: Fill, outline: Stroke? = nil,
    radius: Double = 0, tip: String? = nil
  ) {
    let corner = radius > 0 ? " rx=\"\(c(radius))\"" : ""
    let corners = "x=\"\(c(x))\" y=\"\(c(y))\""
    let place = "\(corners) width=\"\(c(max(0, width)))\" height=\"\(c(max(0, height)))\""
    body += close("<rect \(place)\(corner)\(style(fill, outline))", "rect", tip)
  }

  /// Draws a circle.
  package mutating func circle(
    x: Double, y: Double, radius: Double, _ fill: Fill, outline: Stroke? = nil, tip: String? = nil
  ) {
    let place = "cx=\"\(c(x))\" cy=\"\(c(y))\" r=\"\(c(radius))\""
    body += close("<circle \(place)\(style(fill, outline))", "circle", tip)
  }

  /// Draws a line through points; points that are no numbers break it.
  package mutating func path(_ points: [(x: Double, y: Double)], _ stroke: Stroke) {
    var data = ""
    var isBroken = true
    for point in Self.thinned(points) {
      guard point.x.isFinite, point.y.isFinite else {
        isBroken = true
        continue
      }
      data += "\(isBroken ? "M" : "L")\(c(point.x)) \(c(point.y))"
      isBroken = false
    }
    guard !data.isEmpty else { return }
    body += "<path d=\"\(data)\"\(style(nil, stroke)) stroke-linejoin=\"round\"/>\n"
  }

  /// The points without those that lie within a fifth of a unit of the line between the kept ones.
  ///
  /// Every point that is left out lies that close to the line drawn in its place; points that are no
  /// numbers are kept, because they break the line.
  ///
  /// - Complexity: O(*n*) on lines that bend, O(*n* · *k*) where *k* is the longest straight run, which
  ///   is cut at 60 points.
  static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    guard points.count > 2 else { return points }
    var kept = [points[0]]
    var last = 0
    for next in 2..<points.count {
      let (a, b) = (points[last], points[next])
      let isStraight =
        next - last < 60 && a.x.isFinite && a.y.isFinite && b.x.isFinite && b.y.isFinite
        && (last + 1..<next).allSatisfy { distance(points[$0], a, b) < 0.2 }
      if !isStraight {
        kept.append(points[next - 1])
        last = next - 1
      }
    }
    return kept + [points[points.count - 1]]
  }

  private static func distance(
    _ p: (x: Double, y: Double), _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    guard p.x.isFinite, p.y.isFinite else { return .infinity }
    let share = length > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
    let (x, y) = (a.x + share * dx - p.x, a.y + share * dy - p.y)
    return (x * x + y * y).squareRoot()
  }

  /// Fills the area within points; points that are no numbers are left out.
  package mutating func area(_ points: [(x: Double, y: Double)], _ fill: Fill) {
    let good = Self.thinned(points.filter { $0.x.isFinite && $0.y.isFinite })
    guard good.count > 2 else { return }
    let data = good.map { "\(c($0.x)) \(c($0.y))" }.joined(separator: "L")
    body += "<path d=\"M\(data)Z\"\(style(fill, nil))/>\n"
  }

  /// Writes text with its baseline at a point.
  package mutating func text(
    _ text: String, x: Double, y: Double, size: Double = FigureType.size, anchor: Anchor = .start,
    paint: Paint = .ink, isBold: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let weight = isBold ? " font-weight=\"600\"" : ""
    let colour = "class=\"f-\(paint.rawValue)\" fill=\"\(paint.light)\""
    body += "<text x=\"\(c(x))\" y=\"\(c(y))\" font-size=\"\(c(size))\"\(side)\(weight) \(colour)>"
    body += Escaping.markup(text) + "</text>\n"
  }

  /// The drawing as an element of a page.
  package func element(title: String, description: String) -> String {
    var result =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"\(isInteractive ? "group" : "img")\""
    result += " aria-labelledby=\"\(id)-title \(id)-desc\""
    result += " viewBox=\"0 0 \(c(width)) \(c(height))\" font-family=\"\(FigureType.family)\">\n"
    result += "<title id=\"\(id)-title\">\(Escaping.markup(title))</title>\n"
    result += "<desc id=\"\(id)-desc\">\(Escaping.markup(description))</desc>\n"
    result += definitions
    result += body
    return result + "</svg>"
  }

  /// The drawing as a file: on a white ground, with its title in the picture.
  package func document(title: String, description: String) -> String {
    let size = FigureType.size + 3
    let lines = TextMetrics.wrapped(title, width: width - 16, size: size, isBold: true)
    let top = Double(lines.count) * (size + 5) + 10
    var sheet = SVGCanvas(id: id, width: width, height: height + top + 8)
    sheet.patterns = patterns
    sheet.isInteractive = isInteractive
    sheet.rectangle(x: 0, y: 0, width: width, height: sheet.height, .solid(.ground))
    for (index, line) in lines.enumerated() {
      sheet.text(line, x: 8, y: size + 6 + Double(index) * (size + 5), size: size, isBold: true)
    }
    sheet.body += "<g transform=\"translate(0 \(c(top)))\">\n\(body)</g>\n"
    let element = sheet.element(title: title, description: description)
    let sized = element.replacing(
      " viewBox=", with: " width=\"\(c(width))\" height=\"\(c(sheet.height))\" viewBox=",
      maxReplacements: 1)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(sized)\n"
  }

  private var definitions: String {
    guard !patterns.isEmpty else { return "" }
    return "<defs>\n" + patterns.map { pattern($0) }.joined() + "</defs>\n"
  }

  private func c(_ value: Double) -> String { NumberFormat.coordinate(value) }

  private func close(_ start: String, _ name: String, _ tip: String?) -> String {
    guard let tip, !tip.isEmpty else { return start + "/>\n" }
    return "\(start)><title>\(Escaping.markup(tip))</title></\(name)>\n"
  }
}
