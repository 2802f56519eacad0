/// An extensive game laid out for arithmetic in one kind of number.
///
/// Actions of all sets are numbered in order; a profile is one probability for each action, the
/// chances of chance moves included. All walks are loops over nodes in depth-first order, so deep
/// trees need no stack.
package struct GameTree<Number: GameNumber>: Sendable {
  /// The game.
  package let game: ExtensiveGame
  /// Where each set's actions start; one entry more than there are sets.
  package let offsets: [Int]
  /// The payoffs on each node, player by player.
  package var payoffs: [Number]
  /// Which nodes carry payoffs.
  package let hasPayoff: [Bool]
  /// The probability of each action, set for chance moves and zero elsewhere.
  package var chances: [Number]
  /// The number of nodes below and at each node.
  package let sizes: [Int]
  /// The global index of each player's last own action before each set; nil without perfect recall.
  package let preceding: [Int]?
  /// The set of each action.
  package let setOfAction: [Int]

  /// Lays out a game.
  ///
  /// - Complexity: O(nodes · players).
  package init(_ game: ExtensiveGame) {
    self.game = game
    offsets = game.actionOffsets
    let players = game.players.count
    payoffs = Array(repeating: 0, count: game.nodes.count * players)
    var hasPayoff = [Bool](repeating: false, count: game.nodes.count)
    let outcomes = game.outcomes.map { $0.payoffs.map { Number($0) } }
    for (index, node) in game.nodes.enumerated() where node.outcome >= 0 {
      hasPayoff[index] = true
      for player in 0..<players {
        payoffs[index * players + player] = outcomes[node.outcome][player]
      }
    }
    self.hasPayoff = hasPayoff
    chances = []
    var setOfAction: [Int] = []
    for (index, set) in game.sets.enumerated() {
      chances += set.isChance ? set.chances.map { Number($0) } : set.actions.map { _ in 0 }
      setOfAction += set.actions.map { _ in index }
    }
    self.setOfAction = setOfAction
    sizes = game.subtreeSizes
    preceding = game.precedingActions
  }

  /// The number of actions of all sets.
  package var actionCount: Int { setOfAction.count }

  /// The number of players.
  package var playerCount: Int { game.players.count }

  /// The actions of a set as a range of global indices.
  package func actions(of set: Int) -> Range<Int> { offsets[set]..<offsets[set + 1] }

  /// The profile in which every player mixes evenly at every set.
  package var evenProfile: [Number] {
    var profile = chances
    for (index, set) in game.sets.enumerated() where !set.isChance {
      let share = Number(Rational(1, over: set.actions.count))
      for action in actions(of: index) { profile[action] = share }
    }
    return profile
  }

  /// The profile in which a set's player takes the action with the given local index for certain.
  package func pureProfile(_ choices: [Int]) -> [Number] {
    var profile = chances
    for (index, set) in game.sets.enumerated() where !set.isChance {
      for action in actions(of: index) { profile[action] = 0 }
      profile[offsets[index] + choices[index]] = 1
    }
    return profile
  }
}
