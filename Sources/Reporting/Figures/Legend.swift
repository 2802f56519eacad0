/// What the colours, patterns and lines of a drawing stand for.
package struct Legend: Hashable, Sendable {
  /// One sign with its meaning.
  package enum Sign: Hashable, Sendable {
    case line(Stroke)
    case area(Fill)
    case point(Paint)
  }

  /// The signs in reading order.
  package private(set) var entries: [Entry] = []

  /// One entry.
  package struct Entry: Hashable, Sendable {
    /// The sign.
    package let sign: Sign
    /// What it stands for.
    package let name: String
  }

  /// Makes an empty legend.
  package init() {}

  /// Adds an entry, unless it is nameless or there already.
  package mutating func add(_ sign: Sign, _ name: String) {
    let entry = Entry(sign: sign, name: name)
    if !name.isEmpty, !entries.contains(entry) { entries.append(entry) }
  }

  /// Draws the entries in as many lines as they need and says how high they are.
  package func draw(on canvas: inout SVGCanvas, x: Double, y: Double, width: Double) -> Double {
    guard !entries.isEmpty else { return 0 }
    let size = FigureType.small
    var left = x
    var top = y
    for entry in entries {
      let name = TextMetrics.fitted(entry.name, width: width - 28, size: size)
      let needed = 24 + TextMetrics.width(of: name, size: size)
      if left > x, left + needed > x + width {
        left = x
        top += 17
      }
      switch entry.sign {
      case .line(let stroke):
        canvas.line(x1: left, y1: top + 8, x2: left + 18, y2: top + 8, stroke)
      case .area(let fill):
        canvas.rectangle(x: left + 1, y: top + 2.5, width: 16, height: 10.5, fill)
      case .point(let paint):
        canvas.circle(x: left + 9, y: top + 8, radius: 4, .solid(paint))
      }
      canvas.text(name, x: left + 23, y: top + 12, size: size)
      left += needed + 14
    }
    return top + 19 - y
  }
}
