import Foundation

/// The equations of the agent logit quantal response equilibrium, in the logarithms of probabilities.
///
/// At each set `ln p(a) - ln p(a₀) = λ (u(a) - u(a₀))` and `Σ p = 1`, where `u(a)` is what the mover
/// expects from the action given that the set is reached. Logarithms keep beliefs at sets that are
/// reached with vanishing probability well defined.
///
/// > McKelvey, Palfrey. "Quantal response equilibria for extensive form games." *Experimental
/// > Economics* 1, 1998; Turocy. "Computing sequential equilibria using agent quantal response
/// > equilibria." *Economic Theory* 42, 2010.
struct QuantalResponseSystem {
  let tree: GameTree<Double>
  /// The actions of players' sets, as global indices.
  let variables: [Int]
  private let position: [Int]
  private let logChance: [Double]
  /// For each node the variables on its path.
  private let paths: [[Int]]
  /// A fixed tilt of each variable, zero unless another branch is looked for.
  var tilt: [Double]

  init(_ tree: GameTree<Double>) {
    self.tree = tree
    var variables: [Int] = []
    var position = [Int](repeating: -1, count: tree.actionCount)
    for (index, set) in tree.game.sets.enumerated() where !set.isChance {
      for action in tree.actions(of: index) {
        position[action] = variables.count
        variables.append(action)
      }
    }
    self.variables = variables
    self.position = position
    tilt = Array(repeating: 0, count: variables.count)
    var logChance = [Double](repeating: 0, count: tree.game.nodes.count)
    var paths = [[Int]](repeating: [], count: tree.game.nodes.count)
    for (index, node) in tree.game.nodes.enumerated() where node.parent >= 0 {
      let action = tree.offsets[tree.game.nodes[node.parent].set] + node.action
      paths[index] = paths[node.parent]
      logChance[index] = logChance[node.parent]
      if position[action] < 0 {
        logChance[index] += log(tree.chances[action])
      } else {
        paths[index].append(position[action])
      }
    }
    self.logChance = logChance
    self.paths = paths
  }

  var count: Int { variables.count }

  /// The start of the path: every set mixes evenly, but for the tilt.
  var start: [Double] {
    var logs = [Double](repeating: 0, count: count)
    for (index, set) in tree.game.sets.enumerated() where !set.isChance {
      let range = tree.actions(of: index).map { position[$0] }
      let total = range.reduce(0) { $0 + exp(tilt[$1]) }
      for variable in range { logs[variable] = tilt[variable] - log(total) }
    }
    return logs
  }

  /// The behaviour for logarithms of probabilities.
  func profile(_ logs: [Double]) -> [Double] {
    var profile = tree.chances
    for (index, variable) in variables.enumerated() { profile[variable] = exp(logs[index]) }
    return profile
  }

  /// The equations' values and their derivatives by the logarithms and by λ.
  ///
  /// - Returns: The values, the square matrix row by row, and the column of derivatives by λ.
  /// - Complexity: O(nodes · actions).
  func evaluate(
    _ logs: [Double], lambda: Double, wantsDerivatives: Bool = true
  ) -> (values: [Double], matrix: [Double], byLambda: [Double]) {
    let game = tree.game
    let players = tree.playerCount
    let count = self.count
    let profile = profile(logs)
    let values = tree.values(profile)
    // Beliefs at each set from the logarithms of reach.
    var belief = [Double](repeating: 0, count: game.nodes.count)
    var logReach = logChance
    for index in game.nodes.indices { for step in paths[index] { logReach[index] += logs[step] } }
    for set in game.sets where !set.isChance {
      let top = set.nodes.reduce(-Double.infinity) { max($0, logReach[$1]) }
      guard top > -.infinity else {
        for node in set.nodes { belief[node] = 1 / Double(set.nodes.count) }
        continue
      }
      var sum = 0.0
      for node in set.nodes {
        belief[node] = exp(logReach[node] - top)
        sum += belief[node]
      }
      for node in set.nodes { belief[node] /= sum }
    }
    var worth = [Double](repeating: 0, count: count)
    for set in game.sets where !set.isChance {
      for node in set.nodes {
        for action in set.actions.indices {
          let child = game.child(of: node, by: action)
          let variable = position[tree.offsets[game.nodes[node].set] + action]
          worth[variable] += belief[node] * values[child * players + set.player]
        }
      }
    }
    var equations = [Double](repeating: 0, count: count)
    var byLambda = equations
    var matrix = [Double](repeating: 0, count: wantsDerivatives ? count * count : 0)
    var slopes = [Double](repeating: 0, count: wantsDerivatives ? count * count : 0)
    if wantsDerivatives {
      fillSlopes(&slopes, profile: profile, values: values, belief: belief, worth: worth)
    }
    for (index, set) in game.sets.enumerated() where !set.isChance {
      let first = position[tree.offsets[index]]
      let last = first + set.actions.count
      for variable in first..<last { equations[first] += exp(logs[variable]) }
      equations[first] -= 1
      for variable in first + 1..<max(last, first + 1) {
        let gain = worth[variable] - worth[first]
        equations[variable] =
          logs[variable] - logs[first] - lambda * gain - tilt[variable] + tilt[first]
        byLambda[variable] = -gain
      }
      guard wantsDerivatives else { continue }
      for variable in first..<last { matrix[first * count + variable] = exp(logs[variable]) }
      for variable in first + 1..<max(last, first + 1) {
        for other in 0..<count {
          matrix[variable * count + other] =
            -lambda * (slopes[variable * count + other] - slopes[first * count + other])
        }
        matrix[variable * count + variable] += 1
        matrix[variable * count + first] -= 1
      }
    }
    return (equations, matrix, byLambda)
  }

  /// The derivatives of each action's worth by each logarithm, found one logarithm at a time.
  private func fillSlopes(
    _ slopes: inout [Double], profile: [Double], values: [Double], belief: [Double],
    worth: [Double]
  ) {
    let game = tree.game
    let players = tree.playerCount
    let count = self.count
    var change = [Double](repeating: 0, count: game.nodes.count * players)
    for other in 0..<count {
      let action = variables[other]
      let moved = tree.setOfAction[action]
      for index in change.indices { change[index] = 0 }
      for node in game.sets[moved].nodes {
        let child = game.child(of: node, by: action - tree.offsets[moved])
        for player in 0..<players {
          change[node * players + player] += profile[action] * values[child * players + player]
        }
      }
      for index in game.nodes.indices.dropFirst().reversed() {
        let parent = game.nodes[index].parent
        let weight = profile[tree.offsets[game.nodes[parent].set] + game.nodes[index].action]
        for player in 0..<players where change[index * players + player] != 0 {
          change[parent * players + player] += weight * change[index * players + player]
        }
      }
      for (index, set) in game.sets.enumerated() where !set.isChance {
        var meanSteps = 0.0
        var steps = [Double](repeating: 0, count: set.nodes.count)
        for (place, node) in set.nodes.enumerated() {
          for step in paths[node] where step == other { steps[place] += 1 }
          meanSteps += belief[node] * steps[place]
        }
        for local in set.actions.indices {
          let variable = position[tree.offsets[index] + local]
          var slope = 0.0
          for (place, node) in set.nodes.enumerated() {
            let child = game.child(of: node, by: local)
            slope +=
              belief[node]
              * (change[child * players + set.player]
                + (steps[place] - meanSteps) * values[child * players + set.player])
          }
          slopes[variable * count + other] = slope
        }
      }
    }
  }

  /// Newton's method at a fixed λ; nil unless the equations come to hold.
  func corrected(_ logs: [Double], lambda: Double) -> [Double]? {
    var point = logs
    for _ in 0..<40 {
      let system = evaluate(point, lambda: lambda)
      let error = system.values.reduce(0) { max($0, abs($1)) }
      guard error.isFinite else { return nil }
      if error < 1e-12 * (1 + lambda) { return point }
      guard let step = DenseSolver.solve(system.matrix, system.values) else { return nil }
      let largest = step.reduce(0) { max($0, abs($1)) }
      let factor = min(1, 3 / max(largest, 1e-300))
      for index in point.indices { point[index] -= factor * step[index] }
    }
    return nil
  }
}
