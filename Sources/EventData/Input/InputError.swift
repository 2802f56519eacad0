public import Diplomacy

/// Why an input could not be read: the kind decides the exit code, the problem tells the reader.
public struct InputError: Error, Hashable, Sendable {
  /// What sort of failure it is.
  public enum Kind: String, Hashable, CaseIterable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The file is there and cannot be read or written.
    case unreadable
    /// The content is not what it should be.
    case malformed
    /// The request itself makes no sense.
    case usage
  }

  /// What sort of failure it is.
  public let kind: Kind
  /// What is wrong, where, and how to fix it.
  public let problem: Problem
  /// What can be changed to get past it, for whoever asked to name in their own terms.
  public let remedy: Remedy?

  /// Makes an error.
  public init(
    _ kind: Kind, file: String, line: Int = 0, what: String, fix: String, remedy: Remedy? = nil
  ) {
    self.kind = kind
    self.remedy = remedy
    problem = Problem(file: file, line: line, what: what, fix: fix)
  }
}

extension InputError: CustomStringConvertible {
  /// The error in one line.
  public var description: String { problem.description }
}
