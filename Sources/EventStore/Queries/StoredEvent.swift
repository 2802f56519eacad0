public import EventData

/// A report of an event of the store, how many reports the event has, and where this one came from.
public struct StoredEvent: Hashable, Sendable {
  /// The number of the event in the store.
  public let number: Int
  /// The number of this report; the one that leads has the number of the event.
  public let report: Int
  /// The report as it was read.
  public let event: CodedEvent
  /// The number of reports, the leading one among them.
  public let reports: Int
  /// The file of the report, as it was named at import.
  public let file: String
  /// The reader and version that read it, such as gdelt2/1.
  public let reader: String
  /// The outlet; the host of the address where the data name none.
  public let outlet: String
}

/// Which events to look up: every condition that is given must hold.
public struct EventQuery: Sendable {
  /// Who acted.
  public var source: String?
  /// Who was acted upon.
  public var target: String?
  /// The first day.
  public var from: Int?
  /// The last day.
  public var until: Int?
  /// The CAMEO root.
  public var roots: ClosedRange<Int>?
  /// Words of the summary, in the query language of SQLite's FTS5.
  public var search: String?
  /// Whether only acts of the states and their organs toward each other fit.
  public var officialOnly = false
  /// Whether every report is given, and not only the leading one of each event.
  public var everyReport = false
  /// The most events to give, or all.
  public var limit: Int?

  /// Makes a query that every event fits.
  public init() {}
}
