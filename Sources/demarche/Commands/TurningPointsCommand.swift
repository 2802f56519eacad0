import TimeSeries
import Casework
import ArgumentParser
import Diplomacy
import Relations
import Reporting

/// Finds the turning points of a series, or of one direction of a record.
struct TurningPointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "turning-points",
    abstract: "Finds when a series turned, and how sure that is.",
    discussion: """
      The penalty is set by a rule that allows for noise with memory and for trends; no setting is \
      needed. An index counts from 0 and names the first point of the new segment; `from` and `to` \
      bound where it may lie, and `probability` is that of a turn between them. A record may be a \
      case's events.csv or a file, folder or pattern of any event format that `import` reads.

      The turns of a case's record are those that the report shows: in the rate and the kind of acts \
      together, with the window and baseline of the case. With --measure, --model or --path the numbers \
      of the periods are a series like any other, and their turns answer another question.

      Example: demarche turning-points series.csv --format json
      Example: demarche turning-points series.csv --format svg > turns.svg
      Example: demarche turning-points --events cases/aze-rus-2025/events.csv --dyad "AZE>RUS" --per week
      """)

  /// The forms of the answer.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, svg
  }

  /// What may change at a turning point.
  enum Model: String, CaseIterable, ExpressibleByArgument {
    case auto, gaussian, t, poisson, normal, trend

    var segments: SegmentModel? { SegmentModel(rawValue: rawValue) }
  }

  @OptionGroup var source: SeriesSource

  @Option(
    help:
      "What changes: the level (gaussian; t bounds wild values), the rate of counts (poisson), level and spread (normal), level and slope (trend), or whichever fits (auto)."
  )
  var model: Model = .auto

  @Option(help: "The least number of points between turns (default: 5; 3 up to 40 points).")
  var minimumLength: Int?

  @Option(help: "The share of the posterior that from and to enclose, between 0 and 1.")
  var credibility: Double?

  @Flag(help: "Write every optimal division along the penalty instead of the rule's choice.")
  var path = false

  @Option(help: "What to write; svg is a figure that can be pasted.")
  var format: Format = .text

  func validate() throws {
    // No series has more points than this.
    if let minimumLength, !(1...100_000_000).contains(minimumLength) {
      throw ValidationError(
        "--minimum-length is \(minimumLength); write a number from 1 to 100000000")
    }
    if let credibility, !(credibility > 0 && credibility < 1) {
      throw ValidationError("--credibility is \(credibility); it must be between 0 and 1")
    }
    if path, credibility != nil {
      throw ValidationError("--path lists divisions without sets; leave --credibility out")
    }
    if path && format == .svg {
      throw ValidationError("--path has no figure; choose --format text, json or csv")
    }
  }

  func run() throws {
    if let record = source.events, let text = source.dyad, source.measure == nil, model == .auto,
      !path, format != .svg, try RecordTurns.applies(to: record)
    {
      return try turns(of: text, in: record)
    }
    let series = try source.read()
    let finder = TurningPointFinder(
      model: model.segments, minimumLength: minimumLength, credibility: credibility ?? 0.95)
    if path {
      let path = try refusing(series.name) { () throws(SeriesRefusal) in
        try finder.path(in: series.values)
      }
      switch format {
      case .json: try StandardOutput.write(try JSONText.text(path))
      case .csv: try StandardOutput.write(PenaltyPathText.table(path))
      case .text, .svg: try StandardOutput.write(PenaltyPathText.render(path))
      }
      return
    }
    let found = try refusing(series.name) { () throws(SeriesRefusal) in
      try finder.turningPoints(in: series.values)
    }
    switch format {
    case .json: try StandardOutput.write(series.told(json: TurningPointsText.json(found)))
    case .csv: try StandardOutput.write(TurningPointsText.table(found, starts: series.starts))
    case .text:
      try StandardOutput.write(
        series.told(
          TurningPointsText.render(
            found, in: series.values, starts: series.starts, per: series.period ?? .week,
            credibility: credibility ?? 0.95)))
    case .svg:
      try StandardOutput.write(
        SeriesFigure.svg(
          of: found, in: series.values, periods: series.starts?.map(\.description),
          title: series.titled("Turning points"), measure: series.measure))
    }
  }

  /// The turns of a case's record, by the analysis of the report.
  private func turns(of text: String, in record: String) throws {
    guard let dyad = Dyad(text) else {
      throw CaseworkFailure.usage("--dyad '\(text)' is not two actors; write it as \"AZE>RUS\"")
    }
    let unused = [
      ("--minimum-length", minimumLength != nil), ("--credibility", credibility != nil),
      ("--skip-invalid", source.skipInvalid),
    ].filter(\.1).map(\.0)
    guard unused.isEmpty else {
      throw CaseworkFailure.usage(
        "\(unused.joined(separator: ", ")): of series, and the turns of a case's record are those of the "
          + "report; leave it out, or add --measure")
    }
    if let period = source.per, period != .week {
      StandardError.write(
        "note: --per is of series; the turns of a case's record are found in stretches that the length of the record sets"
      )
    }
    let found = try RecordTurns(record: record, of: dyad, on: source.scale ?? .goldsteinGDELT)
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(found.direction))
    case .csv: try StandardOutput.write(RelationTurnsText.table(found.direction))
    case .text, .svg:
      try StandardOutput.write(RelationTurnsText.render(found.direction, over: found.window))
    }
  }

  private func refusing<Answer>(
    _ name: String, _ work: () throws(SeriesRefusal) -> Answer
  ) throws -> Answer {
    do {
      return try work()
    } catch {
      throw CaseworkFailure.badInput("\(name): \(error)")
    }
  }
}
