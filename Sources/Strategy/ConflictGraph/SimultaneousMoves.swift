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
  /// For each state, from where the mover reaches it in one move; empty where there are options.
  private let origins: [[Int]]

  init(of maker: Int, in graph: ConflictGraph, others: LegalSequences) {
    self.maker = maker
    self.graph = graph
    self.others = others.group
    search = LegalSearch(others)
    var origins: [[Int]] = []
    if graph.options == nil {
      origins = [[Int]](repeating: [], count: graph.count)
      for (origin, reached) in graph.moves[maker].enumerated() {
        for state in reached { origins[state].append(origin) }
      }
    }
    self.origins = origins
  }

  /// Whether every improvement is undone by improvements that the others make at the same time.
  mutating func isStable(_ state: Int, improvements: [Int]) -> Bool {
    guard !improvements.isEmpty else { return true }
    let joint = search.reached(from: state)
    let payoff = graph.payoffs[maker]
    guard let options = graph.options else {
      var isJoint = [Bool](repeating: false, count: graph.count)
      for theirs in joint { isJoint[theirs] = true }
      return improvements.allSatisfy { own in
        others.contains { other in
          graph.moves[other][own].contains { outcome in
            payoff[outcome] <= payoff[state] && origins[outcome].contains { isJoint[$0] }
          }
        }
      }
    }
    return improvements.allSatisfy { own in
      joint.contains { theirs in
        options.state(takingOptionsOf: maker, from: own, rest: theirs)
          .map { payoff[$0] <= payoff[state] } ?? false
      }
    }
  }
}
