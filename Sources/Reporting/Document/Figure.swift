/// A picture of numbers, with the numbers.
///
/// A figure is drawn twice, for a wide and for a narrow page, so that its text keeps its size on a
/// phone. Both are named by the caption of the figure; the file of its own carries title and description.
public struct Figure: Hashable, Sendable, Identifiable {
  /// The anchor of the figure: lower-case letters, digits and hyphens.
  public let id: String
  /// What the figure shows.
  public let title: String
  /// What a reader should see in it, in one or two sentences.
  public let description: String
  /// The numbers behind the figure.
  public let data: Table
  /// The drawing for a wide page, an SVG element.
  public let wide: String
  /// The drawing for a narrow page, an SVG element.
  public let narrow: String
  /// The drawing as a file of its own, with the title in the picture.
  public let standalone: String

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - id: The anchor: lower-case letters, digits and hyphens.
  ///   - title: What the figure shows.
  ///   - description: What a reader should see in it.
  ///   - data: The numbers behind it.
  ///   - drawing: Draws it at a given width.
  package init(
    id: String, title: String, description: String, data: Table, drawing: some Drawing
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.data = data
    func draw(_ name: String, _ width: Double) -> SVGCanvas {
      drawing.draw(width: width, id: "\(id)-\(name)")
    }
    let canvas = draw("wide", FigureWidth.wide)
    wide = PageDrawing.lightened(
      canvas.element(title: title, description: description), caption: "\(id)-caption",
      hasTips: true)
    narrow = PageDrawing.lightened(
      draw("narrow", FigureWidth.narrow).element(title: title, description: description),
      caption: "\(id)-caption", hasTips: false)
    standalone = canvas.document(title: title, description: description)
  }
}
