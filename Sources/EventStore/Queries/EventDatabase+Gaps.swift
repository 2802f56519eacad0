import Diplomacy
import GRDB

/// A place where the data, and not the world, fell silent or grew loud.
public struct DataGap: Hashable, Sendable, Codable {
  /// What sort of place it is.
  public enum Kind: String, Hashable, CaseIterable, Sendable, Codable {
    /// Days without any report between days with reports.
    case missingDays = "missing-days"
    /// Quarter hours without any report between quarter hours with reports.
    case missingSlots = "missing-slots"
    /// A day with far more or far fewer reports than the four weeks around it.
    case volume
  }

  /// What sort of place it is.
  public let kind: Kind
  /// The family of data sets.
  public let family: String
  /// When it begins: a day, or a day with the time (UTC).
  public let from: String
  /// When it ends.
  public let until: String
  /// How many days or quarter hours are missing, or how many reports the day has.
  public let count: Int
  /// How the day's volume compares with the median of the days around it; one for missing ones.
  public let ratio: Double
}

extension EventDatabase {
  /// Finds missing days, missing quarter hours and jumps in volume.
  ///
  /// Holes and attention masquerade as politics: a missing day looks like peace, a louder press like
  /// crisis. A day's volume is a jump where it is more than three times, or less than a third, of
  /// the median of the 14 days before and after it.
  ///
  /// - Throws: ``EventDatabaseError`` where the store cannot be read.
  public func gaps() throws(EventDatabaseError) -> [DataGap] {
    try read { db in
      var gaps: [DataGap] = []
      for family in try Row.fetchAll(db, sql: "SELECT id, name FROM family ORDER BY name") {
        let id: Int = family["id"]
        let name: String = family["name"]
        let days = try Self.counts("day", "day_count", id, db)
        gaps += Self.holes(days, .missingDays, name) { Day(ordinal: $0).description }
        gaps += Self.jumps(days, name)
        let slots = try Self.counts("slot", "slot_count", id, db)
        gaps += Self.holes(slots, .missingSlots, name, Self.time)
      }
      return gaps
    }
  }

  private static func counts(
    _ column: String, _ table: String, _ family: Int, _ db: Database
  ) throws -> [(place: Int, count: Int)] {
    try Row.fetchAll(
      db, sql: "SELECT \(column), reports FROM \(table) WHERE family = ? ORDER BY 1",
      arguments: [family]
    ).map { ($0[0], $0[1]) }
  }

  private static func holes(
    _ counts: [(place: Int, count: Int)], _ kind: DataGap.Kind, _ family: String,
    _ text: (Int) -> String
  ) -> [DataGap] {
    zip(counts, counts.dropFirst()).compactMap { before, after in
      guard after.place - before.place > 1 else { return nil }
      return DataGap(
        kind: kind, family: family, from: text(before.place + 1), until: text(after.place - 1),
        count: after.place - before.place - 1, ratio: 1)
    }
  }

  private static func jumps(
    _ counts: [(place: Int, count: Int)], _ family: String
  ) -> [DataGap] {
    counts.indices.compactMap { index in
      let around = (max(0, index - 14)...min(counts.count - 1, index + 14)).filter {
        $0 != index && abs(counts[$0].place - counts[index].place) <= 14
      }.map { counts[$0].count }.sorted()
      guard around.count >= 7 else { return nil }
      let median = Double(around[around.count / 2])
      let ratio = Double(counts[index].count) / median
      guard ratio > 3 || ratio < 1.0 / 3 else { return nil }
      let day = Day(ordinal: counts[index].place).description
      return DataGap(
        kind: .volume, family: family, from: day, until: day, count: counts[index].count,
        ratio: ratio)
    }
  }

  /// A quarter hour as 2018-06-01 12:15.
  private static func time(_ slot: Int) -> String {
    let minute = slot * 15
    let day = Int((Double(minute) / 1440).rounded(.down))
    let rest = minute - day * 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(Day(ordinal: day)) \(two(rest / 60)):\(two(rest % 60))"
  }
}
