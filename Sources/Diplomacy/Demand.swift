/// Something that one side asked of the other, with the days on which it was made and met.
public struct Demand: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique in the case.
  public let id: String
  /// Who asks.
  public let by: ActorCode
  /// Of whom it is asked.
  public let of: ActorCode
  /// What is asked, in one neutral sentence.
  public let what: String
  /// When it was first made, where the case says so beside its rows.
  public let since: DateReference?
  /// The row on which it rests; empty where none was named.
  public let source: String

  /// Makes a demand.
  public init(
    id: String, by: ActorCode, of: ActorCode, what: String, since: DateReference? = nil,
    source: String = ""
  ) {
    self.id = id
    self.by = by
    self.of = of
    self.what = what
    self.since = since
    self.source = source
  }
}

/// What an act does to a demand.
public enum DemandEffect: String, Hashable, CaseIterable, Sendable, Codable {
  /// The demand is made for the first time.
  case made
  /// It is made again as it was.
  case repeated
  /// It is made again, and asks for more.
  case raised
  /// It is met.
  case met
  /// Part of it is met.
  case partlyMet = "partly_met"
  /// It is refused.
  case refused
  /// The side that made it gives it up.
  case withdrawn

  /// Whether it is the side that asks that acts so, or the side that is asked.
  public var isByTheAskingSide: Bool {
    switch self {
    case .made, .repeated, .raised, .withdrawn: true
    case .met, .partlyMet, .refused: false
    }
  }
}
