/// How the conflict may go from the status quo to a state, move by move.
///
/// > Li, K. W., Kilgour, D. M., Hipel, K. W. "Status quo analysis in the graph model for conflict
/// > resolution." *Journal of the Operational Research Society* 56, 2005, 699-707.
public struct StatusQuoPath: Hashable, Sendable {
  /// One move: who moved, and where to.
  public struct Step: Hashable, Sendable {
    /// The decision maker who moved.
    public let maker: Int
    /// The state it moved to.
    public let state: Int
  }

  /// The state from which the path starts.
  public let start: Int
  /// The moves in order; no one moves twice running.
  public let steps: [Step]

  /// Finds a shortest path, of improvements only or of any moves.
  ///
  /// - Returns: Nothing where the state cannot be reached.
  /// - Complexity: O(*a* *n*).
  public static func shortest(
    from start: Int, to goal: Int, in graph: ConflictGraph, improving: Bool
  ) -> StatusQuoPath? {
    if start == goal { return StatusQuoPath(start: start, steps: []) }
    let makers = graph.decisionMakers.count
    var cameFrom = [Int: Int]()
    // A node is a state with the last mover; the start has none and stands past the last node.
    var queue = [graph.count * makers]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let isStart = node == graph.count * makers
      let state = isStart ? start : node % graph.count
      let last = isStart ? -1 : node / graph.count
      for maker in 0..<makers where maker != last {
        let reached =
          improving ? graph.improvements(maker, from: state) : graph.moves[maker][state]
        for target in reached {
          let next = maker * graph.count + target
          guard cameFrom[next] == nil else { continue }
          cameFrom[next] = node
          if target == goal { return path(to: next, cameFrom, start, graph) }
          queue.append(next)
        }
      }
    }
    return nil
  }

  private static func path(
    to last: Int, _ cameFrom: [Int: Int], _ start: Int, _ graph: ConflictGraph
  ) -> StatusQuoPath {
    var steps: [Step] = []
    var node = last
    while let earlier = cameFrom[node] {
      steps.append(Step(maker: node / graph.count, state: node % graph.count))
      node = earlier
    }
    return StatusQuoPath(start: start, steps: steps.reversed())
  }
}
