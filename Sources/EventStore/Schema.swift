import EventData
import GRDB

/// The tables of the store, version by version.
///
/// A row of a file is a *report*. Reports of one act share the number of the first one, which leads:
/// `event` of a report is the id of its leading report. Nothing is ever deleted.
///
/// Reports whose actors are both known stand in `act` as well, ordered by dyad and day: it finds the
/// acts of a dyad, and whether an act is known. It is a table and no index of `report`, because an
/// index would have to be kept up row by row. `further` lists the reports that lead no event.
/// `native_text` and `native_number` find the report with an id of the data set.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: reports and acts") { db in
      try db.execute(sql: tables)
      try db.execute(sql: counts)
    }
    migrator.registerMigration("2: months by the rule of acts") { db in
      try db.execute(sql: monthsByRule)
      let organs = CodedActor.officialOrgans.map { _ in "?" }.joined(separator: ", ")
      // Reports whose source is a state or its organ; only the leading one is an event.
      try db.execute(
        sql: """
          INSERT INTO dyad_month
          SELECT r.source_state, r.target_state,
            CAST(strftime('%Y', r.day * 86400, 'unixepoch') AS INTEGER) * 12
              + CAST(strftime('%m', r.day * 86400, 'unixepoch') AS INTEGER) - 1,
            sum(r.event = r.id), count(*), sum(r.event = r.id AND r.weight < 0),
            sum(CASE WHEN r.event = r.id THEN r.weight ELSE 0 END),
            sum(CASE WHEN r.event = r.id THEN min(r.weight, 0) ELSE 0 END)
          FROM report r JOIN actor s ON s.id = r.source
          WHERE r.source_state > 0 AND r.target_state > 0 AND r.source_state <> r.target_state
            AND s.organ IN (\(organs))
          GROUP BY 1, 2, 3
          """, arguments: StatementArguments(CodedActor.officialOrgans))
    }
    return migrator
  }

  private static let monthsByRule = """
    DROP TABLE dyad_month;
    CREATE TABLE dyad_month (
      source_state INTEGER NOT NULL,
      target_state INTEGER NOT NULL,
      month INTEGER NOT NULL,
      events INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      hostile_events INTEGER NOT NULL,
      event_tenths INTEGER NOT NULL,
      hostile_tenths INTEGER NOT NULL,
      PRIMARY KEY (source_state, target_state, month)
    ) STRICT, WITHOUT ROWID;
    """

  private static let tables = """
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      checksum TEXT NOT NULL UNIQUE,
      bytes INTEGER NOT NULL,
      format TEXT NOT NULL,
      family TEXT NOT NULL,
      reader TEXT NOT NULL,
      rows_read INTEGER NOT NULL,
      rows_kept INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      longest_span INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE state (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE actor (
      id INTEGER PRIMARY KEY,
      state INTEGER NOT NULL,
      organ TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      sectors TEXT NOT NULL,
      UNIQUE (state, organ, code, name, sectors)
    ) STRICT;
    CREATE TABLE outlet (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE wording (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE VIRTUAL TABLE wording_search USING fts5(
      text, content='wording', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    CREATE TABLE report (
      id INTEGER PRIMARY KEY,
      event INTEGER NOT NULL,
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      native ANY,
      day INTEGER NOT NULL,
      last_day INTEGER,
      source_state INTEGER NOT NULL,
      target_state INTEGER NOT NULL,
      source INTEGER NOT NULL,
      target INTEGER NOT NULL,
      code TEXT NOT NULL,
      raw_code TEXT,
      plover TEXT,
      tenths INTEGER,
      weight INTEGER NOT NULL,
      mentions INTEGER NOT NULL,
      outlet INTEGER,
      wording INTEGER,
      url TEXT,
      added INTEGER
    ) STRICT;
    CREATE TABLE organ (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE act (
      source_state INTEGER NOT NULL,
      target_state INTEGER NOT NULL,
      day INTEGER NOT NULL,
      code TEXT NOT NULL,
      source_organ INTEGER NOT NULL,
      target_organ INTEGER NOT NULL,
      report INTEGER NOT NULL,
      event INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      PRIMARY KEY (source_state, target_state, day, code, source_organ, target_organ, report)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE further (
      event INTEGER NOT NULL,
      report INTEGER NOT NULL,
      PRIMARY KEY (event, report)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE native_text (
      family INTEGER NOT NULL,
      id TEXT NOT NULL,
      report INTEGER NOT NULL,
      PRIMARY KEY (family, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE native_number (
      family INTEGER NOT NULL,
      block INTEGER NOT NULL,
      entries BLOB NOT NULL,
      PRIMARY KEY (family, block)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE family (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE rejected (
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE TABLE mention (
      event ANY NOT NULL,
      minute INTEGER NOT NULL,
      outlet INTEGER NOT NULL,
      document TEXT NOT NULL,
      confidence INTEGER NOT NULL,
      file INTEGER NOT NULL,
      line INTEGER NOT NULL
    ) STRICT;
    """

  private static let counts = """
    CREATE TABLE dyad_month (
      source_state INTEGER NOT NULL,
      target_state INTEGER NOT NULL,
      month INTEGER NOT NULL,
      root INTEGER NOT NULL,
      events INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      event_tenths INTEGER NOT NULL,
      report_tenths INTEGER NOT NULL,
      PRIMARY KEY (source_state, target_state, month, root)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE day_count (
      family INTEGER NOT NULL,
      day INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      PRIMARY KEY (family, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE slot_count (
      family INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      PRIMARY KEY (family, slot)
    ) STRICT, WITHOUT ROWID;
    """
}
