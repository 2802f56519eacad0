import Estimation
import Foundation

/// A fit in which every pair of types has a delay of its own.
///
/// The likelihood still falls apart by reacting type, but is no longer concave: the search starts
/// from the fit with one decay and climbs by a quasi-Newton method on the logarithms, so it never
/// ends below that fit.
public struct PairwiseDecays: Hashable, Sendable {
  /// The parameters.
  public let parameters: HawkesParameters
  /// The log-likelihood, in nats.
  public let logLikelihood: Double

  /// The largest number of events times squared types for which the search is quick.
  public static let limit = 2_000_000

  /// Lets the decays of a fit part.
  ///
  /// - Complexity: O(*n* *d*) a step for *n* events of *d* types, some fifty steps.
  public init(from fit: HawkesFit, to events: MarkedPointProcess) {
    let start = fit.parameters
    let order = start.order
    let rows = concurrentMap(order) { type -> [Double] in
      let problem = PairwiseTypeProblem(events: events, type: type)
      let first =
        [start.baseline[type]] + start.branching[type].map { max($0, 1e-6) } + start.decay[type]
      let logs = first.map { log($0) }
      var scratch = problem.scratch
      let found = QuasiNewtonMinimizer(iterationLimit: 300, gainTolerance: 1e-13)
        .minimize(from: logs) { logs, gradient in problem.cost(logs, &gradient, &scratch) }
      var ignored = [Double](repeating: 0, count: logs.count)
      let keepsStart = problem.cost(logs, &ignored, &scratch) < found.value
      return (keepsStart ? logs : found.point).map { exp($0) }
    }
    let parameters = HawkesParameters(
      baseline: rows.map { $0[0] }, branching: rows.map { Array($0[1...order]) },
      decay: rows.map { Array($0[(order + 1)...]) })
    let likelihood = parameters.logLikelihood(of: events)
    let isBetter = likelihood >= fit.logLikelihood
    self.parameters = isBetter ? parameters : start
    logLikelihood = isBetter ? likelihood : fit.logLikelihood
  }
}
