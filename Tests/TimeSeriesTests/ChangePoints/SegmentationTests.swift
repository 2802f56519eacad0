import Estimation
import Foundation
import Testing

@testable import TimeSeries

/// Divisions found by trying every one, for short series.
enum EveryDivision {
  /// The smallest objective over all divisions whose segments have at least a minimum length.
  static func leastObjective(
    count: Int, minimumLength: Int, penalty: Double, cost: (Int, Int) -> Double
  ) -> Double {
    var least = cost(0, count)
    guard count >= 2 * minimumLength else { return least }
    for mask in 1..<(1 << (count - 1)) {
      var start = 0
      var total = 0.0
      var fits = true
      for place in 1..<count where mask & (1 << (place - 1)) != 0 {
        if place - start < minimumLength { fits = false; break }
        total += cost(start, place) + penalty
        start = place
      }
      guard fits, count - start >= minimumLength else { continue }
      least = min(least, total + cost(start, count))
    }
    return least
  }

  /// The objective of a given division, summed anew.
  static func objective(
    _ changes: [Int], count: Int, penalty: Double, cost: (Int, Int) -> Double
  ) -> Double {
    let edges = [0] + changes + [count]
    return zip(edges, edges.dropFirst()).reduce(penalty * Double(changes.count)) {
      $0 + cost($1.0, $1.1)
    }
  }

  static func squares(_ values: [Double]) -> (Int, Int) -> Double {
    { start, end in
      let part = values[start..<end]
      let mean = part.reduce(0, +) / Double(part.count)
      return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
  }

  static func rates(_ values: [Double]) -> (Int, Int) -> Double {
    { start, end in
      let sum = values[start..<end].reduce(0, +)
      return sum > 0 ? 2 * (sum - sum * log(sum / Double(end - start))) : 0
    }
  }

  /// The bounded cost at the best level, tried on all means of subsets that can be within the cutoff.
  static func bounded(_ values: [Double], _ cutoff: Double) -> (Int, Int) -> Double {
    { start, end in
      let part = values[start..<end].sorted()
      func cost(_ level: Double) -> Double {
        part.reduce(0) { $0 + min(($1 - level) * ($1 - level), cutoff * cutoff) }
      }
      var least = Double.infinity
      for first in part.indices {
        for last in first..<part.count {
          let mean = part[first...last].reduce(0, +) / Double(last - first + 1)
          least = min(least, cost(mean))
        }
      }
      return least
    }
  }

  static func lines(_ values: [Double]) -> (Int, Int) -> Double {
    { start, end in
      let length = Double(end - start)
      let centre = Double(start + end - 1) / 2
      let mean = values[start..<end].reduce(0, +) / length
      var cross = 0.0
      var width = 0.0
      for index in start..<end {
        cross += (Double(index) - centre) * values[index]
        width += (Double(index) - centre) * (Double(index) - centre)
      }
      let slope = width > 0 ? cross / width : 0
      return (start..<end).reduce(0) { sum, index in
        let rest = values[index] - mean - slope * (Double(index) - centre)
        return sum + rest * rest
      }
    }
  }

  /// A short random series with ties now and then.
  static func series(_ generator: inout SeededGenerator) -> (values: [Double], count: Int) {
    let count = 1 + generator.index(below: 10)
    let rounded = generator.uniform() < 0.4
    let values = (0..<count).map { _ in
      let value = 2 * generator.normal()
      return rounded ? value.rounded() : value
    }
    return (values, count)
  }
}

@Suite("Exact segmentation")
struct SegmentationTests {
  @Test("of the level has the smallest objective of all divisions", arguments: [1, 2, 3])
  func level(minimumLength: Int) throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1000 {
      let (values, count) = EveryDivision.series(&generator)
      let penalty = 6 * generator.uniform()
      let cost = EveryDivision.squares(values)
      let found = try LevelProblem(values, minimumLength: minimumLength).optimum(penalty: penalty)
      let least = EveryDivision.leastObjective(
        count: count, minimumLength: minimumLength, penalty: penalty, cost: cost)
      #expect(abs(found.objective - least) < 1e-9 * (1 + least))
      let summed = EveryDivision.objective(
        found.changePoints, count: count, penalty: penalty, cost: cost)
      #expect(abs(summed - least) < 1e-9 * (1 + least))
      if count >= minimumLength {
        #expect(found.segments(count: count).allSatisfy { $0.count >= minimumLength })
      }
    }
  }

  @Test("of the rate has the smallest objective of all divisions", arguments: [1, 3])
  func rate(minimumLength: Int) throws {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<600 {
      let count = 1 + generator.index(below: 9)
      let values = (0..<count).map { _ in
        round % 3 == 0 ? 4 * generator.uniform() : Double(generator.poisson(mean: 1.5))
      }
      let penalty = 4 * generator.uniform()
      let cost = EveryDivision.rates(values)
      let found = try RateProblem(values, minimumLength: minimumLength).optimum(penalty: penalty)
      let least = EveryDivision.leastObjective(
        count: count, minimumLength: minimumLength, penalty: penalty, cost: cost)
      #expect(abs(found.objective - least) < 1e-8 * (1 + abs(least)))
      let summed = EveryDivision.objective(
        found.changePoints, count: count, penalty: penalty, cost: cost)
      #expect(abs(summed - least) < 1e-8 * (1 + abs(least)))
    }
  }

  @Test("with a bounded loss has the smallest objective of all divisions", arguments: [1, 2])
  func bounded(minimumLength: Int) throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<250 {
      let (values, full) = EveryDivision.series(&generator)
      let count = min(full, 8)
      let part = Array(values.prefix(count))
      let cutoff = 0.5 + 2 * generator.uniform()
      let penalty = 4 * generator.uniform()
      let problem = try RobustLevelProblem(part, cutoff: cutoff, minimumLength: minimumLength)
      let cost = EveryDivision.bounded(part, cutoff)
      let least = EveryDivision.leastObjective(
        count: count, minimumLength: minimumLength, penalty: penalty, cost: cost)
      let found = problem.optimum(penalty: penalty)
      #expect(abs(found.objective - least) < 1e-9 * (1 + least))
      #expect(abs(problem.undividedCost - cost(0, count)) < 1e-9 * (1 + least))
    }
  }

  @Test("of slope and of spread has the smallest objective of all divisions", arguments: [2, 3])
  func partitions(minimumLength: Int) {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let (values, count) = EveryDivision.series(&generator)
      let penalty = 5 * generator.uniform()
      let trend = TrendCost(values)
      let lines = EveryDivision.lines(values)
      for start in 0..<count {
        for end in (start + 1)...count {
          #expect(abs(trend.cost(from: start, to: end) - lines(start, end)) < 1e-9)
        }
      }
      let spread = SpreadCost(values, floor: 0.01)
      for (cost, found) in [
        (
          trend.cost,
          PartitionProblem(trend, minimumLength: minimumLength).optimum(penalty: penalty)
        ),
        (
          spread.cost,
          PartitionProblem(spread, minimumLength: minimumLength).optimum(penalty: penalty)
        ),
      ] {
        let least = EveryDivision.leastObjective(
          count: count, minimumLength: minimumLength, penalty: penalty, cost: cost)
        #expect(abs(found.objective - least) < 1e-8 * (1 + abs(least)))
      }
    }
  }

  @Test("keeps the optimum where pruning at once with a minimum length loses it")
  func minimumLengthPruning() throws {
    let values = [0.0, 1, 0, 0, 1]
    let level = try LevelProblem(values, minimumLength: 2).optimum(penalty: 0.1)
    #expect(abs(level.objective - 1.2) < 1e-12)
    #expect(level.changePoints.isEmpty)
    struct Squares: SegmentCost {
      let sums: RunningSums
      var count: Int { sums.count }
      func cost(from start: Int, to end: Int) -> Double { sums.scatter(start, end) }
    }
    let partition = PartitionProblem(Squares(sums: RunningSums(values)), minimumLength: 2)
    #expect(abs(partition.optimum(penalty: 0.1).objective - 1.2) < 1e-12)
  }

  @Test("agrees between the functional and the partition method on longer series")
  func methodsAgree() throws {
    struct Squares: SegmentCost {
      let sums: RunningSums
      var count: Int { sums.count }
      func cost(from start: Int, to end: Int) -> Double { sums.scatter(start, end) }
    }
    var generator = SeededGenerator(seed: 8)
    for minimumLength in [1, 4, 9] {
      let values = (0..<300).map { Double($0 / 50 % 2) * 2 + generator.normal() }
      for penalty in [2.0, 8, 30] {
        let one = try LevelProblem(values, minimumLength: minimumLength).optimum(penalty: penalty)
        let other = PartitionProblem(
          Squares(sums: RunningSums(values)), minimumLength: minimumLength
        ).optimum(penalty: penalty)
        #expect(abs(one.objective - other.objective) < 1e-8)
        #expect(one.changePoints == other.changePoints)
      }
    }
  }

  @Test("along the path holds the optimum for every penalty")
  func path() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<10 {
      let values = (0..<60).map { Double($0 / 15) + generator.normal() }
      let problem = try LevelProblem(values, minimumLength: 2)
      let path = PenaltyPath(problem, penalties: 0.5...)
      #expect(path.segmentations.first?.changePoints.isEmpty == true)
      for _ in 0..<30 {
        let penalty = 0.5 + 40 * generator.uniform()
        let least = problem.optimum(penalty: penalty).objective
        let best = path.segmentations.map {
          $0.cost + penalty * Double($0.changePoints.count)
        }.min()
        #expect(abs((best ?? .infinity) - least) < 1e-8)
      }
    }
  }

  @Test("does not move when the series is shifted or scaled, and mirrors when it is reversed")
  func invariance() throws {
    var generator = SeededGenerator(seed: 10)
    let values = (0..<200).map { Double($0 / 40 % 3) * 1.5 + generator.normal() }
    let base = try LevelProblem(values, minimumLength: 3).optimum(penalty: 12)
    let shifted = try LevelProblem(values.map { 1e6 + 1000 * $0 }, minimumLength: 3)
      .optimum(penalty: 12e6)
    let reversed = try LevelProblem(values.reversed(), minimumLength: 3).optimum(penalty: 12)
    #expect(base.changePoints.count >= 3)
    #expect(base.changePoints == shifted.changePoints)
    #expect(base.changePoints == reversed.changePoints.map { 200 - $0 }.reversed())
  }

  @Test("refuses what it cannot divide, and says why")
  func refusals() {
    #expect(throws: SeriesRefusal.empty) { try LevelProblem([]) }
    #expect(throws: SeriesRefusal.notFinite(index: 1)) { try LevelProblem([0, .nan, 1]) }
    #expect(throws: SeriesRefusal.notFinite(index: 2)) { try RateProblem([0, 1, .infinity]) }
    #expect(throws: SeriesRefusal.negativeForRates(index: 1, value: -1)) {
      try RateProblem([0, -1])
    }
    #expect(SeriesRefusal.negativeForRates(index: 1, value: -1).description.contains("index 1"))
  }

  @Test("leaves a constant or very short series whole", arguments: [1, 2, 5, 50])
  func constant(count: Int) throws {
    let values = [Double](repeating: 3, count: count)
    #expect(try LevelProblem(values).optimum(penalty: 0).changePoints.isEmpty)
    #expect(try RateProblem(values).optimum(penalty: 0).changePoints.isEmpty)
    #expect(try RobustLevelProblem(values, cutoff: 1).optimum(penalty: 0).changePoints.isEmpty)
  }
}
