import Estimation
import Foundation

/// Whether a fitted process accounts for the timing of the events.
///
/// On the clock of the fitted intensity the gaps between events of a type should be independent
/// standard exponential variables. The distance of their distribution from that is compared with
/// the distances in simulations of the fitted process that were fitted anew, because a test that
/// forgets that the parameters were fitted passes too often.
///
/// > Brown, E. N., et al. "The time-rescaling theorem and its application to neural spike train data
/// > analysis." *Neural Computation* 14, 2002, 325-346.
public struct GoodnessOfFit: Hashable, Sendable, Codable {
  /// The largest distance between the distribution of the rescaled gaps and the exponential.
  public let distance: Double
  /// The probability of a distance at least as large under the fitted process.
  public let probability: Double
  /// How many simulations the probability rests on; zero where it is the large-sample formula of
  /// Kolmogorov, which takes the parameters for known.
  public let simulations: Int
  /// The correlation of successive gaps after a normal transformation.
  public let lagCorrelation: Double

  /// Judges a fit.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - events: The events it was fitted to.
  ///   - simulations: How many simulations; zero for the large-sample formula.
  ///   - seed: The seed of the simulations.
  public init(of fit: HawkesFit, to events: TypedEvents, simulations: Int, seed: UInt64) {
    let gaps = fit.parameters.rescaledGaps(of: events)
    let distance = Self.distance(ofGaps: gaps)
    self.distance = distance
    lagCorrelation = Self.lagCorrelation(gaps)
    guard simulations > 0, fit.parameters.spectralRadius < 1 else {
      self.simulations = 0
      probability = Self.kolmogorov(distance, count: gaps.count)
      return
    }
    let root = SeededGenerator(seed: seed)
    let distances = concurrentMap(simulations) { index -> Double? in
      var random = root.stream(UInt64(index))
      guard
        let drawn = try? fit.parameters.simulated(
          types: events.types, horizon: events.horizon, limit: 20 * events.count + 100,
          using: &random
        ).events,
        drawn.count > 1
      else { return nil }
      let again = HawkesFit(to: drawn, prior: fit.prior, withErrors: false)
      return Self.distance(ofGaps: again.parameters.rescaledGaps(of: drawn))
    }.compactMap { $0 }
    self.simulations = distances.count
    let atLeast = distances.filter { $0 >= distance }.count
    probability = Double(atLeast + 1) / Double(distances.count + 1)
  }

  static func distance(ofGaps gaps: [Double]) -> Double {
    let sorted = gaps.map { 1 - exp(-$0) }.sorted()
    let count = Double(sorted.count)
    return sorted.enumerated().reduce(0) { largest, entry in
      max(
        largest, entry.element - Double(entry.offset) / count,
        Double(entry.offset + 1) / count - entry.element)
    }
  }

  /// Kolmogorov's limit with Stephens' correction for the number of gaps.
  static func kolmogorov(_ distance: Double, count: Int) -> Double {
    let root = Double(count).squareRoot()
    let x = (root + 0.12 + 0.11 / root) * distance
    guard x > 0.2 else { return 1 }
    var sum = 0.0
    for term in 1...100 {
      let k = Double(term)
      sum += (term % 2 == 1 ? 1 : -1) * exp(-2 * k * k * x * x)
    }
    return min(1, max(0, 2 * sum))
  }

  static func lagCorrelation(_ gaps: [Double]) -> Double {
    guard gaps.count > 2 else { return 0 }
    let normal = gaps.map { gap in
      SpecialFunctions.normalQuantile(min(1 - 1e-12, max(1e-12, 1 - exp(-gap))))
    }
    let mean = normal.reduce(0, +) / Double(normal.count)
    var covariance = 0.0
    var variance = 0.0
    for index in normal.indices {
      variance += (normal[index] - mean) * (normal[index] - mean)
      if index > 0 { covariance += (normal[index] - mean) * (normal[index - 1] - mean) }
    }
    return variance > 0 ? covariance / variance : 0
  }
}
