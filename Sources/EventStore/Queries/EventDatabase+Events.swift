import Diplomacy
import EventData
import Foundation
import GRDB

extension EventDatabase {
  /// Looks up events in the order of their days.
  ///
  /// - Parameters:
  ///   - query: Which events.
  ///   - body: Takes each event; it may throw to stop.
  /// - Throws: ``EventDatabaseError`` where the store cannot be read, or what the body throws.
  public func events(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    do {
      try database.read { db in
        guard let statement = try Self.statement(query, in: db) else { return }
        let rows = try Row.fetchCursor(
          db, sql: statement.sql, arguments: StatementArguments(statement.arguments))
        // The limit counts what fits, so it is kept here and not in the statement.
        var left = query.limit.map { max(0, $0) } ?? .max
        while left > 0, let row = try rows.next() {
          let event = try StoredRow(row, store: path).event()
          if query.officialOnly, !event.event.source.isOfficial || !event.event.target.isOfficial {
            continue
          }
          left -= 1
          try body(event)
        }
      }
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    }
  }

  /// Looks up events in the order of their days, all at once.
  public func events(_ query: EventQuery) throws -> [StoredEvent] {
    var found: [StoredEvent] = []
    try events(query) { found.append($0) }
    return found
  }

  /// The statement of a query, or nothing where it names an actor that the store does not know.
  private static func statement(
    _ query: EventQuery, in db: Database
  ) throws -> (sql: String, arguments: [any DatabaseValueConvertible])? {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    // Where both sides are named, the table of acts finds their reports by dyad and day.
    let byAct = query.source != nil && query.target != nil
    let table = byAct ? "a" : "r"
    for (code, column) in [(query.source, "source_state"), (query.target, "target_state")] {
      guard let code else { continue }
      guard
        let id = try Int.fetchOne(db, sql: "SELECT id FROM state WHERE code = ?", arguments: [code])
      else { return nil }
      conditions.append("\(table).\(column) = ?")
      arguments.append(id)
    }
    if let from = query.from {
      conditions.append(byAct ? "a.last_day >= ?" : "coalesce(r.last_day, r.day) >= ?")
      arguments.append(from)
      // An act that reaches into the span began no earlier; the order of the table can be used.
      let longest = try Int.fetchOne(db, sql: "SELECT max(longest_span) FROM file") ?? 0
      conditions.append("\(table).day >= ?")
      arguments.append(from - longest)
    }
    if let until = query.until {
      conditions.append("\(table).day <= ?")
      arguments.append(until)
    }
    if let roots = query.roots {
      conditions.append("\(table).code >= ? AND \(table).code < ?")
      arguments.append(twoDigits(roots.lowerBound))
      arguments.append(twoDigits(roots.upperBound + 1))
    }
    if !query.everyReport { conditions.append("r.event = r.id") }
    if let search = query.search {
      conditions.append(
        "r.wording IN (SELECT rowid FROM wording_search WHERE wording_search MATCH ?)")
      arguments.append(try SearchWords(search).query)
    }
    var sql = """
      SELECT r.*, f.path AS path, f.reader AS reader, w.text AS text, o.name AS outlet_name,
        s.organ AS s_organ, s.code AS s_code, s.name AS s_name, s.sectors AS s_sectors,
        t.organ AS t_organ, t.code AS t_code, t.name AS t_name, t.sectors AS t_sectors,
        (SELECT code FROM state WHERE id = r.source_state) AS s_state,
        (SELECT code FROM state WHERE id = r.target_state) AS t_state,
        \(countOfReports)
      FROM \(byAct ? "act a CROSS JOIN report r ON r.id = a.report" : "report r")
        JOIN file f ON f.id = r.file
        JOIN actor s ON s.id = r.source JOIN actor t ON t.id = r.target
        LEFT JOIN wording w ON w.id = r.wording LEFT JOIN outlet o ON o.id = r.outlet
      """
    if !conditions.isEmpty { sql += "\nWHERE " + conditions.joined(separator: " AND ") }
    sql += "\nORDER BY r.day, r.file, r.line"
    return (sql, arguments)
  }

  private static let countOfReports =
    "1 + (SELECT count(*) FROM further WHERE further.event = r.event) AS reports"

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(max(0, number))" : String(number)
  }
}
