/// A date that the case names once and uses by its name.
public struct NamedDate: Hashable, Sendable, Codable, Identifiable {
  /// The name.
  public var id: String
  /// When it was.
  public var day: DateSpan
  /// What happened, in words.
  public var what: String
  /// The row on which the date rests; empty where none was named.
  public var source: String
  /// What kind of date it is, where the case says so.
  public var kind: NamedDateKind?

  /// Makes a named date.
  public init(
    id: String, day: DateSpan, what: String, source: String = "", kind: NamedDateKind? = nil
  ) {
    self.id = id
    self.day = day
    self.what = what
    self.source = source
    self.kind = kind
  }
}

/// A kind of date that analyses treat in a way of its own.
public enum NamedDateKind: String, Hashable, CaseIterable, Sendable, Codable {
  /// A date at home, such as an election, an anniversary or a trial.
  case domestic
}

/// A date as an entry of the case refers to it: by name, by a row's id, or as written.
public enum DateReference: Hashable, Sendable {
  /// The name of a date in the case, or the id of a row.
  case name(String)
  /// A date written out.
  case span(DateSpan)

  /// Reads a reference: whatever is not a date is a name.
  public init(_ text: some StringProtocol) {
    if let span = try? DateSpan(parsing: text) {
      self = .span(span)
    } else {
      self = .name(String(text))
    }
  }

  /// The reference as written.
  public var text: String {
    switch self {
    case .name(let name): name
    case .span(let span): span.description
    }
  }
}

extension DateReference: Codable {
  /// Reads a reference from its text.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the reference as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
