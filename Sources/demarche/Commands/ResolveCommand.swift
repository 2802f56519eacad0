import ArgumentParser
import Casework
import Conduct
import Diplomacy
import Forecasting
import Foundation
import Reporting

/// Resolves the predictions on file in a case by rows that came later.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Says which predictions on file came true, by rows that came later, and scores them.",
    discussion: """
      'demarche explain CASE --predict DAY' puts dated predictions on file (predictions.csv of the \
      case). Rows of ROWS.csv have the form of events.csv. A prediction is settled when a row fits \
      it, or when rows were looked for up to --through and none does. With --write the outcomes are \
      written into the file.

      Forecasts that 'demarche forecast --file forecasts.jsonl' put on file are scored by a store: \
      give the file and --store in place of a case and rows.

      Example: demarche resolve cases/aze-rus-2025 later.csv --through 2026-02-28
      Example: demarche resolve forecasts.jsonl --store events.db
      """)

  /// The forms of a resolution.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// What a resolution gives.
  struct Output: Encodable {
    let entries: [PredictionFile.Entry]
    let score: PredictionScore
  }

  @Argument(
    help: "The folder of the case; with --store the file of forecasts.", completion: .file())
  var path: String

  @Argument(help: "Rows that came later, in the form of events.csv.", completion: .file())
  var rows: String?

  @Option(help: "A store by whose acts forecasts on file are scored.")
  var store: String?

  @Option(help: "The last day for which rows were looked for; that of the last row unless stated.")
  var through: String?

  @Flag(help: "Write the outcomes into predictions.csv.")
  var write = false

  @Option(help: "What to write.")
  var format: Format = .text

  func validate() throws {
    if store == nil, rows == nil {
      throw ValidationError(
        "give the case and the rows that came later, or a file of forecasts with --store")
    }
    if store != nil, rows != nil || write || through != nil {
      throw ValidationError("with --store give the file of forecasts alone: its days settle it")
    }
  }

  func run() throws {
    if let store {
      try score(store)
      return
    }
    guard let rows else { return }
    let folder = path
    let subject = try CaseInput.open(folder).subject
    let path = folder + "/predictions.csv"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CaseworkFailure.noInput(
        "\(path): there is no such file; 'demarche explain CASE --predict DAY' writes it")
    }
    let file = try PredictionFile(Array(data), named: path)
    let later = try LaterRows.read(rows, for: subject)
    var last = later.map(\.date.last).max() ?? subject.window.last
    if let through {
      do {
        last = try DateSpan(parsing: through).last
      } catch {
        throw CaseworkFailure.usage("--through: \(error); write it as 2026-02-28")
      }
    }
    let resolved = file.resolved(by: later, through: last)
    if write { try AtomicFiles.write([("predictions.csv", resolved.text)], into: folder) }
    let score = PredictionScore(resolved)
    switch format {
    case .json:
      try StandardOutput.write(
        try JSONText.text(Output(entries: resolved.entries, score: score)))
    case .text: try StandardOutput.write(Self.text(resolved, score))
    }
  }

  /// Scores forecasts on file by the acts of a store.
  private func score(_ store: String) throws {
    let outcomes = try FiledForecasts(reading: path).outcomes(in: OutlookStore(store))
    let score = FiledForecasts.score(outcomes)
    switch format {
    case .json:
      try StandardOutput.write(try JSONText.text(Forecasts(forecasts: outcomes, score: score)))
    case .text:
      var lines = outcomes.map { outcome -> String in
        let entry = outcome.entry
        let became = outcome.happened.map { $0 ? "came true" : "did not" } ?? "open"
        return "\(entry.from)/\(entry.through)  \(entry.source)>\(entry.target)  "
          + "\(entry.kind.rawValue)  said \(Self.short(entry.probability))  "
          + "usual \(Self.short(entry.usual))  \(became)"
      }
      lines.append("\(score.resolved) resolved, \(score.open) open")
      if let loss = score.loss, let usual = score.usualLoss, let brier = score.brier,
        let skill = score.skill
      {
        lines.append(
          "log loss \(Self.short(loss)) nats a forecast, \(Self.short(usual)) by the usual rates: "
            + "skill \(Self.short(skill * 100))%; Brier score \(Self.short(brier))")
      }
      try StandardOutput.write(lines.joined(separator: "\n") + "\n")
    }
  }

  private struct Forecasts: Encodable {
    let forecasts: [FiledForecasts.Outcome]
    let score: FiledForecasts.Score
  }

  private static func text(_ file: PredictionFile, _ score: PredictionScore) -> String {
    var lines = file.entries.map { entry -> String in
      let outcome = entry.outcome.map { $0 ? "came true" : "did not" } ?? "open"
      return "\(entry.made)  \(entry.prediction.id)  through \(entry.prediction.through)  "
        + "said \(short(entry.prediction.mixed))  \(outcome)"
    }
    lines.append("\(score.resolved) resolved, \(score.open) open")
    if let log = score.logScore, let brier = score.brier {
      lines.append(
        "log score \(short(log)) nats a prediction (a coin has -0.693), Brier score \(short(brier))"
      )
      let sums = score.underExplanation.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines.append(
        "under each story, nats in all: "
          + sums.map { "\($0.key) \(short($0.value))" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func short(_ value: Double) -> String {
    String((value * 1000).rounded() / 1000)
  }
}
