/// Which preferences would make a state stable: the inverse problem.
///
/// For a decision maker the answer is a conjunction of clauses; a clause holds when one of its
/// comparisons does. Under Nash a clause is one comparison: the improvement is no improvement.
/// Under general and sequential stability it may instead be punished.
///
/// > Kinsara, R. A., Kilgour, D. M., Hipel, K. W. "Inverse approach to the graph model for conflict
/// > resolution." *IEEE Transactions on SMC: Systems* 45, 2015, 734-742.
public struct InversePreference: Hashable, Sendable {
  /// One clause: the start must be at least as good as one of these states.
  public struct Clause: Hashable, Sendable {
    /// The move that must not pay.
    public let target: Int
    /// The states of which one must be no better than the start: the target or a punishing state.
    public let oneOf: [Int]
    /// Whether the clause holds with the preferences of the model.
    public let holds: Bool
  }

  /// The decision maker.
  public let maker: Int
  /// The clauses, all of which must hold.
  public let clauses: [Clause]
  /// Whether all hold with the preferences of the model.
  public var holds: Bool { clauses.allSatisfy(\.holds) }

  /// Finds the clauses that make a state stable for a decision maker.
  ///
  /// - Parameters:
  ///   - state: The state that should be stable.
  ///   - concept: nash, gmr or seq. Under seq the others' preferences are those of the model.
  ///   - maker: The decision maker.
  ///   - graph: The model.
  /// - Complexity: O(*b* *a*), with *b* moves from the state and *a* moves in all.
  public init(_ state: Int, concept: StabilityConcept, maker: Int, in graph: ConflictGraph) {
    let others = LegalSequences(
      of: graph.others(than: maker), in: graph, improving: concept == .seq)
    self.maker = maker
    clauses = graph.moves[maker][state].map { target in
      var oneOf = [target]
      if concept == .gmr || concept == .seq {
        oneOf += others.reached(from: target).filter { $0 != target && $0 != state }
      }
      // To be led back to the start is no gain, so a response that returns there always deters.
      let returns =
        (concept == .gmr || concept == .seq) && others.reached(from: target).contains(state)
      let holds =
        returns
        || oneOf.contains { graph.payoffs[maker][$0] <= graph.payoffs[maker][state] }
      return Clause(target: target, oneOf: returns ? oneOf + [state] : oneOf, holds: holds)
    }
  }
}
