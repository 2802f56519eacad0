import Casework
import Diplomacy

/// The case that a command was given.
enum CaseInput {
  /// Opens a case whole; what a person should know is said on standard error.
  static func open(_ path: String) throws -> OpenedCase {
    let opened = try OpenedCase(at: path)
    for notice in opened.notices { StandardError.write(notice) }
    return opened
  }

  /// Works on many cases in parallel; what a person should know is said on standard error.
  static func map<Result: Sendable>(
    _ paths: [String], _ work: @Sendable (Case) throws -> Result
  ) throws -> [Result] {
    let (results, notices) = try CaseBatch.map(paths, work)
    for notice in notices { StandardError.write(notice) }
    return results
  }
}
