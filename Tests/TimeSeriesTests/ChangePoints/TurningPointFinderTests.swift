import Estimation
import Foundation
import Testing

@testable import TimeSeries

/// The reference data beside the package, where they are there.
enum Reference {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/conformance/stats")

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  static func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

  static func column(_ path: String) throws -> [Double] {
    try String(contentsOf: url(path), encoding: .utf8).split(separator: "\n").compactMap {
      Double($0)
    }
  }
}

@Suite("Turning points by the default rule")
struct TurningPointFinderTests {
  @Test(
    "of the simulated reference series are right within 5 points, none too many",
    .enabled(if: Reference.isThere, "needs ../shared"),
    arguments: [
      ("mean_easy", [200, 450, 700]), ("mean_hard", [200, 450, 700]),
      ("mean_heavy_t3", [200, 450, 700]), ("var_shift", [200, 450, 700]),
      ("poisson_rate", [50, 90, 140]), ("relation_weekly", [60, 130]),
      ("ar1_mean", [200, 450, 700]), ("null_noise", []),
    ])
  func simulatedReferences(name: String, truth: [Int]) throws {
    let values = try Reference.column("changepoint/sim_\(name).csv")
    let found = try TurningPointFinder().turningPoints(in: values)
    #expect(found.turningPoints.count == truth.count)
    for (point, place) in zip(found.turningPoints, truth) {
      #expect(abs(point.index - place) <= 5)
      #expect(point.from <= place && place <= point.to || abs(point.index - place) <= 2)
      #expect(point.probability > 0.8 && point.probability <= 1)
    }
  }

  @Test("of noise with memory, of a trend with noise and of heavy tails are none")
  func noFalseAlarms() throws {
    var alarms = 0
    for episode in 0..<6 {
      var generator = SeededGenerator(seed: 100).stream(UInt64(episode))
      var memory = 0.0
      let correlated = (0..<300).map { _ in
        memory = 0.6 * memory + generator.normal()
        return memory
      }
      let trend = (0..<200).map { Double($0) / 30 + generator.normal() }
      let heavy: [Double] = (0..<200).map { _ in
        generator.normal() / (generator.gamma(shape: 1.5) / 1.5).squareRoot()
      }
      let counts = (0..<200).map { _ in Double(generator.poisson(mean: 2)) }
      for values in [correlated, trend, heavy, counts] {
        if try !TurningPointFinder().turningPoints(in: values).turningPoints.isEmpty { alarms += 1 }
      }
    }
    #expect(alarms <= 1)
  }

  @Test("chooses the model that made the series")
  func modelChoice() throws {
    var generator = SeededGenerator(seed: 21)
    let spread: [Double] = (0..<240).map { index in
      (index < 120 ? 1.0 : 3.0) * generator.normal()
    }
    let counts: [Double] = (0..<120).map { index in
      Double(generator.poisson(mean: index < 60 ? 1 : 6))
    }
    let slope: [Double] = (0..<120).map { index in
      let place = Double(index)
      return (index < 60 ? 0.1 * place : 6 - 0.3 * (place - 60)) + generator.normal()
    }
    #expect(try TurningPointFinder().turningPoints(in: spread).model == .normal)
    #expect(try TurningPointFinder().turningPoints(in: counts).model == .poisson)
    #expect(try TurningPointFinder().turningPoints(in: slope).model == .trend)
  }

  @Test("do not move when the series is shifted, scaled or gets missing values")
  func invariance() throws {
    var generator = SeededGenerator(seed: 22)
    let values: [Double] = (0..<150).map { index in
      (index < 70 ? 0.0 : 3.0) + generator.normal()
    }
    let base = try TurningPointFinder().turningPoints(in: values)
    let moved = try TurningPointFinder().turningPoints(in: values.map { 1e4 + 50 * $0 })
    #expect(base.turningPoints.map(\.index) == moved.turningPoints.map(\.index))
    #expect(base.turningPoints.count == 1)
    for unit in [1e-300, 1e-120, 1e120, 1e305] {
      let scaled = try TurningPointFinder().turningPoints(in: values.map { unit * $0 })
      #expect(scaled.turningPoints.map(\.index) == base.turningPoints.map(\.index))
    }
    var gaps: [Double?] = values
    for index in [3, 4, 5, 40, 90] { gaps[index] = nil }
    let gapped = try TurningPointFinder().turningPoints(in: gaps)
    #expect(gapped.count == 150)
    #expect(abs((gapped.turningPoints.first?.index ?? 0) - 70) <= 3)
    let mirrored = try TurningPointFinder().turningPoints(in: values.reversed())
    #expect(mirrored.turningPoints.map { 150 - $0.index } == base.turningPoints.map(\.index))
  }

  @Test(
    "of a constant or very short series are none, whatever the model",
    arguments: SegmentModel.allCases)
  func degenerate(model: SegmentModel) throws {
    for count in [1, 2, 3, 9, 60] {
      let constant = [Double](repeating: 4, count: count)
      #expect(
        try TurningPointFinder(model: model).turningPoints(in: constant).turningPoints.isEmpty)
    }
    #expect(throws: SeriesRefusal.empty) {
      try TurningPointFinder(model: model).turningPoints(in: [])
    }
    #expect(throws: SeriesRefusal.empty) {
      try TurningPointFinder(model: model).turningPoints(in: [nil, nil])
    }
    #expect(throws: SeriesRefusal.notFinite(index: 2)) {
      try TurningPointFinder(model: model).turningPoints(in: [1, nil, .infinity])
    }
  }

  @Test("find a step without noise exactly, under every model of the level")
  func noiseless() throws {
    let values = [Double](repeating: 1, count: 30) + [Double](repeating: 2, count: 30)
    for model in [nil, SegmentModel.gaussian, .t, .trend, .normal] {
      let found = try TurningPointFinder(model: model).turningPoints(in: values)
      #expect(found.turningPoints.map(\.index) == [30])
    }
  }

  @Test("are written with the field names that readers of the command rely on")
  func json() throws {
    let result = TurningPoints(
      count: 10,
      turningPoints: [TurningPoint(index: 4, probability: 0.5, from: 3, to: 5)],
      model: .gaussian, penalty: 2.5)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let text = String(decoding: try encoder.encode(result), as: UTF8.self)
    #expect(
      text
        == #"{"model":"gaussian","n":10,"penalty":2.5,"turningPoints":[{"from":3,"index":4,"probability":0.5,"to":5}]}"#
    )
    #expect(try JSONDecoder().decode(TurningPoints.self, from: Data(text.utf8)) == result)
  }
}

@Suite("The memory of noise")
struct NoiseMemoryTests {
  @Test("is none for independent noise and near the closed form for an autoregression")
  func autoregression() {
    var generator = SeededGenerator(seed: 30)
    var memory = 0.0
    let independent = (0..<4000).map { _ in generator.normal() }
    let correlated = (0..<4000).map { _ in
      memory = 0.5 * memory + generator.normal()
      return memory
    }
    #expect(NoiseMemory.inflation(independent) < 1.2)
    // The closed form is (1 + 0.5) / (1 - 0.5) = 3; Bartlett's weights take some of it away.
    #expect(abs(NoiseMemory.inflation(correlated) - 2.7) < 0.4)
    #expect(abs(NoiseMemory.firstOrderInflation(correlated) - 3) < 0.4)
  }

  @Test("has a cap, and is none where nothing varies")
  func bounds() {
    #expect(NoiseMemory.inflation((0..<1000).map { Double($0) - 499.5 }) == NoiseMemory.cap)
    #expect(NoiseMemory.inflation([Double](repeating: 0, count: 50)) == 1)
    #expect(NoiseMemory.inflation([1]) == 1)
  }
}
