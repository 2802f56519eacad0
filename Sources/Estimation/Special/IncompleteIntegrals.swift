import Foundation

extension SpecialFunctions {
  /// The regularised lower incomplete gamma function *P(a, x)*.
  ///
  /// It is the probability that a gamma variable of shape *a* lies below *x*.
  ///
  /// > Press, W. et al. *Numerical Recipes*, 3rd ed., 2007, section 6.2.
  public static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    guard x > 0 else { return 0 }
    guard x.isFinite else { return 1 }
    let front = exp(-x + a * log(x) - logGamma(a))
    if x < a + 1 {
      var (sum, term, k) = (1 / a, 1 / a, a)
      for _ in 0..<10_000 {
        k += 1
        term *= x / k
        sum += term
        if abs(term) < abs(sum) * 1e-16 { break }
      }
      return min(1, front * sum)
    }
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = an * d + b
      if abs(d) < tiny { d = tiny }
      c = b + an / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let change = d * c
      h *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return max(0, 1 - front * h)
  }

  /// The regularised incomplete beta function *I(x; a, b)*.
  ///
  /// It is the probability that a beta variable lies below *x*.
  ///
  /// > Press, W. et al. *Numerical Recipes*, 3rd ed., 2007, section 6.4.
  public static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
    guard x > 0, x < 1 else { return x }
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    if abs(d) < tiny { d = tiny }
    d = 1 / d
    var h = d
    for step in 1..<10_000 {
      let m = Double(step)
      for numerator in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 + numerator * d
        if abs(d) < tiny { d = tiny }
        c = 1 + numerator / c
        if abs(c) < tiny { c = tiny }
        d = 1 / d
        h *= d * c
      }
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h
  }
}
