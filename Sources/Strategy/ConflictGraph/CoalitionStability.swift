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

  /// The number of states times coalitions that is worked through unasked, in a fraction of a second.
  public static let quickLimit = 8_192
  /// The number of states times coalitions that is worked through when asked for.
  public static let limit = 1_000_000

  /// Finds the coalitionally stable states, or nothing where the model is over the limit.
  ///
  /// - Parameters:
  ///   - graph: The model.
  ///   - limit: The largest number of states times coalitions.
  /// - Complexity: O(2^*n* *m* *a*), with *n* decision makers, *m* states and *a* moves.
  public init?(of graph: ConflictGraph, limit: Int = CoalitionStability.limit) {
    let makers = graph.decisionMakers.count
    guard makers < 16, (1 << makers) * graph.count <= limit else { return nil }
    let all = [Bool](repeating: true, count: graph.count)
    var open = (nash: all, gmr: all, smr: all, seq: all)
    for coalition in 1..<(1 << makers) {
      let members = (0..<makers).filter { coalition >> $0 & 1 == 1 }
      let rest = (0..<makers).filter { coalition >> $0 & 1 == 0 }
      var own = LegalSearch(LegalSequences(of: members, in: graph, improving: false))
      var any = LegalSearch(LegalSequences(of: rest, in: graph, improving: false))
      var credible = LegalSearch(LegalSequences(of: rest, in: graph, improving: true))
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
          open.nash[state] = false
          // Once no concept holds a state there is nothing left to find out about it.
          guard open.gmr[state] || open.smr[state] || open.seq[state] else { break }
          if open.gmr[state] || open.smr[state] {
            let outcomes = anyReach[target] ?? any.reached(from: target)
            anyReach[target] = outcomes
            let punishing = outcomes.filter { deters($0, state) }
            if punishing.isEmpty { open.gmr[state] = false }
            if open.smr[state] {
              open.smr[state] = punishing.contains { outcome in
                !reach[outcome].contains { prefer($0, to: state) }
              }
            }
          }
          if open.seq[state] {
            let willing = credibleReach[target] ?? credible.reached(from: target)
            credibleReach[target] = willing
            open.seq[state] = willing.contains { deters($0, state) }
          }
        }
      }
    }
    stable = [.nash: open.nash, .gmr: open.gmr, .smr: open.smr, .seq: open.seq].mapValues { row in
      row.indices.filter { row[$0] }
    }
  }
}
