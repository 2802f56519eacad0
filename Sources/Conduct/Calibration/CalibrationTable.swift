import Foundation

/// What a probability read from the acts was worth in simulated worlds: how often the story was
/// true where such a probability was read.
///
/// The figures are remade by `Benchmarks/conduct/calibration.sh`; they are simulated data.
public struct CalibrationTable: Hashable, Sendable, Codable {
  /// The curve of one world for records of one size.
  public struct Curve: Hashable, Sendable, Codable {
    /// The world.
    public let world: SimulatedWorld
    /// The fewest acts of the actor in the records of the curve.
    public let fewestActs: Int
    /// How often the story was true at each of ``CalibrationTable/knots``.
    public let shares: [Double]
    /// The number of simulated readings, a story of a record each.
    public let readings: Int
    /// The mean gap between the curve and the share true in simulated records held back, weighed by
    /// the number of readings (expected calibration error).
    public let heldBackError: Double
  }

  /// Where the figures come from: the seed, the number of records and the settings.
  public let origin: String
  /// The curves.
  public let curves: [Curve]

  /// The probabilities read at which a curve is given; between them it is straight in log odds.
  public static let knots = [
    0.005, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995,
  ]

  /// The curve of a world for a record with a number of acts.
  public func curve(_ world: SimulatedWorld, acts: Int) -> Curve? {
    let own = curves.filter { $0.world == world }
    return own.filter { $0.fewestActs <= acts }.max { $0.fewestActs < $1.fewestActs }
      ?? own.min { $0.fewestActs < $1.fewestActs }
  }

  /// What a list of probabilities is worth in a world; they sum to 1 as before.
  ///
  /// - Parameters:
  ///   - probabilities: The probabilities read, which sum to 1.
  ///   - world: The world.
  ///   - acts: The number of acts of the actor.
  public func worth(_ probabilities: [Double], in world: SimulatedWorld, acts: Int) -> [Double] {
    guard let curve = curve(world, acts: acts) else { return probabilities }
    let shares = probabilities.map { $0 > 0 ? curve.share(at: $0) : 0 }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : probabilities
  }
}

extension CalibrationTable.Curve {
  /// The share at a probability.
  public func share(at probability: Double) -> Double {
    let knots = CalibrationTable.knots.map(Self.logOdds)
    let x = min(max(Self.logOdds(probability), knots[0]), knots[knots.count - 1])
    let place = min(knots.count - 2, max(0, (knots.firstIndex { $0 >= x } ?? 1) - 1))
    let part = (x - knots[place]) / (knots[place + 1] - knots[place])
    return shares[place] + part * (shares[place + 1] - shares[place])
  }

  static func logOdds(_ p: Double) -> Double {
    let inside = min(max(p, 1e-6), 1 - 1e-6)
    return log(inside / (1 - inside))
  }
}
