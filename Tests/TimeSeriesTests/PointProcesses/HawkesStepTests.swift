import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("A step of the fit of a Hawkes process")
struct HawkesStepTests {
  /// The whole curvature as one matrix, the decay last.
  static func dense(_ terms: HawkesTerms) -> [Double] {
    let count = terms.gradient.count + 1
    var matrix = [Double](repeating: 0, count: count * count)
    for place in 0..<count - 1 {
      let type = place / terms.size
      for column in 0..<terms.size {
        matrix[place * count + type * terms.size + column] =
          terms.curvature[place * terms.size + column]
      }
      matrix[place * count + count - 1] = terms.border[place]
      matrix[(count - 1) * count + place] = terms.border[place]
    }
    matrix[count * count - 1] = terms.bend
    return matrix
  }

  /// Terms near a maximum, where the curvature is positive definite.
  static func terms(order: Int) throws -> (terms: HawkesTerms, thetas: [Double]) {
    var random = SeededGenerator(seed: 31)
    let truth = HawkesParameters(
      baseline: [Double](repeating: 0.4, count: order),
      branching: (0..<order).map { row in
        (0..<order).map { $0 == row ? 0.3 : 0.2 / Double(order) }
      }, decay: 1.5)
    let events = try truth.simulated(
      types: (0..<order).map(String.init), horizon: 400, using: &random
    ).events
    let thetas = (0..<order).flatMap { [truth.baseline[$0]] + truth.branching[$0] }
    return (HawkesPass(events).terms(thetas, logDecay: log(1.5)), thetas)
  }

  @Test("without bounds is Newton's, as the whole matrix gives it", arguments: [1, 2, 3])
  func newton(order: Int) throws {
    let (terms, _) = try Self.terms(order: order)
    let step = HawkesStep(terms, room: nil, decayRoom: -1...1)
    let factor = try #require(Cholesky(Self.dense(terms), order: terms.gradient.count + 1))
    let whole = factor.solve(terms.gradient + [terms.slope])
    for (mine, other) in zip(step.change + [step.decayChange], whole) {
      #expect(abs(mine - other) < 1e-9 * (1 + abs(other)))
    }
  }

  @Test(
    "within bounds meets the conditions of a constrained maximum", arguments: [0.0, 1e-4, 0.01])
  func bounds(room: Double) throws {
    let (terms, thetas) = try Self.terms(order: 3)
    let rooms = thetas.map { _ in room }
    let step = HawkesStep(terms, room: rooms, decayRoom: -0.01...0.01)
    let count = thetas.count + 1
    let matrix = Self.dense(terms)
    let change = step.change + [step.decayChange]
    for place in thetas.indices {
      var left = terms.gradient[place]
      for column in 0..<count { left -= matrix[place * count + column] * change[column] }
      #expect(change[place] >= -room - 1e-12)
      // Free parameters stand where the parabola is level, the others where it falls inward.
      #expect(change[place] > -room + 1e-12 ? abs(left) < 1e-7 : left < 1e-7)
    }
    #expect(step.gain >= 0)
  }

  @Test("gives the errors that the inverse of the whole matrix gives", arguments: [1, 2, 3])
  func errors(order: Int) throws {
    let (plain, thetas) = try Self.terms(order: order)
    let terms = plain.inLogarithms(of: thetas, keepsDefinite: false)
    let errors = try #require(HawkesErrors(terms, thetas: thetas))
    let count = thetas.count + 1
    let inverse = try #require(Cholesky(Self.dense(terms), order: count)).inverse()
    let whole = (0..<count).map { inverse[$0 * count + $0].squareRoot() }
    let mine = (0..<order).flatMap { [errors.baseline[$0]] + errors.branching[$0] } + [errors.decay]
    for (one, other) in zip(mine, whole) {
      #expect(abs(try #require(one) - other) < 1e-9)
    }
  }
}
