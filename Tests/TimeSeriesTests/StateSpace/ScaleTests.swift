import Foundation
import TimeSeries
import Testing

@Suite("The course of a series in any unit")
struct ScaleTests {
  private static let values: [Double] = [
    1, 1.4, 0.7, 1.9, 2.2, 2.6, 1.8, 3.1, 3.4, 2.9, 4.2, 4.0, 3.8, 5.1, 4.6, 4.9,
  ]

  @Test("is the same course", arguments: [1e-90, 1e-30, 1e30, 1e60, 1e90])
  func level(unit: Double) throws {
    let scaled = Self.values.map { $0 * unit }
    let one = try LocalLevelFit(normal: Self.values)
    let other = try LocalLevelFit(normal: scaled)
    for (a, b) in zip(one.smoothed.level, other.smoothed.level) {
      #expect(abs(b / unit - a) < 1e-4)
    }
    let shift = Double(Self.values.count - 1) * log(unit)
    #expect(abs(one.logLikelihood - other.logLikelihood - shift) < 1e-4 * (1 + abs(shift)))
    let trend = try LocalTrendFit(Self.values)
    let far = try LocalTrendFit(scaled)
    for (a, b) in zip(trend.smoothed.level, far.smoothed.level) {
      #expect(abs(b / unit - a) < 0.05)
    }
    #expect(far.smoothed.variance.allSatisfy { $0.isFinite && $0 >= 0 })
  }

  @Test("is refused where squares cannot be held", arguments: [1e300, 1e-300])
  func refused(unit: Double) {
    #expect(throws: SeriesError.self) {
      _ = try LocalLevelFit(normal: Self.values.map { $0 * unit })
    }
    #expect(throws: SeriesError.self) {
      _ = try LocalTrendFit(Self.values.dropLast() + [4.9 * unit * (unit > 1 ? 1 : 0) + 1e300])
    }
  }

  @Test("has events in any unit of time, and none too short to be told")
  func horizons() {
    #expect(throws: MarkedPointProcessError.self) {
      _ = try MarkedPointProcess(
        types: ["a"], times: [1e-306, 2e-306], type: [0, 0], horizon: 3e-306)
    }
  }

  @Test("finds the highest peak where events come in bursts")
  func bursts() throws {
    // Six bursts of three events, a thousandth apart within, fifty apart between.
    var times: [Double] = []
    for burst in 0..<6 {
      for step in 0..<3 { times.append(10 + 50 * Double(burst) + 0.001 * Double(step)) }
    }
    let events = try MarkedPointProcess(
      types: ["a"], times: times, type: times.map { _ in 0 }, horizon: 300)
    let fit = HawkesFit(to: events)
    #expect(fit.parameters.decay[0][0] > 100)
    for delay in [0.001, 0.01, 0.1, 1, 10] {
      for ratio in [0.3, 0.6] {
        let other = HawkesParameters(
          baseline: [18 * (1 - ratio) / 300], branching: [[ratio]], decay: 1 / delay)
        #expect(fit.logLikelihood >= other.logLikelihood(of: events) - 1e-6)
      }
    }
  }

  @Test("tests nothing where the past fits perfectly, and names the series")
  func perfect() {
    var rows = [[Double]](repeating: [0, 0], count: 18)
    rows[5] = [1, 0]
    rows[7] = [0, 1]
    do {
      _ = try TotalsReciprocity(rows, names: ["blow", "reply"])
      Issue.record("tested without complaint")
    } catch {
      #expect(error.description.contains("perfect"))
    }
    let noise = (0..<60).map { Double(($0 * 7919) % 101) }
    let cases: [([[Double]], String)] = [
      (noise.enumerated().map { [$1, 1900 + Double($0)] }, "year"),
      (noise.map { [$0, 3] }, "year"), (noise.map { [$0, 2 * $0 + 1] }, "year"),
    ]
    for (data, name) in cases {
      do {
        _ = try TotalsReciprocity(data, names: ["a", "year"])
        Issue.record("tested without complaint")
      } catch {
        #expect(error.description.contains(name))
      }
    }
  }
}
