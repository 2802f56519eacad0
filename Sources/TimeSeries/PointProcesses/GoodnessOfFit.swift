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
  public init(of fit: HawkesFit, to events: MarkedPointProcess, simulations: Int, seed: UInt64) {
    let ranks = Self.ranks(ofGaps: fit.parameters.rescaledGaps(of: events))
    let distance = Self.distance(ofRanks: ranks)
    self.distance = distance
    lagCorrelation = Self.lagCorrelation(ofRanks: ranks)
    guard simulations > 0, fit.parameters.spectralRadius < 1 else {
      self.simulations = 0
      probability = Self.kolmogorov(distance, count: ranks.count)
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
      return Self.distance(
        ofRanks: Self.ranks(ofGaps: again.parameters.rescaledGaps(of: drawn)))
    }.compactMap { $0 }
    self.simulations = distances.count
    let atLeast = distances.filter { $0 >= distance }.count
    probability = Double(atLeast + 1) / Double(distances.count + 1)
  }

  /// The probability of a shorter gap under the exponential distribution, for each gap.
  static func ranks(ofGaps gaps: [Double]) -> [Double] { gaps.map { -expm1(-max(0, $0)) } }

  /// The largest distance between the distribution of numbers from 0 to 1 and the uniform.
  ///
  /// The numbers are counted in cells; only cells that can hold the largest distance are sorted.
  ///
  /// - Complexity: O(*n*) as a rule.
  static func distance(ofRanks ranks: [Double], cells: Int? = nil) -> Double {
    guard !ranks.isEmpty else { return 0 }
    let cells = cells ?? max(1, min(1 << 15, ranks.count / 32))
    let count = Double(ranks.count)
    func cell(_ rank: Double) -> Int { min(cells - 1, Int(rank * Double(cells))) }
    var below = [Int](repeating: 0, count: cells + 1)
    for rank in ranks { below[cell(rank) + 1] += 1 }
    var least = 0.0
    for index in 1...cells {
      below[index] += below[index - 1]
      least = max(least, abs(Double(below[index]) / count - Double(index) / Double(cells)))
    }
    let open = (0..<cells).map { index in
      let high = Double(below[index + 1]) / count - Double(index) / Double(cells)
      let low = Double(index + 1) / Double(cells) - Double(below[index]) / count
      return max(high, low) >= least
    }
    let sorted = ranks.filter { open[cell($0)] }.sorted()
    var largest = least
    var place = 0
    var current = -1
    for rank in sorted {
      if cell(rank) != current {
        current = cell(rank)
        place = below[current]
      }
      largest = max(
        largest, rank - Double(place) / count, Double(place + 1) / count - rank)
      place += 1
    }
    return largest
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

  /// The correlation of successive numbers from 0 to 1 on the scale of the normal distribution.
  static func lagCorrelation(ofRanks ranks: [Double]) -> Double {
    guard ranks.count > 2 else { return 0 }
    let stretch = 1 << 16
    let normal = concurrentMap((ranks.count + stretch - 1) / stretch) { index in
      ranks[index * stretch..<min(ranks.count, (index + 1) * stretch)].map { rank in
        SpecialFunctions.normalQuantile(min(1 - 1e-12, max(1e-12, rank)))
      }
    }.flatMap { $0 }
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
