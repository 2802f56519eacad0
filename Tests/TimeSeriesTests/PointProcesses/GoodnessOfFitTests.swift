import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("The goodness of fit of a Hawkes process")
struct GoodnessOfFitTests {
  @Test("measures the same distance whatever the cells", arguments: [2, 3, 16, 500])
  func cells(cells: Int) {
    var random = SeededGenerator(seed: 5)
    for power in [1.0, 1.2, 4] {
      var ranks = (0..<300).map { _ in pow(random.uniform(), power) }
      ranks += [0, 1, 0.5, 0.5, 0.5]
      let sorted = ranks.sorted()
      let count = Double(sorted.count)
      var plain = 0.0
      for (index, rank) in sorted.enumerated() {
        plain = max(plain, rank - Double(index) / count, Double(index + 1) / count - rank)
      }
      #expect(abs(GoodnessOfFit.distance(ofRanks: ranks, cells: cells) - plain) < 1e-15)
    }
  }

  @Test("rescales time with one decay as it does with a decay for each pair")
  func rescaling() throws {
    let (events, thetas) = try HawkesPassTests.example(3, seed: 77)
    let one = HawkesPassTests.parameters(thetas, order: 3, logDecay: 0.4)
    #expect(one.hasOneDecay)
    for (fast, slow) in zip(one.rescaledGaps(of: events), one.gapsWithManyDecays(events)) {
      #expect(abs(fast - slow) < 1e-12)
    }
  }
}
