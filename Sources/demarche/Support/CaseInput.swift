import Casework

/// The case that a command was given.
enum CaseInput {
  /// Opens a case whole; what a person should know is said on standard error.
  static func open(_ path: String) throws -> OpenedCase {
    let opened = try OpenedCase(at: path)
    for notice in opened.notices { StandardError.write(notice) }
    return opened
  }
}
