import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Estimation
import Foundation

/// Compares the rival explanations of one case or many.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Compares the rival explanations of a case and says how far to trust the comparison.",
    discussion: """
      All explanations are priors on one model of the focal actor's acts. The verdict uses the \
      evidence of the acts raised to the power --temper; the untempered figure stands beside it. \
      Unless --no-trust is given, records like this one are simulated from every explanation to \
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

  @Option(help: "The power on the evidence of the acts, above 0 and at most 1.")
  var temper = 0.65

  @Option(help: "The intensity scale of acts without a stated weight.")
  var scale: IntensityScale = .goldsteinGDELT

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
    guard draws >= 20, draws <= 100_000 else {
      throw ValidationError("--draws must be from 20 to 100000")
    }
    guard temper > 0, temper <= 1 else {
      throw ValidationError("--temper must be above 0 and at most 1")
    }
  }

  func run() throws {
    var options = ComparisonOptions(
      seed: seed, draws: draws, temper: temper, includesTrust: !skipsTrust, scale: scale)
    options.readsContent = !timesOnly
    if let scoreAfter {
      try writeScore(of: scoreAfter, options: options)
      return
    }
    if let predict {
      options.includesTrust = false
      for folder in cases {
        let subject = try CaseInput.open(folder).subject
        try ForwardOutput.file(
          try ExplanationComparison.compare(subject, options: options), made: predict, in: folder)
      }
      return
    }
    if between != nil {
      let weights = try CaseBatch.map(cases) { subject in
        try WeightsOutput(
          ExplanationComparison.course(subject, options: options), between: pair[0],
          and: pair[1], of: subject)
      }
      switch format {
      case .text: try StandardOutput.write(weights.map(\.text).joined(separator: "\n"))
      case .json where weights.count == 1:
        try StandardOutput.write(try ConductOutput.json(weights[0]) + "\n")
      case .json: try StandardOutput.write(try ConductOutput.json(weights) + "\n")
      case .jsonl:
        let lines = try weights.map { try ConductOutput.json($0, pretty: false) + "\n" }
        try StandardOutput.write(lines.joined())
      }
      return
    }
    switch format {
    case .jsonl:
      let lines = try CaseBatch.map(cases) { subject in
        try ConductOutput.line(of: subject, options: options)
      }
      try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    case .json, .text:
      let total = cases.count
      let assessments = try CaseBatch.map(cases) { subject in
        try ExplanationComparison.compare(subject, options: options) { progress in
          if total == 1 {
            StandardError.progress(progress.stage, progress.done, of: progress.total)
          }
        }
      }
      if format == .text {
        let texts = assessments.map { ConductText($0).rendered }
        try StandardOutput.write(texts.joined(separator: "\n"))
      } else if assessments.count == 1, let only = assessments.first {
        try StandardOutput.write(try ConductOutput.json(only) + "\n")
      } else {
        try StandardOutput.write(try ConductOutput.json(assessments) + "\n")
      }
    }
  }
}

extension ExplainCommand {
  /// Writes how well the explanations of each case foretold rows after its window.
  private func writeScore(of path: String, options: ComparisonOptions) throws {
    let scores = try CaseBatch.map(cases) { subject in
      try ExplanationComparison.score(
        subject, after: try LaterRows.read(path, for: subject), options: options)
    }
    switch format {
    case .text:
      try StandardOutput.write(scores.map(ForwardOutput.text).joined(separator: "\n"))
    case .json where scores.count == 1:
      try StandardOutput.write(try ConductOutput.json(scores[0]) + "\n")
    case .json: try StandardOutput.write(try ConductOutput.json(scores) + "\n")
    case .jsonl:
      try StandardOutput.write(
        try scores.map { try ConductOutput.json($0, pretty: false) + "\n" }.joined())
    }
  }
}

/// Many cases read and worked on in parallel.
enum CaseBatch {
  /// The results in the order of the paths.
  ///
  /// - Throws: ``CaseworkFailure`` with the failure of every case that failed.
  static func map<Result: Sendable>(
    _ paths: [String], _ work: @Sendable (Case) throws -> Result
  ) throws -> [Result] {
    let outcomes = concurrentMap(paths.count) { index -> Swift.Result<Result, CaseworkFailure> in
      do {
        return .success(try work(try CaseInput.open(paths[index]).subject))
      } catch let failure as CaseworkFailure {
        return .failure(failure)
      } catch let problem as Problem {
        return .failure(.badInput([problem]))
      } catch {
        return .failure(.badInput("\(paths[index]): \(error)"))
      }
    }
    let failures = outcomes.compactMap { outcome -> CaseworkFailure? in
      if case .failure(let failure) = outcome { failure } else { nil }
    }
    guard let first = failures.first else { return try outcomes.map { try $0.get() } }
    throw CaseworkFailure(first.kind, failures.map(\.message).joined(separator: "\n"))
  }
}
