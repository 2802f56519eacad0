import Casework
import EventStore
import Diplomacy
import EventData
import Reporting

/// The weeks of a relation from a store, each direction on its own.
struct StoreWeeks {
  private struct Direction: Encodable {
    let dyad: Dyad
    let scale: IntensityScale
    let weeks: [RelationWeeks.Week]
  }

  private struct OutletWeek: Encodable {
    let monday: Day
    let outlet: String
    let reports: Int
    let share: Double
  }

  let dyad: Dyad
  let store: String
  let scale: IntensityScale

  /// How the rows are written.
  enum Form {
    case table, csv, json
  }

  /// The weeks: raw sums beside the share of hostile acts and hostility, which attention moves less.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  func weeks(as form: Form) throws -> String {
    let events = try MachineCodedInput.events(
      in: store, of: Pair(dyad.source, dyad.target), within: nil)
    let span = try span(of: events)
    let directions = [dyad, dyad.reversed].map { direction in
      Direction(
        dyad: direction, scale: scale,
        weeks: RelationWeeks(events, of: direction, in: span, scale: scale).weeks)
    }
    if form == .json { return try AssessmentJSON.encode(value: directions) }
    let names = [
      "dyad", "scale", "monday", "acts", "hostile_acts", "sum", "hostile_sum", "hostile_share",
      "hostility",
    ]
    let rows = directions.flatMap { direction in
      direction.weeks.map { week in
        [
          direction.dyad.description, scale.rawValue, week.monday.description, String(week.acts),
          String(week.hostileActs), Self.tenths(week.tenths), Self.tenths(week.hostileTenths),
          week.hostileShare.map { Self.rounded($0) } ?? "", Self.rounded(week.hostility),
        ]
      }
    }
    return Self.text([names] + rows, form)
  }

  /// Each outlet's reports of the pair by week, and its share of all reports of that week.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  func outlets(as form: Form) throws -> String {
    let reports = try MachineCodedInput.reports(
      in: store, of: Pair(dyad.source, dyad.target), within: nil, everyReport: true)
    _ = try span(of: reports.map(\.event))
    let rates = OutletRates(
      reports.map { ($0.outlet.isEmpty ? "(none named)" : $0.outlet, $0.event.date.first) })
    let weeks = rates.counts.flatMap { outlet, weeks in
      weeks.map { monday, count in
        OutletWeek(
          monday: monday, outlet: outlet, reports: count,
          share: rates.share(of: outlet, week: monday) ?? 0)
      }
    }.sorted { ($0.monday, -$0.reports, $0.outlet) < ($1.monday, -$1.reports, $1.outlet) }
    if form == .json { return try AssessmentJSON.encode(value: weeks) }
    let rows = weeks.map {
      [$0.monday.description, $0.outlet, String($0.reports), Self.rounded($0.share)]
    }
    return Self.text([["monday", "outlet", "reports", "share"]] + rows, form)
  }

  private func span(of events: [CodedEvent]) throws -> DateSpan {
    guard let first = events.map(\.date.first).min(), let last = events.map(\.date.last).max(),
      let span = DateSpan(from: first, through: last)
    else {
      throw Self.noAct(of: dyad, in: store)
    }
    return span
  }

  /// The refusal where a store has nothing of a pair.
  static func noAct(of dyad: Dyad, in store: String) -> CaseworkFailure {
    CaseworkFailure.badInput(
      "\(store): no act of \(dyad.source) and \(dyad.target) toward each other; 'demarche events' shows what there is"
    )
  }

  static func text(_ rows: [[String]], _ form: Form) -> String {
    if form == .table { return AlignedTable.text(of: rows) }
    return rows.map { $0.map(CaseRecordWriter.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func tenths(_ value: Int) -> String {
    "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
  }

  /// A number with three digits behind the point at most.
  static func rounded(_ value: Double) -> String {
    String((value * 1000).rounded() / 1000)
  }
}
