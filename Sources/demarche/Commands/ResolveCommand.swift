import ArgumentParser
import Casework
import Conduct
import Diplomacy
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

      Example: demarche resolve cases/aze-rus-2025 later.csv --through 2026-02-28
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

  @OptionGroup var input: CaseArgument

  @Argument(help: "Rows that came later, in the form of events.csv.", completion: .file())
  var rows: String

  @Option(help: "The last day for which rows were looked for; that of the last row unless stated.")
  var through: String?

  @Flag(help: "Write the outcomes into predictions.csv.")
  var write = false

  @Option(help: "What to write.")
  var format: Format = .text

  func run() throws {
    let subject = try CaseInput.open(input.path).subject
    let path = input.path + "/predictions.csv"
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
    if write { try AtomicFiles.write([("predictions.csv", resolved.text)], into: input.path) }
    let score = PredictionScore(resolved)
    switch format {
    case .json:
      try StandardOutput.write(
        try JSONText.text(Output(entries: resolved.entries, score: score)))
    case .text: try StandardOutput.write(Self.text(resolved, score))
    }
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
