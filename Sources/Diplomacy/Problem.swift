/// Something wrong with an input: what, where, and how to fix it.
public struct Problem: Error, Hashable, Sendable, Codable {
  /// How much a problem stands in the way.
  public enum Severity: String, Hashable, CaseIterable, Sendable, Codable {
    /// No analysis can use the input.
    case error
    /// The check fails, but an analysis can go on.
    case flaw
    /// Worth knowing.
    case note
  }

  /// How much it stands in the way.
  public let severity: Severity
  /// The file, as the user named it.
  public let file: String
  /// The line, counted from one; zero where the whole file is meant.
  public let line: Int
  /// What is wrong.
  public let what: String
  /// How to fix it.
  public let fix: String

  /// Makes a problem.
  public init(
    _ severity: Severity = .error, file: String, line: Int = 0, what: String, fix: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.what = what
    self.fix = fix
  }
}

extension Problem: CustomStringConvertible {
  /// The problem in one line: file, line, what, and how to fix it.
  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return fix.isEmpty
      ? "\(place): \(severity.rawValue): \(what)"
      : "\(place): \(severity.rawValue): \(what); \(fix)"
  }
}
