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
    add(problem.severity, problem.file, problem.line, problem.what, problem.fix)
  }

  /// Adds a problem from its parts.
  ///
  /// Texts quoted from the input are cut to a length that can be read, and marks that steer a
  /// terminal are blanked.
  package mutating func add(
    _ severity: Problem.Severity = .error, _ file: String, _ line: Int, _ what: String,
    _ fix: String
  ) {
    let count = counts[severity, default: 0]
    counts[severity] = count + 1
    if count < limit {
      problems.append(
        Problem(
          severity, file: file, line: line, what: Self.printable(what), fix: Self.printable(fix)))
    }
  }

  /// A text of at most some hundred letters on one line.
  static func printable(_ text: String) -> String {
    let isLong = text.utf8.count > 600
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 }
    if !isLong && isPlain { return text }
    let letters = isLong ? text.unicodeScalars.prefix(200) : text.unicodeScalars[...]
    var clean = String.UnicodeScalarView()
    for letter in letters {
      clean.append(letter.properties.generalCategory == .control ? " " : letter)
    }
    return String(clean) + (isLong ? "…" : "")
  }

  /// How many problems there were in all.
  package var total: Int { counts.values.reduce(0, +) }

  /// Whether any problem is an error.
  package var hasError: Bool { counts[.error, default: 0] > 0 }
}
