import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("One pass over the events of a Hawkes process")
struct HawkesPassTests {
  /// Simulated events with marks, of an odd number of types, and parameters that did not make them.
  static func example(_ order: Int, seed: UInt64) throws -> (
    events: MarkedPointProcess, thetas: [Double]
  ) {
    var random = SeededGenerator(seed: seed)
    let count = 60
    let times = (0..<count).map { _ in 40 * random.uniform() }.sorted()
    let events = try MarkedPointProcess(
      types: (0..<order).map { "type \($0)" }, times: times,
      type: (0..<count).map { _ in random.index(below: order) },
      marks: (0..<count).map { _ in 2 * random.uniform() }, horizon: 41)
    let thetas = (0..<order * (order + 1)).map { _ in 0.05 + 0.3 * random.uniform() }
    return (events, thetas)
  }

  static func parameters(_ thetas: [Double], order: Int, logDecay: Double) -> HawkesParameters {
    let rows = (0..<order).map { Array(thetas[$0 * (order + 1)..<($0 + 1) * (order + 1)]) }
    return HawkesParameters(
      baseline: rows.map { $0[0] }, branching: rows.map { Array($0[1...]) }, decay: exp(logDecay))
  }

  @Test("gives the likelihood of its definition", arguments: [1, 2, 3, 4, 5])
  func value(order: Int) throws {
    let (events, thetas) = try Self.example(order, seed: UInt64(order))
    for logDecay in [-1.5, 0.2, 2] {
      let terms = HawkesPass(events).terms(thetas, logDecay: logDecay)
      let parameters = Self.parameters(thetas, order: order, logDecay: logDecay)
      #expect(abs(terms.value - HawkesTests().slowLikelihood(parameters, events)) < 1e-9)
    }
  }

  @Test("gives the derivatives that differences of the likelihood approach", arguments: [1, 2, 3])
  func derivatives(order: Int) throws {
    let (events, thetas) = try Self.example(order, seed: UInt64(20 + order))
    let pass = HawkesPass(events)
    let logDecay = 0.3
    let terms = pass.terms(thetas, logDecay: logDecay)
    let step = 1e-5
    func at(_ place: Int, _ move: Double) -> HawkesTerms {
      var moved = thetas
      if place < thetas.count { moved[place] += move }
      return pass.terms(moved, logDecay: place < thetas.count ? logDecay : logDecay + move)
    }
    func near(_ one: Double, _ other: Double) -> Bool {
      abs(one - other) < 1e-5 * (1 + abs(other))
    }
    let size = order + 1
    for place in 0...thetas.count {
      let above = at(place, step)
      let below = at(place, -step)
      let slope = (above.value - below.value) / (2 * step)
      let exact = place < thetas.count ? terms.gradient[place] : terms.slope
      #expect(near(slope, exact))
      // Second derivatives as differences of exact first ones.
      let bent = -(above.slope - below.slope) / (2 * step)
      #expect(near(bent, place < thetas.count ? terms.border[place] : terms.bend))
      guard place < thetas.count else { continue }
      for other in thetas.indices {
        let mixed = -(above.gradient[other] - below.gradient[other]) / (2 * step)
        let sameType = other / size == place / size
        #expect(near(mixed, sameType ? terms.curvature[place * size + other % size] : 0))
      }
    }
  }

  @Test("does not depend on how the series is cut", arguments: [1, 7, 59])
  func cutting(stretch: Int) throws {
    let (events, thetas) = try Self.example(3, seed: 9)
    for logDecay in [-4.0, 0, 5] {
      let whole = HawkesPass(events).terms(thetas, logDecay: logDecay)
      let cut = HawkesPass(events, stretch: stretch).terms(thetas, logDecay: logDecay)
      func near(_ one: [Double], _ other: [Double]) -> Bool {
        zip(one, other).allSatisfy { abs($0 - $1) < 1e-10 * (1 + abs($1)) }
      }
      #expect(near([whole.value, whole.slope, whole.bend], [cut.value, cut.slope, cut.bend]))
      #expect(near(whole.gradient, cut.gradient))
      #expect(near(whole.curvature, cut.curvature))
      #expect(near(whole.border, cut.border))
    }
  }

  @Test("adds logarithms of numbers far outside what their product could hold")
  func logarithms() {
    var sum = LogSum()
    let factors = [1e-300, 1e-290, 1e308, 3, 1e300, 1e300, .leastNonzeroMagnitude, 0.1]
    for factor in factors { sum.add(factor) }
    #expect(abs(sum.sum - factors.reduce(0) { $0 + log($1) }) < 1e-10)
    sum.add(0)
    #expect(sum.sum == -.infinity)
  }
}
