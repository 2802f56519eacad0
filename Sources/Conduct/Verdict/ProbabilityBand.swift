import Estimation
import Foundation

/// A probability as a band: what such a reading was worth in simulated worlds.
public struct ProbabilityBand: Hashable, Sendable, Codable {
  /// What the reading was worth in one world.
  public struct Worth: Hashable, Sendable, Codable {
    /// The world.
    public let world: SimulatedWorld
    /// The share of simulated records in which a story so read was true; its least and greatest
    /// value within the error of the computation.
    public let share: ClosedRange<Double>
  }

  /// The probability that the reader's own model gives.
  public let read: Double
  /// The worth in each world.
  public let worlds: [Worth]

  /// The lower end: the word of the verdict comes from it.
  public var low: Double { worlds.map(\.share.lowerBound).min() ?? 0 }
  /// The upper end.
  public var high: Double { worlds.map(\.share.upperBound).max() ?? 1 }

  private enum CodingKeys: String, CodingKey { case read, worlds, low, high }

  init(read: Double, worlds: [Worth]) {
    self.read = read
    self.worlds = worlds
  }

  /// Reads a band; its ends follow from its worlds.
  ///
  /// - Throws: `DecodingError` where a field is missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    read = try container.decode(Double.self, forKey: .read)
    worlds = try container.decode([Worth].self, forKey: .worlds)
  }

  /// Writes a band with its ends.
  ///
  /// - Throws: `EncodingError` as the encoder does.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(read, forKey: .read)
    try container.encode(worlds, forKey: .worlds)
    try container.encode(low, forKey: .low)
    try container.encode(high, forKey: .high)
  }
}

/// The probabilities of groups of explanations, calibrated.
struct CalibratedReading {
  /// The probabilities of the groups by the times of the acts, which the table calibrates.
  let times: [Double]
  /// What other evidence multiplies each group by, as a logarithm.
  let more: [Double]
  let acts: Int
  let table: CalibrationTable
  /// The standard error of the log odds of a group that comes from drawing dates, in nats.
  let error: Double

  /// The band of a group.
  func band(_ place: Int) -> ProbabilityBand {
    ProbabilityBand(
      read: combined(times)[place],
      worlds: SimulatedWorld.allCases.filter { table.curve($0, acts: acts) != nil }.map { world in
        func share(_ shift: Double) -> Double {
          let moved = SpecialFunctions.softmax(
            times.enumerated().map { Self.safeLog($1) + ($0 == place ? shift : 0) })
          return combined(table.worth(moved, in: world, acts: acts))[place]
        }
        let low = share(-2 * error)
        return ProbabilityBand.Worth(world: world, share: low...max(low, share(2 * error)))
      })
  }

  /// A logarithm that stays finite where nothing is left of a probability.
  static func safeLog(_ value: Double) -> Double { log(max(value, 1e-300)) }

  private func combined(_ shares: [Double]) -> [Double] {
    SpecialFunctions.softmax(zip(shares, more).map { Self.safeLog($0) + $1 })
  }
}
