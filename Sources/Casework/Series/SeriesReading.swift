package import Diplomacy
import EventData
import Foundation
package import Relations

/// A series of numbers read from a file of numbers, or made from the acts of one direction of a record.
package struct SeriesReading: Sendable {
  /// The series.
  package let series: DatedSeries
  /// What a person should know: the column read, and rows that took no part.
  package let notices: [String]

  /// Reads a file of numbers.
  ///
  /// - Parameters:
  ///   - path: The file; a hyphen for standard input.
  ///   - column: The column by name or by number from 1.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(file path: String, column: String?) throws(CaseworkFailure) {
    let file = try SeriesFile(path: path, column: column)
    let name = path == "-" ? "standard input" : path
    let subject = (name as NSString).lastPathComponent
    series = DatedSeries(
      values: file.values, starts: file.starts, period: file.period, name: name,
      subject: file.column.map { "\(subject), column \($0)" } ?? subject,
      measure: file.column ?? "value",
      column: file.column)
    notices = file.notices
  }

  /// Makes a series from a case's record, or from files of any event format.
  ///
  /// - Parameters:
  ///   - path: The record.
  ///   - dyad: Who acts toward whom.
  ///   - period: The length of a period.
  ///   - measure: What a period holds.
  ///   - scale: The weights of acts whose rows state none.
  ///   - skipsInvalid: Whether rows that do not fit the format are passed over and counted.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(
    record path: String, of dyad: Dyad, per period: SeriesPeriod, measure: SeriesMeasure,
    scale: IntensityScale, skipsInvalid: Bool
  ) throws(CaseworkFailure) {
    let made: ActSeries
    var notices: [String] = []
    if try DyadActs.isCaseRecord(path) {
      let events = try RecordInput.read(path)
      guard
        let series = ActSeries(events, of: dyad, per: period, measure: measure, scale: scale)
      else {
        throw .badInput(
          "\(path): no act of \(dyad) counts (\(events.count { $0.isOf(dyad) }) rows, all left out); choose another direction",
          remedy: .dyad)
      }
      made = series
    } else {
      let reading = try DyadActs.read(path, of: dyad, scale: scale, skipInvalid: skipsInvalid)
      if reading.counts.rejected > 0 {
        notices.append(
          "note: \(reading.counts.rejected) of \(reading.counts.read) rows do not fit the format")
      }
      made = ActSeries(reading.acts, per: period, measure: measure)
    }
    for (reason, number) in made.excluded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      notices.append(
        "note: \(number) \(number == 1 ? "row" : "rows") of \(dyad) left out (\(reason.rawValue))")
    }
    let words =
      switch measure {
      case .total: "total weight of the acts of a \(period.rawValue)"
      case .mean: "mean weight of the acts of a \(period.rawValue)"
      case .count: "number of acts of a \(period.rawValue)"
      }
    series = DatedSeries(
      values: made.values, starts: made.starts, period: period, name: path,
      subject: "\(dyad), \(made.used) acts", measure: words)
    self.notices = notices
  }
}
