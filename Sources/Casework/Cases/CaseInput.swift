import CaseFiles
import Diplomacy

/// The case that a command was given.
enum CaseInput {
  /// Reads a case for an analysis.
  ///
  /// Flaws and notes do not stand in the way; flaws are said on standard error.
  ///
  /// - Throws: ``CommandFailure``: 66 where there is nothing to read, 65 with every problem where
  ///   the case has an error.
  static func read(_ path: String) throws -> Case {
    let reading = CaseFolder.read(at: path)
    try refuse(reading)
    guard let found = reading.case else {
      let report = CaseReport(reading, folder: path)
      let lines = report.listed(limit: 1000).map(\.description)
      throw CommandFailure.badInput(
        (lines + ["\(path): \(report.summary); 'demarche check' lists them"]).joined(
          separator: "\n"))
    }
    for problem in reading.problems where problem.severity == .flaw {
      StandardError.write(problem.description)
    }
    return found
  }

  /// Fails where nothing could be read at all.
  static func refuse(_ reading: CaseReading) throws {
    guard let obstacle = reading.obstacle else { return }
    let message = reading.problems.first?.description ?? ""
    switch obstacle {
    case .missing, .unreadable: throw CommandFailure.noInput(message)
    case .notACase: throw CommandFailure.badInput(message)
    }
  }
}
