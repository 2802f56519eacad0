import Diplomacy
import EventData
import Reporting

/// The weeks of a relation from a store, each direction on its own.
enum StoreWeeks {
  private struct Direction: Encodable {
    let dyad: Dyad
    let scale: IntensityScale
    let weeks: [RelationWeeks.Week]
  }

  /// The weeks as comma-separated values, or as JSON.
  ///
  /// - Throws: ``CommandFailure`` where the store cannot be read or has no act of the pair.
  static func text(of dyad: Dyad, in store: String, scale: IntensityScale, asJSON: Bool) throws
    -> String
  {
    let pair = Pair(dyad.source, dyad.target)
    let events = try MachineCodedInput.events(in: store, of: pair, within: nil)
    guard let first = events.map(\.date.first).min(), let last = events.map(\.date.last).max(),
      let span = DateSpan(from: first, through: last)
    else {
      throw CommandFailure.badInput(
        "\(store): no act of \(dyad.source) and \(dyad.target) toward each other; 'demarche events' shows what there is"
      )
    }
    let directions = [dyad, dyad.reversed].map { direction in
      Direction(
        dyad: direction, scale: scale,
        weeks: RelationWeeks(events, of: direction, in: span, scale: scale).weeks)
    }
    if asJSON { return try AssessmentJSON.encode(value: directions) }
    var lines = ["dyad,scale,monday,acts,hostile_acts,sum,hostile_sum,hostile_share"]
    for direction in directions {
      for week in direction.weeks {
        let share = week.hostileShare.map { String($0) } ?? ""
        lines.append(
          "\(direction.dyad),\(scale.rawValue),\(week.monday),\(week.acts),\(week.hostileActs),\(tenths(week.tenths)),\(tenths(week.hostileTenths)),\(share)"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func tenths(_ value: Int) -> String {
    "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
  }
}
