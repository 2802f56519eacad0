import Estimation
import Foundation

/// The likelihood of residuals as Gaussian or Student t noise, whichever they support.
package struct ResidualLikelihood {
  /// Twice the negative log-likelihood, with the price of the degrees of freedom where they are finite.
  package let deviance: Double
  /// The variance of the Gaussian, or the squared scale of the Student t.
  package let scale: Double
  /// The degrees of freedom; infinite for the Gaussian.
  package let freedom: Double

  /// Fits the noise.
  ///
  /// - Parameters:
  ///   - residuals: Deviations from the segments.
  ///   - floor: The least variance that is believed.
  ///   - heavy: Whether Student t noise is considered.
  package init(_ residuals: [Double], floor: Double, heavy: Bool) {
    let n = Double(residuals.count)
    let variance = max(residuals.reduce(0) { $0 + $1 * $1 } / n, floor)
    var best = (
      deviance: n * (log(2 * .pi * variance) + 1), scale: variance, freedom: Double.infinity
    )
    if heavy {
      // The parameters of a long series are known closely enough from a part of it.
      let step = max(1, residuals.count / Self.sample)
      let part =
        step == 1 ? residuals : stride(from: 0, to: residuals.count, by: step).map { residuals[$0] }
      let share = n / Double(part.count)
      var chosen: (deviance: Double, scale: Double, freedom: Double)?
      for freedom in [2.0, 3, 4, 6, 10, 20] {
        let scale = Self.studentScale(part, freedom, start: variance, floor: floor)
        let deviance = share * Self.studentDeviance(part, freedom, scale)
        if chosen.map({ deviance < $0.deviance }) ?? true { chosen = (deviance, scale, freedom) }
      }
      if let chosen {
        let deviance =
          log(n)
          + (step == 1
            ? chosen.deviance : Self.studentDeviance(residuals, chosen.freedom, chosen.scale))
        if deviance < best.deviance { best = (deviance, chosen.scale, chosen.freedom) }
      }
    }
    deviance = best.deviance
    scale = best.scale
    freedom = best.freedom
  }

  /// The number of points from which the parameters of a long series are estimated.
  private static let sample = 20_000

  /// The maximum-likelihood squared scale of Student t noise by iterated weights.
  private static func studentScale(
    _ residuals: [Double], _ freedom: Double, start: Double, floor: Double
  ) -> Double {
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
    return scale
  }

  /// Twice the negative log-likelihood of Student t noise.
  private static func studentDeviance(
    _ residuals: [Double], _ freedom: Double, _ scale: Double
  ) -> Double {
    var product = LogProduct()
    let unit = 1 / (freedom * scale)
    for value in residuals { product.multiply(1 + value * value * unit) }
    let constant =
      SpecialFunctions.logGamma((freedom + 1) / 2) - SpecialFunctions.logGamma(freedom / 2)
      - 0.5 * log(freedom * .pi * scale)
    return -2 * Double(residuals.count) * constant + (freedom + 1) * product.logarithm
  }
}
