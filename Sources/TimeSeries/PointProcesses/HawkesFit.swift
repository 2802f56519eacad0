import Estimation
import Foundation

/// A Hawkes process fitted to events, by maximum likelihood or with a prior.
///
/// One decay serves all pairs of types. For a given decay the problem is concave and is solved for
/// each type by Newton's method; the decay is found where the derivative of the profile vanishes.
public struct HawkesFit: Hashable, Sendable {
  /// The parameters.
  public let parameters: HawkesParameters
  /// The log-likelihood at the parameters, in nats, without the prior.
  public let logLikelihood: Double
  /// The prior, where one was used.
  public let prior: HawkesPrior?
  /// Whether the derivative by the decay vanished; otherwise the decay ran into the end of its range.
  public let hasConverged: Bool
  /// Standard errors of the logarithms of baseline, branching ratios and decay; nothing for a
  /// parameter at zero or where the curvature is not definite.
  public let logErrors: HawkesErrors?

  /// Fits a process.
  ///
  /// - Parameters:
  ///   - events: At least two events.
  ///   - prior: Prior knowledge; maximum likelihood where left out.
  ///   - withErrors: Whether standard errors are computed; two more passes over the events.
  /// - Complexity: O(*n* *d*²) a step, some ten steps.
  public init(to events: MarkedPointProcess, prior: HawkesPrior? = nil, withErrors: Bool = true) {
    let best = HawkesSearch(events: events, prior: prior).best()
    let size = events.types.count + 1
    let rows = events.types.indices.map { Array(best.thetas[$0 * size..<($0 + 1) * size]) }
    parameters = HawkesParameters(
      baseline: rows.map { $0[0] }, branching: rows.map { Array($0[1...]) },
      decay: exp(best.logDecay))
    logLikelihood = best.likelihood.value
    self.prior = prior
    hasConverged = best.isMaximum
    guard withErrors else {
      logErrors = nil
      return
    }
    var terms = best.likelihood.inLogarithms(of: best.thetas, keepsDefinite: false)
    if let prior {
      terms.add(
        prior, thetas: best.thetas, logDecay: best.logDecay, counts: events.counts,
        horizon: events.horizon)
    }
    logErrors = HawkesErrors(terms, thetas: best.thetas)
  }

  /// An interval for a parameter that is above zero, from the normal approximation of its logarithm.
  public static func interval(_ value: Double, logError: Double, coverage: Double = 0.9)
    -> ClosedRange<Double>
  {
    let z = SpecialFunctions.normalQuantile(0.5 + coverage / 2)
    return value * exp(-z * logError)...value * exp(z * logError)
  }
}
