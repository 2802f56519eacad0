public import Games
/// The exact region of two parameters in which the observed acts are part of a pure equilibrium.
///
/// All other parameters keep the analyst's values. The region is cut into lines along the first
/// parameter; on each line the ends of the region are the exact roots of its inequalities. Profiles
/// with the acts are looked for on a grid of points and at the analyst's values.
public struct RegionMap: Hashable, Sendable, Encodable {
  /// A parameter along one side.
  public struct Axis: Hashable, Sendable, Encodable {
    /// The parameter's name.
    public let name: String
    /// What it stands for.
    public let what: String
    /// The least value drawn.
    public let low: Double
    /// The largest value drawn.
    public let high: Double
    /// The analyst's value.
    public let value: Double
    /// The nearest value below the analyst's at which the answer changes; nil if none is drawn.
    public let edgeBelow: Double?
    /// The nearest value above the analyst's at which the answer changes; nil if none is drawn.
    public let edgeAbove: Double?
  }

  /// A line across the region.
  public struct Line: Hashable, Sendable, Encodable {
    /// The value of the parameter up the side.
    public let up: Double
    /// Where along the bottom the acts are part of an equilibrium: pairs of ends.
    public let spans: [[Double]]
  }

  /// The parameter along the bottom.
  public let across: Axis
  /// The parameter up the side.
  public let up: Axis
  /// The lines from the bottom to the top, evenly apart, each in the middle of its strip.
  public let lines: [Line]
  /// What holds on a coarser grid of points.
  public let grid: RegionGrid
  /// The number of different profiles with the acts whose regions make up the picture.
  public let profiles: Int
  /// Whether the analyst's values lie in the region.
  public let holds: Bool

  /// Draws up the region; nil if a name is unknown, or the time is up before.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - names: The parameters along the bottom and up the side.
  ///   - count: The number of lines.
  ///   - steps: The number of values of each parameter on the grid.
  ///   - budget: When to give up.
  public init?(
    _ tree: CrisisTree, _ names: (String, String), lines count: Int = 160, steps: Int = 32,
    budget: SearchBudget = .unlimited
  ) {
    guard let first = tree.crisis.parameter(names.0), let second = tree.crisis.parameter(names.1),
      let grid = RegionGrid(tree, names, steps: steps, budget: budget)
    else { return nil }
    let acts = tree.observed
    let here = PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0)
      .list(limit: 10_000, budget: budget).profiles
      .filter { tree.plays($0, type: tree.storyType, acts: acts) }
    let stories = grid.stories.union(here).sorted { $0.lexicographicallyPrecedes($1) }
    let regions = stories.compactMap {
      EquilibriumRegion(tree, choices: $0, budget: budget)?
        .restricted(to: [first, second], at: tree.values)
    }
    guard regions.count == stories.count, !budget.isSpent else { return nil }
    let sides = [first, second].map { tree.crisis.parameters[$0].span }
    var point = tree.values
    lines = (0..<count).map { index in
      let share = Rational(2 * index + 1, over: 2 * count)
      point[second] = sides[1].low + (sides[1].high - sides[1].low) * share
      let spans = Self.spans(
        regions, along: first, at: point, from: sides[0].low, to: sides[0].high)
      return Line(up: point[second].double, spans: spans.map { [$0.0.double, $0.1.double] })
    }
    func axis(_ index: Int, _ side: (low: Rational, high: Rational)) -> Axis {
      let parameter = tree.crisis.parameters[index]
      let edges = Self.spans(
        regions, along: index, at: tree.values, from: side.low, to: side.high)
      let ends = edges.flatMap { [$0.0, $0.1] }.filter { $0 > side.low && $0 < side.high }
      return Axis(
        name: parameter.name, what: parameter.what, low: side.low.double, high: side.high.double,
        value: parameter.value.double,
        edgeBelow: ends.filter { $0 <= parameter.value }.max()?.double,
        edgeAbove: ends.filter { $0 >= parameter.value }.min()?.double)
    }
    across = axis(first, sides[0])
    up = axis(second, sides[1])
    self.grid = grid
    profiles = stories.count
    holds = !here.isEmpty
  }

  /// Where along one parameter some region holds, as closed stretches in ascending order.
  ///
  /// Between neighbouring roots of the inequalities nothing changes, so one point is tried in each.
  private static func spans(
    _ regions: [EquilibriumRegion], along index: Int, at point: [Rational], from low: Rational,
    to high: Rational
  ) -> [(Rational, Rational)] {
    var all: [(Rational, Rational)] = []
    for region in regions {
      var stops: Set<Rational> = [low, high]
      for edge in region.edges {
        stops.formUnion(
          PolynomialRoots.real(edge.coefficients(of: index, at: point))
            .filter { $0 > low && $0 < high })
      }
      let sorted = stops.sorted()
      for (start, end) in zip(sorted, sorted.dropFirst()) {
        var middle = point
        middle[index] = (start + end) / 2
        if region.contains(middle) { all.append((start, end)) }
      }
    }
    var merged: [(Rational, Rational)] = []
    for span in all.sorted(by: { $0.0 < $1.0 }) {
      if let last = merged.last, span.0 <= last.1 {
        merged[merged.count - 1].1 = max(last.1, span.1)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
