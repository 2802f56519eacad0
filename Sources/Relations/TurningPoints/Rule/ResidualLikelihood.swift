import Estimation
import Foundation

/// The likelihood of residuals as Gaussian or Student t noise, whichever they support.
struct ResidualLikelihood {
  /// Twice the negative log-likelihood, with the price of the degrees of freedom where they are finite.
  let deviance: Double
  /// The variance of the Gaussian, or the squared scale of the Student t.
  let scale: Double
  /// The degrees of freedom; infinite for the Gaussian.
  let freedom: Double

  /// Fits the noise.
  ///
  /// - Parameters:
  ///   - residuals: Deviations from the segments.
  ///   - floor: The least variance that is believed.
  ///   - heavy: Whether Student t noise is considered.
  init(_ residuals: [Double], floor: Double, heavy: Bool) {
    let n = Double(residuals.count)
    let variance = max(residuals.reduce(0) { $0 + $1 * $1 } / n, floor)
    var best = (
      deviance: n * (log(2 * .pi * variance) + 1), scale: variance, freedom: Double.infinity
    )
    if heavy {
      for freedom in [2.0, 3, 4, 6, 10, 20] {
        let fit = Self.student(residuals, freedom, start: variance, floor: floor)
        let deviance = fit.deviance + log(n)
        if deviance < best.deviance { best = (deviance, fit.scale, freedom) }
      }
    }
    deviance = best.deviance
    scale = best.scale
    freedom = best.freedom
  }

  /// The maximum-likelihood scale of Student t noise by iterated weights.
  private static func student(
    _ residuals: [Double], _ freedom: Double, start: Double, floor: Double
  ) -> (deviance: Double, scale: Double) {
    let n = Double(residuals.count)
    var scale = start
    for _ in 0..<30 {
      var sum = 0.0
      for value in residuals { sum += value * value / (freedom + value * value / scale) }
      let next = max((freedom + 1) * sum / n, floor)
      let settled = abs(next - scale) < 1e-6 * scale
      scale = next
      if settled { break }
    }
    var sum = 0.0
    for value in residuals { sum += log1p(value * value / (freedom * scale)) }
    let constant =
      SpecialFunctions.logGamma((freedom + 1) / 2) - SpecialFunctions.logGamma(freedom / 2)
      - 0.5 * log(freedom * .pi * scale)
    return (-2 * n * constant + (freedom + 1) * sum, scale)
  }
}
