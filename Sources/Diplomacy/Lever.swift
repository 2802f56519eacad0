/// A means by which one actor can press another, over the time it lasted.
public struct Lever: Hashable, Sendable, Codable, Identifiable {
  /// The lever's id.
  public let id: String
  /// What it is, in words.
  public let name: String
  /// Who holds it.
  public let holder: ActorCode
  /// Over whom it is held.
  public let over: [ActorCode]
  /// When it was gained; nothing where it was there before the record starts.
  public let from: DateSpan?
  /// When it was lost; nothing where it was not.
  public let until: DateSpan?
  /// From 0 (none) to 1 (as strong as the coder can think of); one coder's judgement.
  public let strength: Double
  /// The row on which the entry rests.
  public let source: String
  /// A remark of the coder.
  public let note: String

  /// Makes a lever.
  public init(
    id: String, name: String, holder: ActorCode, over: [ActorCode], from: DateSpan? = nil,
    until: DateSpan? = nil, strength: Double, source: String, note: String = ""
  ) {
    self.id = id
    self.name = name
    self.holder = holder
    self.over = over
    self.from = from
    self.until = until
    self.strength = strength
    self.source = source
    self.note = note
  }
}

/// A matter in dispute.
public struct Issue: Hashable, Sendable, Codable, Identifiable {
  /// The id that rows use.
  public let id: String
  /// What it is, in words.
  public let name: String

  /// Makes an issue.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
