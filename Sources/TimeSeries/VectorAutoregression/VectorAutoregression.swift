import Estimation
import Foundation

/// A vector autoregression: each series explained by the last values of all.
///
///     y_t = c + A_1 y_{t−1} + … + A_p y_{t−p} + u_t
///
/// Estimated by least squares equation by equation, which is maximum likelihood with normal errors.
/// Applied to the totals of two directions of a relation, the response of one to the other is its
/// reciprocity.
///
/// > Lütkepohl, H. *New Introduction to Multiple Time Series Analysis*, 2005, ch. 3; Goldstein,
/// > J. S., Freeman, J. R. *Three-Way Street*, 1990.
public struct VectorAutoregression: Hashable, Sendable, Codable {
  /// The names of the series.
  public let names: [String]
  /// The number of lags.
  public let lags: Int
  /// The number of observations that have all lags.
  public let count: Int
  /// For each series, the constant, then for each lag the coefficient of each series.
  public let coefficients: [[Double]]
  /// Standard errors in the same layout.
  public let errors: [[Double]]
  /// The covariance of the residuals, divided by the degrees of freedom.
  public let covariance: [[Double]]
  /// The log-likelihood, in nats.
  public let logLikelihood: Double
  /// Akaike's criterion for an observation.
  public let aic: Double
  /// Schwarz's criterion for an observation.
  public let bic: Double
  /// Hannan and Quinn's criterion for an observation.
  public let hannanQuinn: Double
  /// The largest modulus of the roots; shocks die out below 1.
  public let largestRoot: Double
  /// The inverse of the regressors' cross product, row-major.
  let inverse: [Double]
  /// The residuals of each observation.
  let residuals: [[Double]]
  /// The observations used as the first lags, then the rest.
  let data: [[Double]]

  private enum CodingKeys: String, CodingKey {
    case names, lags, count, coefficients, errors, covariance, logLikelihood, aic, bic
    case hannanQuinn, largestRoot, inverse, residuals, data
  }

  /// Fits an autoregression.
  ///
  /// - Parameters:
  ///   - data: For each time the value of each series; no value may be missing.
  ///   - names: The names of the series.
  ///   - lags: At least one.
  ///   - offset: How many observations at the start are skipped, to compare orders on one sample.
  /// - Throws: ``SeriesError`` where there are too few observations, a value is missing, or a
  ///   series repeats others.
  /// - Complexity: O(*n* *m*² + *m*³) for *n* observations and *m* regressors.
  public init(_ data: [[Double]], names: [String], lags: Int, offset: Int = 0)
    throws(SeriesError)
  {
    let series = names.count
    let regressors = series * lags + 1
    let data = Array(data.dropFirst(offset))
    let count = data.count - lags
    guard lags >= 1, series >= 1 else {
      throw SeriesError("at least one series and one lag are needed")
    }
    guard count > regressors else {
      throw SeriesError(
        "\(data.count) observations are too few for \(lags) lags of \(series) series; at least \(regressors + lags + 1) are needed"
      )
    }
    guard data.allSatisfy({ $0.count == series && $0.allSatisfy(\.isFinite) }) else {
      throw SeriesError("a value is missing or infinite; fill the gap or shorten the series")
    }
    var cross = [Double](repeating: 0, count: regressors * regressors)
    var product = [[Double]](repeating: [Double](repeating: 0, count: regressors), count: series)
    for time in lags..<data.count {
      let row = Self.regressors(data, time, lags)
      for i in 0..<regressors {
        for j in 0...i { cross[i * regressors + j] += row[i] * row[j] }
        for equation in 0..<series { product[equation][i] += row[i] * data[time][equation] }
      }
    }
    guard let factor = Cholesky(cross, order: regressors) else {
      throw Self.dependence(data, names, lags)
    }
    let coefficients = product.map(factor.solve)
    let residuals = (lags..<data.count).map { time -> [Double] in
      let row = Self.regressors(data, time, lags)
      return (0..<series).map { equation in
        data[time][equation] - zip(row, coefficients[equation]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    let sums = Self.crossProducts(residuals, series)
    for equation in 0..<series where Self.isPerfect(sums[equation][equation], data, equation, lags)
    {
      throw Self.perfect(names[equation], lags)
    }
    let freedom = Double(count - regressors)
    let inverse = factor.inverse()
    let covariance = sums.map { $0.map { $0 / freedom } }
    self.names = names
    self.lags = lags
    self.count = count
    self.coefficients = coefficients
    self.residuals = residuals
    self.inverse = inverse
    self.covariance = covariance
    self.data = data
    errors = (0..<series).map { equation in
      (0..<regressors).map { index in
        (covariance[equation][equation] * inverse[index * regressors + index]).squareRoot()
      }
    }
    guard
      let spread = Cholesky(sums.flatMap { $0.map { $0 / Double(count) } }, order: series)
    else { throw Self.dependence(data, names, lags) }
    let n = Double(count)
    let k = Double(series)
    let logDeterminant = spread.logDeterminant
    logLikelihood = -n / 2 * (k * log(2 * Double.pi) + logDeterminant + k)
    let free = Double(regressors * series)
    aic = logDeterminant + 2 * free / n
    bic = logDeterminant + log(n) * free / n
    hannanQuinn = logDeterminant + 2 * log(log(n)) * free / n
    largestRoot = spectralRadius(Self.companion(coefficients, lags: lags))
  }

  /// Whether residuals are nothing but rounding beside what the series itself moves.
  private static func isPerfect(
    _ residual: Double, _ data: [[Double]], _ series: Int, _ lags: Int
  ) -> Bool {
    let values = data.dropFirst(lags).map { $0[series] }
    let mean = values.reduce(0, +) / Double(values.count)
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return residual <= 1e-12 * total
  }

  private static func perfect(_ name: String, _ lags: Int) -> SeriesError {
    SeriesError(
      "the past foretells '\(name)' perfectly with \(lags) \(lags == 1 ? "lag" : "lags"): a perfect fit leaves nothing over by which a test could be made; give longer series, or leave it out if it is a count of time"
    )
  }

  /// Which series stands in the way of a fit, where it can be told.
  private static func dependence(_ data: [[Double]], _ names: [String], _ lags: Int)
    -> SeriesError
  {
    let columns = names.indices.map { series in data.map { $0[series] } }
    for (name, values) in zip(names, columns) where values.allSatisfy({ $0 == values[0] }) {
      return SeriesError("'\(name)' is constant; leave it out")
    }
    for later in names.indices {
      for earlier in 0..<later where isMultiple(columns[later], of: columns[earlier]) {
        return SeriesError("'\(names[later])' repeats '\(names[earlier])'; leave one of them out")
      }
      let steps = zip(columns[later], columns[later].dropFirst()).map { $1 - $0 }
      if let first = steps.first, steps.allSatisfy({ abs($0 - first) <= 1e-9 * abs(first) }) {
        return SeriesError("'\(names[later])' counts in even steps, as a time does; leave it out")
      }
    }
    return SeriesError(
      "the series fit each other perfectly with \(lags) \(lags == 1 ? "lag" : "lags"): one follows from the others or from its own past, and no test can be made; leave one out"
    )
  }

  /// Whether one series is another times a number plus a number.
  private static func isMultiple(_ values: [Double], of others: [Double]) -> Bool {
    let n = Double(values.count)
    let (a, b) = (values.reduce(0, +) / n, others.reduce(0, +) / n)
    var (aa, bb, ab) = (0.0, 0.0, 0.0)
    for (x, y) in zip(values, others) {
      aa += (x - a) * (x - a)
      bb += (y - b) * (y - b)
      ab += (x - a) * (y - b)
    }
    return ab * ab >= (1 - 1e-12) * aa * bb
  }

  static func regressors(_ data: [[Double]], _ time: Int, _ lags: Int) -> [Double] {
    var row = [1.0]
    for lag in 1...lags { row += data[time - lag] }
    return row
  }

  private static func crossProducts(_ rows: [[Double]], _ size: Int) -> [[Double]] {
    (0..<size).map { i in
      (0..<size).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } }
    }
  }

  private static func companion(_ coefficients: [[Double]], lags: Int) -> [[Double]] {
    let series = coefficients.count
    let size = series * lags
    return (0..<size).map { row in
      row < series
        ? Array(coefficients[row].dropFirst())
        : (0..<size).map { $0 == row - series ? 1 : 0 }
    }
  }

  /// The coefficient of one series in the equation of another at a lag, from one.
  public func coefficient(of source: Int, in equation: Int, lag: Int) -> Double {
    coefficients[equation][1 + (lag - 1) * names.count + source]
  }
}

/// What is wrong with a series of numbers.
public struct SeriesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in words.
  public let description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}
