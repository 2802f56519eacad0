package import TimeSeries
package import Diplomacy
import Foundation
package import Relations

/// Turning points as text, as a table and as JSON.
package enum TurningPointsText {
  /// One line of JSON with the fields in a fixed order.
  package static func json(_ found: TurningPoints) -> String {
    let points = found.turningPoints.map { point in
      "{\"index\":\(point.index),\"probability\":\(rounded(point.probability)),"
        + "\"from\":\(point.from),\"to\":\(point.to)}"
    }
    return "{\"n\":\(found.count),\"turningPoints\":[\(points.joined(separator: ","))],"
      + "\"model\":\"\(found.model.rawValue)\",\"penalty\":\(rounded(found.penalty))}\n"
  }

  /// A table with a header.
  package static func table(_ found: TurningPoints, starts: [Day]?) -> String {
    var text = "index,probability,from,to" + (starts == nil ? "" : ",day,from_day,to_day") + "\n"
    for point in found.turningPoints {
      text += "\(point.index),\(rounded(point.probability)),\(point.from),\(point.to)"
      if let starts { text += ",\(starts[point.index]),\(starts[point.from]),\(starts[point.to])" }
      text += "\n"
    }
    return text
  }

  /// Sentences for a person.
  package static func render(
    _ found: TurningPoints, in values: [Double?], starts: [Day]?, per: SeriesPeriod,
    credibility: Double
  ) -> String {
    let missing = values.count { $0 == nil }
    func place(_ index: Int) -> String {
      starts.map { per == .day ? "\($0[index])" : "the \(per.rawValue) of \($0[index])" }
        ?? "\(index)"
    }
    var text = "\(found.count) points"
    if missing > 0 { text += ", \(missing) of them missing" }
    text += "; model: \(meaning(found.model)); price of a turn: \(format(found.penalty))\n"
    if found.turningPoints.isEmpty {
      return text + "No turning point: the series goes on as one.\n"
    }
    let segments = found.segments(of: values)
    for (number, point) in found.turningPoints.enumerated() {
      let share =
        point.probability > 0.995 ? "over 99" : "\(Int((100 * point.probability).rounded()))"
      text += "Turned at \(place(point.index))"
      text += starts == nil ? "" : " (index \(point.index))"
      text +=
        point.from == point.to
        ? ": probability \(share) % at exactly there"
        : ": probability \(share) % between \(place(point.from)) and \(place(point.to))"
      if segments.count == found.turningPoints.count + 1 {
        text += "; \(change(from: segments[number], to: segments[number + 1], found.model))"
      }
      text += "\n"
    }
    let held = Int((100 * credibility).rounded())
    return text
      + "A probability is that of a turn somewhere in the range, not of the one place; the range "
      + "holds \(held) % of where the turn may be, if there is one.\n"
  }

  /// What is different after a turn, in words.
  private static func change(
    from before: TurnSegment, to after: TurnSegment, _ model: SegmentModel
  ) -> String {
    func number(_ value: Double) -> String { String(format: "%.4g", value) }
    let level = "level \(number(before.level)) to \(number(after.level))"
    return switch model {
    case .gaussian, .t: level
    case .poisson: "rate \(number(before.level)) to \(number(after.level))"
    case .normal: level + ", spread \(number(before.spread)) to \(number(after.spread))"
    case .trend: "slope \(number(before.slope)) to \(number(after.slope)) a point"
    }
  }

  /// What changes under a model, in words.
  static func meaning(_ model: SegmentModel) -> String {
    switch model {
    case .gaussian: "the level changes"
    case .t: "the level changes, wild values bounded"
    case .poisson: "the rate of counts changes"
    case .normal: "level and spread change"
    case .trend: "level and slope change"
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private static func format(_ value: Double) -> String { String(format: "%.1f", value) }
}
