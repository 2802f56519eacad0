import ArgumentParser
import Casework
import Diplomacy
import Forecasting
import Foundation
import Reporting

/// Says how likely each kind of act of two states toward each other is.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "How likely each kind of act is within days, beside the pair's usual rate.",
    discussion: """
      For each kind of act in each direction: the chance of at least one, the pair's usual rate, \
      the dated past acts on which the chance rests (their shares and the floor sum to 1), and how \
      forecasts near it came out. --file puts the forecasts on file, and 'demarche resolve' scores \
      them later. --backtest scores the weights on the store's own past; --fit makes weights from \
      the store; --targets answers a file of targets.

      Example: demarche forecast --store events.db AZE RUS --within 7d,30d
      Example: demarche forecast --store events.db --backtest
      Example: demarche forecast --store events.db --fit --until 2013-12-31 --output weights.json
      """)

  /// The forms of a forecast.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, html
  }

  @Argument(help: ArgumentHelp("The two states.", valueName: "actor> <actor"))
  var actors: [String] = []

  @Option(help: "A store made by the import command.")
  var store: String

  @Option(help: "The horizons, as in 7d,30d,90d.")
  var within: String = "7d,30d,90d"

  @Option(help: "The first day of the forecast; the day after the store's last unless stated.")
  var asOf: String?

  @Option(help: "A file of weights made by --fit, in place of those of the program.")
  var weights: String?

  @Option(help: "How many past acts to show behind each chance.")
  var acts = 5

  @Option(help: "Put the forecasts on file: a file of JSON lines that is added to.")
  var file: String?

  @Flag(help: "Score the weights on the past of the store.")
  var backtest = false

  @Flag(help: "List the directions that may turn sharply worse, with the list's precision.")
  var worsening = false

  @Option(help: "With --backtest and --worsening: the first origin.")
  var from: String?

  @Flag(help: "Fit weights on the store.")
  var fit = false

  @Option(help: "With --fit and --backtest: the last day of acts that is used.")
  var until: String?

  @Flag(
    help:
      "With --fit: count states and their offices alone, not leaders that the data name as persons; forecasts by such weights do so too."
  )
  var withoutPersons = false

  @Option(help: "With --fit: what the store holds, in words, for the origin of the weights.")
  var origin: String?

  @Option(
    help: "With --fit: the day on which the weights are made; the store's last unless stated.")
  var fitted: String?

  @Option(help: "A file with columns origin,source,target,class,horizon to answer row by row.")
  var targets: String?

  @Option(
    name: [.customLong("output"), .customLong("predictions")],
    help: "Where --fit and --targets write.")
  var output: String?

  @Option(help: "What to write.")
  var format: Format = .text

  func validate() throws {
    let modes = [backtest, fit, worsening, targets != nil].count { $0 }
    guard modes <= 1 else {
      throw ValidationError(
        "--backtest, --fit, --worsening and --targets do different things; give one of them")
    }
    if modes == 0, actors.count != 2 {
      throw ValidationError(
        "give two states, as in: demarche forecast --store events.db AZE RUS")
    }
    if modes == 1, !actors.isEmpty {
      throw ValidationError(
        "--backtest, --fit, --worsening and --targets take all pairs and no states")
    }
    if fit || targets != nil, output == nil {
      throw ValidationError("\(fit ? "--fit" : "--targets") needs --output FILE")
    }
    if modes == 0, from != nil || until != nil {
      throw ValidationError(
        "--from and --until go with --backtest or --fit; a forecast has --as-of")
    }
    if backtest || fit || worsening, format == .html {
      throw ValidationError("--format html is for the forecast of a pair")
    }
    if withoutPersons, !fit {
      throw ValidationError("--without-persons goes with --fit: the weights remember it")
    }
    guard acts >= 0 else { throw ValidationError("--acts must be 0 or more") }
  }

  func run() throws {
    if fit {
      try makeWeights()
    } else if backtest || worsening {
      try score()
    } else if let targets, let output {
      let answer = try TargetForecasts.csv(targets, in: store, weights: weights) {
        StandardError.progress("forecasting", Int($0 * 100), of: 100)
      }
      try Self.write(answer.text, to: output)
      StandardError.write("\(answer.count) forecasts written to \(output)")
    } else {
      try forecast()
    }
  }

  private func forecast() throws {
    let dyad = Dyad(from: ActorCode(actors[0]), toward: ActorCode(actors[1]))
    let run = try OutlookRun(
      of: dyad, in: store, asOf: try Self.day(asOf, "--as-of"), horizons: try horizons(),
      weights: weights)
    if let file {
      let added = try FiledForecasts(run).append(to: file)
      StandardError.write("\(added) forecasts put on file in \(file)")
    }
    switch format {
    case .text:
      try StandardOutput.write(
        OutlookText.render(run.outlooks, weights: run.weights, notices: run.notices, acts: acts))
    case .json:
      try StandardOutput.write(
        try JSONText.text(
          OutlookJSON(
            run.outlooks, weights: run.weights, notices: run.notices, digest: run.digest,
            acts: acts)))
    case .html:
      try StandardOutput.write(
        HTMLReport.render(
          OutlookReport.report(
            run.outlooks, weights: run.weights, notices: run.notices, acts: acts)))
    }
  }

  private func score() throws {
    let opened = try OutlookStore(store)
    let weights = try OutlookStore.weights(weights)
    let record = try opened.record(
      through: try Self.day(until, "--until"), persons: weights.persons
    ) { StandardError.progress("reading", Int($0 * 100), of: 100) }
    if worsening {
      let list: Worsening
      do {
        list = try Worsening(of: record, by: weights, from: try Self.day(from, "--from"))
      } catch let failure as ForecastFailure {
        throw CaseworkFailure.badInput("\(store): \(failure)")
      }
      try StandardOutput.write(
        format == .json ? try JSONText.text(list) : WorseningText.render(list))
      return
    }
    let known = try horizons().filter { weights.horizons.contains($0) }
    guard !known.isEmpty else {
      throw CaseworkFailure.usage(
        "--within: the weights know "
          + weights.horizons.map { "\($0)d" }.joined(separator: ",") + " only")
    }
    let test: Backtest
    do {
      test = try Backtest(
        of: record, by: weights, horizons: known, from: try Self.day(from, "--from"))
    } catch let failure as ForecastFailure {
      throw CaseworkFailure.badInput("\(store): \(failure)")
    }
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(test))
    case .text, .html: try StandardOutput.write(BacktestText.render(test, weights: weights))
    }
  }

  private func makeWeights() throws {
    guard let output else { return }
    let opened = try OutlookStore(store)
    let record = try opened.record(
      through: try Self.day(until, "--until"), persons: !withoutPersons
    ) { StandardError.progress("reading", Int($0 * 100), of: 100) }
    let made = try Self.day(fitted, "--fitted") ?? opened.days.last
    let weights: OutlookWeights
    do {
      weights = try OutlookFit.weights(
        from: record, horizons: try horizons(), origin: origin ?? store, fitted: made
      ) { StandardError.progress("fitting", Int($0 * 100), of: 100) }
    } catch let failure as ForecastFailure {
      throw CaseworkFailure.badInput("\(store): \(failure)")
    }
    try Self.write(try JSONText.text(weights), to: output)
    StandardError.write("weights written to \(output)")
  }

  private func horizons() throws -> [Int] {
    let parts = within.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let days = parts.compactMap { part -> Int? in
      Int(part.hasSuffix("d") ? String(part.dropLast()) : part)
    }
    guard days.count == parts.count, !days.isEmpty, days.allSatisfy({ (1...366).contains($0) })
    else {
      throw CaseworkFailure.usage(
        "--within '\(within)': write days from 1 to 366, as in 7d,30d,90d")
    }
    return Set(days).sorted()
  }

  private static func day(_ text: String?, _ option: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw CaseworkFailure.usage("\(option) '\(text)' is no day; write it as 2026-02-28")
    }
    return day
  }

  private static func write(_ text: String, to path: String) throws {
    let address = URL(fileURLWithPath: path)
    try AtomicFiles.write(
      [(address.lastPathComponent, text)], into: address.deletingLastPathComponent().path)
  }
}
