/// Certifies profiles: an independent walk measures the regret, and the refinements are tested.
package struct Certificate<Number: GameNumber> {
  private let tree: GameTree<Number>
  private let tolerance: Number
  private let quantity: (Number) -> GameQuantity

  /// How many node visits the tests of refinements may take in all.
  private static var workLimit: Int { 4_000_000 }

  private init(
    _ tree: GameTree<Number>, tolerance: Number, quantity: @escaping (Number) -> GameQuantity
  ) {
    self.tree = tree
    self.tolerance = tolerance
    self.quantity = quantity
  }

  /// The equilibrium that a profile is, with what it has been shown to be.
  ///
  /// - Parameters:
  ///   - profile: A probability for each action.
  ///   - method: The name of the solver.
  /// - Returns: nil if someone gains more than the tolerance by deviating, or it cannot be told.
  package func certify(_ profile: [Number], method: String) -> Equilibrium? {
    guard let gains = tree.regrets(profile) else { return nil }
    let regret = gains.reduce(Number(Rational.zero)) { max($0, $1) }
    guard regret <= tolerance else { return nil }
    var refinements: [Refinement] = [.nash]
    var undecided: [Refinement] = []
    var beliefs: [Int: [GameQuantity]] = [:]
    var assessment =
      tree.preceding == nil
      ? nil : SequentialRationality(tree, profile: profile, tolerance: tolerance)
    switch subgamePerfect(profile, isRational: assessment != nil) {
    case .passes: refinements.append(.subgamePerfect)
    case .fails: assessment = nil
    case .undecided: undecided.append(.subgamePerfect)
    }
    if var found = assessment {
      refinements.append(.perfectBayesian)
      switch found.consistency() {
      case .passes: refinements.append(.sequential)
      case .fails: break
      case .undecided: undecided.append(.sequential)
      }
      for (set, weights) in found.beliefs { beliefs[set] = weights.map(quantity) }
    }
    return Equilibrium(
      method: method, probabilities: profile.map(quantity),
      payoffs: tree.expectedPayoffs(profile).map(quantity), regret: quantity(regret),
      refinements: refinements, undecided: undecided, beliefs: beliefs)
  }

  /// Whether the profile is an equilibrium of every subgame.
  ///
  /// - Parameter isRational: Whether beliefs that follow Bayes' rule in every subgame make every
  ///   choice best, which is enough where walking all subgames would take too long.
  private func subgamePerfect(_ profile: [Number], isRational: Bool) -> ConsistencyFinding {
    if tree.game.hasPerfectInformation {
      // One-shot deviations at every node are enough, and the test is linear.
      return isRational ? .passes : .fails
    }
    let roots = tree.game.subgameRoots.dropFirst()
    guard roots.reduce(0, { $0 + tree.sizes[$1] }) <= Self.workLimit else {
      return isRational ? .passes : .undecided
    }
    var isOpen = false
    for root in roots {
      guard let gains = tree.regrets(profile, from: root) else {
        isOpen = true
        continue
      }
      if gains.contains(where: { $0 > tolerance }) { return .fails }
    }
    return isOpen ? .undecided : .passes
  }
}

extension Certificate where Number == Rational {
  /// Certifies exactly: a profile passes only with a regret of zero.
  package init(_ tree: GameTree<Rational>) {
    self.init(tree, tolerance: 0) { .exact($0) }
  }
}

extension Certificate where Number == Double {
  /// Certifies in doubles, up to ``Equilibrium/tolerance``.
  package init(_ tree: GameTree<Double>) {
    self.init(tree, tolerance: Equilibrium.tolerance) { .decimal($0) }
  }
}
