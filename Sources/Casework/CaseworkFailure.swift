import ArgumentParser
import Diplomacy

/// A failure of a command: a message for the person and an exit code of sysexits.
struct CommandFailure: Error {
  /// What went wrong, where, and what to do.
  let message: String
  /// The exit code.
  let code: Int32

  /// The command ran, but the check it was asked for failed.
  static func checkFailed(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: 1)
  }

  /// The words of the command line are wrong.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: 64)
  }

  /// The input is wrong.
  static func badInput(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: 65)
  }

  /// The input is wrong in the ways listed, each on a line of its own.
  static func badInput(_ problems: [Problem]) -> CommandFailure {
    CommandFailure(message: problems.map(\.description).joined(separator: "\n"), code: 65)
  }

  /// There is no such input.
  static func noInput(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: 66)
  }

  /// Reading or writing failed.
  static func inputOutput(_ message: String) -> CommandFailure {
    CommandFailure(message: message, code: 74)
  }
}
