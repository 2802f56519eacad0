import Foundation
import GRDB

/// The file of a store, looked at before anything is written to it.
///
/// SQLite opens any database; a store would add its tables to another program's and turn its journal
/// over. So the file is read first, and whatever is no store is left as it is, byte for byte.
enum StoreFile {
  /// The mark of a store in the header of the file ("Dmrc").
  static let applicationID: Int32 = 0x446D_7263

  /// What stands at a path.
  enum Kind: Equatable {
    case missing
    case empty
    case store
  }

  /// What stands at a path.
  ///
  /// - Throws: ``EventDatabaseError`` where it is no store.
  static func kind(of path: String) throws(EventDatabaseError) -> Kind {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let attributes else { return .missing }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      throw foreign(path, "is a folder", "name a file in it, such as \(path)/events.db")
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      throw foreign(path, "is a pipe or a device, and no file", "name a file")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw EventDatabaseError(
        .storage, store: path, what: "cannot be read", fix: "check its permissions")
    }
    defer { try? handle.close() }
    let header = Array((try? handle.read(upToCount: 100)) ?? Data())
    if header.isEmpty { return .empty }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw foreign(path, "is no store: it is no SQLite database", "name another file")
    }
    let mark = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    if mark == applicationID { return .store }
    guard mark == 0 else {
      throw foreign(path, "is the database of another program", "name another file")
    }
    return try unmarked(path)
  }

  /// A database without a mark: a store from before stores were marked, or another program's.
  private static func unmarked(_ path: String) throws(EventDatabaseError) -> Kind {
    let names: [String]
    do {
      var configuration = Configuration()
      configuration.readonly = true
      // Read as an unchanging file, SQLite puts no files of its own beside it.
      let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
      let isQuiet = (log?[.size] as? Int ?? 0) == 0
      let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      let queue = try DatabaseQueue(
        path: isQuiet ? address : path, configuration: configuration)
      names = try queue.read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      }
    } catch {
      throw EventDatabaseError(
        .unusable, store: path, what: "is no store, or is damaged",
        fix: "name another file, or restore it from a copy")
    }
    if names.isEmpty { return .empty }
    let ours: Set = ["grdb_migrations", "report", "wording", "dyad_month"]
    guard ours.isSubset(of: names) else {
      throw foreign(path, "is the database of another program", "name another file")
    }
    return .store
  }

  /// Marks a new file before it gets its tables.
  static func make(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA application_id = \(applicationID)")
    }
    try queue.close()
  }

  private static func foreign(_ path: String, _ what: String, _ fix: String) -> EventDatabaseError {
    EventDatabaseError(.unusable, store: path, what: what, fix: fix)
  }
}
