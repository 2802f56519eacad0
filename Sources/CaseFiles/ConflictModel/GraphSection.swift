import Diplomacy
import Strategy

/// Reads a conflict given as a bare graph: decision makers, states, moves and payoffs.
///
/// States are numbered from one, or named by `states`. Preferences are payoffs (higher is better) or
/// rankings from the most to the least preferred state, where a list within the list is a tie.
struct GraphSection {
  let node: YAMLNode
  let problems: FileProblems

  func graph() throws(ConflictModelError) -> ConflictGraph? {
    guard case .mapping(let entries) = node.value else { return nil }
    func value(_ keys: String...) -> YAMLNode? {
      entries.first { keys.contains($0.key) && !$0.node.isNothing }?.node
    }
    guard let makers = value("dms", "decision_makers") else {
      throw ConflictModelError("the model names no decision makers (dms)", line: node.line)
    }
    let names = try scalars(makers)
    let states = try stateNames(value("states"), count: value("n_states"), moves: value("moves"))
    var index: [String: Int] = [:]
    for (place, name) in states.enumerated() where index.updateValue(place, forKey: name) != nil {
      throw ConflictModelError("the state \(name) is named twice", line: node.line)
    }
    func state(_ node: YAMLNode) throws(ConflictModelError) -> Int {
      guard case .scalar(let text) = node.value, let place = index[text] else {
        throw ConflictModelError("there is no such state", line: node.line)
      }
      return place
    }
    var moves: [[[Int]]] = []
    for maker in try items(value("moves")) {
      var rows: [[Int]] = []
      for row in try items(maker) {
        var reached: [Int] = []
        for target in try items(row) { reached.append(try state(target)) }
        rows.append(reached)
      }
      moves.append(rows)
    }
    var payoffs: [[Int]] = []
    if let stated = value("payoffs") {
      for maker in try items(stated) {
        var row: [Int] = []
        for cell in try items(maker) { row.append(try number(cell)) }
        payoffs.append(row)
      }
    } else {
      for maker in try items(value("ranking_most_to_least", "rankings")) {
        payoffs.append(try ranking(maker, count: states.count, state))
      }
    }
    var start: Int?
    if let stated = value("status_quo") { start = try state(stated) }
    return try ConflictGraph(
      decisionMakers: names, stateNames: states, moves: moves, payoffs: payoffs,
      unknown: try unknown(value("unknown"), makers: names.count, state), statusQuo: start)
  }

  private func stateNames(_ states: YAMLNode?, count: YAMLNode?, moves: YAMLNode?)
    throws(ConflictModelError) -> [String]
  {
    if let states { return try scalars(states) }
    if let count {
      let number = try number(count)
      guard (1...1_048_576).contains(number) else {
        throw ConflictModelError("n_states is \(number), out of range", line: count.line)
      }
      return (1...number).map(String.init)
    }
    let first = try items(items(moves).first)
    return (0..<first.count).map { String($0 + 1) }
  }

  /// Payoffs from a ranking: the last place gets 0, each place before it one more.
  private func ranking(
    _ node: YAMLNode, count: Int, _ state: (YAMLNode) throws(ConflictModelError) -> Int
  ) throws(ConflictModelError) -> [Int] {
    var payoffs = [Int?](repeating: nil, count: count)
    for (place, item) in try items(node).reversed().enumerated() {
      var tied = [item]
      if case .list(let inner) = item.value { tied = inner }
      for member in tied {
        let place0 = try state(member)
        guard payoffs[place0] == nil else {
          throw ConflictModelError("a state is ranked twice", line: member.line)
        }
        payoffs[place0] = place
      }
    }
    guard payoffs.allSatisfy({ $0 != nil }) else {
      throw ConflictModelError("the ranking leaves out a state", line: node.line)
    }
    return payoffs.compactMap { $0 }
  }

  private func unknown(
    _ node: YAMLNode?, makers: Int, _ state: (YAMLNode) throws(ConflictModelError) -> Int
  ) throws(ConflictModelError) -> [Set<StatePair>]? {
    guard let node else { return nil }
    var sets: [Set<StatePair>] = []
    for maker in try items(node) {
      var pairs: Set<StatePair> = []
      for pair in try items(maker) {
        let two = try items(pair)
        guard two.count == 2 else {
          throw ConflictModelError("an unknown preference is between two states", line: pair.line)
        }
        pairs.insert(StatePair(try state(two[0]), try state(two[1])))
      }
      sets.append(pairs)
    }
    guard sets.count == makers else {
      throw ConflictModelError(
        "unknown needs a list for each of the \(makers) decision makers", line: node.line)
    }
    return sets
  }

  private func items(_ node: YAMLNode?) throws(ConflictModelError) -> [YAMLNode] {
    guard let node else {
      throw ConflictModelError("the model lacks moves, payoffs or rankings", line: self.node.line)
    }
    guard case .list(let items) = node.value else {
      throw ConflictModelError("here stands \(node.shape), where a list is needed", line: node.line)
    }
    return items
  }

  private func scalars(_ node: YAMLNode) throws(ConflictModelError) -> [String] {
    var texts: [String] = []
    for item in try items(node) {
      guard case .scalar(let text) = item.value else {
        throw ConflictModelError(
          "here stands \(item.shape), where a name is needed", line: item.line)
      }
      texts.append(text)
    }
    return texts
  }

  private func number(_ node: YAMLNode) throws(ConflictModelError) -> Int {
    guard case .scalar(let text) = node.value, let number = Int(text) else {
      throw ConflictModelError("here a whole number is needed", line: node.line)
    }
    return number
  }
}
