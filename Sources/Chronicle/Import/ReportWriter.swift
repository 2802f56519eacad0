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
  private var counts = RunningCounts()
  private var next: Int
  private var highestNative: Int?
  private var leaders: [ActKey: Int] = [:]
  private var knownDays: Set<Int>
  private let insertReport, findNative, insertNative, findAct, insertRejected: FastStatement
  private let findLeader: FastStatement
  private let owners: StatementOwners
  private(set) var leading = 0
  private(set) var reports = 0
  private(set) var withoutSource = 0
  private(set) var withoutTarget = 0

  init(_ db: Database, file: Int, family: Int) throws {
    self.db = db
    var owners = StatementOwners()
    self.file = file
    self.family = family
    interner = try Interner(db)
    next = try (Int.fetchOne(db, sql: "SELECT max(id) FROM report") ?? 0) + 1
    highestNative = try Int.fetchOne(
      db,
      sql: "SELECT max(id) FROM native WHERE family = ? AND typeof(id) = 'integer'",
      arguments: [family])
    knownDays = Set(try Int.fetchAll(db, sql: "SELECT DISTINCT day FROM day_count"))
    insertReport = try FastStatement(
      db, "INSERT INTO report VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      keptBy: &owners)
    findNative = try FastStatement(
      db, "SELECT report FROM native WHERE family = ? AND id = ?", keptBy: &owners)
    findLeader = try FastStatement(
      db, "SELECT event FROM report WHERE id = ?", keptBy: &owners)
    insertNative = try FastStatement(
      db, "INSERT INTO native VALUES (?, ?, ?)", keptBy: &owners)
    findAct = try FastStatement(
      db,
      """
      SELECT r.id FROM report r JOIN actor s ON s.id = r.source JOIN actor t ON t.id = r.target
      WHERE r.source_state = ?1 AND r.target_state = ?2 AND r.day = ?3 AND r.code = ?4
        AND r.source_state > 0 AND r.target_state > 0 AND r.event = r.id
        AND s.organ = (SELECT organ FROM actor WHERE id = ?5)
        AND t.organ = (SELECT organ FROM actor WHERE id = ?6)
      ORDER BY r.id LIMIT 1
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

  /// Writes a batch of rows.
  func write(_ rows: [PreparedRow], _ batch: Batch) throws {
    try interner.take(batch)
    var order = rows.indices.map { (key: rows[$0].order, index: Int32($0)) }
    order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    var ids = [Int](repeating: 0, count: rows.count)
    for (offset, place) in order.enumerated() { ids[Int(place.index)] = next + offset }
    var events = try eventsByNative(rows, ids)
    for place in order {
      let index = Int(place.index)
      if events[index] == 0 { events[index] = try leader(rows[index], id: ids[index]) }
    }
    for place in order {
      let index = Int(place.index)
      // A row that repeats the id of another row of the batch follows that row's event.
      if events[index] < 0 { events[index] = events[Int(order[-events[index] - 1].index)] }
      try insert(rows[index], id: ids[index], event: events[index])
    }
    next += rows.count
    if counts.isLarge { try flush() }
    if leaders.count > 1_000_000 { forgetLeaders() }
  }

  /// Writes the running counts.
  func flush() throws { try counts.write(db, family: family) }

  /// Forgets the acts of this file; from now on they are asked of the store.
  private func forgetLeaders() {
    for key in leaders.keys { knownDays.insert(Int(key.order >> 12 & 0xFFFFF) - 100_000) }
    leaders.removeAll()
  }

  /// The leading reports of rows whose id is known, zero for others; notes new ids.
  ///
  /// A row whose id stands in the same batch gets the other row's place there, counted from one and
  /// negative, since that row's own event is found only later.
  private func eventsByNative(_ rows: [PreparedRow], _ ids: [Int]) throws -> [Int] {
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
    numbered.sort { ($0.number, ids[$0.index]) < ($1.number, ids[$1.index]) }
    named.sort { (rows[$0].nativeText, ids[$0]) < (rows[$1].nativeText, ids[$1]) }
    findNative.bind(1, family)
    insertNative.bind(1, family)
    for (number, index) in numbered {
      // Ids above every stored one need no search: the usual case of files read in order.
      let isNew = number > (highestNative ?? .min)
      highestNative = max(highestNative ?? .min, number)
      findNative.bind(2, number)
      insertNative.bind(2, number)
      events[index] = try event(ofNativeIn: ids[index], search: !isNew)
    }
    for index in named {
      findNative.bind(2, rows[index].nativeText)
      insertNative.bind(2, rows[index].nativeText)
      events[index] = try event(ofNativeIn: ids[index], search: true)
    }
    return events
  }

  /// The event of the id bound last, zero where the id is new and now noted.
  private func event(ofNativeIn report: Int, search: Bool) throws -> Int {
    if search, let known = try findNative.run() {
      if known >= next { return -(known - next) - 1 }
      findLeader.bind(1, known)
      return try findLeader.run() ?? known
    }
    insertNative.bind(3, report)
    try insertNative.run()
    return 0
  }

  private func leader(_ row: PreparedRow, id: Int) throws -> Int {
    guard row.isDyad, row.day == row.lastDay else { return id }
    let key = row.act
    if let known = leaders[key] { return known }
    if knownDays.contains(Int(row.day)) {
      findAct.bind(1, interner.states[Int(row.sourceState)])
      findAct.bind(2, interner.states[Int(row.targetState)])
      findAct.bind(3, Int(row.day))
      findAct.bind(4, row.code.rawValue)
      findAct.bind(5, interner.actors[Int(row.source)])
      findAct.bind(6, interner.actors[Int(row.target)])
      if let known = try findAct.run() {
        leaders[key] = known
        return known
      }
    }
    leaders[key] = id
    return id
  }

  private func insert(_ row: borrowing PreparedRow, id: Int, event: Int) throws {
    let source = interner.states[Int(row.sourceState)]
    let target = interner.states[Int(row.targetState)]
    let statement = insertReport
    statement.bind(1, id)
    statement.bind(2, event)
    statement.bind(3, file)
    statement.bind(4, Int(row.line))
    if let number = row.nativeNumber {
      statement.bind(5, number)
    } else {
      statement.bindUnlessEmpty(5, row.nativeText)
    }
    statement.bind(6, Int(row.day))
    statement.bind(7, row.lastDay == row.day ? nil : Int(row.lastDay))
    statement.bind(8, source)
    statement.bind(9, target)
    statement.bind(10, interner.actors[Int(row.source)])
    statement.bind(11, interner.actors[Int(row.target)])
    statement.bind(12, row.code.rawValue)
    statement.bindUnlessEmpty(13, row.rawCode)
    statement.bindUnlessEmpty(14, row.plover?.rawValue ?? "")
    statement.bind(15, row.tenths.map(Int.init))
    statement.bind(16, Int(row.weight))
    statement.bind(17, Int(row.mentions))
    statement.bind(18, row.outlet == 0 ? nil : interner.outlets[Int(row.outlet)])
    statement.bind(19, row.wording == 0 ? nil : interner.wordings[Int(row.wording)])
    statement.bindUnlessEmpty(20, row.url)
    statement.bind(21, row.added)
    try statement.run()
    counts.add(row, source: source, target: target, leads: event == id)
    reports += 1
    if event == id { leading += 1 }
    if row.sourceState == 0 { withoutSource += 1 }
    if row.targetState == 0 { withoutTarget += 1 }
  }
}
