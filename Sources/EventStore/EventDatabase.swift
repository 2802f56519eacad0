import Diplomacy
import Foundation
import GRDB

/// A store of event data: every row of every imported file, with where it came from.
///
/// The store is one SQLite file. An import is one transaction a file, so that a crash at any moment
/// leaves whole files only; a file is known by its checksum and never stored twice.
public struct EventDatabase: Sendable {
  /// The path of the store.
  public let path: String
  let database: any DatabaseWriter

  /// Opens a store for reading and writing, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: The path of the store.
  ///   - patience: Seconds to wait while another import is writing.
  /// - Throws: ``EventDatabaseError`` where the file is no store, was written by a newer version, or
  ///   cannot be written.
  public init(path: String, patience: Double = 60) throws(EventDatabaseError) {
    try self.init(path: path, patience: patience, mostPages: nil)
  }

  /// Opens a store that may not grow beyond a number of pages, to test how a full disk is met.
  init(path: String, patience: Double, mostPages: Int?) throws(EventDatabaseError) {
    self.path = path
    let kind = try StoreFile.kind(of: path)
    // Asked while the file is still as it was: to open it for writing changes its journal.
    if kind == .store { try Self.refuseNewer(path) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      // A crash of the machine may lose the last file, which is then imported anew; it cannot harm
      // the store. A new store has pages that hold some forty rows.
      try db.execute(
        sql: "PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
      if let mostPages { try db.execute(sql: "PRAGMA max_page_count = \(mostPages)") }
    }
    do {
      if kind != .store { try StoreFile.make(path) }
      database = try DatabasePool(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try database.read({ try migrator.hasBeenSuperseded($0) }) {
        throw EventDatabaseError.newer(path)
      }
      try Self.migrate(database, migrator)
    } catch let error as EventDatabaseError {
      throw error
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    } catch {
      throw EventDatabaseError(.unusable, store: path, what: "\(error)", fix: "check the path")
    }
  }

  private static func refuseNewer(_ path: String) throws(EventDatabaseError) {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    let isNewer: Bool
    do {
      let queue = try openReading(path, configuration)
      isNewer = try queue.read { try Schema.migrator.hasBeenSuperseded($0) }
      try queue.close()
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    } catch {
      throw EventDatabaseError(.unusable, store: path, what: "\(error)", fix: "check the path")
    }
    if isNewer { throw EventDatabaseError.newer(path) }
  }

  /// Makes the tables; where another program makes them at the same moment, its work serves.
  private static func migrate(
    _ database: any DatabaseWriter, _ migrator: DatabaseMigrator
  ) throws {
    for attempt in 1... {
      do {
        return try migrator.migrate(database)
      } catch let error as DatabaseError {
        if try database.read({ try migrator.hasCompletedMigrations($0) }) { return }
        if attempt == 20 { throw error }
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
  }

  /// Opens a store for reading only, also where its folder may not be written.
  ///
  /// - Throws: ``EventDatabaseError`` where there is no store or it cannot be read.
  public init(reading path: String) throws(EventDatabaseError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw EventDatabaseError(
        .missing, store: path, what: "there is no such store",
        fix: "make one by importing files of events", remedy: .importing)
    }
    guard try StoreFile.kind(of: path) == .store else {
      throw EventDatabaseError(
        .unusable, store: path, what: "is no store of events",
        fix: "check the path, or make one with demarche import")
    }
    self.path = path
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    do {
      database = try Self.openReading(path, configuration)
      if try database.read({ try Schema.migrator.hasBeenSuperseded($0) }) {
        throw EventDatabaseError.newer(path)
      }
      guard try database.read({ try Schema.migrator.hasCompletedMigrations($0) }) else {
        let isOlder = try database.read {
          try !Schema.migrator.completedMigrations($0).isEmpty
        }
        throw isOlder
          ? EventDatabaseError(
            .unusable, store: path,
            what: "keeps its months by an older rule of what counts as an act",
            fix:
              "import any of its files again, which adds nothing and brings the months up to date")
          : EventDatabaseError(
            .unusable, store: path, what: "is no store of events", fix: "check the path")
      }
    } catch let error as EventDatabaseError {
      throw error
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    } catch {
      throw EventDatabaseError(.unusable, store: path, what: "\(error)", fix: "check the path")
    }
  }

  /// Opens a file for reading; where the folder is read-only, as an unchanging one.
  private static func openReading(
    _ path: String, _ configuration: Configuration
  ) throws -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
      return queue
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      // A write-ahead log needs a file beside the store. Without a log nothing is left unread.
      guard logIsEmpty(path) else { throw error }
      let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      return try DatabaseQueue(path: address, configuration: configuration)
    }
  }

  /// Whether no write is left in the log beside a store.
  private static func logIsEmpty(_ path: String) -> Bool {
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (log?[.size] as? Int ?? 0) == 0
  }

  /// Reads from the database, with its failures told as ours.
  func read<Value>(_ body: (Database) throws -> Value) throws(EventDatabaseError) -> Value {
    do {
      return try database.read(body)
    } catch let error as EventDatabaseError {
      throw error
    } catch let error as DatabaseError {
      throw EventDatabaseError(error, store: path)
    } catch {
      throw EventDatabaseError(.unusable, store: path, what: "\(error)", fix: "run again")
    }
  }
}

extension EventDatabaseError {
  static func newer(_ path: String) -> EventDatabaseError {
    EventDatabaseError(
      .unusable, store: path,
      what: "was written by a newer version of demarche, or by one from before its first release",
      fix: "use that version, or import the files into another store")
  }
}
