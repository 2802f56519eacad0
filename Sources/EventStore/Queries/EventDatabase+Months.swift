public import Diplomacy
import GRDB

/// What one state did to another in one month, from the counts the store keeps up.
public struct DyadMonth: Hashable, Sendable, Codable {
  /// The first day of the month.
  public let month: Day
  /// Acts of the state and its organs, each once.
  public let events: Int
  /// Reports of them, an act as often as it was reported.
  public let reports: Int
  /// Acts of negative weight.
  public let hostileEvents: Int
  /// The weights of the acts added up, in tenths: the stated one, else that of the GDELT scale.
  public let eventTenths: Int
  /// The weights of the hostile acts added up, in tenths, zero or less.
  public let hostileTenths: Int
}

/// What a store holds, by file.
public struct StoreSummary: Hashable, Sendable, Codable {
  /// The number of files.
  public let files: Int
  /// Rows read from all files.
  public let rowsRead: Int
  /// Rows kept as reports.
  public let rowsKept: Int
  /// Rows rejected.
  public let rowsRejected: Int
  /// The first and the last day with a report, where there is any.
  public let days: DateSpan?
}

extension EventDatabase {
  /// What one state did to another, month by month; months without acts are left out.
  ///
  /// What counts as an act, its weight and its tone are what `ActRule` says.
  ///
  /// - Parameter dyad: Who acted toward whom.
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  /// - Complexity: O(*m*) in the months of the dyad, whatever the size of the store.
  public func months(of dyad: Dyad) throws(EventDatabaseError) -> [DyadMonth] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM dyad_month
          WHERE source_state = (SELECT id FROM state WHERE code = ?)
            AND target_state = (SELECT id FROM state WHERE code = ?)
          ORDER BY month
          """,
        arguments: [dyad.source.rawValue, dyad.target.rawValue])
      return rows.compactMap { row in
        let month: Int = row["month"]
        return Day(year: month / 12, month: month % 12 + 1, day: 1).map {
          DyadMonth(
            month: $0, events: row["events"], reports: row["reports"],
            hostileEvents: row["hostile_events"], eventTenths: row["event_tenths"],
            hostileTenths: row["hostile_tenths"])
        }
      }
    }
  }

  /// What the store holds.
  ///
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  public func summary() throws(EventDatabaseError) -> StoreSummary {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS n, coalesce(sum(rows_read), 0) AS read,
            coalesce(sum(rows_kept), 0) AS kept, coalesce(sum(rows_rejected), 0) AS rejected,
            (SELECT min(day) FROM day_count) AS first, (SELECT max(day) FROM day_count) AS last
          FROM file
          """)
      let first: Int? = row?["first"]
      let last: Int? = row?["last"]
      var days: DateSpan?
      if let first, let last {
        days = DateSpan(from: Day(ordinal: first), through: Day(ordinal: last))
      }
      return StoreSummary(
        files: row?["n"] ?? 0, rowsRead: row?["read"] ?? 0, rowsKept: row?["kept"] ?? 0,
        rowsRejected: row?["rejected"] ?? 0, days: days)
    }
  }
}
