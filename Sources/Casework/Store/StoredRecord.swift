import EventStore
import Diplomacy
import EventData

/// The rows of a case's record from the reports of a store.
enum StoredRecord {
  /// One row an event, and one row for each second report, which names the first by `same_as`.
  ///
  /// - Parameter reports: Every report, in the order of days.
  static func rows(_ reports: [StoredEvent]) -> [Event] {
    // The leading report stands first in its group; where it lies outside the question (another
    // day or direction), the first report within it takes its place.
    var groups: [Int: [StoredEvent]] = [:]
    var order: [Int] = []
    for report in reports {
      if groups[report.number] == nil { order.append(report.number) }
      groups[report.number, default: []].append(report)
    }
    let width = max(4, String(reports.count).count)
    var rows: [Event] = []
    for number in order {
      let group = groups[number] ?? []
      let first = group.first { $0.report == number } ?? group.first
      let leading = rowID(rows.count + 1, width)
      for report in [first].compactMap(\.self) + group.filter({ $0.report != first?.report }) {
        let id = rowID(rows.count + 1, width)
        let from = [
          "stored_file": report.file, "stored_line": String(report.event.line),
          "reader": report.reader,
        ]
        guard
          let row = report.event.recordRow(
            id: id, sameAs: id == leading ? nil : leading, outlet: report.outlet, extra: from)
        else { continue }
        rows.append(row)
      }
    }
    return rows
  }

  private static func rowID(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return "E" + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
