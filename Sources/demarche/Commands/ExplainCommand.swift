import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Foundation
import Reporting

/// Compares the rival explanations of one case or many.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Compares the rival explanations of a case and says how far to trust the comparison.",
    discussion: """
      All explanations are priors on one model of the focal actor's acts, whose evidence counts at \
      the power --power. Unless --no-trust is given, records like this one are simulated from every explanation to \
      find out what can be told apart at all.

      With --format jsonl there is one line a case, in the order of the arguments.

      With --between the weight of every act and every silence for the first explanation against \
      the second is written instead, in decibels that sum to the whole.

      Example: demarche explain cases/aze-rus-2025
               demarche explain cases/aze-rus-2025 --between insulation,grievance
               demarche explain cases/aze-rus-2025 --score-after later.csv
      """)

  /// The forms of the comparison.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl
  }

  @Argument(help: "The case folders.", completion: .directory)
  var cases: [String]

  @Option(help: "What to write.")
  var format: Format = .text

  @Option(help: "The seed of every random draw; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Draws of dates that are spans, at least 20.")
  var draws = ComparisonOptions().draws

  @Option(
    help: """
      The power on the times of the acts, above 0 and at most 1; 0.65 for a record of reports and 1 \
      for one without sources where nothing is stated.
      """)
  var power: Double?

  @Option(help: .hidden)
  var temper: Double?

  @Option(help: "The intensity scale of acts without a stated weight.")
  var scale: IntensityScale = .goldsteinGDELT

  @Option(help: "The scale of words for probabilities; none gives numbers alone.")
  var words: VerbalScale = .icd203

  @Flag(name: .customLong("no-trust"), help: "Leave out what is found by simulation.")
  var skipsTrust = false

  @Option(help: "Two explanations, joined by a comma, between which each day is weighed.")
  var between: String?

  @Option(
    name: .customLong("score-after"),
    help: "Rows after the window: say how well each explanation foretold them.",
    completion: .file())
  var scoreAfter: String?

  @Option(help: "Put dated predictions on file in the case, made on this day (2026-01-31).")
  var predict: String?

  @Flag(name: .customLong("times-only"), help: "Read when acts came, not what they were.")
  var timesOnly = false

  private var pair: [String] {
    between?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
  }

  func validate() throws {
    guard between == nil || (pair.count == 2 && pair[0] != pair[1]) else {
      throw ValidationError("--between takes two different explanations, joined by a comma")
    }
    // Each draw is a comparison of its own.
    guard (20...10_000).contains(draws) else {
      throw ValidationError("--draws is \(draws); write a number from 20 to 10000")
    }
    let ways = [
      ("--between", between != nil), ("--score-after", scoreAfter != nil),
      ("--predict", predict != nil),
    ].filter(\.1).map(\.0)
    guard ways.count < 2 else {
      throw ValidationError(
        "\(ways.joined(separator: ", ")): each asks for another answer; choose one")
    }
    let power = temper ?? power ?? 1
    guard power > 0, power <= 1 else {
      throw ValidationError("--power must be above 0 and at most 1")
    }
  }

  func run() throws {
    var choices = ComparisonOptions(
      seed: seed, draws: draws, power: temper ?? power, includesTrust: !skipsTrust,
      scale: scale, words: words)
    choices.readsContent = !timesOnly
    if predict != nil { choices.includesTrust = false }
    let options = choices
    if let scoreAfter {
      let scores = try CaseInput.map(cases) { subject in
        try ExplanationComparison.score(
          subject, after: try LaterRows.read(scoreAfter, for: subject), options: options)
      }
      try write(scores) { $0.map(ForwardOutput.text).joined(separator: "\n") }
      return
    }
    if let predict {
      for folder in cases {
        let subject = try CaseInput.open(folder).subject
        try ForwardOutput.file(
          try ExplanationComparison.compare(subject, options: options), made: predict, in: folder)
      }
      return
    }
    if between != nil {
      let (favoured, against) = (pair[0], pair[1])
      try write(
        try CaseInput.map(cases) { subject in
          try ComparisonRun.weights(subject, options: options, for: favoured, against: against)
        }
      ) { $0.map(EvidenceWeightsText.render).joined(separator: "\n") }
    } else if format == .jsonl {
      let lines = try CaseInput.map(cases) { subject in
        try ExplanationProbabilities(of: subject, options: options)
      }
      try write(lines) { _ in "" }
    } else {
      let total = cases.count
      let assessments = try CaseInput.map(cases) { subject in
        try ExplanationComparison.compare(subject, options: options) { progress in
          if total == 1 {
            StandardError.progress(progress.stage, progress.done, of: progress.total)
          }
        }
      }
      try write(assessments) { $0.map { ConductText($0).rendered }.joined(separator: "\n") }
    }
  }

  private func write<Value: Encodable>(
    _ values: [Value], text: ([Value]) -> String
  ) throws {
    switch format {
    case .text: try StandardOutput.write(text(values))
    case .json: try StandardOutput.write(try JSONText.text(ofOneOrMore: values))
    case .jsonl:
      for value in values {
        try StandardOutput.write(try JSONText.text(value, onOneLine: true))
      }
    }
  }
}
