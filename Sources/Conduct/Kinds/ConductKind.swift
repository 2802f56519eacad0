/// A kind of conduct: which coefficients of the model it expects to be at work, and how strongly.
///
/// All kinds share one likelihood and differ in their priors alone, so that the evidence of one
/// can be compared with that of another. A new kind is one more entry of ``table``.
public struct ConductKind: Hashable, Sendable {
  /// The name by which a case refers to the kind.
  public let name: String
  /// What one should see if the explanation is right, in plain language.
  public let signature: String
  /// The coefficients at work, with the size expected of them.
  public let active: [Coefficient: CoefficientPrior]
  /// What is expected of every positive coefficient that is not listed, where the kind is wide.
  public let others: CoefficientPrior?
  /// The condition whose dates an explanation of this kind states, where it states any.
  public let dates: DatedCondition?
  /// Whether the condition fades with time instead of lasting until its end.
  public let fades: Bool

  /// Makes a kind.
  public init(
    name: String, signature: String, active: [Coefficient: CoefficientPrior],
    dates: DatedCondition? = nil, fades: Bool = false, others: CoefficientPrior? = nil
  ) {
    self.fades = fades
    self.dates = dates
    self.name = name
    self.signature = signature
    self.active = active
    self.others = others
  }

  /// The prior of a coefficient under this kind.
  ///
  /// - Parameters:
  ///   - coefficient: The coefficient.
  ///   - scale: A factor on the medians of the active positive coefficients (usually 1).
  ///   - burstiness: How far acts bring forth acts whatever the story.
  public func prior(
    of coefficient: Coefficient, scale: Double = 1, burstiness: Burstiness = .bare
  ) -> CoefficientPrior {
    if let prior = active[coefficient] {
      return coefficient.isPositive
        ? CoefficientPrior(median: prior.median * scale, spread: prior.spread) : prior
    }
    // That acts cluster is no story: the constant rate may too, or it would lose by every burst.
    let isNull = name == Self.constantRate && coefficient.bringsForth
    if let others, coefficient.isPositive, !isNull { return others }
    return Self.idle(coefficient, burstiness)
  }

  /// What is expected of a coefficient that is not at work: close to nothing, but not nothing.
  static func idle(_ coefficient: Coefficient, _ burstiness: Burstiness) -> CoefficientPrior {
    switch coefficient {
    case .baseHostile, .baseConciliatory, .baseClosure: CoefficientPrior(median: 0, spread: 0.6)
    case .trend, .bend: CoefficientPrior(median: 0, spread: 0.15)
    case .reactionHostile, .reactionConciliatory, .reactionClosure: burstiness.answers
    case .momentum: burstiness.momentum
    default: CoefficientPrior(median: 0.1, spread: 0.5)
    }
  }

  /// Whether the kind expects no one course of the rates, but many.
  var isWide: Bool {
    (others?.median ?? 0) > 0.1 || active.contains { !$0.key.isPositive && $0.value.spread > 0.3 }
  }

  /// The kind of a constant rate: the null that every comparison holds the stories against.
  public static let constantRate = "constant"

  /// The kind of a name, or nothing where the table has none.
  public static func named(_ name: String) -> ConductKind? { table.first { $0.name == name } }
}

/// The dated conditions of the model, each stated by the explanations of the kinds that use it.
public enum DatedCondition: String, Hashable, CaseIterable, Sendable, Codable {
  /// A goal is pending: from `from` (or the start of the window) until `until`.
  case goal
  /// Redress is outstanding: from `from` until `until`.
  case redress
  /// Domestic shocks: the days of `shocks`.
  case shocks
  /// Negotiating rounds: the days of `rounds`.
  case rounds
}
