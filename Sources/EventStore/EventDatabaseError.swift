public import Diplomacy
import GRDB

/// Why the store could not do what it was asked.
public struct EventDatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What sort of failure it is.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    /// There is no such store.
    case missing
    /// The file is no store, or a newer version wrote it.
    case unusable
    /// What is asked makes no sense.
    case usage
    /// Another import is writing.
    case busy
    /// The disk is full, or the place may not be written.
    case storage
  }

  /// What sort of failure it is.
  public let kind: Kind
  /// What is wrong, where, and how to fix it.
  public let problem: Problem
  /// What can be changed to get past it, for whoever asked to name in their own terms.
  public let remedy: Remedy?

  /// Makes an error.
  public init(
    _ kind: Kind, store: String, what: String, fix: String, remedy: Remedy? = nil
  ) {
    self.kind = kind
    self.remedy = remedy
    problem = Problem(file: store, what: what, fix: fix)
  }

  /// The error in one line.
  public var description: String { problem.description }

  /// The reason behind a failure of the database.
  init(_ error: DatabaseError, store: String) {
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        .storage, store: store, what: "the disk is full; what was stored before is unharmed",
        fix: "make room and run the import again, files already stored are passed over")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
      self.init(
        .storage, store: store, what: "cannot be opened for this",
        fix: "check that the folder exists and may be written")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, store: store, what: "another import is writing to it",
        fix: "wait until that one has finished and run again")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(
        .unusable, store: store, what: "is no store, or is damaged",
        fix: "name another file, or restore it from a copy")
    case .SQLITE_IOERR:
      self.init(
        .storage, store: store, what: "reading or writing failed: \(error.message ?? "no reason")",
        fix: "check the disk and run again; what was stored before is unharmed")
    default:
      self.init(
        .unusable, store: store, what: error.message ?? "the database failed",
        fix: "report this with the command you ran")
    }
  }
}
