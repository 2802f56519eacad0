/// A way of solving games.
public enum SolverKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// Whatever suits the game.
  case auto
  /// Pure perfect Bayesian equilibria by enumeration.
  case pbe
  /// The linear programme of a two-player zero-sum game.
  case lp
  /// Lemke's method for two players.
  case lcp
  /// The limit of the agent logit quantal response path.
  case logit
  /// All extreme equilibria of two players exactly; supports in turn for more.
  case enumerate
  /// Backward induction under perfect information.
  case backward
}

/// Why a way of solving does not fit a game.
public struct SolverRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What does not fit, and what to use instead.
  public let reason: String
  /// The reason.
  public var description: String { reason }

  package init(_ reason: String) { self.reason = reason }
}

/// What was asked for: what "complete" is about.
public enum SolutionKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// One equilibrium.
  case one = "one equilibrium"
  /// As many equilibria as the method reaches.
  case some = "some equilibria"
  /// All pure perfect Bayesian equilibria.
  case pure = "pure perfect Bayesian equilibria"
  /// All pure subgame-perfect equilibria.
  case subgamePerfect = "pure subgame-perfect equilibria"
  /// All extreme equilibria of two players, of which all others are mixtures.
  case extreme = "extreme equilibria"
}

/// What a solver found.
public struct GameSolution: Sendable {
  /// The certified equilibria.
  public var equilibria: [Equilibrium]
  /// What was asked for.
  public var kind: SolutionKind
  /// Whether these are all equilibria of the kind.
  public var isComplete: Bool
  /// Whether the time was up before the solver was done.
  public var isOutOfTime: Bool
  /// Remarks for the reader: what was not attempted, and why.
  public var notes: [String]
}
