package import Diplomacy
package import EventData
import EventStore

/// The relation of two actors from a store of machine-coded events, each direction on its own.
package struct StoreRelation: Sendable {
  /// The weeks of one direction.
  package struct Direction: Hashable, Sendable, Encodable {
    /// Who acts toward whom.
    package let dyad: Dyad
    /// The scale of acts without a stated weight.
    package let scale: IntensityScale
    /// Every whole week.
    package let weeks: [RelationWeeks.Week]
  }

  /// One outlet's reports of the pair in one week.
  package struct OutletWeek: Hashable, Sendable, Encodable {
    /// The Monday.
    package let monday: Day
    /// The outlet.
    package let outlet: String
    /// Its reports.
    package let reports: Int
    /// Their share of all reports of the week.
    package let share: Double
  }

  /// One month of one direction.
  package struct Month: Hashable, Sendable, Encodable {
    /// Who acts toward whom.
    package let dyad: Dyad
    /// The month, as 2025-08.
    package let month: String
    /// Acts, each once.
    package let events: Int
    /// Reports of them.
    package let reports: Int
    /// Hostile acts.
    package let hostileEvents: Int
    /// The weights of the acts added up.
    package let sum: Double
    /// The weights of the hostile acts added up, zero or less.
    package let hostileSum: Double
    /// The share of hostile acts.
    package let hostileShare: Double
  }

  /// Who acts toward whom; the other direction is read too.
  package let dyad: Dyad
  /// The path of the store.
  package let store: String

  /// Names a relation in a store.
  package init(of dyad: Dyad, in store: String) {
    self.dyad = dyad
    self.store = store
  }

  /// The weeks: raw sums beside the share of hostile acts and hostility, which attention moves less.
  ///
  /// - Parameter scale: The weights of acts without a stated one.
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  package func weeks(scale: IntensityScale) throws(CaseworkFailure) -> [Direction] {
    let events = try MachineCodedInput.events(
      in: store, of: Pair(dyad.source, dyad.target), within: nil)
    let span = try span(of: events)
    return [dyad, dyad.reversed].map { direction in
      Direction(
        dyad: direction, scale: scale,
        weeks: RelationWeeks(events, of: direction, in: span, scale: scale).weeks)
    }
  }

  /// Each outlet's reports of the pair by week, and its share of all reports of that week.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  package func outlets() throws(CaseworkFailure) -> [OutletWeek] {
    let reports = try MachineCodedInput.reports(
      in: store, of: Pair(dyad.source, dyad.target), within: nil, everyReport: true)
    _ = try span(of: reports.map(\.event))
    let rates = OutletRates(
      reports.map { ($0.outlet.isEmpty ? "(none named)" : $0.outlet, $0.event.date.first) })
    return rates.counts.flatMap { outlet, weeks in
      weeks.map { monday, count in
        OutletWeek(
          monday: monday, outlet: outlet, reports: count,
          share: rates.share(of: outlet, week: monday) ?? 0)
      }
    }.sorted { ($0.monday, -$0.reports, $0.outlet) < ($1.monday, -$1.reports, $1.outlet) }
  }

  /// The months from the counts a store keeps.
  ///
  /// The reports are not touched, so the answer takes milliseconds whatever the size of the store.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  package func months() throws(CaseworkFailure) -> [Month] {
    let months: [Month]
    do {
      let database = try EventDatabase(reading: store)
      months =
        try Self.months(of: dyad, in: database) + Self.months(of: dyad.reversed, in: database)
    } catch {
      throw CaseworkFailure(error)
    }
    guard !months.isEmpty else { throw noAct }
    return months
  }

  private static func months(
    of dyad: Dyad, in database: EventDatabase
  ) throws(EventDatabaseError) -> [Month] {
    try database.months(of: dyad).map { month in
      Month(
        dyad: dyad, month: String(month.month.description.prefix(7)), events: month.events,
        reports: month.reports, hostileEvents: month.hostileEvents,
        sum: Double(month.eventTenths) / 10, hostileSum: Double(month.hostileTenths) / 10,
        hostileShare: Double(month.hostileEvents) / Double(max(1, month.events)))
    }
  }

  private func span(of events: [CodedEvent]) throws(CaseworkFailure) -> DateSpan {
    guard let first = events.map(\.date.first).min(), let last = events.map(\.date.last).max(),
      let span = DateSpan(from: first, through: last)
    else { throw noAct }
    return span
  }

  /// The refusal where a store has nothing of the pair.
  private var noAct: CaseworkFailure {
    .badInput(
      "\(store): no act of \(dyad.source) and \(dyad.target) toward each other; look up what there is",
      remedy: .eventList)
  }
}
