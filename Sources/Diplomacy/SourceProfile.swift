/// A publisher of the record: who it is, and how far it can be relied on.
public struct SourceProfile: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique in the case; a row names its publisher by this or by ``name``.
  public let id: String
  /// The name as a reader should see it.
  public let name: String
  /// How reliable it is, where the analyst graded it.
  public let reliability: Reliability?
  /// Who owns or controls it; empty where unknown.
  public let owner: String
  /// The side it belongs to, where it belongs to one.
  public let side: ActorCode?
  /// The language it publishes in as a BCP 47 tag; empty where unknown.
  public let language: String

  /// Makes a profile.
  public init(
    id: String, name: String, reliability: Reliability? = nil, owner: String = "",
    side: ActorCode? = nil, language: String = ""
  ) {
    self.id = id
    self.name = name
    self.reliability = reliability
    self.owner = owner
    self.side = side
    self.language = language
  }
}

/// How reliable a source is, from A (completely) to F (cannot be judged).
///
/// > NATO. *AJP-2.1: Allied Joint Doctrine for Intelligence Procedures*, 2016, table of source
/// > reliability (the Admiralty code).
public enum Reliability: String, Hashable, CaseIterable, Comparable, Sendable, Codable {
  case completely = "A"
  case usually = "B"
  case fairly = "C"
  case notUsually = "D"
  case unreliable = "E"
  case unjudged = "F"

  /// Whether the first is the better grade; F, which is no judgement, comes last.
  public static func < (lhs: Reliability, rhs: Reliability) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
