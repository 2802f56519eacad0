import EventData
import GRDB

/// Reports by day and by quarter hour, counted where rows are read, in the order of the file.
struct DayTally: Sendable {
  private var days = Runs()
  private var slots = Runs()

  /// Counts by place, quick where equal places follow each other.
  private struct Runs: Sendable {
    var counts: [Int: Int] = [:]
    private var place = Int.min
    private var run = 0

    mutating func add(_ next: Int) {
      if next != place { close(next) }
      run += 1
    }

    mutating func close(_ next: Int) {
      if run > 0 { counts[place, default: 0] += run }
      place = next
      run = 0
    }
  }

  mutating func add(day: Int, addedMinute: Int?) {
    days.add(day)
    if let addedMinute { slots.add(addedMinute / 15) }
  }

  /// Hands over the counts and starts over.
  mutating func taken() -> DayCounts {
    days.close(.min)
    slots.close(.min)
    defer { self = DayTally() }
    return DayCounts(days: days.counts, slots: slots.counts)
  }
}

/// Reports by day and by quarter hour.
struct DayCounts: Sendable {
  private(set) var days: [Int: Int] = [:]
  private(set) var slots: [Int: Int] = [:]

  init(days: [Int: Int] = [:], slots: [Int: Int] = [:]) {
    self.days = days
    self.slots = slots
  }

  static func += (total: inout DayCounts, part: DayCounts) {
    total.days.merge(part.days, uniquingKeysWith: +)
    total.slots.merge(part.slots, uniquingKeysWith: +)
  }

  /// Adds what was gathered to the store and starts over.
  mutating func write(_ db: Database, family: Int) throws {
    var owners = StatementOwners()
    defer { withExtendedLifetime(owners) {} }
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
    self = DayCounts()
  }
}
