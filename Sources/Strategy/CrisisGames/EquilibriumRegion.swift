public import Games
/// The exact region of parameters in which a pure profile of a crisis game is an equilibrium.
///
/// Every choice must be best at its set. Where play leads, that is one inequality an alternative, with
/// beliefs by Bayes' rule multiplied out; elsewhere some belief must serve, which is a choice between
/// groups of inequalities, or a statement about weights. All are polynomials with exact coefficients.
public struct EquilibriumRegion: Hashable, Sendable {
  /// The profile: the chosen action of each set by local index.
  public let choices: [Int]
  /// The requirements, all of which must hold.
  public let requirements: [RegionRequirement]
  /// Whether all edges are known exactly; membership of a point always is.
  public let isExact: Bool

  private init(choices: [Int], requirements: [RegionRequirement], isExact: Bool) {
    self.choices = choices
    self.requirements = requirements
    self.isExact = isExact
  }

  /// The polynomials on whose zeros the region can end.
  var edges: Set<Polynomial> { Set(requirements.flatMap(\.edges)) }

  /// The region over some parameters where all others have values.
  func restricted(to kept: Set<Int>, at point: [Rational]) -> EquilibriumRegion {
    EquilibriumRegion(
      choices: choices,
      requirements: Self.simplified(
        requirements.map { $0.restricted(to: kept, at: point) }, .unlimited) ?? [],
      isExact: isExact)
  }

  /// Whether a point lies in the region; its chances must be above zero.
  public func contains(_ point: [Rational]) -> Bool {
    requirements.allSatisfy { $0.holds(at: point) }
  }

  /// Finds the region of a profile.
  public init(_ tree: CrisisTree, choices: [Int]) {
    let found = Self.requirements(tree, choices, .unlimited) ?? ([], true)
    self.init(choices: choices, requirements: found.list, isExact: found.isExact)
  }

  /// Finds the region of a profile; nil where the time is up before.
  init?(_ tree: CrisisTree, choices: [Int], budget: SearchBudget) {
    guard let found = Self.requirements(tree, choices, budget) else { return nil }
    self.init(choices: choices, requirements: found.list, isExact: found.isExact)
  }

  private static func requirements(
    _ tree: CrisisTree, _ choices: [Int], _ budget: SearchBudget
  ) -> (list: [RegionRequirement], isExact: Bool)? {
    let game = tree.game
    let players = game.players.count
    let offsets = game.actionOffsets
    var values = game.nodes.indices.map {
      tree.payoffs[$0] ?? [Polynomial](repeating: Polynomial(), count: players)
    }
    var weight = [Polynomial](repeating: Polynomial(1), count: game.nodes.count)
    var unplanned = [[Int]](repeating: [], count: game.nodes.count)
    for index in game.nodes.indices.dropFirst() {
      if index.isMultiple(of: 64), budget.isSpent { return nil }
      let node = game.nodes[index]
      let set = game.nodes[node.parent].set
      weight[index] = weight[node.parent]
      unplanned[index] = unplanned[node.parent]
      if game.sets[set].isChance {
        weight[index] = weight[index] * (tree.chances[offsets[set] + node.action] ?? Polynomial(1))
      } else if choices[set] != node.action {
        unplanned[index].append(offsets[set] + node.action)
      }
    }
    for index in game.nodes.indices.dropFirst().reversed() {
      if index.isMultiple(of: 64), budget.isSpent { return nil }
      let node = game.nodes[index]
      let set = game.nodes[node.parent].set
      let chance: Polynomial
      if game.sets[set].isChance {
        chance = tree.chances[offsets[set] + node.action] ?? Polynomial(1)
      } else if choices[set] == node.action {
        chance = Polynomial(1)
      } else {
        continue
      }
      for player in 0..<players { values[node.parent][player] += chance * values[index][player] }
    }
    var requirements: [RegionRequirement] = []
    var isExact = true
    for (index, set) in game.sets.enumerated() where !set.isChance {
      if budget.isSpent { return nil }
      let alternatives = set.actions.indices.filter { $0 != choices[index] }
      func advantage(_ node: Int, _ action: Int) -> Polynomial {
        values[game.child(of: node, by: choices[index])][set.player]
          - values[game.child(of: node, by: action)][set.player]
      }
      var classes: [[Int]: [Int]] = [:]
      for node in set.nodes { classes[unplanned[node].sorted(), default: []].append(node) }
      let kept = classes.keys.filter { key in
        !classes.keys.contains { $0 != key && Set($0).isSubset(of: key) }
      }.sorted { $0.lexicographicallyPrecedes($1) }
      let matrix = kept.map { key in
        alternatives.map { action -> Polynomial in
          let nodes = classes[key] ?? []
          if nodes.count == 1 { return advantage(nodes[0], action) }
          return nodes.reduce(Polynomial()) { $0 + weight[$1] * advantage($1, action) }
        }
      }
      let chosen = set.actions[choices[index]]
      let name = "\(game.players[set.player]), at \(set.label): \(chosen)"
      if kept.count == 1 {
        for (place, action) in alternatives.enumerated() {
          requirements.append(
            RegionRequirement(
              reason: "\(name) rather than \(set.actions[action])", groups: [[matrix[0][place]]]))
        }
      } else {
        let reason = "\(name), under some belief"
        if let groups = someBelief(matrix) {
          requirements += groups.map { RegionRequirement(reason: reason, groups: $0) }
        } else {
          let requirement = RegionRequirement(reason: reason, groups: [], classes: matrix)
          isExact = isExact && requirement.hasAllEdges
          requirements.append(requirement)
        }
      }
    }
    guard let simple = simplified(requirements, budget) else { return nil }
    return (simple, isExact)
  }

  /// When some weights on the rows make every column at least zero, as groups of inequalities; nil
  /// where these would be too many, with three or more rows and columns.
  private static func someBelief(_ matrix: [[Polynomial]]) -> [[[Polynomial]]]? {
    let columns = matrix.first?.count ?? 0
    if columns <= 1 { return [matrix] }
    func mixed(_ a: Int, _ b: Int, _ first: [Polynomial], _ second: [Polynomial]) -> [Polynomial] {
      [first[a], second[b], first[a] * second[b] - second[a] * first[b]]
    }
    if columns == 2 {
      // The best belief for one alternative that keeps the other at bay uses two rows at most.
      var groups = matrix
      for first in matrix.indices {
        for second in matrix.indices where second != first {
          groups.append(mixed(0, 1, matrix[first], matrix[second]))
        }
      }
      return [groups]
    }
    if matrix.count == 2 {
      // Intervals of the share of one row meet if every two of them do (Helly).
      var all: [[[Polynomial]]] = []
      for a in 0..<columns {
        for b in a + 1..<columns {
          all.append([
            [matrix[0][a], matrix[0][b]], [matrix[1][a], matrix[1][b]],
            mixed(a, b, matrix[0], matrix[1]), mixed(b, a, matrix[0], matrix[1]),
          ])
        }
      }
      return all
    }
    return nil
  }

  /// The requirements without what always holds or stands twice; nil where the time is up before.
  private static func simplified(
    _ requirements: [RegionRequirement], _ budget: SearchBudget
  ) -> [RegionRequirement]? {
    var kept: [RegionRequirement] = []
    for requirement in requirements {
      if budget.isSpent { return nil }
      if !requirement.classes.isEmpty {
        let isFree = requirement.classes.contains { row in
          row.allSatisfy { ($0.constant ?? -1) >= 0 }
        }
        if !isFree, !kept.contains(where: { $0.classes == requirement.classes }) {
          kept.append(requirement)
        }
        continue
      }
      var groups = requirement.groups.map { group in
        group.filter { ($0.constant ?? -1) < 0 }
      }
      if groups.contains(where: \.isEmpty) { continue }
      groups.removeAll { $0.contains { $0.constant != nil } }
      if groups.isEmpty { groups = [[Polynomial(-1)]] }
      groups = groups.enumerated().filter { !groups[..<$0.offset].contains($0.element) }
        .map(\.element)
      if !kept.contains(where: { $0.groups == groups }) {
        kept.append(RegionRequirement(reason: requirement.reason, groups: groups))
      }
    }
    return kept
  }
}
