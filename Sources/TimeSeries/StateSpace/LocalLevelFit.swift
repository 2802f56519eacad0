import Estimation
import Foundation

/// A local level model fitted by maximum likelihood, with normal or Student t noise.
public struct LocalLevelFit: Hashable, Sendable, Codable {
  /// The model.
  public let model: LocalLevel
  /// The log-likelihood at the optimum, in nats, with the constant of the first value.
  ///
  /// With Student t noise it is a lower bound, tight where the weights are well determined.
  public let logLikelihood: Double
  /// The degrees of freedom of Student t noise; nothing for normal noise.
  public let degreesOfFreedom: Double?
  /// The precision of each value relative to the noise; below one for a value that stands out.
  public let weights: [Double]?
  /// The level with its variance.
  public let smoothed: LocalLevel.Smoothed

  /// Fits a model with normal noise.
  ///
  /// The common variance is solved for, so that only the ratio of the two variances is searched, by
  /// golden section on its logarithm after a scan; no change at all is tried too.
  ///
  /// - Parameters:
  ///   - values: At least three values that are there and not all equal.
  ///   - times: Their times, ascending; steps of one where left out.
  /// - Throws: ``SeriesError`` where there is too little to fit.
  /// - Complexity: O(*n*) for each of some sixty ratios.
  public init(normal values: [Double], at times: [Double]? = nil) throws(SeriesError) {
    try Self.check(values, times)
    let unit = Self.unit(of: values)
    let values = unit == 1 ? values : values.map { $0 / unit }
    let found = Self.search(values, times, nil)
    self.init(
      found.model, values, found.logLikelihood, nil, nil,
      found.model.smoothed(values, at: times), unit: unit)
  }

  /// Takes a fit of values divided by a unit back to the values.
  private init(
    _ model: LocalLevel, _ values: [Double], _ logLikelihood: Double,
    _ degreesOfFreedom: Double?, _ weights: [Double]?, _ smoothed: LocalLevel.Smoothed,
    unit: Double
  ) {
    self.degreesOfFreedom = degreesOfFreedom
    self.weights = weights
    guard unit != 1 else {
      (self.model, self.logLikelihood, self.smoothed) = (model, logLikelihood, smoothed)
      return
    }
    let square = unit * unit
    self.model = LocalLevel(noise: model.noise * square, change: model.change * square)
    // Every value but the first, which fixes the level, has a density per unit.
    self.logLikelihood =
      logLikelihood - Double(values.count(where: \.isFinite) - 1) * log(unit)
    self.smoothed = LocalLevel.Smoothed(
      level: smoothed.level.map { $0 * unit }, variance: smoothed.variance.map { $0 * square })
  }

  /// Fits a model with Student t noise of given degrees of freedom.
  ///
  /// The t distribution is a normal one of random precision; precisions and level are found in turn
  /// (variational approximation), so that a value that stands out counts less.
  ///
  /// > Durbin and Koopman (2012), ch. 10; the scale mixture: Andrews, D. F., Mallows, C. L. *JRSS* B
  /// > 36, 1974, 99-102.
  ///
  /// - Complexity: O(*n*) for each of some sixty ratios, some twenty rounds.
  public init(studentT values: [Double], at times: [Double]? = nil, degreesOfFreedom: Double = 4)
    throws(SeriesError)
  {
    try Self.check(values, times)
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw SeriesError("degrees of freedom must be above zero")
    }
    let unit = Self.unit(of: values)
    let values = unit == 1 ? values : values.map { $0 / unit }
    var weights = values.map { _ in 1.0 }
    var found = Self.search(values, times, weights)
    var bound = -Double.infinity
    for _ in 0..<60 {
      let level = found.model.smoothed(values, at: times, weights: weights)
      var next = bound
      (weights, next) = Self.weigh(
        values, level, noise: found.model.noise, degreesOfFreedom: degreesOfFreedom)
      let likelihood = found.model.logLikelihood(of: values, at: times, weights: weights)
      next += likelihood
      if next - bound < 1e-7 * (1 + abs(next)) { break }
      bound = next
      found = Self.search(values, times, weights)
    }
    self.init(
      found.model, values, bound, degreesOfFreedom, weights,
      found.model.smoothed(values, at: times, weights: weights), unit: unit)
  }

  /// New precisions, and what the bound gains or loses by them: the prior of the precisions less
  /// their entropy, beside the likelihood at their means.
  static func weigh(
    _ values: [Double], _ level: LocalLevel.Smoothed, noise: Double, degreesOfFreedom: Double
  ) -> (weights: [Double], bound: Double) {
    let half = degreesOfFreedom / 2
    var bound = 0.0
    let weights = values.indices.map { index -> Double in
      guard values[index].isFinite else { return 1 }
      let error = values[index] - level.level[index]
      let square = (error * error + level.variance[index]) / max(noise, 1e-300)
      let shape = half + 0.5
      let rate = half + square / 2
      let mean = shape / rate
      let meanLog = SpecialFunctions.digamma(shape) - log(rate)
      // E log p(w) − E log q(w), and the Jensen gap of ½ log w in the likelihood.
      bound +=
        half * log(half) - SpecialFunctions.logGamma(half) + (half - 1) * meanLog - half * mean
        - (shape * log(rate) - SpecialFunctions.logGamma(shape) + (shape - 1) * meanLog - shape)
        + 0.5 * (meanLog - log(mean))
      return mean
    }
    return (weights, bound)
  }

  /// The sizes of the largest value that are fitted.
  static let sizes = 1e-100...1e100

  /// The power of two by which values are divided before a fit, one where they are of usual size.
  ///
  /// Between these sizes no square, product of squares or inverse leaves the range of numbers.
  static func unit(of values: [Double]) -> Double {
    let size = values.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
    return (1e-20...1e20).contains(size)
      ? 1 : Double(sign: .plus, exponent: size.exponent, significand: 1)
  }

  static func check(_ values: [Double], _ times: [Double]?) throws(SeriesError) {
    let there = values.filter(\.isFinite)
    guard there.count >= 3 else {
      throw SeriesError("\(there.count) values are there; a level needs at least three")
    }
    guard let first = there.first, there.contains(where: { $0 != first }) else {
      throw SeriesError("all values are equal; there is nothing to fit")
    }
    if let infinite = values.firstIndex(where: \.isInfinite) {
      throw SeriesError("value \(infinite + 1) is infinite; mark a missing value as not a number")
    }
    // Variances are squares, and precisions their inverses: both must be numbers.
    let size = there.reduce(0) { max($0, abs($1)) }
    guard sizes.contains(size) else {
      throw SeriesError(
        "the largest value is \(size) in size; write the values in a unit in which it lies between 1e-100 and 1e100"
      )
    }
    guard let times else { return }
    guard times.count == values.count, zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw SeriesError("times must be as many as the values and ascend")
    }
  }

  /// The best ratio of variances with the common variance solved for.
  private static func search(_ values: [Double], _ times: [Double]?, _ weights: [Double]?) -> (
    model: LocalLevel, logLikelihood: Double
  ) {
    func profile(_ ratio: Double) -> (model: LocalLevel, logLikelihood: Double) {
      let unit = LocalLevel(noise: 1, change: ratio)
      let scale = unit.meanSquare(values, times, weights)
      let model = LocalLevel(noise: scale, change: ratio * scale)
      return (model, model.logLikelihood(of: values, at: times, weights: weights))
    }
    var best = profile(0)
    var center: Double?
    for step in -10...10 {
      let candidate = profile(exp(Double(step)))
      if candidate.logLikelihood > best.logLikelihood {
        best = candidate
        center = Double(step)
      }
    }
    guard let center else { return best }
    let golden = (5.0.squareRoot() - 1) / 2
    var (low, high) = (center - 1, center + 1)
    var inner = (high - golden * (high - low), low + golden * (high - low))
    var points = (profile(exp(inner.0)), profile(exp(inner.1)))
    while high - low > 1e-6 {
      if points.0.logLikelihood >= points.1.logLikelihood {
        high = inner.1
        inner = (high - golden * (high - low), inner.0)
        points = (profile(exp(inner.0)), points.0)
      } else {
        low = inner.0
        inner = (inner.1, low + golden * (high - low))
        points = (points.1, profile(exp(inner.1)))
      }
    }
    for point in [points.0, points.1] where point.logLikelihood > best.logLikelihood {
      best = point
    }
    return best
  }
}

extension LocalLevel {
  /// The mean squared standardised error of one-step predictions: the common variance that fits best.
  func meanSquare(_ values: [Double], _ times: [Double]?, _ weights: [Double]?) -> Double {
    var level = 0.0
    var variance = 0.0
    var hasStarted = false
    var sum = 0.0
    var count = 0
    for index in values.indices {
      if hasStarted, index > 0 {
        variance += change * (times.map { $0[index] - $0[index - 1] } ?? 1)
      }
      let value = values[index]
      guard value.isFinite else { continue }
      let spread = noise / (weights?[index] ?? 1)
      guard hasStarted else {
        hasStarted = true
        level = value
        variance = spread
        continue
      }
      let total = variance + spread
      let error = value - level
      sum += error * error / total
      count += 1
      let gain = variance / total
      level += gain * error
      variance *= 1 - gain
    }
    return max(sum / Double(max(1, count)), 1e-300)
  }
}
