package import Diplomacy
import Foundation
package import TimeSeries

/// The level of a series seen through noise, with its band, ready to be written.
package struct SeriesCourse: Hashable, Sendable, Encodable {
  /// One time with the level there.
  package struct Point: Hashable, Sendable, Encodable {
    package let index: Int
    package let day: Day?
    package let value: Double?
    package let level: Double
    package let low: Double
    package let high: Double
    package let slope: Double?
  }

  package let n: Int
  package let model: String
  /// The variance of the noise.
  package let noise: Double
  /// The variance of the change of the level from one time to the next.
  package let levelChange: Double
  /// The variance of the change of the slope.
  package let slopeChange: Double?
  package let degreesOfFreedom: Double?
  /// In nats, with the constants of the values that fix the start.
  package let logLikelihood: Double
  /// The same without those constants.
  package let logLikelihoodWithoutConstants: Double
  package let coverage: Double
  package let points: [Point]
  /// The indices of values that count for less than half a value.
  package let outlying: [Int]

  /// Fits the course of a series.
  ///
  /// - Parameters:
  ///   - hasSlope: Whether the level has a slope that wanders.
  ///   - degreesOfFreedom: Those of Student t noise; nothing for normal noise.
  /// - Throws: `SeriesError` where there is too little to fit.
  package init(
    _ reading: DatedSeries, hasSlope: Bool, degreesOfFreedom: Double?
  ) throws(SeriesError) {
    let values = reading.values.map { $0 ?? .nan }
    let quantile = 1.644_853_626_951_473
    var weights: [Double]?
    let level: [Double]
    let variance: [Double]
    var slope: [Double]?
    if hasSlope {
      let fit = try LocalTrendFit(values, degreesOfFreedom: degreesOfFreedom)
      model = "local linear trend"
      (noise, levelChange) = (fit.model.noise, fit.model.levelChange)
      slopeChange = fit.model.slopeChange
      (level, variance, slope) = (fit.smoothed.level, fit.smoothed.variance, fit.smoothed.slope)
      (weights, logLikelihood) = (fit.weights, fit.logLikelihood)
    } else {
      let fit: LocalLevelFit
      if let degreesOfFreedom {
        fit = try LocalLevelFit(studentT: values, degreesOfFreedom: degreesOfFreedom)
      } else {
        fit = try LocalLevelFit(normal: values)
      }
      model = "local level"
      (noise, levelChange) = (fit.model.noise, fit.model.change)
      slopeChange = nil
      (level, variance) = (fit.smoothed.level, fit.smoothed.variance)
      (weights, logLikelihood) = (fit.weights, fit.logLikelihood)
    }
    n = values.count
    self.degreesOfFreedom = degreesOfFreedom
    logLikelihoodWithoutConstants =
      logLikelihood + (hasSlope ? 1 : 0.5) * log(2 * Double.pi)
    coverage = 0.9
    outlying = (weights ?? []).indices.filter { values[$0].isFinite && (weights?[$0] ?? 1) < 0.5 }
    points = values.indices.map { index in
      let half = quantile * max(0, variance[index]).squareRoot()
      return Point(
        index: index, day: reading.starts?[index], value: reading.values[index],
        level: level[index], low: level[index] - half, high: level[index] + half,
        slope: slope?[index])
    }
  }
}
