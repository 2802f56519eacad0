public import Diplomacy
import GRDB

/// What one state did to another in one month, from the counts the store keeps up.
public struct DyadMonth: Hashable, Sendable, Codable {
  /// The first day of the month.
  public let month: Day
  /// Events, each act once.
  public let events: Int
  /// Reports, an act as often as it was reported.
  public let reports: Int
  /// The weights of events added up, in tenths.
  public let eventTenths: Int
  /// The weights of reports added up, in tenths.
  public let reportTenths: Int
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
  /// What one state did to another, month by month; months without events are left out.
  ///
  /// - Parameters:
  ///   - dyad: Who acted toward whom.
  ///   - roots: The CAMEO roots, all unless stated.
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  /// - Complexity: O(*m*) in the months and roots of the dyad, whatever the size of the store.
  public func months(
    of dyad: Dyad, roots: ClosedRange<Int> = 1...20
  ) throws(EventDatabaseError) -> [DyadMonth] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT month, sum(events) AS e, sum(reports) AS r, sum(event_tenths) AS et,
            sum(report_tenths) AS rt
          FROM dyad_month
          WHERE source_state = (SELECT id FROM state WHERE code = ?)
            AND target_state = (SELECT id FROM state WHERE code = ?) AND root BETWEEN ? AND ?
          GROUP BY month ORDER BY month
          """,
        arguments: [
          dyad.source.rawValue, dyad.target.rawValue, roots.lowerBound, roots.upperBound,
        ])
      return rows.compactMap { row in
        let month: Int = row["month"]
        return Day(year: month / 12, month: month % 12 + 1, day: 1).map {
          DyadMonth(
            month: $0, events: row["e"], reports: row["r"], eventTenths: row["et"],
            reportTenths: row["rt"])
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
