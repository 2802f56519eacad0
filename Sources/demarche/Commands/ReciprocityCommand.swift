import TimeSeries
import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Estimation
import EventData
import Foundation
import Reporting

/// Fits who reacts to whom among streams of acts.
struct ReciprocityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reciprocity",
    abstract: "Fits who reacts to whom, and how fast, among the acts of a pair or a triad.",
    discussion: """
      Reads a table with the columns time and type (and mark), or a record of a case with \
      --actors. Times of a table are exact unless some repeat or --resolution says how coarse they \
      are; days of a record and coarse times are drawn within their unit many times and averaged.

      Example: demarche reciprocity cases/aze-rus-2025/events.csv --actors AZE,RUS
      """)

  /// The forms of the result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown, svg
  }

  /// What is known beforehand.
  enum Prior: String, CaseIterable, ExpressibleByArgument {
    case auto, weak, none
  }

  @Argument(help: "The events.", completion: .file(extensions: ["csv"]))
  var path: String

  @Option(help: "For a record: the actors whose acts toward one another count, as in AZE,RUS.")
  var actors: String?

  @Option(help: "For a record: count only acts of this tone (hostile, conciliatory, neutral).")
  var tone: String?

  @Option(help: "The start of observation, for a table of times.")
  var from: Double = 0

  @Option(help: "The end of observation, for a table of times; the last event where left out.")
  var until: Double?

  @Option(
    help: "For a table of coarse times: their unit; 1 where an event dated 3 happened from 3 to 4.")
  var resolution: Double?

  @Option(
    help: "Prior knowledge: weak below 1,000 events by default, none gives maximum likelihood.")
  var prior: Prior = .auto

  @Option(help: "The mean delay around which a weak prior is centred, in units of time.")
  var delay: Double?

  @Option(help: "How often times are drawn within their unit.")
  var draws: Int = 20

  @Option(
    help: "Simulations behind the goodness of fit; by default 99 up to 500 events, else none.")
  var simulations: Int?

  @Flag(help: "Read a table of totals, one column a series, and fit a vector autoregression.")
  var totals = false

  @Option(help: "For --totals: the number of lags; Schwarz's choice where left out.")
  var lags: Int?

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 1

  @Option(help: "What to write; svg is a picture of who reacts to whom that can be pasted.")
  var format: Format = .text

  @Flag(help: "Write to standard error how long reading, fit and the rest took.")
  var timings = false

  func run() throws {
    var watch = Stopwatch()
    let data = try SeriesFile.bytes(of: path)
    if totals {
      let analysis = try TotalsTable.read(data, path: path, lags: lags, seed: seed)
      try StandardOutput.write(
        format == .json
          ? try AssessmentJSON.encode(value: analysis) : TotalsTable.text(analysis))
      return
    }
    let (series, ids) = try drawn(data)
    watch.note("reading")
    let isSmall = series[0].count < 1_000
    let usesPrior = prior == .weak || (prior == .auto && isSmall)
    // A delay of some days is usual among states; a table of times has a unit of its own.
    let usual = delay ?? (actors == nil ? 1 : 5)
    let fits = ReciprocityAnalysis.fits(
      to: series, prior: usesPrior ? HawkesPrior(delayMedian: usual) : nil)
    watch.note("fit")
    guard
      let analysis = ReciprocityAnalysis(
        of: series, ids: ids, fits: fits,
        simulations: simulations ?? (series[0].count <= 500 ? 99 : 0), seed: seed)
    else {
      throw CaseworkFailure.badInput("\(path): fewer than two acts fit; widen --actors or --tone")
    }
    watch.note("errors, goodness of fit and attribution")
    switch format {
    case .json: try StandardOutput.write(try AssessmentJSON.encode(value: analysis))
    case .text: try StandardOutput.write(ReciprocityText.text(analysis))
    case .markdown:
      try StandardOutput.write(MarkdownReport.render(ReciprocitySection.section(analysis)))
    case .svg:
      try StandardOutput.write(ReciprocitySection.figure(analysis).standalone)
    }
    if timings { watch.write() }
  }

  func validate() throws {
    if let delay, !(delay > 0 && delay.isFinite) {
      throw ValidationError("--delay is \(delay); write a number above zero")
    }
    if let resolution, !(resolution > 0 && resolution.isFinite) {
      throw ValidationError("--resolution is \(resolution); write a number above zero")
    }
    if draws < 1 { throw ValidationError("--draws is \(draws); write at least 1") }
    if let simulations, simulations < 0 {
      throw ValidationError("--simulations is \(simulations); write at least 0")
    }
    if !from.isFinite || !(until ?? 0).isFinite {
      throw ValidationError("--from and --until must be numbers")
    }
    if totals, format == .markdown || format == .svg {
      throw ValidationError("--totals writes text or json; leave --format \(format.rawValue) out")
    }
  }

  /// The draws of the events with the ids of each.
  private func drawn(_ data: Data) throws -> (series: [MarkedPointProcess], ids: [[String]]) {
    let header = data.prefix { $0 != 0x0A && $0 != 0x0D }
    let columns = DelimitedFields.split(ArraySlice(header), by: 0x2C)
    guard columns.contains(where: { $0.hasSuffix("date") }), columns.contains("source") else {
      return try drawn(from: try PointProcessFile(data, path: path))
    }
    guard let actors else {
      throw CaseworkFailure.usage(
        "\(path) is a record of a case; name the actors, as in --actors AZE,RUS")
    }
    var wanted: Tone?
    if let tone {
      wanted = Tone(rawValue: tone)
      if wanted == nil {
        throw CaseworkFailure.usage("--tone is '\(tone)'; write hostile, conciliatory or neutral")
      }
    }
    let record = try RecordInput.read(path)
    let codes = actors.split(separator: ",").map { ActorCode($0) }
    let root = SeededGenerator(seed: seed)
    var series: [MarkedPointProcess] = []
    var ids: [[String]] = []
    for draw in 0..<draws {
      var random = root.stream(UInt64(draw))
      guard
        let one = try MarkedPointProcess.drawn(
          from: record, among: codes, tone: wanted, on: .goldsteinGDELT, using: &random)
      else {
        throw CaseworkFailure.badInput("\(path): fewer than two acts among \(actors) fit")
      }
      series.append(one.series)
      ids.append(one.ids)
    }
    return (series, ids)
  }

  private func drawn(
    from table: PointProcessFile
  ) throws -> (series: [MarkedPointProcess], ids: [[String]]) {
    for (option, value) in [("--actors", actors), ("--tone", tone)] where value != nil {
      throw CaseworkFailure.usage(
        "\(path) is a table of times; \(option) is for a record of a case, so leave it out")
    }
    let unit = resolution ?? coarseness(of: table)
    let root = SeededGenerator(seed: seed)
    var series: [MarkedPointProcess] = []
    var ids: [[String]] = []
    for draw in 0..<(unit == nil ? 1 : draws) {
      var random = root.stream(UInt64(draw))
      let one =
        try unit.map {
          try table.drawn(resolution: $0, from: from, until: until, using: &random)
        } ?? table.series(from: from, until: until)
      series.append(one.events)
      let isListed = one.rows.count <= ReciprocityAnalysis.listLimit
      ids.append(isListed ? one.rows.map(String.init) : [])
    }
    if let first = series[0].times.first, series[0].count >= 20, first > 0.2 * series[0].horizon {
      StandardError.write(
        "note: \(path): observation is taken to start at \(from), the first event is at \(from + first); if it started later say so, as in --from \((from + first).rounded(.down))"
      )
    }
    return (series, ids)
  }

  /// How coarse the times must be where some repeat, or nothing where they are exact.
  private func coarseness(of table: PointProcessFile) -> Double? {
    guard let repetition = table.repetition else { return nil }
    let unit = table.writtenUnit
    StandardError.write(
      "note: \(path):\(repetition.line): the time stands in line \(repetition.earlier) too; events of one time have no order, so times are drawn within the unit they are written in, \(unit) (--resolution says otherwise)"
    )
    return unit
  }
}
