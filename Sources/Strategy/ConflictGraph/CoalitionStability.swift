/// In which states no coalition would leave together.
///
/// A coalition improves where a legal sequence of its members' moves ends in a state that every
/// member prefers. It is deterred where the rest can then bring about a state that some member likes
/// no better than the start; for the symmetric concept where no counter-move of the coalition leads
/// to a state that every member prefers; for the sequential one where the rest improve their own lot
/// at every step. Single decision makers count as coalitions.
///
/// > Kilgour, D. M., Hipel, K. W., Fang, L., Peng, X. "Coalition analysis in group decision
/// > support." *Group Decision and Negotiation* 10, 2001, 159-175; Inohara, T., Hipel, K. W.
/// > "Coalition analysis in the graph model for conflict resolution." *Systems Engineering* 11, 2008.
public struct CoalitionStability: Hashable, Sendable {
  /// For each concept (nash, gmr, smr, seq), the states that no coalition would leave.
  public let stable: [StabilityConcept: [Int]]

  /// The largest number of states times coalitions that is worked through.
  public static let limit = 200_000

  /// Finds the coalitionally stable states, or nothing where the model is over the limit.
  ///
  /// - Complexity: O(2^*n* *m* *a*), with *n* decision makers, *m* states and *a* moves.
  public init?(of graph: ConflictGraph) {
    let makers = graph.decisionMakers.count
    guard makers < 16, (1 << makers) * graph.count <= Self.limit else { return nil }
    let concepts: [StabilityConcept] = [.nash, .gmr, .smr, .seq]
    var remaining = Dictionary(
      uniqueKeysWithValues: concepts.map { ($0, [Bool](repeating: true, count: graph.count)) })
    for coalition in 1..<(1 << makers) {
      let members = (0..<makers).filter { coalition >> $0 & 1 == 1 }
      let rest = (0..<makers).filter { coalition >> $0 & 1 == 0 }
      let own = LegalSequences(of: members, in: graph, improving: false)
      let any = LegalSequences(of: rest, in: graph, improving: false)
      let credible = LegalSequences(of: rest, in: graph, improving: true)
      let reach = (0..<graph.count).map { own.reached(from: $0) }
      var anyReach: [Int: [Int]] = [:]
      var credibleReach: [Int: [Int]] = [:]
      func prefer(_ target: Int, to state: Int) -> Bool {
        members.allSatisfy { graph.prefers($0, target, to: state) }
      }
      func deters(_ outcome: Int, _ state: Int) -> Bool {
        members.contains { graph.payoffs[$0][outcome] <= graph.payoffs[$0][state] }
      }
      for state in 0..<graph.count {
        for target in reach[state] where prefer(target, to: state) {
          remaining[.nash]?[state] = false
          let outcomes = anyReach[target] ?? any.reached(from: target)
          anyReach[target] = outcomes
          let punishing = outcomes.filter { deters($0, state) }
          if punishing.isEmpty { remaining[.gmr]?[state] = false }
          let lasting = punishing.contains { outcome in
            !reach[outcome].contains { prefer($0, to: state) }
          }
          if !lasting { remaining[.smr]?[state] = false }
          let willing = credibleReach[target] ?? credible.reached(from: target)
          credibleReach[target] = willing
          if !willing.contains(where: { deters($0, state) }) { remaining[.seq]?[state] = false }
        }
      }
    }
    stable = remaining.mapValues { row in row.indices.filter { row[$0] } }
  }
}
