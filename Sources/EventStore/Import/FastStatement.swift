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

  /// Binds a text that stays where it is until the statement has run, or nothing where it is empty.
  func bindInPlace(_ place: Int32, _ text: TextPlace, of bytes: UnsafeRawBufferPointer) {
    guard !text.isEmpty, let base = bytes.baseAddress else {
      sqlite3_bind_null(statement, place)
      return
    }
    let start = (base + Int(text.start)).assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(statement, place, start, text.count, nil)
  }

  /// Binds a text that is never freed.
  func bind(_ place: Int32, _ text: LastingText) {
    sqlite3_bind_text(statement, place, text.start, text.count, nil)
  }

  /// Binds bytes that stay where they are until the statement has run.
  func bindInPlace(_ place: Int32, blob: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(
      statement, place, blob.baseAddress, Int32(truncatingIfNeeded: blob.count), nil)
  }

  func bindNull(_ place: Int32) { sqlite3_bind_null(statement, place) }

  /// Runs the statement once and gives the bytes of the first column of the first row, if any.
  func run(_ body: (UnsafeRawBufferPointer) -> Void) throws {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW {
      body(
        UnsafeRawBufferPointer(
          start: sqlite3_column_blob(statement, 0), count: Int(sqlite3_column_bytes(statement, 0))))
    }
    try finish(code)
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
    try finish(code)
    return value
  }

  private func finish(_ code: Int32) throws {
    defer { sqlite3_reset(statement) }
    guard code != SQLITE_ROW && code != SQLITE_DONE else { return }
    let message = sqlite3_db_handle(statement).flatMap { sqlite3_errmsg($0) }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code), message: message.map { String(cString: $0) })
  }
}

/// A statement that inserts rows, several at a time where there are enough of them.
///
/// Opening the table for a statement costs about as much as a row.
struct RowInsertion {
  private let several, one: FastStatement
  private let columns: Int32
  private static let group = 12

  init(
    _ db: Database, into table: String, columns: Int, keptBy owners: inout StatementOwners
  ) throws {
    let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
    let rows = Array(repeating: row, count: Self.group).joined(separator: ",")
    several = try FastStatement(db, "INSERT INTO \(table) VALUES \(rows)", keptBy: &owners)
    one = try FastStatement(db, "INSERT INTO \(table) VALUES \(row)", keptBy: &owners)
    self.columns = Int32(columns)
  }

  /// Inserts a number of rows.
  ///
  /// - Parameters:
  ///   - count: How many rows.
  ///   - bind: Binds a row, given its number, the statement and the place before its first column.
  func insert(_ count: Int, _ bind: (Int, FastStatement, Int32) throws -> Void) throws {
    var row = 0
    while row + Self.group <= count {
      for offset in 0..<Self.group {
        try bind(row + offset, several, Int32(offset) * columns)
      }
      try several.run()
      row += Self.group
    }
    while row < count {
      try bind(row, one, 0)
      try one.run()
      row += 1
    }
  }
}

/// A text of the program that lives as long as it runs, such as a code of CAMEO.
struct LastingText: @unchecked Sendable {
  // The bytes are written once, before any thread reads them, and never freed.
  fileprivate let start: UnsafePointer<CChar>
  fileprivate let count: Int32

  init(_ text: String) {
    let bytes = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, text.utf8.count))
    for (index, byte) in text.utf8.enumerated() { bytes[index] = CChar(bitPattern: byte) }
    start = UnsafePointer(bytes.baseAddress ?? UnsafeMutablePointer.allocate(capacity: 1))
    count = Int32(truncatingIfNeeded: text.utf8.count)
  }
}
