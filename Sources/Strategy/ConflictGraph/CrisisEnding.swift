/// A way a crisis can end, with the notions of foresight by which both sides would stay in it.
public struct CrisisEnding: Hashable, Sendable, Encodable {
  /// The acts that lead there, in words.
  public let name: String
  /// Whether it is the ending of the acts that were seen.
  public let isObserved: Bool
  /// For each player the concepts by which it would stay.
  public let stays: [String: [StabilityConcept]]
  /// The concepts by which all players would stay.
  public let equilibrium: [StabilityConcept]

  /// The endings of a game for the type of its story, by the graph model.
  static func list(_ tree: CrisisTree, limit: Int = 200) -> [CrisisEnding] {
    let story = tree.storyType
    let endings = tree.endings(of: story)
    guard endings.count <= limit, let graph = try? ConflictGraph(outcomesOf: tree) else {
      return []
    }
    let found = ConflictStability(of: graph)
    let seen = Dictionary(
      tree.observed.map { ($0.move, $0.option) }, uniquingKeysWith: { first, _ in first })
    return endings.indices.map { state in
      let stays = graph.decisionMakers.indices.map { maker in
        StabilityConcept.allCases.filter { found.stable[$0]?[maker][state] == true }
      }
      return CrisisEnding(
        name: endings[state].name, isObserved: endings[state].acts == seen,
        stays: Dictionary(
          zip(graph.decisionMakers, stays), uniquingKeysWith: { first, _ in first }),
        equilibrium: StabilityConcept.allCases.filter { concept in
          stays.allSatisfy { $0.contains(concept) }
        })
    }
  }
}
