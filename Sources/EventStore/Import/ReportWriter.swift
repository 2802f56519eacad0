import Diplomacy
import EventData
import GRDB

/// Writes prepared rows as reports and finds which of them report an act already known.
///
/// Two rows are reports of one act where the data set gives them the same id, or where dyad, organs,
/// day and CAMEO code agree. The first stored of them leads.
final class ReportWriter {
  private let db: Database
  private let file: Int
  private let family: Int
  private var interner: Interner
  private var counts = DayCounts()
  private var acts: PendingActs
  private var next: Int
  private var natives: NativeNumbers
  private var leaders = LeaderMap()
  private var knownDays: KnownDays
  private let insertReport: RowInsertion
  private let findNative, insertNative, findAct, insertRejected: FastStatement
  private let findLeader: FastStatement
  private let owners: StatementOwners
  private let facts = CodeFacts.all
  private(set) var leading = 0
  /// The most days from the first to the last day of an act.
  private(set) var longestSpan = 0
  private(set) var withoutSource = 0
  private(set) var withoutTarget = 0

  init(_ db: Database, file: Int, family: Int) throws {
    self.db = db
    var owners = StatementOwners()
    self.file = file
    self.family = family
    interner = try Interner(db)
    next = try (Int.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0) + 1
    natives = try NativeNumbers(db, family: family)
    acts = try PendingActs(db)
    knownDays = try KnownDays(db)
    insertReport = try RowInsertion(db, into: "report", columns: 21, keptBy: &owners)
    findNative = try FastStatement(
      db, "SELECT report FROM native_text WHERE family = ? AND id = ?", keptBy: &owners)
    findLeader = try FastStatement(
      db, "SELECT event FROM report WHERE id = ?", keptBy: &owners)
    insertNative = try FastStatement(
      db, "INSERT INTO native_text VALUES (?, ?, ?)", keptBy: &owners)
    findAct = try FastStatement(
      db,
      """
      SELECT event FROM act
      WHERE source_state = ? AND target_state = ? AND day = ? AND code = ? AND source_organ = ?
        AND target_organ = ? AND event = report AND last_day = day
      ORDER BY report LIMIT 1
      """, keptBy: &owners)
    insertRejected = try FastStatement(
      db, "INSERT INTO rejected VALUES (?, ?, ?)", keptBy: &owners)
    self.owners = owners
  }

  func write(_ rejected: [RejectedRow]) throws {
    for row in rejected {
      insertRejected.bind(1, file)
      insertRejected.bind(2, row.line)
      insertRejected.bind(3, row.reason)
      try insertRejected.run()
    }
  }

  /// Writes a batch of rows in the order given.
  func write(_ rows: [PreparedRow], in order: [Int32], _ batch: Batch) throws {
    try interner.take(batch)
    try batch.bytes.withUnsafeBytes { bytes in
      try rows.withUnsafeBufferPointer { rows in
        try order.withUnsafeBufferPointer { try write(rows, in: $0, bytes) }
      }
    }
    next += rows.count
    counts += batch.counts
    if acts.count >= PendingActs.most { try flushActs() }
  }

  private func write(
    _ rows: UnsafeBufferPointer<PreparedRow>, in order: UnsafeBufferPointer<Int32>,
    _ bytes: UnsafeRawBufferPointer
  ) throws {
    var ids = [Int](repeating: 0, count: rows.count)
    for (offset, place) in order.enumerated() { ids[Int(place)] = next + offset }
    var events = try eventsByNative(rows, ids, bytes)
    for place in order {
      let index = Int(place)
      if events[index] == 0 { events[index] = try leader(rows[index], id: ids[index]) }
    }
    try insertReport.insert(rows.count) { offset, statement, place in
      let index = Int(order[offset])
      // A row that repeats the id of another row of the batch follows that row's event.
      if events[index] < 0 { events[index] = events[Int(order[-events[index] - 1])] }
      insert(rows[index], id: ids[index], event: events[index], bytes, statement, place)
    }
  }

  /// Writes what is gathered in memory.
  func flush() throws {
    try acts.write()
    try counts.write(db, family: family)
  }

  /// Writes the acts and forgets their leaders; from now on they are asked of the store.
  private func flushActs() throws {
    try acts.write()
    for day in counts.days.keys { knownDays.insert(day) }
    leaders.removeAll()
  }

  /// The leading reports of rows whose id is known, zero for others; notes new ids.
  ///
  /// A row whose id stands in the same batch gets the other row's place there, counted from one and
  /// negative, since that row's own event is found only later.
  private func eventsByNative(
    _ rows: UnsafeBufferPointer<PreparedRow>, _ ids: [Int], _ bytes: UnsafeRawBufferPointer
  ) throws -> [Int] {
    var events = [Int](repeating: 0, count: rows.count)
    var numbered: [(number: Int, index: Int)] = []
    var named: [Int] = []
    for index in rows.indices {
      if let number = rows[index].nativeNumber {
        numbered.append((number, index))
      } else if !rows[index].nativeText.isEmpty {
        named.append(index)
      }
    }
    // In the order of the table, so that it grows at its end; equal ids in the order of reports.
    if !zip(numbered, numbered.dropFirst()).allSatisfy({ $0.number < $1.number }) {
      numbered.sort { ($0.number, ids[$0.index]) < ($1.number, ids[$1.index]) }
    }
    named.sort { left, right in
      let (a, b) = (bytes[rows[left].nativeText], bytes[rows[right].nativeText])
      return a.lexicographicallyPrecedes(b)
        || (!b.lexicographicallyPrecedes(a) && ids[left] < ids[right])
    }
    findNative.bind(1, family)
    insertNative.bind(1, family)
    try eventsByNumber(numbered, ids, &events)
    for index in named {
      findNative.bindInPlace(2, rows[index].nativeText, of: bytes)
      insertNative.bindInPlace(2, rows[index].nativeText, of: bytes)
      if let known = try findNative.run() {
        events[index] = try event(of: known)
      } else {
        insertNative.bind(3, ids[index])
        try insertNative.run()
      }
    }
    return events
  }

  /// The same for ids that are whole numbers, given in their order.
  private func eventsByNumber(
    _ numbered: [(number: Int, index: Int)], _ ids: [Int], _ events: inout [Int]
  ) throws {
    var next = numbered.startIndex
    while next < numbered.endIndex {
      let block = NativeNumbers.place(of: numbered[next].number).block
      var reports = try natives.block(block)
      while next < numbered.endIndex {
        let place = NativeNumbers.place(of: numbered[next].number)
        guard place.block == block else { break }
        let index = numbered[next].index
        if reports[place.slot] == 0 {
          reports[place.slot] = ids[index]
        } else {
          events[index] = try event(of: reports[place.slot])
        }
        next += 1
      }
      try natives.store(reports, in: block)
    }
  }

  /// The event of a report that is known, or the negative place of one in this batch.
  private func event(of known: Int) throws -> Int {
    if known >= next { return -(known - next) - 1 }
    findLeader.bind(1, known)
    return try findLeader.run() ?? known
  }

  private func leader(_ row: PreparedRow, id: Int) throws -> Int {
    guard row.isDyad, row.day == row.lastDay else { return id }
    let key = row.act
    let place = leaders.place(of: key)
    let known = leaders.leader(at: place)
    if known != 0 { return known }
    var leader = id
    if knownDays.contains(Int(row.day)) {
      findAct.bind(1, interner.states[Int(row.sourceState)])
      findAct.bind(2, interner.states[Int(row.targetState)])
      findAct.bind(3, Int(row.day))
      findAct.bind(4, facts[Int(row.codeNumber)].text)
      findAct.bind(5, interner.organs[Int(row.sourceOrgan)])
      findAct.bind(6, interner.organs[Int(row.targetOrgan)])
      if let stored = try findAct.run() { leader = stored }
    }
    leaders.take(place, key, leader: leader)
    return leader
  }

  private func insert(
    _ row: PreparedRow, id: Int, event: Int, _ bytes: UnsafeRawBufferPointer,
    _ statement: FastStatement, _ place: Int32
  ) {
    let source = interner.states[Int(row.sourceState)]
    let target = interner.states[Int(row.targetState)]
    statement.bind(place + 1, id)
    statement.bind(place + 2, event)
    statement.bind(place + 3, file)
    statement.bind(place + 4, Int(row.line))
    if let number = row.nativeNumber {
      statement.bind(place + 5, number)
    } else {
      statement.bindInPlace(place + 5, row.nativeText, of: bytes)
    }
    statement.bind(place + 6, Int(row.day))
    statement.bind(place + 7, row.lastDay == row.day ? nil : Int(row.lastDay))
    statement.bind(place + 8, source)
    statement.bind(place + 9, target)
    statement.bind(place + 10, interner.actors[Int(row.source)])
    statement.bind(place + 11, interner.actors[Int(row.target)])
    statement.bind(place + 12, facts[Int(row.codeNumber)].text)
    statement.bindInPlace(place + 13, row.rawCode, of: bytes)
    if row.plover > 0 {
      statement.bind(place + 14, CodeFacts.plover[Int(row.plover) - 1])
    } else {
      statement.bindNull(place + 14)
    }
    statement.bind(place + 15, row.tenths.map(Int.init))
    statement.bind(place + 16, Int(row.weight))
    statement.bind(place + 17, Int(row.mentions))
    statement.bind(place + 18, row.outlet == 0 ? nil : interner.outlets[Int(row.outlet)])
    statement.bind(place + 19, row.wording == 0 ? nil : interner.wordings[Int(row.wording)])
    statement.bindInPlace(place + 20, row.url, of: bytes)
    statement.bind(place + 21, row.added)
    if source > 0, target > 0 {
      acts.add(
        PendingActs.Entry(
          source: Int32(truncatingIfNeeded: source), target: Int32(truncatingIfNeeded: target),
          day: row.day, lastDay: row.lastDay, code: row.codeNumber,
          sourceOrgan: Int32(truncatingIfNeeded: interner.organs[Int(row.sourceOrgan)]),
          targetOrgan: Int32(truncatingIfNeeded: interner.organs[Int(row.targetOrgan)]),
          weight: row.weight, counts: row.counts, report: id, event: event))
    }
    if event == id { leading += 1 } else { acts.addFurther(event: event, report: id) }
    longestSpan = max(longestSpan, Int(row.lastDay - row.day))
    if row.sourceState == 0 { withoutSource += 1 }
    if row.targetState == 0 { withoutTarget += 1 }
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes of a text.
  fileprivate subscript(_ text: TextPlace) -> Slice<UnsafeRawBufferPointer> {
    self[Int(text.start)..<Int(text.start) + Int(text.count)]
  }
}

/// Days on which the store holds reports that are not in memory.
private struct KnownDays {
  private static let range = -60_000...60_000
  private var isKnown = [Bool](repeating: false, count: Self.range.count)

  init(_ db: Database) throws {
    for day in try Int.fetchAll(db, sql: "SELECT DISTINCT day FROM day_count") { insert(day) }
  }

  mutating func insert(_ day: Int) {
    if Self.range.contains(day) { isKnown[day - Self.range.lowerBound] = true }
  }

  /// Whether a day is known; days beyond those event data can speak of always are.
  func contains(_ day: Int) -> Bool {
    !Self.range.contains(day) || isKnown[day - Self.range.lowerBound]
  }
}
