import TimeSeries
import Casework
import Diplomacy
import Foundation
import Relations

/// The level of a series seen through noise, with its band, ready to be written.
struct SeriesCourse: Encodable {
  /// One time with the level there.
  struct Point: Encodable {
    let index: Int
    let day: Day?
    let value: Double?
    let level: Double
    let low: Double
    let high: Double
    let slope: Double?
  }

  let n: Int
  let model: String
  /// The variance of the noise.
  let noise: Double
  /// The variance of the change of the level from one time to the next.
  let levelChange: Double
  /// The variance of the change of the slope.
  let slopeChange: Double?
  let degreesOfFreedom: Double?
  /// In nats, with the constants of the values that fix the start.
  let logLikelihood: Double
  /// The same without those constants.
  let logLikelihoodWithoutConstants: Double
  let coverage: Double
  let points: [Point]
  /// The indices of values that count for less than half a value.
  let outlying: [Int]

  /// Fits the course of a series.
  ///
  /// - Parameters:
  ///   - hasSlope: Whether the level has a slope that wanders.
  ///   - degreesOfFreedom: Those of Student t noise; nothing for normal noise.
  /// - Throws: ``CaseworkFailure`` where there is too little to fit.
  init(_ reading: SeriesSource.Reading, hasSlope: Bool, degreesOfFreedom: Double?) throws {
    let values = reading.values.map { $0 ?? .nan }
    let quantile = 1.644_853_626_951_473
    var weights: [Double]?
    let level: [Double]
    let variance: [Double]
    var slope: [Double]?
    do {
      if hasSlope {
        let fit = try LocalTrendFit(values, degreesOfFreedom: degreesOfFreedom)
        model = "local linear trend"
        (noise, levelChange) = (fit.model.noise, fit.model.levelChange)
        slopeChange = fit.model.slopeChange
        (level, variance, slope) = (fit.smoothed.level, fit.smoothed.variance, fit.smoothed.slope)
        (weights, logLikelihood) = (fit.weights, fit.logLikelihood)
      } else {
        let fit =
          try degreesOfFreedom.map { freedom throws(SeriesError) in
            try LocalLevelFit(studentT: values, degreesOfFreedom: freedom)
          } ?? LocalLevelFit(normal: values)
        model = "local level"
        (noise, levelChange) = (fit.model.noise, fit.model.change)
        slopeChange = nil
        (level, variance) = (fit.smoothed.level, fit.smoothed.variance)
        (weights, logLikelihood) = (fit.weights, fit.logLikelihood)
      }
    } catch {
      throw CaseworkFailure.badInput("\(reading.name): \(error)")
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

  /// A table with a header.
  var table: String {
    let hasDays = points.first?.day != nil
    let hasSlope = points.first?.slope != nil
    var text =
      "index\(hasDays ? ",day" : ""),value,level,low,high\(hasSlope ? ",slope" : "")\n"
    for point in points {
      let value = point.value.map { "\($0)" } ?? ""
      let day = point.day.map { ",\($0)" } ?? ""
      let slope = point.slope.map { ",\($0)" } ?? ""
      text += "\(point.index)\(day),\(value),\(point.level),\(point.low),\(point.high)\(slope)\n"
    }
    return text
  }

  /// Sentences for a person.
  var text: String {
    func number(_ value: Double) -> String { String(format: "%.4g", value) }
    func place(_ point: Point) -> String { point.day.map { "\($0)" } ?? "\(point.index)" }
    func words(_ point: Point) -> String {
      "\(number(point.level)) (\(number(point.low)) to \(number(point.high))) at \(place(point))"
    }
    let noiseWords = degreesOfFreedom.map { "Student t noise, \(number($0)) degrees of freedom" }
    var lines = [
      "\(n) points; \(model); \(noiseWords ?? "normal noise")",
      "variance of the noise \(number(noise)), of the change of the level \(number(levelChange))"
        + (slopeChange.map { ", of the change of the slope \(number($0))" } ?? ""),
      "log-likelihood \(String(format: "%.6f", logLikelihood)) nats with the constants of the values that fix the start, \(String(format: "%.6f", logLikelihoodWithoutConstants)) without\(degreesOfFreedom == nil ? "" : "; a lower bound")",
    ]
    if levelChange < 1e-9 * noise { lines.append("the level does not change") }
    if let first = points.first, let last = points.last,
      let low = points.min(by: { $0.level < $1.level }),
      let high = points.max(by: { $0.level < $1.level })
    {
      lines.append("level: first \(words(first)), last \(words(last))")
      lines.append("lowest \(words(low)), highest \(words(high))")
    }
    if !outlying.isEmpty {
      let places = outlying.prefix(12).map { place(points[$0]) }
      lines.append(
        "values that count for less than half: \(places.joined(separator: ", "))\(outlying.count > 12 ? " and \(outlying.count - 12) more" : "")"
      )
    }
    lines.append("90 % bands, which take the fitted variances for known")
    return lines.joined(separator: "\n") + "\n"
  }
}
