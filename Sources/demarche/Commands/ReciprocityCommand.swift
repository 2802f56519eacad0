import Casework
import ArgumentParser
import Diplomacy
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
  var prior: ReciprocityRun.Prior = .auto

  @Option(help: "The mean delay around which a weak prior is centred, in units of time.")
  var delay: Double?

  @Option(help: "How often times are drawn within their unit; 20 where left out.")
  var draws: Int?

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
    if totals {
      let data = try SeriesFile.bytes(of: path)
      let (analysis, notices) = try TotalsTable.read(data, path: path, lags: lags, seed: seed)
      for notice in notices { StandardError.write(notice) }
      try StandardOutput.write(
        format == .json ? try JSONText.text(analysis) : TotalsText.text(analysis))
      return
    }
    var run = ReciprocityRun(path: path)
    run.actors = actors?.split(separator: ",").map { ActorCode($0) }
    run.tone = try wantedTone()
    (run.start, run.end, run.resolution) = (from, until, resolution)
    (run.prior, run.delay) = (prior, delay)
    (run.draws, run.simulations, run.seed) = (draws ?? 20, simulations, seed)
    var watch = Stopwatch()
    let outcome = try run.run { watch.note($0) }
    for notice in outcome.notices { StandardError.write(notice) }
    let analysis = outcome.analysis
    // Acts of a record are dated in days; a table of times counts in what it likes.
    let unit: ReciprocityGlossary.Unit = actors == nil ? .ofFile : .days
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(analysis))
    case .text: try StandardOutput.write(ReciprocityText.text(analysis, in: unit))
    case .markdown:
      try StandardOutput.write(
        MarkdownReport.render(ReciprocitySection.section(analysis, in: unit)))
    case .svg:
      try StandardOutput.write(ReciprocitySection.figure(analysis, in: unit).standalone)
    }
    if timings { watch.write() }
  }

  private func wantedTone() throws -> Tone? {
    guard let tone else { return nil }
    guard let wanted = Tone(rawValue: tone) else {
      throw CaseworkFailure.usage("--tone is '\(tone)'; write hostile, conciliatory or neutral")
    }
    return wanted
  }

  func validate() throws {
    if let delay, !(delay > 0 && delay.isFinite) {
      throw ValidationError("--delay is \(delay); write a number above zero")
    }
    if let resolution, !(resolution > 0 && resolution.isFinite) {
      throw ValidationError("--resolution is \(resolution); write a number above zero")
    }
    // Each draw is a fit of its own, and each simulation a series and a fit.
    if let draws, !(1...1_000).contains(draws) {
      throw ValidationError("--draws is \(draws); write a number from 1 to 1000")
    }
    if let simulations, !(0...10_000).contains(simulations) {
      throw ValidationError("--simulations is \(simulations); write a number from 0 to 10000")
    }
    if let lags, !(1...1_000).contains(lags) {
      throw ValidationError("--lags is \(lags); write a number from 1 to 1000")
    }
    if lags != nil, !totals { throw ValidationError("--lags is of --totals; leave it out") }
    if delay != nil, prior == .none {
      throw ValidationError("--delay is of a weak prior, and --prior none has none; leave one out")
    }
    if actors != nil, from != 0 || until != nil || resolution != nil {
      throw ValidationError(
        "--from, --until and --resolution are of a table of times; leave them out with --actors")
    }
    if totals {
      let given = [
        ("--actors", actors != nil), ("--tone", tone != nil), ("--from", from != 0),
        ("--until", until != nil), ("--resolution", resolution != nil),
        ("--prior", prior != .auto), ("--delay", delay != nil),
        ("--simulations", simulations != nil), ("--draws", draws != nil), ("--timings", timings),
      ].filter(\.1).map(\.0)
      if !given.isEmpty {
        throw ValidationError(
          "--totals fits a vector autoregression; leave \(given.joined(separator: ", ")) out")
      }
    }
    if !from.isFinite || !(until ?? 0).isFinite {
      throw ValidationError("--from and --until must be numbers")
    }
    if totals, format == .markdown || format == .svg {
      throw ValidationError("--totals writes text or json; leave --format \(format.rawValue) out")
    }
  }
}

extension ReciprocityRun.Prior: ExpressibleByArgument {}
