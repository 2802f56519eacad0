import Estimation

/// Whether the past of one series helps to foretell another, beyond what the others tell.
///
/// > Granger, C. W. J. "Investigating causal relations by econometric models and cross-spectral
/// > methods." *Econometrica* 37, 1969, 424-438; the F form: Lütkepohl (2005), eq. 3.6.7.
public struct GrangerTest: Hashable, Sendable, Codable {
  /// The series whose past is tested.
  public let from: String
  /// The series foretold.
  public let to: String
  /// The F statistic.
  public let statistic: Double
  /// The degrees of freedom of numerator and denominator.
  public let degreesOfFreedom: [Int]
  /// The probability of a statistic this large where the past does not help.
  public let probability: Double
}

extension VectorAutoregression {
  /// Tests whether the lags of one series can be left out of the equation of another.
  public func grangerTest(from source: Int, to equation: Int) -> GrangerTest {
    let regressors = names.count * lags + 1
    let places = (1...lags).map { 1 + ($0 - 1) * names.count + source }
    let values = places.map { coefficients[equation][$0] }
    let block = places.flatMap { i in
      places.map { j in covariance[equation][equation] * inverse[i * regressors + j] }
    }
    let wald =
      Cholesky(block, order: lags).map { factor in
        zip(values, factor.solve(values)).reduce(0) { $0 + $1.0 * $1.1 }
      } ?? 0
    let statistic = wald / Double(lags)
    let denominator = names.count * (count - regressors)
    let (a, b) = (Double(lags) / 2, Double(denominator) / 2)
    let probability = SpecialFunctions.incompleteBeta(b / (b + a * statistic), b, a)
    return GrangerTest(
      from: names[source], to: names[equation], statistic: statistic,
      degreesOfFreedom: [lags, denominator], probability: probability)
  }
}
