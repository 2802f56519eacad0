import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("A Hawkes process of several types")
struct HawkesTests {
  static let truth = HawkesParameters(
    baseline: [0.1, 0.15], branching: [[0.25, 0.45], [0.1, 0.3]], decay: 1.2)

  func simulated(_ horizon: Double, seed: UInt64) throws -> (
    events: MarkedPointProcess, parents: [Int?]
  ) {
    var random = SeededGenerator(seed: seed)
    return try Self.truth.simulated(types: ["A", "B"], horizon: horizon, using: &random)
  }

  /// The likelihood by the double sum of its definition.
  func slowLikelihood(_ parameters: HawkesParameters, _ events: MarkedPointProcess) -> Double {
    var sum = 0.0
    for k in 0..<events.count {
      let i = events.type[k]
      var intensity = parameters.baseline[i]
      for l in 0..<k {
        let j = events.type[l]
        intensity +=
          parameters.branching[i][j] * (events.marks?[l] ?? 1) * parameters.decay[i][j]
          * exp(-parameters.decay[i][j] * (events.times[k] - events.times[l]))
      }
      sum += log(intensity)
    }
    for i in 0..<parameters.order {
      sum -= parameters.baseline[i] * events.horizon
      for k in 0..<events.count {
        let j = events.type[k]
        sum -=
          parameters.branching[i][j] * (events.marks?[k] ?? 1)
          * (1 - exp(-parameters.decay[i][j] * (events.horizon - events.times[k])))
      }
    }
    return sum
  }

  @Test("has the likelihood of its definition, with different decays too")
  func likelihood() throws {
    let events = try simulated(150, seed: 3).events
    let uneven = HawkesParameters(
      baseline: [0.2, 0.1], branching: [[0.1, 0.3], [0.2, 0.4]], decay: [[0.5, 2], [1, 0.8]])
    for parameters in [Self.truth, uneven] {
      let fast = parameters.logLikelihood(of: events)
      #expect(abs(fast - slowLikelihood(parameters, events)) < 1e-8)
    }
  }

  @Test("reaches a maximum: no nearby parameters do better", arguments: [1, 2, 3] as [UInt64])
  func maximum(seed: UInt64) throws {
    let events = try simulated(400, seed: seed).events
    let fit = HawkesFit(to: events)
    #expect(fit.hasConverged)
    #expect(abs(fit.logLikelihood - fit.parameters.logLikelihood(of: events)) < 1e-7)
    #expect(fit.logLikelihood >= Self.truth.logLikelihood(of: events))
    for factor in [0.98, 1.02] {
      for place in 0..<7 {
        var other = fit.parameters
        switch place {
        case 0, 1: other.baseline[place] *= factor
        case 6: other.decay = other.decay.map { $0.map { $0 * factor } }
        default: other.branching[(place - 2) / 2][(place - 2) % 2] *= factor
        }
        #expect(other.logLikelihood(of: events) <= fit.logLikelihood + 1e-7)
      }
    }
  }

  @Test("gives standard errors that agree with the spread over simulations")
  func errors() throws {
    var logs: [Double] = []
    var stated: [Double] = []
    for seed in 0..<30 {
      let fit = HawkesFit(to: try simulated(1_200, seed: UInt64(100 + seed)).events)
      logs.append(log(fit.parameters.branching[1][1]))
      if let error = fit.logErrors?.branching[1][1] { stated.append(error) }
    }
    let mean = logs.reduce(0, +) / 30
    let spread = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 29).squareRoot()
    let typical = stated.reduce(0, +) / Double(stated.count)
    #expect(stated.count == 30)
    #expect(typical / spread > 0.6 && typical / spread < 1.6)
  }

  @Test("does not change when types are renamed and reordered, and scales with the unit of time")
  func invariance() throws {
    let events = try simulated(300, seed: 8).events
    let swapped = try MarkedPointProcess(
      types: ["B", "A"], times: events.times, type: events.type.map { 1 - $0 },
      horizon: events.horizon)
    let slower = try MarkedPointProcess(
      types: events.types, times: events.times.map { $0 * 7 }, type: events.type,
      horizon: events.horizon * 7)
    let fit = HawkesFit(to: events, withErrors: false)
    let other = HawkesFit(to: swapped, withErrors: false)
    let scaled = HawkesFit(to: slower, withErrors: false)
    #expect(abs(fit.logLikelihood - other.logLikelihood) < 1e-7)
    #expect(abs(fit.parameters.branching[0][1] - other.parameters.branching[1][0]) < 1e-4)
    #expect(abs(fit.parameters.branching[0][1] - scaled.parameters.branching[0][1]) < 1e-4)
    #expect(abs(fit.parameters.decay[0][0] - 7 * scaled.parameters.decay[0][0]) < 1e-3)
  }

  @Test("attributes events to those that brought them about nearly as well as the true parameters")
  func attribution() throws {
    var truths: [Bool] = []
    var mine: [Double] = []
    var oracle: [Double] = []
    for seed in 0..<60 {
      let (events, parents) = try simulated(93, seed: UInt64(500 + seed))
      guard events.count > 9, Set(events.type).count == 2 else { continue }
      let fit = HawkesFit(to: events, prior: HawkesPrior(), withErrors: false)
      truths += parents.map { $0 == nil }
      mine += fit.parameters.attribution(of: events).map { $0[0] }
      oracle += Self.truth.attribution(of: events).map { $0[0] }
    }
    #expect(Self.area(oracle, truths) - Self.area(mine, truths) < 0.02)
  }

  @Test("passes its own goodness of fit, and a clumped series without excitation fails it")
  func goodnessOfFit() throws {
    let events = try simulated(150, seed: 21).events
    let fit = HawkesFit(to: events)
    let sound = GoodnessOfFit(of: fit, to: events, simulations: 39, seed: 4)
    #expect(sound.probability > 0.05)
    #expect(sound.simulations == 39)
    let flat = HawkesParameters(baseline: [0.3], branching: [[0]], decay: 1)
    let times = (0..<60).map { index -> Double in
      let burst = Double(index / 6) * 20
      return burst + Double(index % 6) * 0.01
    }
    let clumped = try MarkedPointProcess(
      types: ["A"], times: times, type: [Int](repeating: 0, count: 60), horizon: 200)
    // Fifty of the sixty gaps are within a burst, at most 0.003 on the clock of the rate.
    #expect(
      GoodnessOfFit.distance(
        ofRanks: GoodnessOfFit.ranks(ofGaps: flat.rescaledGaps(of: clumped))) > 0.8)
  }

  @Test("knows the branching ratio at which it explodes", arguments: [(0.5, 0.3), (0.2, 0.9)])
  func spectralRadius(own: Double, cross: Double) {
    // The eigenvalues of a symmetric two-by-two matrix with equal diagonal are own ± cross.
    let parameters = HawkesParameters(
      baseline: [1, 1], branching: [[own, cross], [cross, own]], decay: 1)
    #expect(abs(parameters.spectralRadius - (own + cross)) < 1e-9)
  }

  @Test("refuses events out of order, of no known type, or after the end")
  func refusals() {
    #expect(throws: MarkedPointProcessError.self) {
      try MarkedPointProcess(types: ["A"], times: [2, 1], type: [0, 0], horizon: 3)
    }
    #expect(throws: MarkedPointProcessError.self) {
      try MarkedPointProcess(types: ["A"], times: [1], type: [1], horizon: 3)
    }
    #expect(throws: MarkedPointProcessError.self) {
      try MarkedPointProcess(types: ["A"], times: [4], type: [0], horizon: 3)
    }
    #expect(throws: MarkedPointProcessError.self) {
      try MarkedPointProcess(types: ["A"], times: [.nan], type: [0], horizon: 3)
    }
  }

  @Test(
    "has the stored log-likelihoods", .enabled(if: StoredProcesses.areThere, "needs ../shared"),
    arguments: ["2x2_n1000", "2x2_n1000_marked", "4x4_n1000", "10x10_n1000"])
  func stored(name: String) throws {
    let truth = try StoredProcesses.truth(name)
    let events = try StoredProcesses.events(name, horizon: truth.T)
    let parameters = HawkesParameters(
      baseline: truth.mu, branching: truth.alpha_branching, decay: truth.beta)
    #expect(abs(parameters.logLikelihood(of: events) - truth.loglik_true_params) < 1e-6)
    if let other = truth.loglik_at_alt {
      let moved = HawkesParameters(baseline: other.mu, branching: other.alpha, decay: other.beta)
      #expect(abs(moved.logLikelihood(of: events) - other.value) < 1e-6)
    }
  }

  @Test(
    "fits at least as well as another program with one decay",
    .enabled(if: StoredProcesses.areThere, "needs ../shared"))
  func peer() throws {
    let truth = try StoredProcesses.truth("2x2_n1000")
    let events = try StoredProcesses.events("2x2_n1000", horizon: truth.T)
    // hawkes-rs 0.1.2 on the same file, one decay; intensify 0.3.3, a decay for each pair.
    let fit = HawkesFit(to: events)
    #expect(fit.logLikelihood >= -1975.973217886492 - 1e-6)
    #expect(PairwiseDecays(from: fit, to: events).logLikelihood >= -1974.7226129238106 - 1e-6)
  }

  static func area(_ scores: [Double], _ truths: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var rankSum = 0.0
    for (rank, index) in order.enumerated() where truths[index] { rankSum += Double(rank + 1) }
    let positive = Double(truths.filter { $0 }.count)
    let negative = Double(truths.count) - positive
    return (rankSum - positive * (positive + 1) / 2) / (positive * negative)
  }
}
