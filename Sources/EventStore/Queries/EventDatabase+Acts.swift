public import Diplomacy
import EventData
import GRDB

/// An act of one state toward another as the store keeps it, without the text of its reports.
public struct StoredAct: Hashable, Sendable {
  /// The first day, counted from 1 January 1970.
  public let day: Int
  /// What kind of act it was.
  public let code: EventCode
  /// Whether it was toward the state or one of its organs, and not toward its people or press.
  public let isTowardState: Bool
  /// The number of the leading report in the store.
  public let report: Int
}

extension EventDatabase {
  /// What one state and its organs did toward another state and its people, in the order of days.
  ///
  /// Each act stands once however often it was reported.
  ///
  /// - Parameters:
  ///   - dyad: Who acted toward whom.
  ///   - persons: Whether acts of and toward leaders that the data name as persons count as their
  ///     states'. Without them every report is looked at, so that an act that others tell of an
  ///     office stays; then an act may stand once a report.
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  /// - Complexity: O(*n*) in the reports of the dyad, whatever the size of the store.
  public func acts(of dyad: Dyad, persons: Bool = true) throws(EventDatabaseError) -> [StoredAct] {
    try read { db in
      let official = try Self.officialOrgans(db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.day, a.code, a.source_organ, a.target_organ, a.report FROM act a
          \(persons ? "" : Self.withActors)
          WHERE a.source_state = (SELECT id FROM state WHERE code = ?)
            AND a.target_state = (SELECT id FROM state WHERE code = ?)
            AND \(persons ? "a.event = a.report" : Self.byOffice)
          """, arguments: [dyad.source.rawValue, dyad.target.rawValue])
      var acts: [StoredAct] = []
      while let row = try rows.next() {
        guard official.contains(row[2]) else { continue }
        guard let code = EventCode(rawValue: row[1]) else {
          throw EventDatabaseError(
            .unusable, store: path, what: "is damaged: report \(row[4] as Int) has no CAMEO code",
            fix: "restore the store from a copy, or import the files into a new one")
        }
        acts.append(
          StoredAct(
            day: row[0], code: code, isTowardState: official.contains(row[3]), report: row[4]))
      }
      acts.sort { ($0.day, $0.report) < ($1.day, $1.report) }
      return acts
    }
  }

  /// Every directed dyad of two states that has at least so many acts, in the order of the codes.
  ///
  /// - Parameters:
  ///   - least: The fewest acts of the source and its organs.
  ///   - until: Months that begin after this day, counted from 1970, take no part.
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  public func dyads(
    withActs least: Int, until: Int? = nil
  ) throws(EventDatabaseError) -> [Dyad] {
    try read { db in
      var month = Int.max
      if let until {
        let parts = Day(ordinal: until).parts
        month = parts.year * 12 + parts.month - 1
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT s.code, t.code FROM dyad_month m
            JOIN state s ON s.id = m.source_state JOIN state t ON t.id = m.target_state
          WHERE m.month <= ? GROUP BY m.source_state, m.target_state HAVING sum(m.events) >= ?
          """, arguments: [month, least]
      ).map { Dyad(from: ActorCode(rawValue: $0[0]), toward: ActorCode(rawValue: $0[1])) }
        .sorted()
    }
  }

  /// How often each state is named itself, and not by one of its organs, before a day.
  ///
  /// A state that a file carries by its organs alone is a torso there: its acts are mostly missing.
  ///
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  /// - Complexity: O(*n*) in the reports of the store.
  public func timesNamed(before day: Int) throws(EventDatabaseError) -> [ActorCode: Int] {
    try read { db in
      var counts: [ActorCode: Int] = [:]
      for column in ["source", "target"] {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT (SELECT code FROM state WHERE id = a.state), n FROM (
              SELECT x.state AS state, count(*) AS n FROM report r JOIN actor x ON x.id = r.\(column)
              WHERE x.organ = '' AND x.state > 0 AND r.day < ? GROUP BY x.state) a
            """, arguments: [day])
        for row in rows {
          guard let code: String = row[0] else { continue }
          counts[ActorCode(rawValue: code), default: 0] += row[1]
        }
      }
      return counts
    }
  }

  /// The number of reports of each day that has any, all data sets together.
  ///
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  public func reportsByDay() throws(EventDatabaseError) -> [(day: Int, reports: Int)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT day, sum(reports) FROM day_count GROUP BY day ORDER BY day"
      ).map { ($0[0], $0[1]) }
    }
  }

  private static let withActors = """
    JOIN report r ON r.id = a.report
    JOIN actor s ON s.id = r.source JOIN actor t ON t.id = r.target
    """

  /// A person stands in the data by a name without a code; an office has its state in brackets.
  private static let byOffice = ["s", "t"].map {
    "(\($0).organ = '' OR \($0).code <> '' OR \($0).name LIKE '%)')"
  }.joined(separator: " AND ")

  private static func officialOrgans(_ db: Database) throws -> Set<Int> {
    let official = Set(CodedActor.officialOrgans)
    return Set(
      try Row.fetchAll(db, sql: "SELECT id, name FROM organ").filter {
        official.contains($0[1] as String)
      }.map { $0[0] as Int })
  }
}
