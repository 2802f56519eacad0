import ArgumentParser
import Diplomacy
import Foundation
import Relations

/// Finds the turning points of a series, or of one direction of a record.
struct TurningPointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turning-points",
    abstract: "Finds when a series turned, and how sure that is.",
    discussion: """
      The penalty is set by a rule that allows for noise with memory and for trends; no setting is \
      needed. An index counts from 0 and names the first point of the new segment; `from` and `to` \
      bound where it may lie, and `probability` is that of a turn between them.

      Example: demarche turning-points series.csv --format json
      Example: demarche turning-points --events cases/aze-rus-2025/events.csv --dyad "AZE>RUS" --per week
      """)

  /// The forms of the answer.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  /// What may change at a turning point.
  enum Model: String, CaseIterable, ExpressibleByArgument {
    case auto, gaussian, t, poisson, normal, trend

    var segments: SegmentModel? { SegmentModel(rawValue: rawValue) }
  }

  @Argument(help: "A file with one value a line or a table; - reads standard input.")
  var series: String?

  @Option(help: "The column of the table, by name or by number from 1.")
  var column: String?

  @Option(
    help:
      "What changes: the level (gaussian; t bounds wild values), the rate of counts (poisson), level and spread (normal), level and slope (trend), or whichever fits (auto)."
  )
  var model: Model = .auto

  @Option(help: "The least number of points between turns (default: 5; 3 up to 40 points).")
  var minimumLength: Int?

  @Option(help: "The share of the posterior that from and to enclose, between 0 and 1.")
  var credibility = 0.95

  @Option(help: "A record (events.csv of a case) from which the series is made.")
  var events: String?

  @Option(help: "The direction of the acts, as AZE>RUS.")
  var dyad: String?

  @Option(help: "The length of a period of the series made from a record.")
  var per: SeriesPeriod = .week

  @Option(help: "What a period holds: the total or mean weight of its acts, or their number.")
  var measure: SeriesMeasure = .total

  @Option(help: "The scale of the weights.")
  var scale: IntensityScale = .goldsteinGDELT

  @Option(help: "What to write.")
  var format: Format = .text

  func validate() throws {
    if let minimumLength, minimumLength < 1 {
      throw ValidationError("--minimum-length is \(minimumLength); it must be at least 1")
    }
    guard credibility > 0, credibility < 1 else {
      throw ValidationError("--credibility is \(credibility); it must be between 0 and 1")
    }
    guard (series == nil) != (events == nil) else {
      throw ValidationError("name a file with a series, or a record with --events, not both")
    }
    if events != nil && dyad == nil {
      throw ValidationError("--events needs a direction: add --dyad \"AZE>RUS\"")
    }
    if events == nil && dyad != nil {
      throw ValidationError("--dyad needs a record: add --events events.csv")
    }
  }

  func run() throws {
    var starts: [Day]?
    let values: [Double?]
    let name: String
    if let events, let text = dyad {
      guard let dyad = Dyad(text) else {
        throw CommandFailure.usage("--dyad '\(text)' is not two actors; write it as \"AZE>RUS\"")
      }
      let made = try RecordSeries(
        try RecordInput.read(events), of: dyad, per: per, measure: measure, scale: scale,
        path: events)
      for (reason, number) in made.excluded.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        StandardError.write("note: \(number) rows of \(dyad) left out (\(reason.rawValue))")
      }
      (values, starts, name) = (made.values, made.starts, events)
    } else {
      let path = series ?? "-"
      values = try SeriesFile(path: path, column: column).values
      name = path == "-" ? "standard input" : path
    }
    let finder = TurningPointFinder(
      model: model.segments, minimumLength: minimumLength, credibility: credibility)
    let found: TurningPoints
    do {
      found = try finder.turningPoints(in: values)
    } catch {
      throw CommandFailure.badInput("\(name): \(error)")
    }
    let missing = values.count { $0 == nil }
    switch format {
    case .json: try StandardOutput.write(TurningPointsText.json(found))
    case .csv: try StandardOutput.write(TurningPointsText.table(found, starts: starts))
    case .text:
      try StandardOutput.write(
        TurningPointsText.render(
          found, missing: missing, starts: starts, per: per, credibility: credibility))
    }
  }
}
