import GRDB
import GRDBSQLite

/// Keeps prepared statements alive, so that their handles may be copied freely.
struct StatementOwners {
  fileprivate var statements: [Statement] = []
}

/// A prepared statement bound and stepped without boxing values, for millions of rows.
///
/// It is a bare handle: whoever makes it keeps its owner as long as it is used.
struct FastStatement {
  private let statement: OpaquePointer

  // SQLite copies the text at once, as the constant SQLITE_TRANSIENT of its header asks.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ db: Database, _ sql: String, keptBy owners: inout StatementOwners) throws {
    let owner = try db.makeStatement(sql: sql)
    owners.statements.append(owner)
    statement = owner.sqliteStatement
  }

  func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(statement, place, Int64(value)) }

  func bind(_ place: Int32, _ value: Int?) {
    if let value { bind(place, value) } else { sqlite3_bind_null(statement, place) }
  }

  func bind(_ place: Int32, _ value: String) {
    var text = value
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        _ = sqlite3_bind_text(
          statement, place, $0.baseAddress, Int32(truncatingIfNeeded: $0.count), Self.copied)
      }
    }
  }

  /// Binds a text, or nothing where it is empty.
  func bindUnlessEmpty(_ place: Int32, _ value: String) {
    if value.isEmpty { sqlite3_bind_null(statement, place) } else { bind(place, value) }
  }

  /// Runs the statement once.
  ///
  /// - Returns: The first column of the first row, if there is one.
  /// - Throws: `DatabaseError` as GRDB would.
  @discardableResult
  func run() throws -> Int? {
    let code = sqlite3_step(statement)
    var value: Int?
    if code == SQLITE_ROW { value = Int(sqlite3_column_int64(statement, 0)) }
    if code != SQLITE_ROW && code != SQLITE_DONE {
      let message = sqlite3_db_handle(statement).flatMap { sqlite3_errmsg($0) }
      let error = DatabaseError(
        resultCode: ResultCode(rawValue: code), message: message.map { String(cString: $0) })
      sqlite3_reset(statement)
      throw error
    }
    sqlite3_reset(statement)
    return value
  }
}
