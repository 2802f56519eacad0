import Diplomacy
import EventData
import GRDB

/// The counts that are kept up beside the reports, gathered in memory and written in their order.
struct RunningCounts {
  private struct MonthKey: Hashable, Comparable {
    let source: Int
    let target: Int
    let monthAndRoot: Int

    static func < (lhs: Self, rhs: Self) -> Bool {
      (lhs.source, lhs.target, lhs.monthAndRoot) < (rhs.source, rhs.target, rhs.monthAndRoot)
    }
  }

  private struct MonthSums {
    var events = 0
    var reports = 0
    var eventTenths = 0
    var reportTenths = 0
  }

  private var months: [MonthKey: MonthSums] = [:]
  private(set) var days: [Int: Int] = [:]
  private var slots: [Int: Int] = [:]

  /// Months since January of year zero.
  static func month(ofDay day: Int) -> Int {
    let parts = Day(ordinal: day).parts
    return parts.year * 12 + parts.month - 1
  }

  private var lastDay = Int.min
  private var lastMonth = 0

  mutating func add(_ row: PreparedRow, source: Int, target: Int, leads: Bool) {
    let day = Int(row.day)
    days[day, default: 0] += 1
    if let added = row.added { slots[added / 15, default: 0] += 1 }
    guard row.isDyad else { return }
    if day != lastDay {
      lastDay = day
      lastMonth = Self.month(ofDay: day)
    }
    let key = MonthKey(
      source: source, target: target, monthAndRoot: lastMonth << 8 | Int(row.root))
    var sums = months[key] ?? MonthSums()
    sums.reports += 1
    sums.reportTenths += Int(row.weight)
    if leads {
      sums.events += 1
      sums.eventTenths += Int(row.weight)
    }
    months[key] = sums
  }

  /// Whether it is time to write the counts, so that memory stays bounded.
  var isLarge: Bool { months.count > 300_000 }

  /// Writes what was gathered and starts over.
  mutating func write(_ db: Database, family: Int) throws {
    var owners = StatementOwners()
    defer { withExtendedLifetime(owners) {} }
    let month = try FastStatement(
      db,
      """
      INSERT INTO dyad_month VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT DO UPDATE SET events = events + ?5, reports = reports + ?6,
        event_tenths = event_tenths + ?7, report_tenths = report_tenths + ?8
      """, keptBy: &owners)
    for key in months.keys.sorted() {
      guard let sums = months[key] else { continue }
      month.bind(1, key.source)
      month.bind(2, key.target)
      month.bind(3, key.monthAndRoot >> 8)
      month.bind(4, key.monthAndRoot & 0xFF)
      month.bind(5, sums.events)
      month.bind(6, sums.reports)
      month.bind(7, sums.eventTenths)
      month.bind(8, sums.reportTenths)
      try month.run()
    }
    for (table, column, counts) in [("day_count", "day", days), ("slot_count", "slot", slots)] {
      let statement = try FastStatement(
        db,
        """
        INSERT INTO \(table) (family, \(column), reports) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET reports = reports + ?3
        """, keptBy: &owners)
      for (place, count) in counts.sorted(by: { $0.key < $1.key }) {
        statement.bind(1, family)
        statement.bind(2, place)
        statement.bind(3, count)
        try statement.run()
      }
    }
    months.removeAll(keepingCapacity: true)
    days.removeAll()
    slots.removeAll()
  }
}
