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
      --actors. Times that are days are drawn within the day many times and averaged.

      Example: demarche reciprocity cases/aze-rus-2025/events.csv --actors AZE,RUS
      """)

  /// The forms of the result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
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

  @Option(help: "The end of observation, for a table of times; the last event where left out.")
  var until: Double?

  @Option(
    help: "Prior knowledge: weak below 1,000 events by default, none gives maximum likelihood.")
  var prior: Prior = .auto

  @Option(help: "The mean delay around which a weak prior is centred, in units of time.")
  var delay: Double?

  @Option(help: "How often times are drawn within days.")
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

  @Option(help: "What to write.")
  var format: Format = .text

  func run() throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.noInput("\(path): there is no such file, or it cannot be read")
    }
    if totals {
      let analysis = try TotalsTable.read(data, path: path, lags: lags, seed: seed)
      try StandardOutput.write(
        format == .json
          ? try AssessmentJSON.encode(value: analysis) : TotalsTable.text(analysis))
      return
    }
    let (series, ids) = try drawn(data)
    let isSmall = series[0].count < 1_000
    let usesPrior = prior == .weak || (prior == .auto && isSmall)
    // A delay of some days is usual among states; a table of times has a unit of its own.
    let usual = delay ?? (actors == nil ? 1 : 5)
    guard usual > 0, usual.isFinite else {
      throw CommandFailure.usage("--delay is \(usual); write a number above zero")
    }
    guard
      let analysis = ReciprocityAnalysis(
        of: series, ids: ids, prior: usesPrior ? HawkesPrior(delayMedian: usual) : nil,
        simulations: simulations ?? (series[0].count <= 500 ? 99 : 0), seed: seed)
    else {
      throw CommandFailure.badInput("\(path): fewer than two acts fit; widen --actors or --tone")
    }
    switch format {
    case .json: try StandardOutput.write(try AssessmentJSON.encode(value: analysis))
    case .text: try StandardOutput.write(Self.text(analysis))
    }
  }

  private func drawn(_ data: Data) throws -> (series: [TypedEvents], ids: [[String]]) {
    let header = data.prefix { $0 != 0x0A && $0 != 0x0D }
    let columns = String(decoding: header, as: UTF8.self).split(separator: ",")
    guard columns.contains("date"), columns.contains("source") else {
      let events = try TypedEventsFile.read(data, path: path, horizon: until)
      return ([events], [(1...events.count).map(String.init)])
    }
    guard let actors else {
      throw CommandFailure.usage(
        "\(path) is a record of a case; name the actors, as in --actors AZE,RUS")
    }
    var wanted: Tone?
    if let tone {
      wanted = Tone(rawValue: tone)
      if wanted == nil {
        throw CommandFailure.usage("--tone is '\(tone)'; write hostile, conciliatory or neutral")
      }
    }
    let record = try RecordInput.read(path)
    let codes = actors.split(separator: ",").map { ActorCode($0) }
    let root = SeededGenerator(seed: seed)
    var series: [TypedEvents] = []
    var ids: [[String]] = []
    for draw in 0..<max(1, draws) {
      var random = root.stream(UInt64(draw))
      guard
        let one = try TypedEvents.drawn(
          from: record, among: codes, tone: wanted, on: .goldsteinGDELT, using: &random)
      else {
        throw CommandFailure.badInput("\(path): fewer than two acts among \(actors) fit")
      }
      series.append(one.series)
      ids.append(one.ids)
    }
    return (series, ids)
  }

  private static func text(_ analysis: ReciprocityAnalysis) -> String {
    func shown(_ estimate: ReciprocityAnalysis.Estimate) -> String {
      guard let interval = estimate.interval else { return String(format: "%.3f", estimate.value) }
      return String(format: "%.3f (%.3f to %.3f)", estimate.value, interval[0], interval[1])
    }
    var lines = [
      "\(analysis.count) events of \(analysis.types.count) types, \(analysis.method), log-likelihood \(String(format: "%.3f", analysis.logLikelihood)) nats"
    ]
    for (row, type) in analysis.types.enumerated() {
      lines.append("\(type): \(shown(analysis.baseline[row])) a unit of time on its own initiative")
      for (column, source) in analysis.types.enumerated() {
        lines.append(
          "  brought about by one of \(source): \(shown(analysis.branching[row][column]))")
      }
    }
    lines.append("mean delay of a reaction: \(shown(analysis.meanDelay))")
    if let parted = analysis.pairwiseLogLikelihood {
      let extra = analysis.types.count * analysis.types.count - 1
      lines.append(
        "with a delay for each pair of types: log-likelihood \(String(format: "%.3f", parted)), \(extra) parameters more"
      )
    }
    lines.append(
      "spectral radius \(String(format: "%.3f", analysis.spectralRadius)): \(analysis.isStationary ? "exchanges die down by themselves" : "exchanges would grow without end")"
    )
    let fit = analysis.goodnessOfFit
    lines.append(
      "goodness of fit: p = \(String(format: "%.3f", fit.probability))\(fit.simulations > 0 ? " from \(fit.simulations) simulations (simulated data)" : " by the large-sample formula")"
    )
    lines.append("90 % intervals; attribution of single events is a probability, never a fact")
    return lines.joined(separator: "\n") + "\n"
  }
}
