/// Stability where a decision maker's preference between some states is unknown.
///
/// Four attitudes answer two questions: does it leave for a state whose worth it does not know, and
/// does such a state deter it?
///
/// > Li, K. W., Hipel, K. W., Kilgour, D. M., Fang, L. "Preference uncertainty in the graph model
/// > for conflict resolution." *IEEE Transactions on SMC* A 34, 2004, 507-520.
public enum UnknownPreferenceAttitude: String, Hashable, CaseIterable, Sendable, Codable {
  /// Leaves for better or unknown, deterred only by what is surely no better.
  case aggressive = "a"
  /// Leaves only for better, deterred only by what is surely no better.
  case certain = "b"
  /// Leaves for better or unknown, deterred by what is no better or unknown.
  case mixed = "c"
  /// Leaves only for better, deterred by what is no better or unknown.
  case conservative = "d"

  private var leavesForUnknown: Bool { self == .aggressive || self == .mixed }
  private var isDeterredByUnknown: Bool { self == .mixed || self == .conservative }

  /// For each decision maker, whether each state is stable by a concept under this attitude.
  ///
  /// - Parameters:
  ///   - concept: Any concept but the simultaneous one, for which the attitude is not defined.
  ///   - graph: The model.
  public func stable(_ concept: StabilityConcept, in graph: ConflictGraph) -> [[Bool]] {
    let sets = SetStability(
      leaves: { maker, target, state in
        graph.prefers(maker, target, to: state)
          || (leavesForUnknown && graph.unknown[maker].contains(StatePair(target, state)))
      },
      deters: { maker, outcome, state in
        outcome == state
          || (graph.unknown[maker].contains(StatePair(outcome, state))
            ? isDeterredByUnknown : graph.payoffs[maker][outcome] <= graph.payoffs[maker][state])
      })
    return graph.decisionMakers.indices.map { sets.stable(concept, maker: $0, in: graph) }
  }
}
