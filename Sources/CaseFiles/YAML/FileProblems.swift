import Diplomacy
import EventData

/// All problems of a case while it is read.
final class CaseProblems {
  var log: ProblemLog

  init(limit: Int) { log = ProblemLog(limit: limit) }
}

/// The problems of one file of a case.
struct FileProblems {
  /// The file as the user named it.
  let file: String
  let all: CaseProblems

  /// Adds an error.
  func error(_ line: Int, _ what: String, _ fix: String) { add(.error, line, what, fix) }

  /// Adds a flaw.
  func flaw(_ line: Int, _ what: String, _ fix: String) { add(.flaw, line, what, fix) }

  /// Adds a note.
  func note(_ line: Int, _ what: String, _ fix: String) { add(.note, line, what, fix) }

  /// Adds a problem.
  func add(_ severity: Problem.Severity, _ line: Int, _ what: String, _ fix: String) {
    all.log.add(severity, file, line, what, fix)
  }
}
