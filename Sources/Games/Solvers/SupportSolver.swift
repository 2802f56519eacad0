/// Finds a mixed equilibrium with given supports by Newton's method on the conditions of indifference.
struct SupportSolver {
  let tree: GameTree<Double>

  /// Solves for one support.
  ///
  /// - Parameters:
  ///   - support: For each action whether it may be played; every set needs one that may.
  ///   - start: A profile to start from; only the actions in the support are used.
  /// - Returns: A profile in which the actions of each set's support earn the same; nil if Newton's
  ///   method does not settle on probabilities above zero.
  func solve(support: [Bool], start: [Double]) -> [Double]? {
    let game = tree.game
    var free: [Int] = []
    var equations: [(set: Int, reference: Int, action: Int)] = []
    var profile = tree.chances
    for (index, set) in game.sets.enumerated() where !set.isChance {
      let used = tree.actions(of: index).filter { support[$0] }
      guard let reference = used.first else { return nil }
      let sum = used.reduce(0) { $0 + max(start[$1], 1e-6) }
      for action in used { profile[action] = max(start[action], 1e-6) / sum }
      for action in used.dropFirst() {
        free.append(action)
        equations.append((index, reference, action))
      }
    }
    if free.isEmpty { return profile }
    let count = free.count
    guard count <= 120 else { return nil }
    for _ in 0..<60 {
      let gaps = gaps(profile, equations)
      if gaps.reduce(0, { max($0, abs($1)) }) < 1e-14 { break }
      var matrix = [Double](repeating: 0, count: count * count)
      for (column, action) in free.enumerated() {
        // Payoffs are affine in each probability, so a difference over a step is the derivative.
        var moved = profile
        let step = 1.0 / 64
        moved[action] += step
        moved[equations[column].reference] -= step
        for (row, gap) in self.gaps(moved, equations).enumerated() {
          matrix[row * count + column] = (gap - gaps[row]) / step
        }
      }
      let change = DenseSolver.solve(matrix, gaps) ?? Self.shortest(matrix, gaps)
      guard let change else { return nil }
      let largest = change.reduce(0) { max($0, abs($1)) }
      let factor = min(1, 0.5 / max(largest, 1e-300))
      for (column, action) in free.enumerated() {
        profile[action] -= factor * change[column]
        profile[equations[column].reference] += factor * change[column]
      }
      if largest < 1e-15 { break }
    }
    for action in profile.indices {
      guard profile[action].isFinite, profile[action] > -1e-12, profile[action] < 1 + 1e-9 else {
        return nil
      }
      profile[action] = max(0, profile[action])
    }
    return profile
  }

  /// The shortest step where the equations leave some directions open, as at unreached sets.
  private static func shortest(_ matrix: [Double], _ gaps: [Double]) -> [Double]? {
    let count = gaps.count
    var square = [Double](repeating: 0, count: count * count)
    var right = [Double](repeating: 0, count: count)
    var trace = 0.0
    for row in 0..<count {
      for first in 0..<count where matrix[row * count + first] != 0 {
        let left = matrix[row * count + first]
        right[first] += left * gaps[row]
        for second in 0..<count {
          square[first * count + second] += left * matrix[row * count + second]
        }
      }
    }
    for index in 0..<count { trace += square[index * count + index] }
    for index in 0..<count { square[index * count + index] += 1e-12 * trace + 1e-300 }
    return DenseSolver.solve(square, right)
  }

  /// How much more each equation's action earns than its reference, weighted by the others' reach.
  private func gaps(
    _ profile: [Double], _ equations: [(set: Int, reference: Int, action: Int)]
  ) -> [Double] {
    let game = tree.game
    let players = tree.playerCount
    let values = tree.values(profile)
    let reach = tree.reach(profile)
    return equations.map { equation in
      let set = game.sets[equation.set]
      let offset = tree.offsets[equation.set]
      var sum = 0.0
      for node in set.nodes {
        let high = game.child(of: node, by: equation.action - offset)
        let low = game.child(of: node, by: equation.reference - offset)
        sum +=
          reach[node]
          * (values[high * players + set.player] - values[low * players + set.player])
      }
      return sum
    }
  }
}
