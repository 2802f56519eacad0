/// A directed dyad: one actor's conduct toward another.
public struct Dyad: Hashable, Comparable, Sendable {
  /// The actor who acts.
  public let source: ActorCode
  /// The actor acted upon.
  public let target: ActorCode

  /// Makes the dyad of one actor toward another.
  public init(from source: ActorCode, toward target: ActorCode) {
    self.source = source
    self.target = target
  }

  /// Reads a dyad written as AZE>RUS.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ">", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(from: ActorCode(parts[0]), toward: ActorCode(parts[1]))
  }

  /// The dyad in the other direction.
  public var reversed: Dyad { Dyad(from: target, toward: source) }

  /// Orders dyads by source, then target.
  public static func < (lhs: Dyad, rhs: Dyad) -> Bool {
    (lhs.source, lhs.target) < (rhs.source, rhs.target)
  }
}

extension Dyad: CustomStringConvertible {
  /// The dyad as in AZE>RUS.
  public var description: String { "\(source)>\(target)" }
}

extension Dyad: Codable {
  /// Reads a dyad from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let dyad = Dyad(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a dyad such as AZE>RUS")
    }
    self = dyad
  }

  /// Writes the dyad as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Two actors whose order is void, as in a channel between them.
public struct Pair: Hashable, Comparable, Sendable {
  /// The actor whose code comes first in the alphabet.
  public let first: ActorCode
  /// The other actor.
  public let second: ActorCode

  /// Makes a pair; the order of the arguments does not matter.
  public init(_ a: ActorCode, _ b: ActorCode) {
    first = min(a, b)
    second = max(a, b)
  }

  /// The two directed dyads.
  public var dyads: [Dyad] {
    [Dyad(from: first, toward: second), Dyad(from: second, toward: first)]
  }

  /// Orders pairs by their codes.
  public static func < (lhs: Pair, rhs: Pair) -> Bool {
    (lhs.first, lhs.second) < (rhs.first, rhs.second)
  }
}

extension Pair: Codable {
  /// Reads a pair from an array of two codes.
  public init(from decoder: any Decoder) throws {
    let codes = try decoder.singleValueContainer().decode([ActorCode].self)
    guard codes.count == 2 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath,
          debugDescription: "a pair is an array of two actor codes, such as [\"AZE\", \"RUS\"]"))
    }
    self.init(codes[0], codes[1])
  }

  /// Writes the pair as an array of two codes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([first, second])
  }
}
