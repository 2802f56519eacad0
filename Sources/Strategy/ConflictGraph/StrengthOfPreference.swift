/// Stability that distinguishes strong from mild preference.
///
/// A state is strongly stable where every improvement can be punished down to a state to which the
/// start is strongly preferred, and weakly stable where it is stable but not strongly so.
///
/// > Hamouda, L., Kilgour, D. M., Hipel, K. W. "Strength of preference in the graph model for
/// > conflict resolution." *Group Decision and Negotiation* 13, 2004, 449-462.
public enum StrengthOfPreference {
  /// For each decision maker, whether each state is strongly stable by a concept.
  ///
  /// A state without improvements is strongly stable by every concept.
  ///
  /// - Parameters:
  ///   - concept: gmr, smr or seq; for nash strength makes no difference.
  ///   - graph: The model; its bands state the strength.
  public static func stronglyStable(_ concept: StabilityConcept, in graph: ConflictGraph)
    -> [[Bool]]
  {
    let sets = SetStability(
      leaves: { maker, target, state in graph.prefers(maker, target, to: state) },
      deters: { maker, outcome, state in graph.bands[maker][outcome] < graph.bands[maker][state] })
    return graph.decisionMakers.indices.map { sets.stable(concept, maker: $0, in: graph) }
  }
}
