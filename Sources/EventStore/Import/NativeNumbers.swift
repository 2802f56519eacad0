import GRDB

/// The reports by the whole-number ids that a family of data sets gives its events.
///
/// The ids of data sets are dense and come nearly in order, so 128 of them share one row of the
/// store: its entries are the low seven bits of an id and its report in eight bytes, little end first.
/// A row for every id would take as long to write as the report itself.
struct NativeNumbers {
  /// The reports of one block, zero where an id is free.
  typealias Block = [Int]

  private let find, write: FastStatement
  private let owners: StatementOwners
  private let family: Int
  private var highest: Int?
  private var bytes: [UInt8] = []

  init(_ db: Database, family: Int) throws {
    self.family = family
    var owners = StatementOwners()
    find = try FastStatement(
      db, "SELECT entries FROM native_number WHERE family = ? AND block = ?", keptBy: &owners)
    write = try FastStatement(
      db, "INSERT OR REPLACE INTO native_number VALUES (?, ?, ?)", keptBy: &owners)
    self.owners = owners
    highest = try Int.fetchOne(
      db, sql: "SELECT max(block) FROM native_number WHERE family = ?", arguments: [family])
    find.bind(1, family)
    write.bind(1, family)
  }

  /// The block of an id, and its place there.
  static func place(of number: Int) -> (block: Int, slot: Int) { (number >> 7, number & 127) }

  /// The reports of a block.
  func block(_ block: Int) throws -> Block {
    var reports = Block(repeating: 0, count: 128)
    // Blocks above every stored one need no search: the usual case of files read in order.
    guard let highest, block <= highest else { return reports }
    find.bind(2, block)
    try find.run { entries in
      for start in stride(from: 0, to: entries.count - 8, by: 9) {
        let report = entries.loadUnaligned(fromByteOffset: start + 1, as: UInt64.self)
        reports[Int(entries[start] & 127)] = Int(truncatingIfNeeded: UInt64(littleEndian: report))
      }
    }
    return reports
  }

  /// How many of some ids have a report.
  func count(of numbers: [Int]) throws -> Int {
    var count = 0
    var held: (block: Int, reports: Block)?
    for number in numbers.sorted() {
      let place = Self.place(of: number)
      if held?.block != place.block { held = (place.block, try block(place.block)) }
      if held?.reports[place.slot] != 0 { count += 1 }
    }
    return count
  }

  /// Stores the reports of a block.
  mutating func store(_ reports: Block, in block: Int) throws {
    bytes.removeAll(keepingCapacity: true)
    for (slot, report) in reports.enumerated() where report != 0 {
      bytes.append(UInt8(truncatingIfNeeded: slot))
      withUnsafeBytes(of: UInt64(truncatingIfNeeded: report).littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    write.bind(2, block)
    try bytes.withUnsafeBytes { entries in
      write.bindInPlace(3, blob: entries)
      try write.run()
    }
    highest = max(highest ?? block, block)
  }
}
