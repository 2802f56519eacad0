/// A game in extensive form: a tree of moves with information sets, chance and payoffs.
///
/// Nodes stand in depth-first order, so every node comes after its parent, and the root is first.
/// Payoffs may lie on any node, as they do in `.efg` files; a play's payoff is the sum along its
/// path. Labels are free text and need not be unique or present.
public struct ExtensiveGame: Hashable, Sendable {
  /// One point in the tree where a player, chance or nobody moves.
  public struct Node: Hashable, Sendable {
    /// The node before; -1 for the root.
    public var parent: Int
    /// Which of the parent's actions leads here, counted from zero.
    public var action: Int
    /// The information set, an index into ``ExtensiveGame/sets``; -1 where the game ends.
    public var set: Int
    /// The outcome reached here, an index into ``ExtensiveGame/outcomes``; -1 for none.
    public var outcome: Int
    /// Where the children start in ``ExtensiveGame/children``.
    public var childStart: Int

    /// Whether the game ends here.
    public var isTerminal: Bool { self.set < 0 }
  }

  /// The nodes that a player cannot tell apart when choosing, or a chance move.
  public struct InformationSet: Hashable, Sendable {
    /// The player's index; -1 for chance.
    public var player: Int
    /// The number in the file, unique for the player.
    public var number: Int
    /// The name, which may be empty.
    public var label: String
    /// The names of the actions.
    public var actions: [String]
    /// The chances of the actions, for a chance move; empty for a player.
    public var chances: [Rational]
    /// The nodes of the set in ascending order.
    public var nodes: [Int]

    /// Whether chance moves here.
    public var isChance: Bool { player < 0 }
  }

  /// Payoffs with a name, which several nodes may share.
  public struct Outcome: Hashable, Sendable {
    /// The number in the file.
    public var number: Int
    /// The name, which may be empty.
    public var label: String
    /// One payoff for each player.
    public var payoffs: [Rational]
  }

  /// The title.
  public var title: String
  /// The comment of the file.
  public var comment: String
  /// The players' names; chance is not one of them.
  public var players: [String]
  /// The nodes, parents before children.
  public internal(set) var nodes: [Node]
  /// The children of all nodes, those of one node next to each other.
  public internal(set) var children: [Int]
  /// The names of the nodes that have one.
  public internal(set) var nodeLabels: [Int: String]
  /// The information sets and chance moves, in the order of first appearance.
  public internal(set) var sets: [InformationSet]
  /// The outcomes, in the order of first appearance.
  public internal(set) var outcomes: [Outcome]

  /// The child of a node by the action's index.
  public func child(of node: Int, by action: Int) -> Int {
    children[nodes[node].childStart + action]
  }

  /// The number of actions at a node.
  public func actionCount(at node: Int) -> Int {
    nodes[node].isTerminal ? 0 : sets[nodes[node].set].actions.count
  }

  /// The payoffs that lie on a node itself; nil where there is no outcome.
  public func payoffs(at node: Int) -> [Rational]? {
    let outcome = nodes[node].outcome
    return outcome < 0 ? nil : outcomes[outcome].payoffs
  }

  /// The indices of a player's information sets, in the order of first appearance.
  public func sets(of player: Int) -> [Int] {
    sets.indices.filter { sets[$0].player == player }
  }
}
