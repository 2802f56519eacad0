import Diplomacy
import Foundation
package import Relations

/// The course of a series as text and as a table.
package enum SeriesCourseText {
  /// A table with a header.
  package static func table(_ course: SeriesCourse) -> String {
    let points = course.points
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
  package static func render(_ course: SeriesCourse) -> String {
    let points = course.points
    func number(_ value: Double) -> String { String(format: "%.4g", value) }
    func place(_ point: SeriesCourse.Point) -> String {
      point.day.map { "\($0)" } ?? "\(point.index)"
    }
    func words(_ point: SeriesCourse.Point) -> String {
      "\(number(point.level)) (\(number(point.low)) to \(number(point.high))) at \(place(point))"
    }
    let noiseWords = course.degreesOfFreedom.map {
      "Student t noise, \(number($0)) degrees of freedom"
    }
    var lines = [
      "\(course.n) points; \(course.model); \(noiseWords ?? "normal noise")",
      "variance of the noise \(number(course.noise)), of the change of the level \(number(course.levelChange))"
        + (course.slopeChange.map { ", of the change of the slope \(number($0))" } ?? ""),
      "log-likelihood \(String(format: "%.6f", course.logLikelihood)) nats with the constants of the values that fix the start, \(String(format: "%.6f", course.logLikelihoodWithoutConstants)) without\(course.degreesOfFreedom == nil ? "" : "; a lower bound")",
    ]
    if course.levelChange < 1e-9 * course.noise { lines.append("the level does not change") }
    if let first = points.first, let last = points.last,
      let low = points.min(by: { $0.level < $1.level }),
      let high = points.max(by: { $0.level < $1.level })
    {
      lines.append("level: first \(words(first)), last \(words(last))")
      lines.append("lowest \(words(low)), highest \(words(high))")
    }
    if !course.outlying.isEmpty {
      let places = course.outlying.prefix(12).map { place(points[$0]) }
      lines.append(
        "values that count for less than half: \(places.joined(separator: ", "))\(course.outlying.count > 12 ? " and \(course.outlying.count - 12) more" : "")"
      )
    }
    lines.append("90 % bands, which take the fitted variances for known")
    return lines.joined(separator: "\n") + "\n"
  }
}
