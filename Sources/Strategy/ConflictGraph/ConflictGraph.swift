/// A graph model of a conflict: decision makers, states, the moves each controls, and preferences.
///
/// States are counted from zero inside the model; ``stateNames`` carries the numbers or names that
/// the model's author gave them.
///
/// > Fang, L., Hipel, K. W., Kilgour, D. M. *Interactive Decision Making: The Graph Model for
/// > Conflict Resolution*. Wiley, 1993.
public struct ConflictGraph: Hashable, Sendable {
  /// The names of the decision makers.
  public let decisionMakers: [String]
  /// The names of the states.
  public let stateNames: [String]
  /// For each decision maker and state, the states reached in one move.
  public let moves: [[[Int]]]
  /// For each decision maker and state, an ordinal payoff: higher is better, equal is indifferent.
  public let payoffs: [[Int]]
  /// For each decision maker and state, a band of payoffs: a state is strongly preferred to every
  /// state of a lower band. Every state is of band zero where strength is not stated.
  public let bands: [[Int]]
  /// For each decision maker, the pairs of states between which the preference is unknown.
  public let unknown: [Set<StatePair>]
  /// For each state, the options taken in it, where the model was built from options.
  public let options: OptionStates?
  /// The state from which the conflict starts, where the model names it.
  public let statusQuo: Int?

  /// Makes a graph model.
  ///
  /// - Throws: ``ConflictModelError`` where the sizes disagree or a move leads nowhere.
  public init(
    decisionMakers: [String], stateNames: [String], moves: [[[Int]]], payoffs: [[Int]],
    bands: [[Int]]? = nil, unknown: [Set<StatePair>]? = nil, options: OptionStates? = nil,
    statusQuo: Int? = nil
  ) throws(ConflictModelError) {
    let count = stateNames.count
    guard !decisionMakers.isEmpty, count > 0 else {
      throw ConflictModelError("a conflict needs at least one decision maker and one state")
    }
    guard moves.count == decisionMakers.count, payoffs.count == decisionMakers.count else {
      throw ConflictModelError(
        "\(decisionMakers.count) decision makers need as many lists of moves and of payoffs; there are \(moves.count) and \(payoffs.count)"
      )
    }
    for (index, name) in decisionMakers.enumerated() {
      guard moves[index].count == count, payoffs[index].count == count else {
        throw ConflictModelError(
          "\(name) has moves from \(moves[index].count) states and payoffs for \(payoffs[index].count); the model has \(count) states"
        )
      }
      for (state, reached) in moves[index].enumerated() {
        for target in reached where target < 0 || target >= count || target == state {
          throw ConflictModelError(
            "a move of \(name) from state \(stateNames[state]) leads to no other state of the model"
          )
        }
      }
    }
    self.decisionMakers = decisionMakers
    self.stateNames = stateNames
    self.moves = moves
    self.payoffs = payoffs
    self.bands = bands ?? payoffs.map { $0.map { _ in 0 } }
    self.unknown = unknown ?? decisionMakers.map { _ in [] }
    self.options = options
    self.statusQuo = statusQuo
  }

  /// The number of states.
  public var count: Int { stateNames.count }

  /// Whether a decision maker prefers the first state to the second.
  public func prefers(_ maker: Int, _ first: Int, to second: Int) -> Bool {
    payoffs[maker][first] > payoffs[maker][second]
      && (unknown[maker].isEmpty || !unknown[maker].contains(StatePair(first, second)))
  }

  /// The unilateral improvements of a decision maker: moves to states it prefers.
  public func improvements(_ maker: Int, from state: Int) -> [Int] {
    moves[maker][state].filter { prefers(maker, $0, to: state) }
  }

  /// Every decision maker but one.
  func others(than maker: Int) -> [Int] { decisionMakers.indices.filter { $0 != maker } }
}

/// Two states, their order void.
public struct StatePair: Hashable, Sendable {
  /// The state with the lower number.
  public let low: Int
  /// The state with the higher number.
  public let high: Int

  /// Makes a pair.
  public init(_ a: Int, _ b: Int) {
    low = min(a, b)
    high = max(a, b)
  }
}

/// What is wrong with a conflict model.
public struct ConflictModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in words.
  public let what: String
  /// The line of the file, where it is known; zero elsewhere.
  public let line: Int

  /// Makes an error.
  public init(_ what: String, line: Int = 0) {
    self.what = what
    self.line = line
  }

  /// What is wrong, in words.
  public var description: String { what }
}
