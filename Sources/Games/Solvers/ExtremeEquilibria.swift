/// All extreme equilibria of a two-player game with perfect recall, in exact arithmetic.
///
/// An equilibrium is a pair of plans each of which uses only sequences on best replies to the other.
/// Every equilibrium mixes extreme ones: pairs of vertices of the two best-reply polytopes. In a
/// zero-sum game every optimal plan goes with every other, and only optimal plans are listed.
///
/// > Avis, Rosenberg, Savani, von Stengel. "Enumeration of Nash equilibria for two-player games."
/// > *Economic Theory* 42, 2010.
struct ExtremeEquilibria {
  /// A pair of plans as weights of sequences.
  struct Pair {
    let first: [Rational]
    let second: [Rational]
  }

  /// Why there is no list.
  enum Refusal: Error {
    /// A player has more pure plans than are compared.
    case tooManyPlans
    /// The time was up.
    case outOfTime
  }

  /// The most pure plans of a player.
  static let planLimit = 4_096

  private let form: SequenceForm
  private let plans: [[[Bool]]]

  /// Prepares a game.
  init(_ form: SequenceForm) throws(Refusal) {
    self.form = form
    var plans: [[[Bool]]] = []
    for side in form.sides {
      guard let list = side.purePlans(limit: Self.planLimit) else { throw .tooManyPlans }
      plans.append(list)
    }
    self.plans = plans
  }

  /// The pairs in a fixed order.
  ///
  /// - Parameters:
  ///   - value: What the first player earns in a zero-sum game whose value is known; nil otherwise.
  ///   - limit: The most pairs to list; one more is given where there are more.
  ///   - budget: When to give up.
  func list(value: Rational?, limit: Int, budget: SearchBudget) throws(Refusal) -> [Pair] {
    var sides: [[BestReplyVertices.Vertex]] = []
    for player in 0..<2 {
      let payoffs = form.entries.map { entry in
        player == 0
          ? (
            own: entry.row, other: entry.column, payoff: value == nil ? entry.second : -entry.first
          )
          : (own: entry.column, other: entry.row, payoff: entry.first)
      }
      let found = BestReplyVertices(
        own: plans[player], others: plans[1 - player], payoffs: payoffs,
        freedom: form.sides[player].count - 1 - form.sides[player].sets.count,
        value: value.map { player == 0 ? -$0 : $0 }, budget: budget)
      guard let found else { throw budget.isSpent ? .outOfTime : .tooManyPlans }
      sides.append(found.vertices)
    }
    var pairs: [Pair] = []
    for first in sides[0] {
      if budget.isSpent { throw .outOfTime }
      for second in sides[1]
      where value != nil
        || (second.support.isSubset(of: first.replies)
          && first.support.isSubset(of: second.replies))
      {
        pairs.append(Pair(first: first.plan, second: second.plan))
        if pairs.count > limit { return pairs }
      }
    }
    return pairs
  }
}

extension SequenceForm.Side {
  /// The pure plans that only say what to do where the plan itself can lead, as flags of sequences.
  ///
  /// - Returns: nil where there are more than the limit.
  func purePlans(limit: Int) -> [[Bool]]? {
    var plans: [[Bool]] = [(0..<count).map { $0 == 0 }]
    for set in sets.indices {
      var next: [[Bool]] = []
      for plan in plans {
        guard plan[before[set]] else {
          next.append(plan)
          continue
        }
        for sequence in sequences(set) {
          var longer = plan
          longer[sequence] = true
          next.append(longer)
        }
        if next.count > limit { return nil }
      }
      plans = next
    }
    return plans
  }
}
