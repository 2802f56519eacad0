/// The widths at which figures are drawn, in units of the view box.
package enum FigureWidth {
  /// For a desktop page and for paper.
  package static let wide = 820.0
  /// For a phone.
  package static let narrow = 360.0
}

/// Something that can be drawn at any width.
package protocol Drawing: Sendable {
  /// Draws at a width.
  ///
  /// - Parameters:
  ///   - width: The width in units of the view box, about one CSS pixel each.
  ///   - id: A prefix for ids within the drawing, unique on the page.
  func draw(width: Double, id: String) -> SVGCanvas
}
