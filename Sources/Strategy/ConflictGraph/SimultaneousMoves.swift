/// What happens when a decision maker and the others improve at the same time.
///
/// Where the model was built from options, the joint outcome takes the mover's options from its own
/// move and the others' options from theirs. In a bare graph the outcome is the state that closes
/// the square: reached by the mover from where the others went, and by the others from where the
/// mover went.
struct SimultaneousMoves {
  private let maker: Int
  private let graph: ConflictGraph
  private let others: [Int]
  private var search: LegalSearch

  init(of maker: Int, in graph: ConflictGraph, others: LegalSequences) {
    self.maker = maker
    self.graph = graph
    self.others = others.group
    search = LegalSearch(others)
  }

  /// Whether every improvement is undone by improvements that the others make at the same time.
  mutating func isStable(_ state: Int, improvements: [Int]) -> Bool {
    guard !improvements.isEmpty else { return true }
    let joint = search.reached(from: state)
    let payoff = graph.payoffs[maker]
    return improvements.allSatisfy { own in
      joint.contains { theirs in
        outcomes(own: own, theirs: theirs).contains { payoff[$0] <= payoff[state] }
      }
    }
  }

  private func outcomes(own: Int, theirs: Int) -> [Int] {
    if let options = graph.options {
      return options.state(takingOptionsOf: maker, from: own, rest: theirs).map { [$0] } ?? []
    }
    let reachable = Set(graph.moves[maker][theirs])
    var found: [Int] = []
    for other in others {
      for state in graph.moves[other][own] where reachable.contains(state) { found.append(state) }
    }
    return found
  }
}
