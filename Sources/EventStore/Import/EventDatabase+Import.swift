import Diplomacy
import Dispatch
public import EventData
import Foundation
import GRDB

extension EventDatabase {
  /// Imports one file in one transaction.
  ///
  /// A file is known by its checksum: the store holds it once, however often it is imported. If
  /// anything fails, or the program is killed, nothing of the file is in the store.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - format: Its format, where the user states it.
  ///   - dates: The order of day and month in its days, where the user states it.
  ///   - skipInvalid: Whether rejected rows are passed over and kept apart; otherwise the first one
  ///     fails the file.
  /// - Returns: What became of the file.
  /// - Throws: `InputError` where the file is at fault, ``EventDatabaseError`` where the store is.
  public func importFile(
    _ file: InputFile, format: EventFormat? = nil, dates: DateOrder? = nil,
    skipInvalid: Bool = false
  ) throws -> ImportReport {
    let source = try Spooled(file)
    do {
      return try database.writeWithoutTransaction { db in
        var report: ImportReport?
        try db.inTransaction(.immediate) {
          report = try Self.store(
            source, as: file.name, format: format, dates: dates, skipInvalid: skipInvalid, in: db)
          return .commit
        }
        guard let report else {
          throw EventDatabaseError(
            .unusable, store: path, what: "the import gave no result", fix: "run again")
        }
        return report
      }
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    }
  }

  private static func store(
    _ source: Spooled, as name: String, format: EventFormat?, dates: DateOrder?,
    skipInvalid: Bool, in db: Database
  ) throws -> ImportReport {
    let known = try Int.fetchOne(
      db, sql: "SELECT id FROM file WHERE checksum = ?", arguments: [source.checksum])
    if known != nil {
      return ImportReport(
        file: name, wasStored: true, format: nil, counts: ReadingCounts(), events: 0,
        mentions: (0, 0), withoutSource: 0, withoutTarget: 0, rejected: [])
    }
    try db.execute(
      sql: "INSERT INTO file VALUES (NULL, ?, ?, ?, '', '', '', 0, 0, 0, 0)",
      arguments: [name, source.checksum, source.bytes])
    let id = Int(db.lastInsertedRowID)
    // The family is known once the format is; the stream judges it by the same first bytes.
    let stream: RowStream
    do {
      stream = try RowStream(source.file, format: format, dates: dates)
    } catch {
      throw source.renamed(error, name)
    }
    let stated = stream.detection.format
    let family = try familyNumber(stated.family, in: db)
    let queue = BatchQueue<Batch>(capacity: 3)
    let feed = RowFeed(
      file: source.file, format: stated, dates: stream.dates, skipInvalid: skipInvalid,
      queue: queue)
    DispatchQueue.global().async { feed.run() }
    defer { queue.close() }

    let writer = try ReportWriter(db, file: id, family: family)
    var rejected: [RejectedRow] = []
    var mentioned = (all: 0, known: 0)
    while let batch = queue.take() {
      switch batch.content {
      case .rows(let rows, let order): try writer.write(rows, in: order, batch)
      case .mentions(let mentions):
        try store(mentions, file: id, in: db)
        mentioned.all += mentions.count
        mentioned.known += try NativeNumbers(db, family: family).count(
          of: mentions.compactMap { Int($0.event) })
      case .rejected(let rows):
        try writer.write(rows)
        if rejected.count < 100_000 {
          rejected += rows.map { RejectedRow(file: name, line: $0.line, reason: $0.reason) }
        }
      case .failed(let error): throw source.renamed(error, name)
      case .finished(let counts, let found):
        try writer.flush()
        try db.execute(
          sql: """
            UPDATE file SET format = ?, family = ?, reader = ?, rows_read = ?, rows_kept = ?,
              rows_rejected = ?, longest_span = ? WHERE id = ?
            """,
          arguments: [
            found.rawValue, found.family, found.readerVersion, counts.read, counts.kept,
            counts.rejected, writer.longestSpan, id,
          ])
        return ImportReport(
          file: name, wasStored: false, format: found, counts: counts, events: writer.leading,
          mentions: mentioned, withoutSource: writer.withoutSource,
          withoutTarget: writer.withoutTarget,
          rejected: rejected)
      }
    }
    throw InputError(.unreadable, file: name, what: "reading stopped early", fix: "run again")
  }

  /// Every rejected row of every file that the store holds, in the order of the imports.
  ///
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  public func rejectedRows() throws(EventDatabaseError) -> [RejectedRow] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.path AS path, r.line AS line, r.reason AS reason
          FROM rejected r JOIN file f ON f.id = r.file ORDER BY r.rowid
          """
      ).map { RejectedRow(file: $0["path"], line: $0["line"], reason: $0["reason"]) }
    }
  }

  private static func familyNumber(_ name: String, in db: Database) throws -> Int {
    try db.execute(sql: "INSERT OR IGNORE INTO family (name) VALUES (?)", arguments: [name])
    return try Int.fetchOne(db, sql: "SELECT id FROM family WHERE name = ?", arguments: [name]) ?? 0
  }

  private static func store(_ mentions: [Mention], file: Int, in db: Database) throws {
    var owners = StatementOwners()
    defer { withExtendedLifetime(owners) {} }
    let outlet = try FastStatement(
      db,
      "INSERT INTO outlet (name) VALUES (?1) ON CONFLICT DO UPDATE SET name = ?1 RETURNING id",
      keptBy: &owners)
    let insert = try FastStatement(
      db, "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)", keptBy: &owners)
    var outlets: [String: Int] = [:]
    for mention in mentions {
      if outlets[mention.outlet] == nil {
        outlet.bind(1, mention.outlet)
        outlets[mention.outlet] = try outlet.run()
      }
      if let number = Int(mention.event) {
        insert.bind(1, number)
      } else {
        insert.bind(1, mention.event)
      }
      insert.bind(2, mention.minute)
      insert.bind(3, outlets[mention.outlet] ?? 0)
      insert.bind(4, mention.document)
      insert.bind(5, mention.confidence)
      insert.bind(6, file)
      insert.bind(7, mention.line)
      try insert.run()
    }
  }
}
