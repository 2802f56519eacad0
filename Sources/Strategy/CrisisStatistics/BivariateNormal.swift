import Estimation
import Foundation

/// The standard normal distribution in two dimensions.
enum NormalDistribution {
  /// The probability that both of two correlated standard normals lie below their arguments.
  ///
  /// Integrates the density over the correlation from independence, 24-point Gauss-Legendre on the
  /// arcsine of the correlation, which is accurate to about 1e-14 for correlations up to 0.95.
  ///
  /// > Plackett, R. L. "A reduction formula for normal multivariate integrals." *Biometrika* 41,
  /// > 1954, 351-360; the substitution: Drezner, Z., Wesolowsky, G. O., 1990.
  static func bivariate(_ h: Double, _ k: Double, correlation: Double) -> Double {
    let limit = asin(correlation)
    var sum = 0.0
    for (node, weight) in zip(GaussLegendre.nodes, GaussLegendre.weights) {
      let angle = limit * (node + 1) / 2
      let sine = sin(angle)
      let cosine = cos(angle)
      sum += weight * exp(-(h * h + k * k - 2 * h * k * sine) / (2 * cosine * cosine))
    }
    return SpecialFunctions.normalCDF(h) * SpecialFunctions.normalCDF(k) + sum * limit / 2
      / (2 * Double.pi)
  }
}

/// Nodes and weights of Gauss-Legendre quadrature on -1 to 1, found by Newton's method.
enum GaussLegendre {
  static let order = 24
  static let nodes: [Double] = rule.map(\.node)
  static let weights: [Double] = rule.map(\.weight)

  private static let rule: [(node: Double, weight: Double)] = (1...order).map { index in
    var x = cos(Double.pi * (Double(index) - 0.25) / (Double(order) + 0.5))
    var slope = 1.0
    for _ in 0..<100 {
      var previous = 1.0
      var current = x
      for degree in 2...order {
        let n = Double(degree)
        (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n)
      }
      slope = Double(order) * (x * current - previous) / (x * x - 1)
      let step = current / slope
      x -= step
      if abs(step) < 1e-16 { break }
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }
}
