import Casework
import ArgumentParser
import Diplomacy
import Foundation
import Relations
import Reporting

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

  @Option(
    help:
      "The length of a period of the series made from a record: day, week (the default) or month.")
  var per: SeriesPeriod?

  @Option(
    help: "What a period holds: the total (default) or mean weight of its acts, or their number.")
  var measure: SeriesMeasure?

  @Option(help: "The scale of the weights of a record (default: goldstein-gdelt).")
  var scale: IntensityScale?

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
    if events == nil {
      let given = [
        ("--per", per != nil), ("--measure", measure != nil), ("--scale", scale != nil),
        ("--skip-invalid", skipInvalid),
      ].filter(\.1).map(\.0)
      if !given.isEmpty {
        throw ValidationError(
          "\(given.joined(separator: ", ")) \(given.count == 1 ? "is" : "are") of a record; add --events, or leave them out"
        )
      }
    }
    if events != nil && column != nil {
      throw ValidationError("--column is of a table of numbers; choose --measure with --events")
    }
  }

  /// Reads the series; what a person should know is said on standard error.
  ///
  /// - Throws: `CaseworkFailure` with file and line.
  func read() throws -> DatedSeries {
    let reading: SeriesReading
    if let events, let text = dyad {
      guard let dyad = Dyad(text) else {
        throw CaseworkFailure.usage("--dyad '\(text)' is not two actors; write it as \"AZE>RUS\"")
      }
      reading = try SeriesReading(
        record: events, of: dyad, per: per ?? .week, measure: measure ?? .total,
        scale: scale ?? .goldsteinGDELT,
        skipsInvalid: skipInvalid)
    } else {
      reading = try SeriesReading(file: series ?? "-", column: column)
    }
    for notice in reading.notices { StandardError.write(notice) }
    return reading.series
  }
}

extension DatedSeries {
  /// Text for a person with the column that was read in front.
  func told(_ text: String) -> String { column.map { "column \($0) of \(name)\n" + text } ?? text }

  /// An object of JSON with the column that was read as its first member.
  func told(json text: String) throws -> String {
    guard let column, let start = text.firstIndex(of: "{") else { return text }
    let name = try JSONText.text(column).trimmingCharacters(in: .whitespacesAndNewlines)
    return "{\"column\":\(name)," + text[text.index(after: start)...]
  }
}

extension SeriesPeriod: ExpressibleByArgument {}
extension SeriesMeasure: ExpressibleByArgument {}
