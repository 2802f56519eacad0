public import Games
/// Which pure equilibria a crisis game has over a grid of two parameters.
public struct RegionGrid: Hashable, Sendable, Encodable {
  private enum CodingKeys: String, CodingKey { case across, up, columns, rows, verdicts }

  /// What holds at a point.
  public enum Support: String, Hashable, Sendable, Codable {
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
  public let verdicts: [[Support]]
  /// The profiles with the observed acts that are an equilibrium at some point.
  let stories: Set<[Int]>

  /// Solves the game at every point; nil if a name is unknown, or the time is up before.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - names: The two parameters.
  ///   - steps: The number of values of each.
  ///   - budget: When to give up.
  public init?(
    _ tree: CrisisTree, _ names: (String, String), steps: Int = 50,
    budget: SearchBudget = .unlimited
  ) {
    let crisis = tree.crisis
    guard let first = crisis.parameter(names.0), let second = crisis.parameter(names.1),
      first != second, steps >= 2
    else { return nil }
    func axis(_ index: Int) -> [Double] {
      let (low, high) = crisis.parameters[index].span
      return (0..<steps).map {
        (low + (high - low) * Rational(2 * $0 + 1, over: 2 * steps)).double
      }
    }
    across = names.0
    up = names.1
    columns = axis(first)
    rows = axis(second)
    let acts = tree.observed
    var point = tree.values.map(\.double)
    var search = PureEquilibria(tree.tree(at: point), tolerance: 1e-12)
    var verdicts: [[Support]] = []
    var stories: Set<[Int]> = []
    for row in rows {
      var line: [Support] = []
      for column in columns {
        point[first] = column
        point[second] = row
        let numbers = tree.numbers(at: point)
        search.load(payoffs: numbers.payoffs, chances: numbers.chances)
        let found = search.list(candidates: 20_000, budget: budget).profiles
        if budget.isSpent { return nil }
        let holding = found.filter { tree.plays($0, type: tree.storyType, acts: acts) }
        stories.formUnion(holding)
        line.append(!holding.isEmpty ? .story : found.isEmpty ? .none : .other)
      }
      verdicts.append(line)
    }
    self.verdicts = verdicts
    self.stories = stories
  }
}
