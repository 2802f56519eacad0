import Foundation

/// The principal branch of agent logit quantal response equilibria, followed from even mixing.
///
/// The path is followed by its arc length, so that it may bend back in λ; a prediction along the
/// tangent is corrected by Newton's method.
///
/// > Allgower, Georg. *Introduction to Numerical Continuation Methods*. SIAM, 2003; Turocy. "A dynamic
/// > homotopy interpretation of the logistic quantal response equilibrium correspondence." *Games and
/// > Economic Behavior* 51, 2005.
package struct QuantalResponsePath {
  /// A point of the path.
  package struct Point: Sendable {
    /// The precision λ: 0 is even mixing, large is near-perfect choice; per unit of payoff.
    package let lambda: Double
    /// A probability for each action, chance moves included.
    package let profile: [Double]
  }

  /// Nothing where the game is too large.
  private var system: QuantalResponseSystem?
  /// The most steps along the path.
  private static let stepLimit = 4_000

  /// Prepares a game.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - tilt: A disturbance of the starting point for each action, in units of logarithms.
  package init(_ tree: GameTree<Double>, tilt: ((Int) -> Double)? = nil) {
    guard Self.fits(tree) else { return }
    var system = QuantalResponseSystem(tree)
    if let tilt { system.tilt = system.variables.map(tilt) }
    self.system = system
  }

  /// The most actions of a game whose path is followed: each step solves a dense system in them.
  package static let mostActions = 4_000

  /// Whether a game is small enough: in its actions, and in the lengths of its plays added up, both
  /// of which are held.
  package static func fits(_ tree: GameTree<Double>) -> Bool {
    let actions = tree.game.sets.reduce(0) { $0 + ($1.isChance ? 0 : $1.actions.count) }
    guard actions <= mostActions else { return false }
    var depth = [Int](repeating: 0, count: tree.game.nodes.count)
    var total = 0
    for (index, node) in tree.game.nodes.enumerated() where node.parent >= 0 {
      depth[index] = depth[node.parent] + 1
      total += depth[index]
      if total > 50_000_000 { return false }
    }
    return true
  }

  /// The points at given values of λ, in ascending order, where the path first comes to each.
  ///
  /// - Returns: Fewer points if the budget ran out or the path could not be followed.
  package func points(at lambdas: [Double], budget: SearchBudget = .unlimited) -> [Point] {
    guard let system else { return [] }
    let wanted = lambdas.sorted()
    var found: [Point] = []
    follow(upTo: wanted.last ?? 0, budget: budget) { before, after in
      while found.count < wanted.count, wanted[found.count] <= after.lambda {
        let target = wanted[found.count]
        let span = after.lambda - before.lambda
        let share = span > 0 ? (target - before.lambda) / span : 1
        let guess = zip(before.logs, after.logs).map { $0 + share * ($1 - $0) }
        guard let logs = system.corrected(guess, lambda: target) else { return false }
        found.append(Point(lambda: target, profile: system.profile(logs)))
      }
      return found.count < wanted.count
    }
    return found
  }

  /// Visits points along the path until the visitor has seen enough.
  package func walk(
    upTo limit: Double, budget: SearchBudget, visit: (Point) -> Bool
  ) {
    guard let system else { return }
    follow(upTo: limit, budget: budget) { _, after in
      visit(Point(lambda: after.lambda, profile: system.profile(after.logs)))
    }
  }

  private typealias Place = (logs: [Double], lambda: Double)

  private func follow(
    upTo limit: Double, budget: SearchBudget, visit: (_ before: Place, _ after: Place) -> Bool
  ) {
    guard let system else { return }
    let count = system.count
    var place: Place = (system.start, 0)
    guard visit(place, place) else { return }
    var tangent = [Double](repeating: 0, count: count) + [1]
    guard let first = direction(system, place, along: tangent, budget) else { return }
    tangent = first
    var length = 0.05
    for _ in 0..<Self.stepLimit {
      if budget.isSpent || length < 1e-9 { return }
      guard let next = step(system, from: place, along: tangent, by: length, budget),
        let turned = direction(system, next.place, along: tangent, budget)
      else {
        length /= 2
        continue
      }
      let cosine = zip(tangent, turned).reduce(0) { $0 + $1.0 * $1.1 }
      if cosine < 0.9, length > 1e-4 {
        length /= 2
        continue
      }
      let before = place
      place = next.place
      tangent = turned
      guard place.lambda >= 0, visit(before, place), place.lambda < limit else { return }
      if next.rounds <= 3, cosine > 0.98 { length = min(length * 1.6, 5 + 0.5 * place.lambda) }
      if next.rounds > 6 { length /= 1.5 }
    }
  }

  /// The unit tangent that points the same way as an earlier one.
  private func direction(
    _ system: QuantalResponseSystem, _ place: Place, along earlier: [Double],
    _ budget: SearchBudget
  ) -> [Double]? {
    let count = system.count
    let equations = system.evaluate(place.logs, lambda: place.lambda)
    let bordered = border(count, equations.matrix, equations.byLambda, earlier)
    let right = [Double](repeating: 0, count: count) + [1]
    guard var tangent = DenseSolver.solve(bordered, right, budget: budget) else { return nil }
    let norm = sqrt(tangent.reduce(0) { $0 + $1 * $1 })
    for index in tangent.indices { tangent[index] /= norm }
    return tangent
  }

  private func step(
    _ system: QuantalResponseSystem, from place: Place, along tangent: [Double],
    by length: Double, _ budget: SearchBudget
  ) -> (place: Place, rounds: Int)? {
    let count = system.count
    var logs = place.logs
    for index in logs.indices { logs[index] += length * tangent[index] }
    var lambda = place.lambda + length * tangent[count]
    let guess = logs
    let guessLambda = lambda
    for round in 0..<10 {
      let equations = system.evaluate(logs, lambda: lambda)
      let error = equations.values.reduce(0) { max($0, abs($1)) }
      guard error.isFinite else { return nil }
      if error < 1e-10 * (1 + lambda.magnitude) { return ((logs, lambda), round) }
      var offset = tangent[count] * (lambda - guessLambda)
      for index in 0..<count { offset += tangent[index] * (logs[index] - guess[index]) }
      guard
        let change = DenseSolver.solve(
          border(count, equations.matrix, equations.byLambda, tangent),
          equations.values + [offset], budget: budget)
      else { return nil }
      for index in 0..<count { logs[index] -= change[index] }
      lambda -= change[count]
    }
    return nil
  }

  private func border(
    _ count: Int, _ matrix: [Double], _ column: [Double], _ row: [Double]
  ) -> [Double] {
    var bordered: [Double] = []
    bordered.reserveCapacity((count + 1) * (count + 1))
    for index in 0..<count {
      bordered += matrix[index * count..<(index + 1) * count]
      bordered.append(column[index])
    }
    return bordered + row
  }
}
