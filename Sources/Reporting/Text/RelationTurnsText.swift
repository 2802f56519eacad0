package import Diplomacy
package import Relations

/// The turns of one direction of a relation as text and as a table.
package enum RelationTurnsText {
  /// Sentences for a person.
  package static func render(_ found: DirectionTurningPoints, over window: DateSpan) -> String {
    if let refusal = found.refusal { return "\(found.dyad): \(refusal)\n" }
    var lines = [
      "\(found.dyad), \(NumberFormat.count(found.acts, "act")) over \(window): rate and kind of acts together, as in the report",
      "Expected number of turns \(NumberFormat.short(found.expectedCount)); that there was none has \(NumberFormat.percent(found.countProbability.first ?? 1)).",
    ]
    for point in found.points {
      lines.append("\(point.day) \(point.isWorsening ? "worse" : "better"): \(point.statement)")
    }
    for span in found.unplaced {
      lines.append(
        "A further turn may lie anywhere from \(span.first) to \(span.last): too wide, or too unsure, to name."
      )
    }
    if found.points.isEmpty { lines.append("No turn can be named.") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A table with a header.
  package static func table(_ found: DirectionTurningPoints) -> String {
    let lines = found.points.map { point in
      "\(point.day),\(point.span.first),\(point.span.last),\(NumberFormat.fixed(point.probability, decimals: 4)),\(point.isWorsening ? "worse" : "better")"
    }
    return (["day,from,to,probability,direction"] + lines).joined(separator: "\n") + "\n"
  }
}
