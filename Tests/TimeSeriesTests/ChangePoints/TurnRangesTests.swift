import Estimation
import Testing

@testable import TimeSeries

@Suite("Ranges in which a series turned")
struct TurnRangesTests {
  private func posterior(_ seed: UInt64, count: Int = 40) throws -> BayesianSegmentation {
    var dice = SeededGenerator(seed: seed)
    let values = (0..<count).map { Double($0 < count / 2 ? 0 : 2) + dice.normal() }
    return try BayesianSegmentation(
      values, prior: .gaussian(NormalInverseGamma()), hazard: 0.05)
  }

  @Test("have the probability that all walks through the posterior give", arguments: 1...5)
  func probabilities(seed: UInt64) throws {
    let posterior = try posterior(seed)
    let ranges = TurnRanges(posterior)
    for low in stride(from: 1, to: 40, by: 3) {
      for high in stride(from: low, to: 40, by: 4) {
        let expected = posterior.probability(ofTurnIn: low...high)
        #expect(abs(ranges.probability(of: low...high) - expected) < 1e-9)
      }
    }
  }

  @Test("are the shortest of their probability, apart from each other", arguments: 1...5)
  func shortest(seed: UInt64) throws {
    let posterior = try posterior(seed)
    let ranges = TurnRanges(posterior)
    let found = ranges.shortest(least: 0.8, wide: 0.8) { $0.count <= 13 }
    for (one, other) in zip(found, found.dropFirst()) { #expect(one.upperBound < other.lowerBound) }
    var least: Int?
    for low in 1..<40 {
      for high in low..<40 where posterior.probability(ofTurnIn: low...high) >= 0.8 {
        least = min(least ?? .max, high - low + 1)
      }
    }
    #expect(found.map(\.count).min() == least.flatMap { $0 <= 13 ? $0 : nil })
    for range in found { #expect(ranges.probability(of: range) >= 0.8) }
  }

  @Test("are widened as far as they fit, and no further", arguments: 1...5)
  func widened(seed: UInt64) throws {
    let ranges = TurnRanges(try posterior(seed))
    let sharp = ranges.shortest(least: 0.8, wide: 0.8) { $0.count <= 13 }
    let wide = ranges.shortest(least: 0.8, wide: 0.95) { $0.count <= 13 }
    #expect(sharp.count == wide.count)
    for (one, other) in zip(sharp, wide) {
      #expect(other.lowerBound <= one.lowerBound && other.upperBound >= one.upperBound)
      #expect(other.count <= 13)
      #expect(other == one || ranges.probability(of: other) >= 0.95)
    }
  }

  @Test("are none where a series does not turn")
  func none() throws {
    var dice = SeededGenerator(seed: 3)
    let flat = try BayesianSegmentation(
      (0..<60).map { _ in dice.normal() }, prior: .gaussian(NormalInverseGamma()), hazard: 0.02)
    #expect(TurnRanges(flat).shortest(least: 0.8, wide: 0.95) { $0.count <= 20 }.isEmpty)
  }
}
