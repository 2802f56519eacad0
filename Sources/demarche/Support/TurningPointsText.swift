import Diplomacy
import Foundation
import Relations

/// Turning points as text, as a table and as JSON.
enum TurningPointsText {
  /// One line of JSON with the fields in a fixed order.
  static func json(_ found: TurningPoints) -> String {
    let points = found.turningPoints.map { point in
      "{\"index\":\(point.index),\"probability\":\(rounded(point.probability)),"
        + "\"from\":\(point.from),\"to\":\(point.to)}"
    }
    return "{\"n\":\(found.count),\"turningPoints\":[\(points.joined(separator: ","))],"
      + "\"model\":\"\(found.model.rawValue)\",\"penalty\":\(rounded(found.penalty))}\n"
  }

  /// A table with a header.
  static func table(_ found: TurningPoints, starts: [Day]?) -> String {
    var text = "index,probability,from,to" + (starts == nil ? "" : ",day,from_day,to_day") + "\n"
    for point in found.turningPoints {
      text += "\(point.index),\(rounded(point.probability)),\(point.from),\(point.to)"
      if let starts { text += ",\(starts[point.index]),\(starts[point.from]),\(starts[point.to])" }
      text += "\n"
    }
    return text
  }

  /// Sentences for a person.
  static func render(
    _ found: TurningPoints, missing: Int, starts: [Day]?, per: SeriesPeriod, credibility: Double
  ) -> String {
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
    for point in found.turningPoints {
      let percent = Int((100 * point.probability).rounded())
      text += "Turned at \(place(point.index))"
      text += starts == nil ? "" : " (index \(point.index))"
      text +=
        point.from == point.to
        ? ": probability \(percent) % at exactly there\n"
        : ": probability \(percent) % between \(place(point.from)) and \(place(point.to))\n"
    }
    let share = Int((100 * credibility).rounded())
    return text
      + "A probability is that of a turn somewhere in the range, not of the one place; the range "
      + "holds \(share) % of where the turn may be, if there is one.\n"
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
