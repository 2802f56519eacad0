import Casework
import EventStore
import Diplomacy
import Reporting

/// The months of a relation from the counts a store keeps, each direction on its own.
///
/// The reports are not touched, so the answer takes milliseconds whatever the size of the store.
struct StoreMonths {
  private struct Month: Encodable {
    let dyad: Dyad
    let month: String
    let events: Int
    let reports: Int
    let hostileEvents: Int
    let sum: Double
    let hostileSum: Double
    let hostileShare: Double
  }

  /// The roots of verbal and material conflict.
  private static let hostileRoots = 10...20

  let dyad: Dyad
  let store: String

  /// The months as a table, comma-separated values or JSON.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  func months(as form: StoreWeeks.Form) throws -> String {
    let months: [Month]
    do {
      let chronicle = try EventDatabase(reading: store)
      months =
        try Self.months(of: dyad, in: chronicle)
        + Self.months(of: dyad.reversed, in: chronicle)
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    }
    guard !months.isEmpty else { throw StoreWeeks.noAct(of: dyad, in: store) }
    if form == .json { return try AssessmentJSON.encode(value: months) }
    let names = [
      "dyad", "month", "events", "reports", "hostile_events", "sum", "hostile_sum", "hostile_share",
    ]
    let rows = months.map {
      [
        $0.dyad.description, $0.month, String($0.events), String($0.reports),
        String($0.hostileEvents), String($0.sum), String($0.hostileSum),
        StoreWeeks.rounded($0.hostileShare),
      ]
    }
    return StoreWeeks.text([names] + rows, form)
  }

  private static func months(of dyad: Dyad, in chronicle: EventDatabase) throws -> [Month] {
    let hostile = Dictionary(
      uniqueKeysWithValues: try chronicle.months(of: dyad, roots: hostileRoots)
        .map { ($0.month, $0) })
    return try chronicle.months(of: dyad).map { month in
      let bad = hostile[month.month]
      return Month(
        dyad: dyad, month: String(month.month.description.prefix(7)), events: month.events,
        reports: month.reports, hostileEvents: bad?.events ?? 0,
        sum: Double(month.eventTenths) / 10, hostileSum: Double(bad?.eventTenths ?? 0) / 10,
        hostileShare: Double(bad?.events ?? 0) / Double(max(1, month.events)))
    }
  }
}
