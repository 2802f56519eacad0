/// A level of contact between two actors, such as head_of_state or parliamentary.
public struct ChannelLevel: Hashable, Comparable, Sendable, RawRepresentable, Codable {
  /// The level as written in the case.
  public let rawValue: String

  /// Makes a level from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Reads a level from its text.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the level as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The level in words.
  public var label: String { rawValue.split(separator: "_").joined(separator: " ") }

  /// Orders levels by their text.
  public static func < (lhs: ChannelLevel, rhs: ChannelLevel) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}

/// What an act did to a level of contact.
public enum ChannelEffect: String, Hashable, CaseIterable, Sendable, Codable {
  /// Contact took place.
  case held
  /// A contact that had been agreed was called off.
  case cancelled
  /// Contact was made harder without being ended.
  case restricted
  /// Contact was ended.
  case closed
  /// Contact that had stopped was taken up again.
  case restored
  /// A contact was called off for reasons that were not hostile.
  case postponed
  /// The channel carried a protest or another hostile message: contact, but no thaw.
  case used
}

/// The levels at which two actors are known to be in contact.
public struct Channel: Hashable, Sendable, Codable {
  /// The two actors.
  public let between: Pair
  /// The levels followed, in the order in which they should be shown.
  public let levels: [ChannelLevel]

  /// Makes a channel.
  public init(between: Pair, levels: [ChannelLevel]) {
    self.between = between
    self.levels = levels
  }
}
