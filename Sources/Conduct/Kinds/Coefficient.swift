/// A coefficient of the model of conduct.
///
/// Base rates and trends may have either sign; every other coefficient is positive and its
/// direction is built into the model, so that a kind of conduct says how large it should be.
public enum Coefficient: String, CaseIterable, Hashable, Sendable, Codable {
  /// The log rate of hostile acts a day when nothing else is at work.
  case baseHostile
  /// The rise in the log rate of hostile acts while the goal is pending.
  case goalHostile
  /// The rise in the log rate of hostile acts while redress is outstanding.
  case redressHostile
  /// The rise in the log rate of hostile acts on the day of a domestic shock, fading in 21 days.
  case shockHostile
  /// The rise in the log rate of hostile acts before a negotiating round, building over 14 days.
  case roundHostile
  /// The change in the log rate of hostile acts from the first day to the last.
  case trend
  /// The bend in the log rate of hostile acts.
  case bend
  /// The fall in the log rate of hostile acts after each conciliatory act received.
  case appeasement
  /// Hostile acts brought forth by one hostile act received.
  case reactionHostile
  /// Hostile acts brought forth by one hostile act of one's own.
  case momentum
  /// The log rate of conciliatory acts a day when nothing else is at work.
  case baseConciliatory
  /// The fall in the log rate of conciliatory acts while the goal is pending.
  case goalConciliatory
  /// The fall in the log rate of conciliatory acts while redress is outstanding.
  case redressConciliatory
  /// The rise in the log rate of conciliatory acts in the 14 days after a negotiating round.
  case roundConciliatory
  /// Conciliatory acts brought forth by one conciliatory act received.
  case reactionConciliatory
  /// The log rate of closures of contact a day when nothing else is at work.
  case baseClosure
  /// The rise in the log rate of closures while the goal is pending.
  case goalClosure
  /// The rise in the log rate of closures while redress is outstanding.
  case redressClosure
  /// Closures brought forth by one hostile act received.
  case reactionClosure

  /// Whether the coefficient is positive and has a log-normal prior.
  public var isPositive: Bool {
    switch self {
    case .baseHostile, .baseConciliatory, .baseClosure, .trend, .bend: false
    default: true
    }
  }

  /// Whether the coefficient says how many acts one act brings forth.
  public var bringsForth: Bool {
    switch self {
    case .reactionHostile, .reactionConciliatory, .reactionClosure, .momentum: true
    default: false
    }
  }

  /// Whether the coefficient is a base rate, whose prior is centred on the record.
  public var isBase: Bool {
    self == .baseHostile || self == .baseConciliatory || self == .baseClosure
  }
}

/// What is expected of a coefficient before the record is read.
public struct CoefficientPrior: Hashable, Sendable, Codable {
  /// The median.
  public let median: Double
  /// The standard deviation: of the logarithm where the coefficient is positive.
  public let spread: Double

  /// Makes a prior.
  public init(median: Double, spread: Double) {
    self.median = median
    self.spread = spread
  }
}
