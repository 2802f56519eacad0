import Foundation

/// The local level model: a level that wanders, seen through noise.
///
///     y_t = μ_t + ε_t,  ε_t ~ N(0, σ²_ε);   μ_{t+1} = μ_t + η_t,  η_t ~ N(0, σ²_η) a step
///
/// Nothing is known of the level beforehand (exact diffuse start). Steps may be of any length, and
/// values may be missing: both are exact.
///
/// > Durbin, J., Koopman, S. J. *Time Series Analysis by State Space Methods*, 2nd ed., 2012, ch. 2;
/// > the backward pass: Rauch, H. E., Tung, F., Striebel, C. T., 1965.
public struct LocalLevel: Hashable, Sendable, Codable {
  /// The variance of the noise.
  public var noise: Double
  /// The variance of the change of the level over one unit of time.
  public var change: Double

  /// Makes a model; variances are at least zero and not both zero.
  public init(noise: Double, change: Double) {
    self.noise = noise
    self.change = change
  }

  /// The level at each time with its variance, from all the values.
  public struct Smoothed: Hashable, Sendable, Codable {
    /// The mean of the level.
    public let level: [Double]
    /// The variance of the level.
    public let variance: [Double]
  }

  /// The log-likelihood with a diffuse start, in nats, under one of two conventions.
  public enum Convention: String, Hashable, CaseIterable, Sendable, Codable {
    /// The first value contributes the constant −½ log 2π (statsmodels, exact diffuse).
    case withConstant
    /// The first value contributes nothing (R's arima, burn-in of one): ½ log 2π more.
    case withoutConstant
  }

  /// The log-likelihood of values.
  ///
  /// - Parameters:
  ///   - values: The values in order of time; a missing one is not a number.
  ///   - times: The time of each value, ascending; steps of one where left out.
  ///   - weights: The precision of each value relative to the noise; one where left out.
  ///   - convention: What the first value contributes.
  /// - Returns: Zero where no value is there.
  /// - Complexity: O(*n*).
  public func logLikelihood(
    of values: [Double], at times: [Double]? = nil, weights: [Double]? = nil,
    convention: Convention = .withConstant
  ) -> Double {
    var sums = (quadratic: 0.0, logs: LogProduct(), count: 0, isFirst: true)
    filter(values, times, weights) { _, value, mean, variance, weight in
      if sums.isFirst {
        sums.isFirst = false
        // The first value fixes the level: only its constant is left.
        return
      }
      let spread = variance + noise / weight
      let error = value - mean
      sums.quadratic += error * error / spread
      sums.logs.multiply(spread)
      sums.count += 1
    }
    guard !sums.isFirst else { return 0 }
    let constant = log(2 * Double.pi)
    let first = convention == .withConstant ? -0.5 * constant : 0
    return first - 0.5 * (Double(sums.count) * constant + sums.logs.logarithm + sums.quadratic)
  }

  /// The level at each time, from all the values.
  ///
  /// - Complexity: O(*n*).
  public func smoothed(_ values: [Double], at times: [Double]? = nil, weights: [Double]? = nil)
    -> Smoothed
  {
    var mean = [Double](repeating: 0, count: values.count)
    var variance = [Double](repeating: .infinity, count: values.count)
    var first: Int?
    filter(values, times, weights) { index, value, predicted, spread, weight in
      if first == nil { first = index }
      _ = (value, predicted, spread, weight)
    } filtered: { index, level, spread in
      mean[index] = level
      variance[index] = spread
    }
    guard let first else { return Smoothed(level: mean, variance: variance) }
    for index in stride(from: values.count - 2, through: first, by: -1) {
      let step = times.map { $0[index + 1] - $0[index] } ?? 1
      let predicted = variance[index] + change * step
      guard predicted > 0 else { continue }
      let gain = variance[index] / predicted
      mean[index] += gain * (mean[index + 1] - mean[index])
      variance[index] += gain * gain * (variance[index + 1] - predicted)
    }
    // Before the first value the level is known from that value on alone.
    for index in stride(from: first - 1, through: 0, by: -1) {
      let step = times.map { $0[index + 1] - $0[index] } ?? 1
      mean[index] = mean[index + 1]
      variance[index] = variance[index + 1] + change * step
    }
    return Smoothed(level: mean, variance: variance)
  }

  /// Runs the filter: gives every value that is there with its prediction, and every filtered level.
  private func filter(
    _ values: [Double], _ times: [Double]?, _ weights: [Double]?,
    _ seen: (_ index: Int, _ value: Double, _ mean: Double, _ variance: Double, _ weight: Double)
      -> Void,
    filtered: (_ index: Int, _ level: Double, _ variance: Double) -> Void = { _, _, _ in }
  ) {
    var level = 0.0
    var variance = 0.0
    var hasStarted = false
    for index in values.indices {
      if hasStarted, index > 0 {
        variance += change * (times.map { $0[index] - $0[index - 1] } ?? 1)
      }
      let value = values[index]
      if value.isFinite {
        let weight = weights?[index] ?? 1
        seen(index, value, level, variance, weight)
        let spread = noise / weight
        if hasStarted {
          let total = variance + spread
          let gain = total > 0 ? variance / total : 0
          level += gain * (value - level)
          variance *= 1 - gain
        } else {
          hasStarted = true
          level = value
          variance = spread
        }
      }
      if hasStarted { filtered(index, level, variance) }
    }
  }
}

/// A product of many factors kept within the range of numbers, for one logarithm at the end.
struct LogProduct {
  private var product = 1.0
  private var exponent = 0

  mutating func multiply(_ factor: Double) {
    product *= factor
    if product < 1e-150 || product > 1e150 {
      guard product > 0, product.isFinite else { return }
      exponent += Int(product.exponent)
      product = product.significand
    }
  }

  var logarithm: Double {
    guard product > 0 else { return -.infinity }
    return log(product) + Double(exponent) * 0.693_147_180_559_945_3
  }
}
