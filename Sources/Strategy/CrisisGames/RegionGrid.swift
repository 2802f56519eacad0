/// Which pure equilibria a crisis game has over a grid of two parameters.
public struct RegionGrid: Hashable, Sendable, Codable {
  /// What holds at a point.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// The observed acts are part of a pure equilibrium.
    case story
    /// Pure equilibria exist, none with the observed acts.
    case other
    /// There is no pure equilibrium.
    case none
  }

  /// The parameter along the bottom.
  public let across: String
  /// The parameter up the side.
  public let up: String
  /// Its values along the bottom.
  public let columns: [Double]
  /// Its values up the side.
  public let rows: [Double]
  /// The verdicts, row by row.
  public let verdicts: [[Verdict]]

  /// Solves the game at every point; nil if a name is unknown.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - names: The two parameters.
  ///   - steps: The number of values of each.
  public init?(_ tree: CrisisTree, _ names: (String, String), steps: Int = 50) {
    let crisis = tree.crisis
    guard let first = crisis.parameter(names.0), let second = crisis.parameter(names.1),
      first != second, steps >= 2
    else { return nil }
    func axis(_ index: Int) -> [Double] {
      let parameter = crisis.parameters[index]
      let value = parameter.value.double
      let low = parameter.low?.double ?? min(0, 2 * value)
      let high = parameter.high?.double ?? (value == 0 ? 1 : max(0, 2 * value))
      return (0..<steps).map { low + (high - low) * (Double($0) + 0.5) / Double(steps) }
    }
    across = names.0
    up = names.1
    columns = axis(first)
    rows = axis(second)
    let acts = tree.observed
    var point = tree.values.map(\.double)
    var search = PureEquilibria(tree.tree(at: point), tolerance: 1e-12)
    var verdicts: [[Verdict]] = []
    for row in rows {
      var line: [Verdict] = []
      for column in columns {
        point[first] = column
        point[second] = row
        let numbers = tree.numbers(at: point)
        search.load(payoffs: numbers.payoffs, chances: numbers.chances)
        let found = search.list(candidates: 20_000).profiles
        let holds = found.contains { tree.plays($0, type: tree.storyType, acts: acts) }
        line.append(holds ? .story : found.isEmpty ? .none : .other)
      }
      verdicts.append(line)
    }
    self.verdicts = verdicts
  }

  /// The grid as a picture, with a cross at the analyst's values.
  public func svg(at crisis: CrisisModel) -> String {
    let size = 400.0
    let left = 70.0
    let top = 30.0
    func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 500\" font-family=\"sans-serif\" "
      + "font-size=\"13\" role=\"img\"><title>Where the observed acts are part of an equilibrium"
      + "</title>\n"
    let width = size / Double(columns.count)
    let height = size / Double(rows.count)
    for (row, line) in verdicts.enumerated() {
      for (column, verdict) in line.enumerated() {
        let x = left + Double(column) * width
        let y = top + size - Double(row + 1) * height
        svg +=
          "<rect x=\"\(tenths(x))\" y=\"\(tenths(y))\" width=\"\(tenths(width + 0.1))\" "
          + "height=\"\(tenths(height + 0.1))\" fill=\"\(Self.paint(verdict))\"/>\n"
      }
    }
    func share(_ values: [Double], _ name: String) -> Double? {
      guard let index = crisis.parameter(name), let low = values.first, let high = values.last,
        high > low
      else { return nil }
      let step = (high - low) / Double(values.count - 1)
      let place = (crisis.parameters[index].value.double - low + step / 2) / (high - low + step)
      return (0...1).contains(place) ? place : nil
    }
    if let x = share(columns, across), let y = share(rows, up) {
      svg +=
        "<text x=\"\(tenths(left + x * size))\" y=\"\(tenths(top + size - y * size + 6))\" "
        + "text-anchor=\"middle\" font-size=\"22\" font-weight=\"bold\">+</text>\n"
    }
    func number(_ value: Double?) -> String { "\(((value ?? 0) * 100).rounded() / 100)" }
    let bottom = top + size
    svg += "<text x=\"\(left)\" y=\"\(bottom + 18)\">\(number(columns.first))</text>\n"
    svg +=
      "<text x=\"\(left + size)\" y=\"\(bottom + 18)\" text-anchor=\"end\">\(number(columns.last))"
      + "</text>\n"
    svg +=
      "<text x=\"\(left + size / 2)\" y=\"\(bottom + 36)\" text-anchor=\"middle\">\(across)</text>\n"
    svg +=
      "<text x=\"\(left - 6)\" y=\"\(bottom)\" text-anchor=\"end\">\(number(rows.first))</text>\n"
    svg +=
      "<text x=\"\(left - 6)\" y=\"\(top + 12)\" text-anchor=\"end\">\(number(rows.last))</text>\n"
    svg += "<text x=\"\(left - 6)\" y=\"\(top + size / 2)\" text-anchor=\"end\">\(up)</text>\n"
    let legend: [(Verdict, String)] = [
      (.story, "acts in an equilibrium"), (.other, "other equilibria only"),
      (.none, "no pure equilibrium"),
    ]
    for (place, entry) in legend.enumerated() {
      let y = top + 20 + 24 * Double(place)
      svg +=
        "<rect x=\"480\" y=\"\(y - 11)\" width=\"14\" height=\"14\" fill=\"\(Self.paint(entry.0))\"/>"
        + "<text x=\"500\" y=\"\(y)\">\(entry.1)</text>\n"
    }
    return svg + "</svg>\n"
  }

  private static func paint(_ verdict: Verdict) -> String {
    switch verdict {
    case .story: "#2f6f9f"
    case .other: "#e3dccb"
    case .none: "#9a9a9a"
    }
  }
}
