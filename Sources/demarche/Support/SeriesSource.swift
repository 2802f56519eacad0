import Casework
import ArgumentParser
import Diplomacy
import Foundation

/// Where a series of numbers comes from: a file of numbers, or the acts of one direction of a record.
struct SeriesSource: ParsableArguments {
  @Argument(help: "A file with one value a line or a table; - reads standard input.")
  var series: String?

  @Option(help: "The column of the table, by name or by number from 1.")
  var column: String?

  @Option(
    help: "A record from which the series is made: a case's events.csv or any event format.")
  var events: String?

  @Option(help: "The direction of the acts, as AZE>RUS.")
  var dyad: String?

  @Option(help: "The length of a period of the series made from a record.")
  var per: SeriesPeriod = .week

  @Option(help: "What a period holds: the total or mean weight of its acts, or their number.")
  var measure: SeriesMeasure = .total

  @Option(help: "The scale of the weights.")
  var scale: IntensityScale = .goldsteinGDELT

  @Flag(help: "Pass over rows of a record that do not fit the format, and count them.")
  var skipInvalid = false

  func validate() throws {
    guard (series == nil) != (events == nil) else {
      throw ValidationError("name a file with a series, or a record with --events, not both")
    }
    if events != nil && dyad == nil {
      throw ValidationError("--events needs a direction: add --dyad \"AZE>RUS\"")
    }
    if events == nil && dyad != nil {
      throw ValidationError("--dyad needs a record: add --events events.csv")
    }
    if events != nil && column != nil {
      throw ValidationError("--column is of a table of numbers; choose --measure with --events")
    }
  }

  /// A series with what it is.
  struct Reading {
    let values: [Double?]
    /// The first day of each period, for a series made from a record.
    let starts: [Day]?
    /// The name of the input, for messages.
    let name: String
    /// What the series is of, in words.
    let subject: String
    /// What is measured, in words.
    let measure: String

    /// A title that says what is shown of the series.
    func titled(_ what: String) -> String { "\(what) of \(subject)" }
  }

  /// Reads the series.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  func read() throws -> Reading {
    guard let events, let text = dyad else {
      let path = series ?? "-"
      let file = try SeriesFile(path: path, column: column)
      let name = path == "-" ? "standard input" : path
      return Reading(
        values: file.values, starts: nil, name: name,
        subject: (name as NSString).lastPathComponent,
        measure: file.column ?? "value")
    }
    guard let dyad = Dyad(text) else {
      throw CaseworkFailure.usage("--dyad '\(text)' is not two actors; write it as \"AZE>RUS\"")
    }
    let made: RecordSeries
    if try DyadActs.isCaseRecord(events) {
      made = try RecordSeries(
        try RecordInput.read(events), of: dyad, per: per, measure: measure, scale: scale,
        path: events)
    } else {
      made = RecordSeries(
        try DyadActs.read(events, of: dyad, scale: scale, skipInvalid: skipInvalid), per: per,
        measure: measure)
    }
    for (reason, number) in made.excluded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      StandardError.write(
        "note: \(number) \(number == 1 ? "row" : "rows") of \(dyad) left out (\(reason.rawValue))")
    }
    let words =
      switch measure {
      case .total: "total weight of the acts of a \(per.rawValue)"
      case .mean: "mean weight of the acts of a \(per.rawValue)"
      case .count: "number of acts of a \(per.rawValue)"
      }
    return Reading(
      values: made.values, starts: made.starts, name: events,
      subject: "\(dyad), \(made.used) acts", measure: words)
  }
}
