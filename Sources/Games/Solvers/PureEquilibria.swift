/// Pure perfect Bayesian equilibria by enumeration from the ends of the tree.
///
/// Sets are settled after all that can follow them. At a set with one node only the best actions are
/// tried, which solves subgames; at a set with several nodes only those that are best under some
/// belief, which leaves out dominated ones. What remains is checked whole: Bayes' rule where play
/// leads, beliefs that serve elsewhere.
package struct PureEquilibria<Number: GameNumber>: Sendable {
  private var tree: GameTree<Number>
  /// The sets, each after all sets that can follow it; nil where sets follow each other both ways.
  private let order: [Int]?
  private let tolerance: Number

  /// Prepares a game.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - tolerance: How far below zero an advantage counts as zero; zero for fractions.
  package init(_ tree: GameTree<Number>, tolerance: Number) {
    self.tree = tree
    self.tolerance = tolerance
    order = tree.game.settlingOrder
  }

  /// What an enumeration gives.
  package struct Listing: Sendable {
    /// The chosen action of each set by local index, one list a profile.
    package var profiles: [[Int]] = []
    /// Whether the enumeration went to its end.
    package var isComplete = true
    /// How many whole profiles were checked.
    package var checked = 0
  }

  /// Puts other payoffs and chances into the same tree.
  package mutating func load(payoffs: [Number], chances: [Number]) {
    tree.payoffs = payoffs
    tree.chances = chances
  }

  /// Lists the equilibria.
  ///
  /// - Parameters:
  ///   - limit: The most equilibria to list.
  ///   - candidates: The most whole profiles to check.
  ///   - budget: When to give up.
  package func list(
    limit: Int = .max, candidates: Int = 1_000_000, budget: SearchBudget = .unlimited
  ) -> Listing {
    var search = Search(tree: tree, tolerance: tolerance, limit: limit, candidates: candidates)
    let sets = order ?? Array(tree.game.sets.indices.reversed())
    search.run(sets, prunes: order != nil, budget: budget)
    return search.listing
  }

  private struct Search {
    let tree: GameTree<Number>
    let tolerance: Number
    let limit: Int
    let candidates: Int
    var values: [Number]
    var choices: [Int]
    var listing = Listing()

    init(tree: GameTree<Number>, tolerance: Number, limit: Int, candidates: Int) {
      self.tree = tree
      self.tolerance = tolerance
      self.limit = limit
      self.candidates = candidates
      values = tree.payoffs
      choices = Array(repeating: 0, count: tree.game.sets.count)
    }

    /// Walks the product of options set by set, without recursion.
    mutating func run(_ order: [Int], prunes: Bool, budget: SearchBudget) {
      var options: [[Int]] = []
      var position: [Int] = []
      var steps = 0
      while true {
        let depth = options.count
        if depth < order.count {
          let set = order[depth]
          options.append(prunes ? open(set) : Array(tree.game.sets[set].actions.indices))
          if tree.game.sets[set].isChance { options[depth] = [0] }
          position.append(-1)
        } else {
          check(prunes: prunes)
          listing.checked += 1
          if listing.profiles.count >= limit || listing.checked >= candidates {
            listing.isComplete = false
            return
          }
        }
        steps += 1
        if steps % 64 == 0, budget.isSpent {
          listing.isComplete = false
          return
        }
        // Take the next option of the deepest set that has one left.
        while let last = options.indices.last {
          position[last] += 1
          if position[last] < options[last].count { break }
          options.removeLast()
          position.removeLast()
        }
        guard let last = options.indices.last else { return }
        settle(order[last], options[last][position[last]])
      }
    }

    /// The actions of a set that are best under some belief, given what follows.
    func open(_ index: Int) -> [Int] {
      let set = tree.game.sets[index]
      if set.isChance || set.actions.count == 1 { return [0] }
      let players = tree.playerCount
      func value(_ node: Int, _ action: Int) -> Number {
        values[tree.game.child(of: node, by: action) * players + set.player]
      }
      return set.actions.indices.filter { action in
        if set.nodes.count == 1 {
          let own = value(set.nodes[0], action)
          return set.actions.indices.allSatisfy {
            own - value(set.nodes[0], $0) >= -tolerance
          }
        }
        let rows = set.actions.indices.filter { $0 != action }.map { other in
          set.nodes.map { value($0, action) - value($0, other) }
        }
        return BeliefFeasibility.weights(rows, columns: set.nodes.count, tolerance: tolerance)
          != nil
      }
    }

    mutating func settle(_ index: Int, _ action: Int) {
      choices[index] = action
      let players = tree.playerCount
      let set = tree.game.sets[index]
      for node in set.nodes {
        for player in 0..<players {
          var value = tree.payoffs[node * players + player]
          if set.isChance {
            for other in set.actions.indices {
              value +=
                tree.chances[tree.offsets[index] + other]
                * values[tree.game.child(of: node, by: other) * players + player]
            }
          } else {
            value += values[tree.game.child(of: node, by: action) * players + player]
          }
          values[node * players + player] = value
        }
      }
    }

    mutating func check(prunes: Bool) {
      let profile = tree.pureProfile(choices)
      let all = prunes ? values : tree.values(profile)
      guard
        SequentialRationality(
          tree, profile: profile, values: all, reach: tree.reach(profile), tolerance: tolerance)
          != nil
      else { return }
      listing.profiles.append(choices)
    }
  }
}
