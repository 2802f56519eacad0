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
    var beliefs: [Int: [GameQuantity]] = [:]
    if isSubgamePerfect(profile) {
      refinements.append(.subgamePerfect)
      if tree.preceding != nil,
        var assessment = SequentialRationality(tree, profile: profile, tolerance: tolerance)
      {
        refinements.append(.perfectBayesian)
        if assessment.isConsistent() { refinements.append(.sequential) }
        for (set, weights) in assessment.beliefs { beliefs[set] = weights.map(quantity) }
      }
    }
    return Equilibrium(
      method: method, probabilities: profile.map(quantity),
      payoffs: tree.expectedPayoffs(profile).map(quantity), regret: quantity(regret),
      refinements: refinements, beliefs: beliefs)
  }

  private func isSubgamePerfect(_ profile: [Number]) -> Bool {
    if tree.game.hasPerfectInformation {
      // One-shot deviations at every node are enough, and the test is linear.
      return SequentialRationality(tree, profile: profile, tolerance: tolerance) != nil
    }
    let roots = tree.game.subgameRoots.dropFirst()
    guard roots.reduce(0, { $0 + tree.sizes[$1] }) <= Self.workLimit else { return false }
    return roots.allSatisfy { root in
      guard let gains = tree.regrets(profile, from: root) else { return false }
      return gains.allSatisfy { $0 <= tolerance }
    }
  }
}

extension Certificate where Number == Rational {
  /// Certifies exactly: a profile passes only with a regret of nought.
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
