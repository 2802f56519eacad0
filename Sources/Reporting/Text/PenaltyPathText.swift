package import TimeSeries
import Foundation

/// The optimal divisions along the penalty, as text and as a table.
package enum PenaltyPathText {
  /// A table with a header.
  package static func table(_ path: SegmentationPath) -> String {
    var text = "changes,price,cost,criterion,inflation,chosen,change_points\n"
    for division in path.divisions {
      let points = division.changePoints.map(String.init).joined(separator: " ")
      let price = division.price.map { "\($0)" } ?? ""
      text +=
        "\(division.changePoints.count),\(price),\(division.cost),\(division.criterion),"
        + "\(division.inflation),\(division.isChosen),\(points)\n"
    }
    return text
  }

  /// One line a division for a person.
  package static func render(_ path: SegmentationPath) -> String {
    var text =
      "\(path.count) points; model: \(TurningPointsText.meaning(path.model)); a division is optimal from "
      + "its price down to the next one's; the rule takes the smallest criterion (*)\n"
    for division in path.divisions {
      let price = division.price.map { String(format: "%12.4g", $0) } ?? "         any"
      let points = division.changePoints.map(String.init).joined(separator: ", ")
      text +=
        "\(division.isChosen ? "*" : " ") \(String(format: "%3d", division.changePoints.count)) changes"
        + "  price \(price)  criterion \(String(format: "%.2f", division.criterion))"
        + (points.isEmpty ? "\n" : "  at \(points)\n")
    }
    return text
  }
}
