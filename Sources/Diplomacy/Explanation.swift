/// One story of why the focal actor acted as it did: a kind of conduct with its dates.
public struct Explanation: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique in the case.
  public var id: String
  /// The kind of conduct model, such as insulation or grievance.
  public var kind: String
  /// The story in one neutral sentence.
  public var statement: String
  /// The prior weight, at least 0; weights need not sum to 1.
  public var prior: Double
  /// When the condition starts (a grievance's onset, for instance).
  public var from: DateReference?
  /// When the condition ends (a goal reached, redress given).
  public var until: DateReference?
  /// Domestic shocks.
  public var shocks: [DateReference]
  /// Negotiating rounds.
  public var rounds: [DateReference]
  /// Whether the goal needs the other side's consent, or only that it does not interfere.
  public var goalNeeds: GoalNeed?

  /// Makes an explanation.
  public init(
    id: String, kind: String, statement: String = "", prior: Double = 1,
    from: DateReference? = nil, until: DateReference? = nil, shocks: [DateReference] = [],
    rounds: [DateReference] = [], goalNeeds: GoalNeed? = nil
  ) {
    self.id = id
    self.kind = kind
    self.statement = statement
    self.prior = prior
    self.from = from
    self.until = until
    self.shocks = shocks
    self.rounds = rounds
    self.goalNeeds = goalNeeds
  }
}

/// What the goal of an explanation needs from the other side.
public enum GoalNeed: String, Hashable, CaseIterable, Sendable, Codable {
  /// The other side must agree: speaks for coercion.
  case consent
  /// The other side must only not interfere: speaks for insulation.
  case nonInterference = "non-interference"
}
