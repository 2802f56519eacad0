/// The code of an actor: an ISO 3166-1 alpha-3 state, or a prefixed body such as IGO:EU.
///
/// The code is only a name here; whether a state code is in the ISO list is asked of
/// ``CountryCodes``, because a teaching case may use invented states.
public struct ActorCode: Hashable, Comparable, Sendable, RawRepresentable {
  /// The code as written.
  public let rawValue: String

  /// Makes a code from its text without judging it.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a code from its text without judging it.
  public init(_ text: some StringProtocol) { rawValue = String(text) }

  /// Whether the code names a body that is no state, such as IGO:EU or NGO:ICRC.
  public var isPrefixed: Bool { rawValue.utf8.contains(0x3A) }

  /// Whether the first code comes earlier in the alphabet.
  public static func < (lhs: ActorCode, rhs: ActorCode) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension ActorCode: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The code as written.
  public var description: String { rawValue }

  /// Makes a code from a literal.
  public init(stringLiteral value: String) { rawValue = value }
}

extension ActorCode: Codable {
  /// Reads a code from its text.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the code as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// A state or body with its name and its allies.
public struct Actor: Hashable, Sendable, Codable {
  /// The actor's code.
  public let id: ActorCode
  /// The name as a reader should see it.
  public let name: String
  /// Actors with which it is formally allied.
  public let allies: [ActorCode]

  /// Makes an actor.
  public init(id: ActorCode, name: String, allies: [ActorCode] = []) {
    self.id = id
    self.name = name
    self.allies = allies
  }
}
