/// In which states each decision maker would stay, by each solution concept.
public struct ConflictStability: Hashable, Sendable {
  /// For each concept and decision maker, whether each state is stable.
  public let stable: [StabilityConcept: [[Bool]]]

  /// Finds the stable states of a model exactly by the definitions.
  ///
  /// The others' responses to an improvement are legal sequences, in which no one moves twice
  /// running. Because a response punishes when it leads to a state no better than the start, only
  /// the worst state that the others can bring about matters, and that is found for all states at
  /// once.
  ///
  /// Preferences marked unknown count as no preference here; see `UnknownPreferenceStability`.
  ///
  /// > Fang, Hipel, Kilgour (1993), definitions 4.7-4.10; simultaneous stability: Fraser, N. M.,
  /// > Hipel, K. W. *Conflict Analysis*, 1984.
  ///
  /// - Complexity: O(*n*² *a*), with *n* decision makers and *a* moves; simultaneous stability
  ///   O(*n* *a*²) in the worst case.
  public init(
    of graph: ConflictGraph, concepts: Set<StabilityConcept> = Set(StabilityConcept.allCases)
  ) {
    var stable: [StabilityConcept: [[Bool]]] = [:]
    for concept in concepts {
      stable[concept] = graph.decisionMakers.map { _ in [Bool](repeating: true, count: graph.count)
      }
    }
    for maker in graph.decisionMakers.indices {
      let payoff = graph.payoffs[maker]
      let improvements = (0..<graph.count).map { graph.improvements(maker, from: $0) }
      let others = graph.others(than: maker)
      let any = LegalSequences(of: others, in: graph, improving: false)
      let credible = LegalSequences(of: others, in: graph, improving: true)
      func judge(_ concept: StabilityConcept, _ worst: [Int?]) {
        for state in 0..<graph.count {
          stable[concept]?[maker][state] = improvements[state].allSatisfy { target in
            worst[target].map { $0 <= payoff[state] } ?? false
          }
        }
      }
      if concepts.contains(.nash) {
        for state in 0..<graph.count {
          stable[.nash]?[maker][state] = improvements[state].isEmpty
        }
      }
      if concepts.contains(.gmr) { judge(.gmr, any.least(payoff)) }
      if concepts.contains(.seq) { judge(.seq, credible.least(payoff)) }
      if concepts.contains(.smr) {
        // A punishing state counts at the best the mover can still make of it.
        let escape = (0..<graph.count).map { state in
          graph.moves[maker][state].reduce(payoff[state]) { max($0, payoff[$1]) }
        }
        judge(.smr, any.least(escape))
      }
      if concepts.contains(.sim) {
        var joint = SimultaneousMoves(of: maker, in: graph, others: credible)
        for state in 0..<graph.count {
          stable[.sim]?[maker][state] = joint.isStable(state, improvements: improvements[state])
        }
      }
    }
    self.stable = stable
  }

  /// The states in which every decision maker would stay, by a concept.
  public func equilibria(_ concept: StabilityConcept) -> [Int] {
    guard let rows = stable[concept], let first = rows.first else { return [] }
    return first.indices.filter { state in rows.allSatisfy { $0[state] } }
  }
}
