public import Diplomacy
public import EventData
public import EventStore

/// A failure of a use case: a message for the person, and what kind of failure it is.
public struct CaseworkFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; a command line gives each an exit code.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// The work was done, but the check that was asked for failed.
    case checkFailed
    /// What was asked for cannot be.
    case usage
    /// The input is wrong.
    case badInput
    /// There is no such input.
    case noInput
    /// Reading or writing failed.
    case inputOutput
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// What went wrong, where, and what to do.
  public let message: String
  /// What can be changed to get past it, for whoever asked to name in their own terms.
  public let remedy: Remedy?

  /// Makes a failure.
  public init(_ kind: Kind, _ message: String, remedy: Remedy? = nil) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  /// The message.
  public var description: String { message }

  /// The work was done, but the check it was asked for failed.
  public static func checkFailed(_ message: String, remedy: Remedy? = nil) -> CaseworkFailure {
    CaseworkFailure(.checkFailed, message, remedy: remedy)
  }

  /// What was asked for cannot be.
  public static func usage(_ message: String, remedy: Remedy? = nil) -> CaseworkFailure {
    CaseworkFailure(.usage, message, remedy: remedy)
  }

  /// The input is wrong.
  public static func badInput(_ message: String, remedy: Remedy? = nil) -> CaseworkFailure {
    CaseworkFailure(.badInput, message, remedy: remedy)
  }

  /// The input is wrong in the ways listed, each on a line of its own.
  public static func badInput(_ problems: [Problem]) -> CaseworkFailure {
    CaseworkFailure(.badInput, problems.map(\.description).joined(separator: "\n"))
  }

  /// There is no such input.
  public static func noInput(_ message: String, remedy: Remedy? = nil) -> CaseworkFailure {
    CaseworkFailure(.noInput, message, remedy: remedy)
  }

  /// Reading or writing failed.
  public static func inputOutput(_ message: String, remedy: Remedy? = nil) -> CaseworkFailure {
    CaseworkFailure(.inputOutput, message, remedy: remedy)
  }

  /// The failure of a reader of event data.
  public init(_ error: InputError) {
    let kind: Kind =
      switch error.kind {
      case .missing: .noInput
      case .unreadable: .inputOutput
      case .malformed: .badInput
      case .usage: .usage
      }
    self.init(kind, error.description, remedy: error.remedy)
  }

  /// The failure of a store.
  public init(_ error: EventDatabaseError) {
    let kind: Kind =
      switch error.kind {
      case .missing: .noInput
      case .unusable: .badInput
      case .usage: .usage
      case .busy, .storage: .inputOutput
      }
    self.init(kind, error.description, remedy: error.remedy)
  }
}
