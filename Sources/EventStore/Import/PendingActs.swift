import Diplomacy
import GRDB

/// Acts between known actors, gathered in memory and written in the order of their table.
///
/// The table of acts is ordered by dyad and day, while files are ordered by day: written row by row,
/// every page of a large store would be touched over and over. Sorted first, each is touched once.
struct PendingActs {
  /// One report of an act, by the store's numbers.
  struct Entry {
    let source: Int32
    let target: Int32
    let day: Int32
    let lastDay: Int32
    let code: Int32
    let sourceOrgan: Int32
    let targetOrgan: Int32
    let weight: Int32
    let counts: Bool
    let report: Int
    let event: Int

    fileprivate var states: UInt64 { Self.joined(source, target) }
    fileprivate var dayAndCode: UInt64 { Self.joined(day &+ 1_000_000, code) }
    fileprivate var organs: UInt64 { Self.joined(sourceOrgan, targetOrgan) }

    private static func joined(_ high: Int32, _ low: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
    }

    fileprivate static func < (lhs: Entry, rhs: Entry) -> Bool {
      if lhs.states != rhs.states { return lhs.states < rhs.states }
      if lhs.dayAndCode != rhs.dayAndCode { return lhs.dayAndCode < rhs.dayAndCode }
      if lhs.organs != rhs.organs { return lhs.organs < rhs.organs }
      return lhs.report < rhs.report
    }
  }

  private struct Sums {
    var events = 0
    var reports = 0
    var hostileEvents = 0
    var eventTenths = 0
    var hostileTenths = 0
  }

  /// The most acts held, some 56 bytes each.
  static let most = 1_000_000

  private var acts: [Entry] = []
  private let insertAct: RowInsertion
  private let insertFurther, addMonth: FastStatement
  private let owners: StatementOwners
  private var further: [(event: Int, report: Int)] = []

  init(_ db: Database) throws {
    var owners = StatementOwners()
    insertAct = try RowInsertion(db, into: "act", columns: 9, keptBy: &owners)
    insertFurther = try FastStatement(db, "INSERT INTO further VALUES (?, ?)", keptBy: &owners)
    addMonth = try FastStatement(
      db,
      """
      INSERT INTO dyad_month VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT DO UPDATE SET events = events + ?4, reports = reports + ?5,
        hostile_events = hostile_events + ?6, event_tenths = event_tenths + ?7,
        hostile_tenths = hostile_tenths + ?8
      """, keptBy: &owners)
    self.owners = owners
  }

  var count: Int { max(acts.count, further.count) }

  mutating func add(_ act: Entry) { acts.append(act) }

  /// Notes a report that follows another one.
  mutating func addFurther(event: Int, report: Int) { further.append((event, report)) }

  /// Writes everything gathered and starts over.
  mutating func write() throws {
    acts.sort(by: <)
    let facts = CodeFacts.all
    try acts.withUnsafeBufferPointer { acts in
      try insertAct.insert(acts.count) { row, statement, place in
        let act = acts[row]
        statement.bind(place + 1, Int(act.source))
        statement.bind(place + 2, Int(act.target))
        statement.bind(place + 3, Int(act.day))
        statement.bind(place + 4, facts[Int(act.code)].text)
        statement.bind(place + 5, Int(act.sourceOrgan))
        statement.bind(place + 6, Int(act.targetOrgan))
        statement.bind(place + 7, act.report)
        statement.bind(place + 8, act.event)
        statement.bind(place + 9, Int(act.lastDay))
      }
    }
    try writeMonths()
    acts.removeAll(keepingCapacity: true)
    further.sort { ($0.event, $0.report) < ($1.event, $1.report) }
    for pair in further {
      insertFurther.bind(1, pair.event)
      insertFurther.bind(2, pair.report)
      try insertFurther.run()
    }
    further.removeAll(keepingCapacity: true)
  }

  /// Adds the sorted acts up by dyad and month; acts of a state toward itself take no part.
  private func writeMonths() throws {
    var months = MonthsOfDays()
    var index = 0
    while index < acts.count {
      let first = acts[index]
      let month = months.month(ofDay: Int(first.day))
      var sums = Sums()
      while index < acts.count, acts[index].states == first.states,
        months.month(ofDay: Int(acts[index].day)) == month
      {
        let act = acts[index]
        index += 1
        guard act.counts else { continue }
        sums.reports += 1
        guard act.event == act.report else { continue }
        sums.events += 1
        sums.eventTenths += Int(act.weight)
        if act.weight < 0 {
          sums.hostileEvents += 1
          sums.hostileTenths += Int(act.weight)
        }
      }
      if first.source != first.target, sums.reports > 0 {
        try write(sums, first, month: month)
      }
    }
  }

  private func write(_ sums: Sums, _ act: Entry, month: Int) throws {
    addMonth.bind(1, Int(act.source))
    addMonth.bind(2, Int(act.target))
    addMonth.bind(3, month)
    addMonth.bind(4, sums.events)
    addMonth.bind(5, sums.reports)
    addMonth.bind(6, sums.hostileEvents)
    addMonth.bind(7, sums.eventTenths)
    addMonth.bind(8, sums.hostileTenths)
    try addMonth.run()
  }
}

/// Months since January of year zero, with the last answer kept.
struct MonthsOfDays {
  private var day = Int.min
  private var month = 0

  mutating func month(ofDay asked: Int) -> Int {
    if asked != day {
      day = asked
      let parts = Day(ordinal: asked).parts
      month = parts.year * 12 + parts.month - 1
    }
    return month
  }
}
