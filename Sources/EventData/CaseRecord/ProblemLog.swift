package import Diplomacy

/// The problems of an input in the order in which they were met, and how many there were in all.
///
/// Only so many of each severity are kept, so that a file wrong in every row takes little memory;
/// the rest are counted.
package struct ProblemLog: Sendable {
  /// The problems kept.
  package private(set) var problems: [Problem] = []
  /// How many problems of each severity were met, kept or not.
  package private(set) var counts: [Problem.Severity: Int] = [:]
  /// How many of each severity are kept.
  package let limit: Int

  /// Makes an empty log.
  package init(limit: Int = 10_000) { self.limit = limit }

  /// Adds a problem.
  package mutating func add(_ problem: Problem) {
    let count = counts[problem.severity, default: 0]
    counts[problem.severity] = count + 1
    if count < limit { problems.append(problem) }
  }

  /// Adds a problem from its parts.
  package mutating func add(
    _ severity: Problem.Severity = .error, _ file: String, _ line: Int, _ what: String,
    _ mend: String
  ) {
    let count = counts[severity, default: 0]
    counts[severity] = count + 1
    if count < limit {
      problems.append(Problem(severity, file: file, line: line, what: what, mend: mend))
    }
  }

  /// How many problems there were in all.
  package var total: Int { counts.values.reduce(0, +) }

  /// Whether any problem is an error.
  package var hasError: Bool { counts[.error, default: 0] > 0 }
}
