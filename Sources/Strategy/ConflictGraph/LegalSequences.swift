/// What a group of decision makers can bring about by legal sequences of moves.
///
/// In a legal sequence no one moves twice running. A node of the search is a state together with
/// the one who moved last, so that the rule is kept exactly.
///
/// > Fang, Hipel, Kilgour (1993), definition 4.5 (joint moves) and 4.6 (joint improvements).
struct LegalSequences {
  /// The members of the group.
  let group: [Int]
  /// For each member of the group, the states from which a state is reached in one move.
  private let predecessors: [[[Int]]]
  /// For each member of the group, the states reached from a state in one move.
  private let successors: [[[Int]]]
  private let count: Int

  /// Prepares the sequences of a group.
  ///
  /// - Parameters:
  ///   - group: The decision makers who may move.
  ///   - graph: The model.
  ///   - improving: Whether each mover must improve its own lot at every step.
  init(of group: [Int], in graph: ConflictGraph, improving: Bool) {
    self.group = group
    count = graph.count
    var successors: [[[Int]]] = []
    var predecessors: [[[Int]]] = []
    for member in group {
      let forward =
        improving
        ? (0..<graph.count).map { graph.improvements(member, from: $0) } : graph.moves[member]
      var backward = [[Int]](repeating: [], count: graph.count)
      for (state, reached) in forward.enumerated() {
        for target in reached { backward[target].append(state) }
      }
      successors.append(forward)
      predecessors.append(backward)
    }
    self.successors = successors
    self.predecessors = predecessors
  }

  /// The least value among the states that the group can bring about from each state.
  ///
  /// Nodes are labelled in ascending order of value by a search along reversed moves, so every node
  /// is visited once.
  ///
  /// - Parameter value: A value for each state.
  /// - Returns: For each state the least value, or nothing where the group cannot move.
  /// - Complexity: O(*m* log *m* + *a* *g*), with *m* states, *a* moves and *g* members.
  func least(_ value: [Int]) -> [Int?] {
    let size = group.count
    var label = [Int?](repeating: nil, count: count * size)
    let order = (0..<count).sorted { (value[$0], $0) < (value[$1], $1) }
    var stack: [Int] = []
    for state in order {
      for member in 0..<size where label[member * count + state] == nil {
        label[member * count + state] = value[state]
        stack.append(member * count + state)
        while let node = stack.popLast() {
          let (mover, target) = node.quotientAndRemainder(dividingBy: count)
          for origin in predecessors[mover][target] {
            for earlier in 0..<size where earlier != mover {
              let before = earlier * count + origin
              if label[before] == nil {
                label[before] = value[state]
                stack.append(before)
              }
            }
          }
        }
      }
    }
    return (0..<count).map { state in
      var least: Int?
      for member in 0..<size {
        for target in successors[member][state] {
          if let found = label[member * count + target], least.map({ found < $0 }) ?? true {
            least = found
          }
        }
      }
      return least
    }
  }

  /// The states that the group can bring about from a state, in ascending order.
  ///
  /// - Complexity: O(*a* *g*).
  func reached(from start: Int) -> [Int] {
    var search = LegalSearch(self)
    return search.reached(from: start)
  }

  /// The number of states of the model.
  var states: Int { count }

  /// The states that a member reaches from a state in one move.
  func targets(_ member: Int, _ state: Int) -> [Int] { successors[member][state] }
}

/// Searches from many states with one set of marks, so that no search has to clear them.
struct LegalSearch {
  private let sequences: LegalSequences
  private var marks: [UInt32]
  private var isReached: [UInt32]
  private var round: UInt32 = 0
  private var stack: [Int] = []

  init(_ sequences: LegalSequences) {
    self.sequences = sequences
    marks = [UInt32](repeating: 0, count: sequences.states * sequences.group.count)
    isReached = [UInt32](repeating: 0, count: sequences.states)
  }

  /// The states that the group can bring about from a state, in ascending order.
  mutating func reached(from start: Int) -> [Int] {
    round += 1
    let count = sequences.states
    let size = sequences.group.count
    var found: [Int] = []
    func visit(_ member: Int, _ state: Int) {
      guard marks[member * count + state] != round else { return }
      marks[member * count + state] = round
      stack.append(member * count + state)
      if isReached[state] != round {
        isReached[state] = round
        found.append(state)
      }
    }
    for member in 0..<size {
      for target in sequences.targets(member, start) { visit(member, target) }
    }
    while let node = stack.popLast() {
      let (mover, state) = node.quotientAndRemainder(dividingBy: count)
      for member in 0..<size where member != mover {
        for target in sequences.targets(member, state) { visit(member, target) }
      }
    }
    found.sort()
    return found
  }
}
