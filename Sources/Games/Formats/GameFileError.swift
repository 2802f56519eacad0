/// What is wrong with a game file, and on which line.
public struct GameFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from one.
  public let line: Int
  /// What is wrong.
  public let what: String
  /// How to fix it.
  public let fix: String

  /// Makes an error.
  public init(line: Int, what: String, fix: String) {
    self.line = line
    self.what = what
    self.fix = fix
  }

  /// The error in one line.
  public var description: String { "line \(line): \(what); \(fix)" }
}
