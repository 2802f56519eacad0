import Foundation

/// The special functions that densities and tests need.
///
/// They are pure functions that may run on any thread, which the C library's `lgamma` is not.
public enum SpecialFunctions {
  /// The natural logarithm of the gamma function for a positive argument.
  ///
  /// The relative error is below 1e-13.
  ///
  /// > Lanczos, C. *SIAM Journal on Numerical Analysis* B 1, 1964, 86-96 (g = 7, nine terms).
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    if x < 0.5 { return log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
    let z = x - 1
    var sum = lanczos[0]
    for k in 1..<lanczos.count { sum += lanczos[k] / (z + Double(k)) }
    let t = z + 7.5
    return 0.5 * log(2 * Double.pi) + (z + 0.5) * log(t) - t + log(sum)
  }

  private static let lanczos: [Double] = [
    0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8,
    771.323_428_777_653_13, -176.615_029_162_140_59, 12.507_343_278_686_905,
    -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6, 1.505_632_735_149_311_6e-7,
  ]

  /// The derivative of the logarithm of the gamma function for a positive argument.
  ///
  /// > Bernardo, J. "Algorithm AS 103." *Applied Statistics* 25(3), 1976, 315-317.
  public static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var (z, shift) = (x, 0.0)
    while z < 10 {
      shift -= 1 / z
      z += 1
    }
    let f = 1 / (z * z)
    let tail =
      f * (1 / 12.0 - f * (1 / 120.0 - f * (1 / 252.0 - f * (1 / 240.0 - f * (5 / 660.0)))))
    return shift + log(z) - 0.5 / z - tail
  }

  /// The probability that a standard normal variable lies below a value.
  public static func normalCDF(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The value below which a standard normal variable lies with a probability within 0 to 1.
  ///
  /// The rational approximation of Acklam with one step of Halley's method; error below 1e-14.
  ///
  /// > Acklam, P. "An algorithm for computing the inverse normal cumulative distribution function",
  /// > 2003.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p > 0 else { return p == 0 ? -.infinity : .nan }
    guard p < 1 else { return p == 1 ? .infinity : .nan }
    func horner(_ c: [Double], _ x: Double) -> Double { c.reduce(0) { $0 * x + $1 } }
    var x: Double
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      x = horner(tailTop, q) / horner(tailBottom, q)
    } else if p > 1 - 0.02425 {
      let q = (-2 * log1p(-p)).squareRoot()
      x = -horner(tailTop, q) / horner(tailBottom, q)
    } else {
      let q = p - 0.5
      x = horner(middleTop, q * q) * q / horner(middleBottom, q * q)
    }
    let error = normalCDF(x) - p
    let u = error * (2 * Double.pi).squareRoot() * exp(x * x / 2)
    x -= u / (1 + x * u / 2)
    return x
  }

  private static let middleTop: [Double] = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
    -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  private static let middleBottom: [Double] = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
    -1.328068155288572e+01, 1,
  ]
  private static let tailTop: [Double] = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
  ]
  private static let tailBottom: [Double] = [
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1,
  ]

  /// The logarithm of the sum of exponentials, without overflow; minus infinity for no terms.
  public static func logSumExp(_ terms: some Collection<Double>) -> Double {
    guard let top = terms.max(), top > -.infinity else { return -.infinity }
    guard top.isFinite else { return top }
    return top + log(terms.reduce(0) { $0 + exp($1 - top) })
  }

  /// Weights that sum to 1 and stand in the ratio of the exponentials of the terms.
  public static func softmax(_ terms: [Double]) -> [Double] {
    let total = logSumExp(terms)
    guard total.isFinite else { return terms.map { _ in 1 / Double(max(1, terms.count)) } }
    return terms.map { exp($0 - total) }
  }
}
