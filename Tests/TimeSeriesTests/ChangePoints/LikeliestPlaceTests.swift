import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("The place that is named for a turn")
struct LikeliestPlaceTests {
  @Test("has the most probability within the tolerance, against a count by hand")
  func bruteForce() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = 1 + Int(generator.uniform() * 40)
      let tolerance = Int(generator.uniform() * 7)
      let raw = (0..<count).map { _ in pow(generator.uniform(), 4) + 1e-6 }
      let total = raw.reduce(0, +)
      let masses = raw.map { $0 / total }
      let standing = Int(generator.uniform() * Double(count))
      let found = LikeliestPlace(in: masses, tolerance: tolerance, standing: standing)
      func near(_ place: Int) -> Double {
        masses.indices.filter { abs($0 - place) <= tolerance }.reduce(0) { $0 + masses[$1] }
      }
      let most = masses.indices.map(near).max() ?? 0
      #expect(abs(found.nearby - most) < 1e-12)
      #expect(near(found.index) >= 0.9 * most - 1e-9)
      if !found.isPlaced { #expect(near(found.index) >= most - 1e-6) }
      if found.isPlaced {
        let rivals = masses.indices.filter { near($0) >= 0.9 * most + 1e-9 }
        #expect(rivals.allSatisfy { masses[$0] <= masses[found.index] + 1e-12 })
      }
    }
  }

  @Test(
    "is the spike where the place is known, and the middle of the mass where a spike stands alone")
  func spikes() {
    var known = [Double](repeating: 0.001, count: 101)
    known[40] = 0.9
    #expect(LikeliestPlace(in: known, tolerance: 5, standing: 40).index == 40)
    var lonely = [Double](repeating: 0, count: 101)
    lonely[90] = 0.2
    for place in 30..<46 { lonely[place] = 0.05 }
    let found = LikeliestPlace(in: lonely, tolerance: 5, standing: 90)
    #expect((35...40).contains(found.index))
    #expect(!found.isPlaced)
  }

  @Test("is nearer the truth than the point of highest likelihood for breaks of a slope")
  func slopes() throws {
    var named = 0
    var highest = 0
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: 900).stream(UInt64(seed))
      let truth = 40 + Int(generator.uniform() * 40)
      let values: [Double] = (0..<120).map { index in
        let rise = 0.12 * Double(min(index, truth))
        let fall = 0.10 * Double(max(0, index - truth))
        return rise - fall + generator.normal()
      }
      let finder = TurningPointFinder(model: .trend)
      let found = try finder.turningPoints(in: values).turningPoints
      let optimum = try finder.choose(values).segmentation.changePoints
      guard found.count == 1, optimum.count == 1 else { continue }
      if abs(found[0].index - truth) <= 5 { named += 1 }
      if abs(optimum[0] - truth) <= 5 { highest += 1 }
    }
    #expect(named > highest)
  }

  @Test("does not let a model show more changes than the one that the series supports best")
  func bounded() throws {
    var generator = SeededGenerator(seed: 77)
    let slope = (0..<150).map { Double($0) / 15 + generator.normal() }
    let wild: [Double] = (0..<200).map { index in
      (index < 100 ? 0.0 : 4.0) + (index % 23 == 7 ? 25.0 : 0) + generator.normal()
    }
    for model in SegmentModel.allCases where model != .poisson {
      #expect(
        try TurningPointFinder(model: model).turningPoints(in: slope).turningPoints.isEmpty)
      #expect(
        try TurningPointFinder(model: model).turningPoints(in: wild).turningPoints.count <= 1)
    }
  }

  @Test("lies on a path whose optimal divisions hold the chosen one, from few changes to many")
  func path() throws {
    var generator = SeededGenerator(seed: 78)
    let values: [Double] = (0..<160).map { index in
      (index < 60 ? 0.0 : index < 110 ? 3.0 : -2.0) + generator.normal()
    }
    let path = try TurningPointFinder().path(in: values)
    #expect(path.divisions.filter(\.isChosen).count == 1)
    #expect(path.divisions.first { $0.isChosen }?.changePoints.count == 2)
    #expect(path.divisions.first?.changePoints.isEmpty == true)
    let prices = path.divisions.compactMap(\.price)
    #expect(prices.count == path.divisions.count - 1)
    #expect(zip(prices, prices.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    let least = path.divisions.min { $0.criterion < $1.criterion }
    #expect(least?.isChosen == true)
    #expect(throws: SeriesRefusal.tooLongForPath(count: 20_001, limit: 20_000)) {
      try TurningPointFinder().path(in: [Double](repeating: 0, count: 20_001))
    }
  }

  @Test("of a long series in blocks is that of all its points, for counts and for heavy tails")
  func blocks() throws {
    var generator = SeededGenerator(seed: 79)
    let levels = [2.0, 5, 1, 3]
    let counts: [Double] = (0..<6_000).map { index in
      Double(generator.poisson(mean: levels[index / 1_500]))
    }
    let exact = try RateProblem(counts, minimumLength: 5).optimum(penalty: 40)
    let blocked = try BlockedProblem(counts, .counts, minimumLength: 5, blocks: 300)
      .optimum(penalty: 40)
    #expect(exact.changePoints.count == 3)
    #expect(blocked.changePoints.count == 3)
    for (one, other) in zip(exact.changePoints, blocked.changePoints) {
      #expect(abs(one - other) <= 3)
    }
    #expect(blocked.objective >= exact.objective - 1e-6)
    let heavy: [Double] = (0..<6_000).map { index in
      levels[index / 1_500] + generator.normal()
        / (generator.gamma(shape: 1.5) / 1.5).squareRoot()
    }
    let robust = try RobustLevelProblem(heavy, cutoff: 4, minimumLength: 5).optimum(penalty: 120)
    let medians = try BlockedProblem(
      heavy, .bounded(cutoff: 4), minimumLength: 5, blocks: 300
    ).optimum(penalty: 120)
    #expect(robust.changePoints.count == 3)
    #expect(medians.changePoints.count == 3)
    for (one, other) in zip(robust.changePoints, medians.changePoints) {
      #expect(abs(one - other) <= 5)
    }
  }
}

@Suite("The stretches between turning points")
struct TurnSegmentTests {
  @Test("have the mean, the median or the line of their values")
  func levels() {
    let values: [Double?] = [1, 3, nil, 2, 10, 12, 14, 16]
    func found(_ model: SegmentModel) -> TurningPoints {
      TurningPoints(
        count: 8, turningPoints: [TurningPoint(index: 4, probability: 1, from: 4, to: 4)],
        model: model, penalty: 1)
    }
    let level = found(.gaussian).segments(of: values)
    #expect(level.map(\.level) == [2, 13])
    #expect(level.map(\.count) == [3, 4])
    #expect(abs(level[1].spread - 5.0.squareRoot()) < 1e-12)
    let line = found(.trend).segments(of: values)
    #expect(abs(line[1].slope - 2) < 1e-12)
    #expect(abs(line[1].level(at: 4) - 10) < 1e-12)
    #expect(line[1].spread < 1e-12)
    #expect(found(.t).segments(of: [1, 2, 300, 2, 5, 5, 5, 5]).map(\.level) == [2, 5])
  }
}
