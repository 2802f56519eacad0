public import Strategy

/// The region of two parameters as a picture of its own.
public enum RegionFigure {
  /// An SVG file, on a white ground, with its title in the picture.
  public static func svg(_ map: RegionMap) -> String {
    RegionChart(map).draw(width: FigureWidth.wide, id: "region").document(
      title: "For which \(map.across.name) and \(map.up.name) the acts are part of an equilibrium",
      description: "The sides of the region are exact; the dot is the analyst's point.")
  }
}
