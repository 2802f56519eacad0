/// A number of a solution: exact where the solver was exact, else a double.
public enum GameQuantity: Hashable, Sendable, CustomStringConvertible {
  /// An exact fraction.
  case exact(Rational)
  /// A double.
  case decimal(Double)

  /// The nearest double.
  public var double: Double {
    switch self {
    case .exact(let value): value.double
    case .decimal(let value): value
    }
  }

  /// The fraction as `3/7`, the double in its shortest form.
  public var description: String {
    switch self {
    case .exact(let value): value.description
    case .decimal(let value): "\(value)"
    }
  }
}

/// A standard of equilibrium that a profile has been shown to meet.
public enum Refinement: String, Hashable, Sendable, Codable, CaseIterable {
  /// No player gains by deviating alone.
  case nash
  /// No player gains by deviating alone in any subgame.
  case subgamePerfect = "subgame-perfect"
  /// Some beliefs, by Bayes' rule where play leads, make every choice best at every set.
  case perfectBayesian = "perfect-bayesian"
  /// The same with beliefs that are limits of small trembles (Kreps and Wilson 1982).
  case sequential
}

/// A strategy profile with its certificate: nobody gains more than the regret by deviating.
public struct Equilibrium: Hashable, Sendable {
  /// The name of the solver.
  public let method: String
  /// A probability for each action of each set, chance moves included, in the order of the sets.
  public let probabilities: [GameQuantity]
  /// What each player expects.
  public let payoffs: [GameQuantity]
  /// The largest gain of a player who deviates alone, found by an independent walk.
  public let regret: GameQuantity
  /// What the profile has been shown to be.
  public let refinements: [Refinement]
  /// Refinements of which neither was shown, that the profile meets them or that it does not.
  public let undecided: [Refinement]
  /// At sets of several nodes, the probability of each node once the set is reached.
  public let beliefs: [Int: [GameQuantity]]

  /// The largest regret at which a profile in doubles is called an equilibrium.
  public static let tolerance = 1e-9
}
