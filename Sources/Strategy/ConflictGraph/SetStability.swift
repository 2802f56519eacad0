/// Stability by explicit sets of reachable states, for concepts in which preference is no order.
///
/// Slower than ``ConflictStability`` (it lists what the others can reach from every state) but able
/// to use any relation; with known preferences it gives the same answers, which tests use.
struct SetStability {
  /// Whether a decision maker may want to leave the second state for the first.
  let leaves: (_ maker: Int, _ target: Int, _ state: Int) -> Bool
  /// Whether arriving at the first state deters a decision maker from leaving the second.
  let deters: (_ maker: Int, _ outcome: Int, _ state: Int) -> Bool

  /// For each state, whether a decision maker stays there by a concept.
  ///
  /// - Complexity: O(*m* *a*) for *m* states and *a* moves, times the number of others.
  func stable(_ concept: StabilityConcept, maker: Int, in graph: ConflictGraph) -> [Bool] {
    let others = graph.others(than: maker)
    // The others' improvements are judged by what they prefer for certain, whatever the concept.
    var search = LegalSearch(LegalSequences(of: others, in: graph, improving: concept == .seq))
    var responses: [Int: [Int]] = [:]
    return (0..<graph.count).map { state in
      let wanted = graph.moves[maker][state].filter { leaves(maker, $0, state) }
      if concept == .nash { return wanted.isEmpty }
      return wanted.allSatisfy { target in
        let outcomes: [Int]
        if let known = responses[target] {
          outcomes = known
        } else {
          outcomes = search.reached(from: target)
          responses[target] = outcomes
        }
        return outcomes.contains { outcome in
          deters(maker, outcome, state)
            && (concept != .smr
              || graph.moves[maker][outcome].allSatisfy { deters(maker, $0, state) })
        }
      }
    }
  }
}
