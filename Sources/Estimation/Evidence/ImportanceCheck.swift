import Foundation

/// The evidence of a model by importance sampling, to check Laplace's method.
///
/// Draws come from a multivariate Student distribution with 7 degrees of freedom whose scale is the
/// curvature at the mode: its tails are wider than those of a posterior with normal priors.
///
/// > Kloek, T., van Dijk, H. *Econometrica* 46, 1978, 1-19.
public struct ImportanceCheck: Hashable, Sendable, Codable {
  /// The log evidence in nats.
  public let logEvidence: Double
  /// The standard error of the log evidence in nats.
  public let standardError: Double
  /// The number of independent draws that the weighted draws are worth.
  public let effectiveDraws: Double
  /// The number of draws made.
  public let draws: Int

  /// Samples the evidence.
  ///
  /// - Parameters:
  ///   - laplace: The approximation to check.
  ///   - draws: The number of draws, at least 2.
  ///   - generator: The source of randomness.
  ///   - logPosterior: The unnormalised log posterior in nats.
  public init(
    of laplace: LaplaceEvidence, draws: Int, using generator: inout some RandomNumberGenerator,
    _ logPosterior: ([Double]) -> Double
  ) {
    let n = laplace.mode.count
    let degrees = 7.0
    let constant =
      SpecialFunctions.logGamma((degrees + Double(n)) / 2)
      - SpecialFunctions.logGamma(degrees / 2) - 0.5 * Double(n) * log(degrees * Double.pi)
      + 0.5 * laplace.precision.logDeterminant
    let weights = (0..<max(2, draws)).map { _ -> Double in
      let z = (0..<n).map { _ in generator.normal() }
      let stretch = (degrees / (2 * generator.gamma(shape: degrees / 2))).squareRoot()
      let offset = laplace.precision.backward(z)
      let point = zip(laplace.mode, offset).map { $0 + stretch * $1 }
      let distance = stretch * stretch * z.reduce(0) { $0 + $1 * $1 }
      let proposal = constant - 0.5 * (degrees + Double(n)) * log1p(distance / degrees)
      let target = logPosterior(point)
      return target.isNaN ? -.infinity : target - proposal
    }
    let count = Double(weights.count)
    let total = SpecialFunctions.logSumExp(weights)
    let square = SpecialFunctions.logSumExp(weights.map { 2 * $0 })
    logEvidence = total - log(count)
    effectiveDraws = total.isFinite ? exp(2 * total - square) : 0
    standardError =
      effectiveDraws > 0 ? (max(0, 1 / effectiveDraws - 1 / count)).squareRoot() : .infinity
    self.draws = weights.count
  }
}
