/// What a record of this size, with these dates, can tell apart: found by simulation.
///
/// Everything in it is known before the verdict is read, except the checks on the record itself
/// (placebo dates, rows left out, other scales).
public struct SimulatedDiscrimination: Hashable, Sendable, Codable {
  /// How well two explanations can be told apart.
  public struct Pair: Hashable, Sendable, Codable {
    /// The id of one explanation.
    public let first: String
    /// The id of the other.
    public let second: String
    /// The chance that a record simulated from the first favours the first more than one simulated
    /// from the second does; 0.5 is no better than a coin.
    public let areaUnderCurve: Double

    /// Whether a verdict between the two is allowed.
    public var canBeToldApart: Bool { areaUnderCurve >= SimulatedDiscrimination.leastArea }
  }

  /// What became of the records simulated from one explanation.
  public struct Row: Hashable, Sendable, Codable {
    /// The explanation that was true.
    public let truth: String
    /// How often each explanation came out on top, in the order of ``SimulatedDiscrimination/explanations``.
    public let chosen: [Double]
    /// The mean probability of each explanation.
    public let meanPosterior: [Double]
    /// How often some explanation reached 0.9.
    public let confident: Double
    /// How often a wrong explanation reached 0.9.
    public let wronglyConfident: Double
  }

  /// The area under the curve below which two explanations cannot be told apart.
  public static let leastArea = 0.7

  /// The ids of the explanations.
  public let explanations: [String]
  /// The number of episodes simulated from each.
  public let episodes: Int
  /// The confusion table, a row for each true explanation.
  public let confusion: [Row]
  /// All pairs.
  public let pairs: [Pair]
  /// How often, over all simulated records, a wrong explanation reached 0.9.
  public let wronglyConfident: Double
  /// How often the true explanation came out on top.
  public let accuracy: Double

  /// The pair of two explanations, in either order.
  public func pair(_ a: String, _ b: String) -> Pair? {
    pairs.first { ($0.first, $0.second) == (a, b) || ($0.first, $0.second) == (b, a) }
  }
}
