public import Diplomacy
import Foundation

/// The base rates that ship with the program: what followed each sort of act in large data.
public struct ResponseTable: Hashable, Sendable, Codable {
  /// What the table was computed from, in words.
  public let origin: String
  /// The rows, the narrower codes first.
  public let rows: [ResponseSummary]

  /// Makes a table.
  public init(origin: String, rows: [ResponseSummary]) {
    self.origin = origin
    self.rows = rows
  }

  /// The acts that the table asks after, the narrower codes first.
  public static let questions: [ResponseStudy.Question] = [
    .init(codes: ["161"], label: "expelling or recalling envoys, breaking relations"),
    .init(codes: ["160"], label: "reducing relations"),
    .init(codes: ["164", "134"], label: "halting talks"),
    .init(codes: ["174"], label: "deporting people of the other side"),
    .init(codes: ["138", "139"], label: "threatening force or giving an ultimatum"),
    .init(codes: ["130", "131", "132", "133", "135", "136", "137"], label: "other threats"),
    .init(codes: ["112"], label: "accusing"),
    .init(codes: ["111"], label: "criticising"),
    .init(codes: ["114"], label: "complaining officially"),
    .init(codes: ["163"], label: "sanctions"),
    .init(codes: ["162"], label: "cutting aid"),
    .init(codes: ["173"], label: "detaining people of the other side"),
    .init(codes: ["191", "172", "144"], label: "closing, blocking, restricting"),
    .init(codes: ["15"], label: "military posture"),
    .init(codes: ["19"], label: "force"),
    .init(codes: ["055"], label: "apologies"),
    .init(
      codes: ["081", "082", "083", "084", "085", "086", "087"],
      label: "easing, releasing, returning, truces"),
    .init(codes: ["036"], label: "offers to meet"),
  ]

  /// The table that ships with the program.
  ///
  /// - Throws: ``ForecastFailure`` where the table in the program is damaged.
  public static func shipped() throws(ForecastFailure) -> ResponseTable {
    do {
      return try JSONDecoder().decode(
        ResponseTable.self, from: Data(PackageResources.responses_json))
    } catch {
      throw ForecastFailure("the table of base rates in the program is damaged: \(error)")
    }
  }

  /// The row that fits a code, the narrowest where several do.
  public func row(for code: EventCode) -> ResponseSummary? {
    rows.filter { $0.codes.contains { code.rawValue.hasPrefix($0) } }
      .max { narrowness($0, code) < narrowness($1, code) }
  }

  private func narrowness(_ row: ResponseSummary, _ code: EventCode) -> Int {
    row.codes.filter { code.rawValue.hasPrefix($0) }.map(\.count).max() ?? 0
  }

  /// What usually follows the acts of a record, one row a sort of act, the most frequent first.
  ///
  /// - Parameter codes: The codes of the acts.
  public func rows(fitting codes: [EventCode]) -> [ResponseSummary] {
    var counts: [String: (row: ResponseSummary, count: Int)] = [:]
    for code in codes {
      guard let row = row(for: code) else { continue }
      counts[row.label, default: (row, 0)].count += 1
    }
    return counts.values.sorted { ($1.count, $0.row.label) < ($0.count, $1.row.label) }
      .map(\.row)
  }
}

extension ResponseSummary {
  /// What followed within a week, in one sentence; what the data cannot say where they cannot.
  public var sentence: String {
    guard let week = windows.first else { return "" }
    let after = percent(week.after)
    let matched = percent(week.matched)
    let start =
      "After \(label) the other side answered hostilely within \(week.days) days in \(after) of "
      + "\(cases) cases, \(matched) on matched days of the same pairs"
    let sign = codes == ["055"]
    if isThin {
      return start + ": too few cases to conclude"
        + (sign ? "; the data cannot say that an apology calms." : ".")
    }
    if week.excess.holdsZero { return start + ": the difference may be chance." }
    return start + "."
  }

  private func percent(_ share: Double) -> String {
    share.isFinite ? "\(Int((share * 100).rounded()))%" : "n/a"
  }
}
