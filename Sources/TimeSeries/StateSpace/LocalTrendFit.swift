import Estimation
import Foundation

/// A local linear trend model fitted by maximum likelihood, with normal or Student t noise.
public struct LocalTrendFit: Hashable, Sendable, Codable {
  /// The model.
  public let model: LocalTrend
  /// The log-likelihood at the optimum, in nats, with the constants of the first two values.
  ///
  /// With Student t noise it is a lower bound, as for ``LocalLevelFit``.
  public let logLikelihood: Double
  /// The degrees of freedom of Student t noise; nothing for normal noise.
  public let degreesOfFreedom: Double?
  /// The precision of each value relative to the noise; below one for a value that stands out.
  public let weights: [Double]?
  /// Level and slope with the variance of the level.
  public let smoothed: LocalTrend.Smoothed

  /// Fits a model to values at even times.
  ///
  /// The common variance is solved for; the two ratios of variances are searched on their logarithms
  /// from four starts with ever smaller steps, until none of a hundredth improves.
  ///
  /// - Parameters:
  ///   - values: At least four values that are there and not all equal; a missing one is not a number.
  ///   - degreesOfFreedom: Those of Student t noise; nothing for normal noise.
  /// - Throws: ``SeriesError`` where there is too little to fit.
  /// - Complexity: O(*n*) for each of some two hundred pairs of ratios, and that some ten times with
  ///   Student t noise.
  public init(_ values: [Double], degreesOfFreedom: Double? = nil) throws(SeriesError) {
    try LocalLevelFit.check(values, nil)
    guard values.count(where: \.isFinite) >= 4 else {
      throw SeriesError("a level with a slope needs at least four values")
    }
    if let degreesOfFreedom, !(degreesOfFreedom > 0 && degreesOfFreedom.isFinite) {
      throw SeriesError("degrees of freedom must be above zero")
    }
    let unit = LocalLevelFit.unit(of: values)
    let values = unit == 1 ? values : values.map { $0 / unit }
    let starts = [(-2.0, -4.0), (0, -6), (-6, -2), (-8, -8)]
    var found = try Self.search(values, nil, from: starts)
    guard let degreesOfFreedom else {
      self.init(found, values, nil, nil, found.logLikelihood, unit)
      return
    }
    var weights = values.map { _ in 1.0 }
    var bound = -Double.infinity
    for _ in 0..<40 {
      let level = try found.model.smoothed(values, weights: weights)
      var next = 0.0
      (weights, next) = LocalLevelFit.weigh(
        values, LocalLevel.Smoothed(level: level.level, variance: level.variance),
        noise: found.model.noise, degreesOfFreedom: degreesOfFreedom)
      next += try found.model.smoothed(values, weights: weights).logLikelihood
      if next - bound < 1e-6 * (1 + abs(next)) { break }
      bound = next
      found = try Self.search(values, weights, from: [found.ratios])
    }
    self.init(found, values, weights, degreesOfFreedom, bound, unit)
  }

  private init(
    _ found: Candidate, _ values: [Double], _ weights: [Double]?, _ degreesOfFreedom: Double?,
    _ logLikelihood: Double, _ unit: Double
  ) {
    self.degreesOfFreedom = degreesOfFreedom
    self.weights = weights
    guard unit != 1 else {
      (model, self.logLikelihood, smoothed) = (found.model, logLikelihood, found.smoothed)
      return
    }
    // The fit of values divided by a unit, taken back to the values; the first two values fix level
    // and slope and have no density of their own.
    let square = unit * unit
    let shift = Double(values.count(where: \.isFinite) - 2) * log(unit)
    model = LocalTrend(
      noise: found.model.noise * square, levelChange: found.model.levelChange * square,
      slopeChange: found.model.slopeChange * square)
    self.logLikelihood = logLikelihood - shift
    let smoothed = found.smoothed
    self.smoothed = LocalTrend.Smoothed(
      level: smoothed.level.map { $0 * unit }, variance: smoothed.variance.map { $0 * square },
      slope: smoothed.slope.map { $0 * unit }, logLikelihood: smoothed.logLikelihood - shift,
      quadratic: smoothed.quadratic)
  }

  /// A pair of log ratios of variances with its model at the best common variance.
  private struct Candidate {
    let ratios: (Double, Double)
    let model: LocalTrend
    let smoothed: LocalTrend.Smoothed
    let logLikelihood: Double
  }

  private static func profile(
    _ ratios: (Double, Double), _ values: [Double], _ weights: [Double]?
  ) throws(SeriesError) -> Candidate {
    let unit = LocalTrend(noise: 1, levelChange: exp(ratios.0), slopeChange: exp(ratios.1))
    let free = Double(max(1, values.count(where: \.isFinite) - 2))
    let scale = max(try unit.smoothed(values, weights: weights).quadratic / free, 1e-300)
    let model = LocalTrend(
      noise: scale, levelChange: scale * unit.levelChange, slopeChange: scale * unit.slopeChange)
    let smoothed = try model.smoothed(values, weights: weights)
    return Candidate(
      ratios: ratios, model: model, smoothed: smoothed, logLikelihood: smoothed.logLikelihood)
  }

  private static func search(
    _ values: [Double], _ weights: [Double]?, from starts: [(Double, Double)]
  ) throws(SeriesError) -> Candidate {
    var best: Candidate?
    for start in starts {
      var here = try profile(start, values, weights)
      var step = 2.0
      while step > 0.01 {
        var hasMoved = false
        for (x, y) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
          // Below the floor of the model a smaller ratio changes nothing.
          let ratios = (
            min(max(here.ratios.0 + step * x, -18.4), 18),
            min(max(here.ratios.1 + step * y, -18.4), 18)
          )
          let next = try profile(ratios, values, weights)
          if next.logLikelihood > here.logLikelihood + 1e-9 {
            here = next
            hasMoved = true
          }
        }
        if !hasMoved { step /= 2 }
      }
      if best.map({ here.logLikelihood > $0.logLikelihood }) ?? true { best = here }
    }
    guard let best else { throw SeriesError("no start was given to search from") }
    return best
  }
}
