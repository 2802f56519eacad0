/// A colour by its role; the page gives each role a light and a dark value.
///
/// The series follow the palette of Okabe and Ito, which readers with any common kind of colour
/// blindness can tell apart; figures add patterns, dashes and words all the same.
///
/// > Okabe, M.; Ito, K. "Color Universal Design: How to Make Figures and Presentations That Are
/// > Friendly to Colorblind People." 2002, revised 2008.
package enum Paint: String, Hashable, Sendable, CaseIterable {
  /// Text and axes.
  case ink
  /// Secondary text.
  case muted
  /// Lines of the grid.
  case grid
  /// The ground of the drawing.
  case ground
  case blue
  case vermilion
  case green
  case orange
  case sky
  case purple
  case grey

  /// The colours of series in the order in which they are given out.
  package static let series: [Paint] = [.blue, .vermilion, .green, .purple, .orange, .sky, .grey]

  /// The colour of the n-th series; they repeat after the seventh.
  package static func series(_ index: Int) -> Paint { series[abs(index) % series.count] }

  /// The value on a light ground, also that of a drawing outside the page.
  package var light: String {
    switch self {
    case .ink: "#1b1f24"
    case .muted: "#57606a"
    case .grid: "#d8dee4"
    case .ground: "#ffffff"
    case .blue: "#0072b2"
    case .vermilion: "#d55e00"
    case .green: "#009e73"
    case .orange: "#e69f00"
    case .sky: "#56b4e9"
    case .purple: "#b8609a"
    case .grey: "#8c959f"
    }
  }

  /// The value on a dark ground.
  package var dark: String {
    switch self {
    case .ink: "#e6edf3"
    case .muted: "#9da7b1"
    case .grid: "#30363d"
    case .ground: "#14181d"
    case .blue: "#4aa8e0"
    case .vermilion: "#f0803c"
    case .green: "#2dbf93"
    case .orange: "#f0b429"
    case .sky: "#8accf2"
    case .purple: "#d98cbc"
    case .grey: "#8c959f"
    }
  }
}

/// How an area is filled, so that colour is never the only sign.
package enum Fill: Hashable, Sendable {
  /// Evenly, with an opacity from 0 to 1.
  case solid(Paint, opacity: Double = 1)
  /// With slanted lines.
  case hatched(Paint)
  /// With dots.
  case dotted(Paint)
  /// With crossing lines.
  case crossed(Paint)
  /// Not at all; only the outline shows.
  case hollow(Paint)

  /// The colour of the fill.
  package var paint: Paint {
    switch self {
    case .solid(let paint, _), .hatched(let paint), .dotted(let paint), .crossed(let paint),
      .hollow(let paint):
      paint
    }
  }
}

/// How a line is drawn.
package struct Stroke: Hashable, Sendable {
  /// The colour.
  package var paint: Paint
  /// The width in units of the drawing.
  package var width: Double
  /// Lengths of dashes and gaps; none for an unbroken line.
  package var dash: [Double]

  /// Makes a stroke.
  package init(_ paint: Paint, width: Double = 1, dash: [Double] = []) {
    self.paint = paint
    self.width = width
    self.dash = dash
  }
}
