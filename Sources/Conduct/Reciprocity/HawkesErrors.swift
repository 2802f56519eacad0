import Estimation
import Foundation

/// Standard errors of the logarithms of the parameters of a fit.
public struct HawkesErrors: Hashable, Sendable, Codable {
  /// For each type's baseline.
  public let baseline: [Double?]
  /// For each branching ratio, row the type that reacts.
  public let branching: [[Double?]]
  /// For the decay.
  public let decay: Double?

  /// Inverts the curvature at a fit.
  ///
  /// The curvature by the parameters of one type is exact; its mixed part with the decay is the
  /// central difference of exact gradients.
  init?(
    at thetas: [[Double]], logDecay: Double, events: TypedEvents, prior: HawkesPrior?
  ) {
    let order = thetas.count
    let size = order * (order + 1) + 1
    let step = 1e-4
    let middle = Self.gradients(thetas, logDecay, events, prior, curvature: true)
    let lower = Self.gradients(thetas, logDecay - step, events, prior, curvature: false)
    let upper = Self.gradients(thetas, logDecay + step, events, prior, curvature: false)
    var matrix = [Double](repeating: 0, count: size * size)
    var free: [Int] = []
    for type in 0..<order {
      for row in 0...order {
        let place = type * (order + 1) + row
        // A ratio this small is at its bound: its logarithm has no normal error.
        if thetas[type][row] > 1e-9 { free.append(place) }
        for column in 0...row {
          matrix[place * size + type * (order + 1) + column] =
            middle.curvature[type][row * (order + 1) + column]
        }
        matrix[(size - 1) * size + place] =
          -(upper.byTheta[type][row] - lower.byTheta[type][row]) / (2 * step)
      }
    }
    matrix[size * size - 1] = -(upper.byDecay - lower.byDecay) / (2 * step)
    free.append(size - 1)
    var part = [Double](repeating: 0, count: free.count * free.count)
    for (row, i) in free.enumerated() {
      for (column, j) in free.enumerated() where column <= row {
        part[row * free.count + column] = matrix[i * size + j]
      }
    }
    guard let inverse = Cholesky(part, order: free.count)?.inverse() else { return nil }
    var errors = [Double?](repeating: nil, count: size)
    for (row, place) in free.enumerated() {
      errors[place] = max(0, inverse[row * free.count + row]).squareRoot()
    }
    baseline = (0..<order).map { errors[$0 * (order + 1)] }
    branching = (0..<order).map { type in
      (0..<order).map { errors[type * (order + 1) + 1 + $0] }
    }
    decay = errors[size - 1]
  }

  /// Gradients of the objective by the logarithms of all parameters, and the negative curvature.
  private static func gradients(
    _ thetas: [[Double]], _ logDecay: Double, _ events: TypedEvents, _ prior: HawkesPrior?,
    curvature: Bool
  ) -> (byTheta: [[Double]], byDecay: Double, curvature: [[Double]]) {
    let decay = exp(logDecay)
    let features = HawkesFeatures(of: events, decay: decay)
    let counts = events.counts
    var byTheta: [[Double]] = []
    var curvatures: [[Double]] = []
    var byDecay = prior?.decayTerm(logDecay).slope ?? 0
    for (type, theta) in thetas.enumerated() {
      let normal = prior?.normal(
        count: counts[type], types: thetas.count, horizon: events.horizon)
      let problem = HawkesTypeProblem(features: features, type: type, prior: normal)
      var (_, gradient, matrix) = problem.terms(theta)
      let size = theta.count
      for row in theta.indices {
        let natural = theta[row] * gradient[row]
        for column in 0...row { matrix[row * size + column] *= theta[row] * theta[column] }
        matrix[row * size + row] -= natural
        gradient[row] = natural
        if let normal {
          let precision = 1 / (normal.spread[row] * normal.spread[row])
          gradient[row] -= (log(theta[row]) - normal.mean[row]) * precision
          matrix[row * size + row] += precision
        }
      }
      byTheta.append(gradient)
      if curvature { curvatures.append(matrix) }
      byDecay += problem.decaySlope(theta) * decay
    }
    return (byTheta, byDecay, curvatures)
  }
}
