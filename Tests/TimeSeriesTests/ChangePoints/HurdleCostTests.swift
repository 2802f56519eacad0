import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("Phases of a series most of whose points are one value")
struct HurdleCostTests {
  private func sparse(_ count: Int, quiet: Double, mean: Double, _ random: inout SeededGenerator)
    -> [Double]
  {
    (0..<count).map { _ in
      random.uniform() < quiet ? 0 : ((mean + 3 * random.normal()) * 10).rounded() / 10
    }
  }

  @Test("cost what the likelihood of each point adds up to")
  func bruteForce() {
    var random = SeededGenerator(seed: 41)
    let values = sparse(40, quiet: 0.6, mean: 2, &random)
    let cost = HurdleCost(values, usual: 0, step: 0.1)
    let others = values.filter { $0 != 0 }
    let mean = Summaries.mean(others)
    let pooled = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(others.count)
    for (start, end) in [(0, 40), (3, 20), (10, 15), (25, 40)] {
      let part = Array(values[start..<end])
      let active = part.filter { $0 != 0 }
      let share = Double(part.count - active.count) / Double(part.count)
      let centre = Summaries.mean(active)
      let variance = max(
        active.isEmpty
          ? 0 : active.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(active.count),
        0.1 * pooled)
      var direct = 0.0
      for value in part {
        if value == 0 {
          direct -= 2 * log(share / 0.1)
        } else {
          let z = (value - centre) * (value - centre) / variance
          direct -= 2 * (log(1 - share) - 0.5 * (log(2 * .pi * variance) + z))
        }
      }
      #expect(abs(cost.cost(from: start, to: end) - direct) < 1e-8)
    }
  }

  @Test("are not made of runs in which nothing happens, but of changes in what happens")
  func sparseSeries() throws {
    var alarms = 0
    var right = 0
    for seed in 0..<12 {
      var random = SeededGenerator(seed: 500).stream(UInt64(seed))
      let quiet = sparse(180, quiet: 0.8, mean: 0.5, &random)
      if try !TurningPointFinder().turningPoints(in: quiet).turningPoints.isEmpty { alarms += 1 }
      let turned =
        sparse(90, quiet: 0.75, mean: 1, &random) + sparse(60, quiet: 0.2, mean: -5, &random)
      let found = try TurningPointFinder().turningPoints(in: turned).turningPoints
      if found.count == 1, abs(found[0].index - 90) <= 5 { right += 1 }
    }
    #expect(alarms == 0)
    #expect(right >= 10)
  }
}
