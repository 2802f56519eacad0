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
  /// The round in which a state was last reached, and by whom first.
  private var isReached: [UInt32]
  private var firstMover: [Int32]
  /// The round in which a second mover reached the state: nothing more can come of it.
  private var isDone: [UInt32]
  private var round: UInt32 = 0
  private var stack: [(mover: Int32, state: Int32)] = []

  init(_ sequences: LegalSequences) {
    self.sequences = sequences
    isReached = [UInt32](repeating: 0, count: sequences.states)
    firstMover = [Int32](repeating: 0, count: sequences.states)
    isDone = isReached
  }

  /// The states that the group can bring about from a state, in ascending order.
  ///
  /// After the first mover all others may go on from a state; after a second one the first may too.
  mutating func reached(from start: Int) -> [Int] {
    round += 1
    let size = sequences.group.count
    var found: [Int] = []
    for member in 0..<size { visit(member, from: start, &found) }
    while let (mover, place) = stack.popLast() {
      let state = Int(place)
      if mover == firstMover[state] {
        for member in 0..<size where member != Int(mover) { visit(member, from: state, &found) }
      } else if isDone[state] != round {
        isDone[state] = round
        visit(Int(firstMover[state]), from: state, &found)
      }
    }
    if found.count * 8 > sequences.states {
      return isReached.indices.filter { isReached[$0] == round }
    }
    found.sort()
    return found
  }

  /// Notes the states that a member reaches in one move from a state.
  private mutating func visit(_ member: Int, from state: Int, _ found: inout [Int]) {
    for target in sequences.targets(member, state) {
      if isReached[target] != round {
        isReached[target] = round
        firstMover[target] = Int32(member)
        found.append(target)
      } else if isDone[target] == round || firstMover[target] == Int32(member) {
        continue
      }
      stack.append((Int32(member), Int32(target)))
    }
  }
}
