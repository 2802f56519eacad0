/// How a file parts its rows into fields.
public enum RowDialect: Hashable, Sendable {
  /// Fields parted by tabs; quotation marks are ordinary characters.
  case tabs
  /// Fields parted by a character, quoted as in RFC 4180, so that a row may span several lines.
  case quoted(separator: UInt8)
  /// The whole line is one field.
  case line

  /// Comma-separated values.
  public static let commas = RowDialect.quoted(separator: 0x2C)

  var mayQuote: Bool {
    if case .quoted = self { true } else { false }
  }
}

/// Why a row was rejected.
public struct RowFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason in words, without the place.
  public let reason: String

  /// Whether the whole file is at fault, so that going on without the row would be wrong too.
  public let endsFile: Bool

  /// Makes a fault.
  public init(_ reason: String, endsFile: Bool = false) {
    self.reason = reason
    self.endsFile = endsFile
  }

  /// The reason in words.
  public var description: String { reason }
}

/// A rejected row: where it stood and why it was rejected.
public struct RejectedRow: Hashable, Sendable, Codable {
  /// The file, as the user named it.
  public let file: String
  /// The line on which the row starts, counted from one.
  public let line: Int
  /// The reason in words.
  public let reason: String

  /// Makes a rejected row.
  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}
