import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("The search for the best Hawkes process")
struct HawkesSearchTests {
  @Test("ends at the same point from a sample of the series as from the whole", arguments: [3, 4])
  func sampling(seed: UInt64) throws {
    let events = try HawkesTests().simulated(1_500, seed: seed).events
    let whole = HawkesSearch(events: events, prior: nil).best()
    let sampled = HawkesSearch(events: events, prior: nil, scanned: 100).best()
    #expect(whole.isMaximum && sampled.isMaximum)
    #expect(abs(whole.value - sampled.value) < 1e-7)
    #expect(abs(whole.logDecay - sampled.logDecay) < 1e-5)
  }

  @Test("leaves no slope at the end, with a prior and without", arguments: [true, false])
  func slope(withPrior: Bool) throws {
    let events = try HawkesTests().simulated(120, seed: 12).events
    let best = HawkesSearch(events: events, prior: withPrior ? HawkesPrior() : nil).best()
    #expect(best.isMaximum)
    #expect(abs(best.terms.slope) < 1e-4)
    for (theta, slope) in zip(best.thetas, best.terms.gradient) {
      #expect(theta > 1e-6 ? abs(slope) < 1e-3 : slope < 1e-3)
    }
  }

  @Test("gives no reaction to events that keep apart, and a baseline that is their rate")
  func repelled() throws {
    // Evenly spaced events of one type: an event makes the next less likely for a while.
    let events = try MarkedPointProcess(
      types: ["A"], times: (1...200).map { Double($0) }, type: [Int](repeating: 0, count: 200),
      horizon: 200)
    let fit = HawkesFit(to: events)
    #expect(fit.parameters.branching[0][0] < 1e-6)
    #expect(abs(fit.parameters.baseline[0] - 1) < 1e-6)
    // The error of the logarithm of a Poisson rate from 200 events.
    let error = try #require(fit.logErrors?.baseline[0])
    #expect(abs(error - 1 / 200.0.squareRoot()) < 1e-6)
    #expect(fit.logErrors?.branching[0][0] == nil)
    #expect(fit.logErrors?.decay == nil)
  }

  @Test("takes a type without events, and one event after all others, without failing")
  func sparse() throws {
    let times = (1...30).map { Double($0 * $0) / 30 }
    let events = try MarkedPointProcess(
      types: ["A", "B", "never"], times: times + [31],
      type: [Int](repeating: 0, count: 30) + [1], horizon: 31)
    for prior in [nil, HawkesPrior()] {
      let fit = HawkesFit(to: events, prior: prior)
      #expect(fit.logLikelihood.isFinite)
      let all = fit.parameters.baseline + fit.parameters.branching.joined()
      #expect(all.allSatisfy { $0.isFinite && $0 >= 0 })
    }
    #expect(HawkesFit(to: events).parameters.baseline[2] < 1e-9)
  }

  @Test("says that exchanges that grow are not stationary")
  func growing() throws {
    // The pace doubles every six units: what an exploding exchange looks like.
    let times = (1...150).map { 8 * log(1 + Double($0) / 3) }
    let events = try MarkedPointProcess(
      types: ["A"], times: times, type: [Int](repeating: 0, count: 150), horizon: times[149])
    let fit = HawkesFit(to: events)
    #expect(fit.parameters.spectralRadius > 1)
    let analysis = try #require(
      ReciprocityAnalysis(of: [events], ids: [[]], fits: [fit], simulations: 20, seed: 1))
    #expect(!analysis.isStationary)
    // A process that explodes cannot be simulated for comparison.
    #expect(analysis.goodnessOfFit.simulations == 0)
  }
}
