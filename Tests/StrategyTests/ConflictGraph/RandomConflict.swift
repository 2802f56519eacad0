import Estimation
import Strategy

/// Small conflicts made at random, for holding the fast methods against the definitions.
enum RandomConflict {
  /// A conflict in which each decision maker has so many options and ranks the states at random.
  static func make(makers: Int, optionsEach: Int, ties: Bool, seed: UInt64) throws -> ConflictGraph
  {
    var random = SeededGenerator(seed: seed)
    let options = makers * optionsEach
    let count = 1 << options
    var moves = [[[Int]]](repeating: [], count: makers)
    var payoffs: [[Int]] = []
    for maker in 0..<makers {
      let mask = ((1 << optionsEach) - 1) << (maker * optionsEach)
      moves[maker] = (0..<count).map { state in
        (0..<count).filter { $0 != state && ($0 & ~mask) == (state & ~mask) }
      }
      let ranks = Array(0..<count).shuffled(using: &random)
      payoffs.append(ties ? ranks.map { $0 / 2 } : ranks)
    }
    return try ConflictGraph(
      decisionMakers: (0..<makers).map { "DM\($0)" }, stateNames: (0..<count).map(String.init),
      moves: moves, payoffs: payoffs)
  }
}

/// The definitions, word by word and slowly: sequences are listed with the set of last movers.
struct Definitions {
  let graph: ConflictGraph

  /// The reachable list of a group: all legal sequences, no one moving twice running.
  func reach(_ start: Int, group: [Int], improving: Bool) -> Set<Int> {
    var lastMovers: [Int: Set<Int>] = [:]
    var hasChanged = true
    func targets(_ maker: Int, _ state: Int) -> [Int] {
      improving ? graph.improvements(maker, from: state) : graph.moves[maker][state]
    }
    for maker in group {
      for target in targets(maker, start) { lastMovers[target, default: []].insert(maker) }
    }
    while hasChanged {
      hasChanged = false
      for (state, movers) in lastMovers {
        for maker in group where movers != [maker] {
          for target in targets(maker, state)
          where lastMovers[target, default: []].insert(maker).inserted { hasChanged = true }
        }
      }
    }
    return Set(lastMovers.keys)
  }

  func isStable(_ concept: StabilityConcept, _ maker: Int, _ state: Int) -> Bool {
    let payoff = graph.payoffs[maker]
    let others = graph.decisionMakers.indices.filter { $0 != maker }
    return graph.improvements(maker, from: state).allSatisfy { target in
      switch concept {
      case .nash, .sim: return false
      case .gmr:
        return reach(target, group: others, improving: false).contains {
          payoff[$0] <= payoff[state]
        }
      case .seq:
        return reach(target, group: others, improving: true).contains {
          payoff[$0] <= payoff[state]
        }
      case .smr:
        return reach(target, group: others, improving: false).contains { outcome in
          payoff[outcome] <= payoff[state]
            && graph.moves[maker][outcome].allSatisfy { payoff[$0] <= payoff[state] }
        }
      }
    }
  }
}
