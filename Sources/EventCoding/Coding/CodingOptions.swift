public import Diplomacy

/// What the coder may take for granted.
public struct CodingOptions: Sendable {
  /// Whether acts that stay within one state are coded.
  public var domesticActs: Bool
  /// The two parties of a case: an act of one with no target named is read as aimed at the other.
  public var parties: [ActorCode]
  /// The actors of a case; cities of others are places.
  public var actors: [ActorCode]
  /// The issues of a case: id and words.
  public var issues: [(id: String, words: [String])] = []

  /// Makes options.
  public init(
    domesticActs: Bool = true, parties: [ActorCode] = [], actors: [ActorCode] = []
  ) {
    self.domesticActs = domesticActs
    self.parties = parties
    self.actors = actors
  }
}
