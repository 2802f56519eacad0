public import Diplomacy

/// An actor of a coded event: what it was resolved to, and what the file says.
public struct CodedActor: Hashable, Sendable {
  /// The ISO 3166 state or the prefixed body, or nothing where the file's code resolves to neither.
  public var actor: ActorCode?
  /// The organ of the state, such as military; empty where the state itself acted.
  public var organ: String
  /// The code as the file writes it; empty where it writes none.
  public var code: String
  /// The name as the file writes it.
  public var name: String
  /// Further sectors, as the file writes them.
  public var sectors: [String]

  /// Makes an actor.
  public init(
    _ actor: ActorCode?, organ: String = "", code: String = "", name: String = "",
    sectors: [String] = []
  ) {
    self.actor = actor
    self.organ = organ
    self.code = code
    self.name = name
    self.sectors = sectors
  }

  /// Hashes code and name: what tells nearly all actors apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(name)
  }

  /// Whether two actors are written alike, byte for byte.
  public static func == (left: CodedActor, right: CodedActor) -> Bool {
    left.actor == right.actor && left.organ == right.organ
      && ExactText.isSame(left.code, right.code) && ExactText.isSame(left.name, right.name)
      && left.sectors.count == right.sectors.count
      && zip(left.sectors, right.sectors).allSatisfy { ExactText.isSame($0, $1) }
  }

  /// An actor the file leaves blank.
  public static let absent = CodedActor(nil)

  /// Whether the file names no actor at all.
  public var isAbsent: Bool { code.isEmpty && name.isEmpty && actor == nil }

  /// The best name there is.
  public var label: String {
    if !name.isEmpty { return name }
    if !code.isEmpty { return code }
    return actor?.rawValue ?? "unnamed"
  }

  /// Whether the state itself or one of its organs acted, and not its people, press or rebels.
  public var isOfficial: Bool { actor != nil && OrganTable.isOfficial(organ) }

  /// The organs of a state, the empty one for the state itself first.
  package static var officialOrgans: [String] { [""] + OrganTable.official.sorted() }
}
