public import Diplomacy
import Foundation

/// What `demarche check` found, in the form that other programs read.
///
/// `schemaVersion` changes when a field changes its meaning or goes away.
public struct CaseReport: Codable, Sendable {
  /// The version of the form.
  public var schemaVersion = 1
  /// The folder as the user named it.
  public let folder: String
  /// Whether there is neither an error nor a flaw.
  public let passes: Bool
  /// How many problems there are of each severity, listed or not.
  public let counts: [String: Int]
  /// What was read.
  public let tally: CaseTally
  /// The problems by file and line; of each severity the first ten thousand.
  public let problems: [Problem]

  /// Makes the report of a reading.
  public init(_ reading: CaseReading, folder: String) {
    self.folder = folder
    passes = reading.isClean
    counts = Dictionary(
      uniqueKeysWithValues: Problem.Severity.allCases.map {
        ($0.rawValue, reading.counts[$0, default: 0])
      })
    tally = reading.tally
    problems = reading.problems
  }

  /// The report as JSON with sorted keys.
  ///
  /// - Throws: `EncodingError`, which no report is known to cause.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// The problems to print: all, or the first so many, graver ones before notes.
  ///
  /// - Parameter limit: How many lines to print at most.
  public func listed(limit: Int) -> [Problem] {
    guard problems.count > limit else { return problems }
    let grave = problems.filter { $0.severity != .note }
    let notes = problems.filter { $0.severity == .note }
    return Array((grave + notes).prefix(limit))
  }

  /// How many problems of each severity there are, in words.
  public var summary: String {
    let words = Problem.Severity.allCases.compactMap { severity -> String? in
      let count = counts[severity.rawValue, default: 0]
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return words.isEmpty ? "no problems" : words.joined(separator: ", ")
  }
}

extension CaseTally {
  /// What was read, in words.
  public var summary: String {
    let parts = [
      (rows, "row"), (assertions, "assertion"), (explanations, "explanation"), (dates, "date"),
      (levers, "lever"), (evidence, "item"), (prospects, "prospect"),
    ]
    let all = parts + (drafts > 0 ? [(drafts, "draft")] : [])
    return all.map { count, word in
      "\(count) \(word)\(count == 1 ? "" : "s")\(word == "item" ? " of evidence" : "")"
    }.joined(separator: ", ")
  }
}
