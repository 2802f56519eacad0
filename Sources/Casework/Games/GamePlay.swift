import Diplomacy
package import Games
package import Strategy

/// Solves games for a person.
package enum GamePlay {
  /// A game with its solution.
  package struct Solved: Sendable {
    /// The game.
    package let game: ExtensiveGame
    /// Its equilibria.
    package let solution: GameSolution
    /// What was found of the acts that were seen; nothing for a game that is no described crisis.
    package let analysis: CrisisGameAnalysis?
    /// Why the answer falls short of what was asked for.
    package let shortfall: CaseworkFailure?
  }

  /// Quantal response equilibria at some precisions.
  package struct QuantalResponses: Sendable {
    /// The game.
    package let game: ExtensiveGame
    /// The points found, in the order of the precisions.
    package let points: [QuantalResponsePath.Point]
    /// Whether every precision was reached.
    package let isComplete: Bool
    /// Why the answer falls short of what was asked for.
    package let shortfall: CaseworkFailure?
  }

  /// Whether a file describes a crisis, by its name.
  package static func isDescribedCrisis(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  /// Solves a tree, a table, or a described crisis with an analysis of its acts.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - settings: For a described crisis: parameters to set, as `V=10`.
  ///   - kind: How to solve it.
  ///   - all: Whether all equilibria of the kind are looked for.
  ///   - seconds: When to give up.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func solve(
    _ path: String, settings: [String], by kind: SolverKind, all: Bool, seconds: Double
  ) throws(CaseworkFailure) -> Solved {
    let budget = SearchBudget(seconds: seconds)
    let game: ExtensiveGame
    var analysis: CrisisGameAnalysis?
    let solver: GameSolver
    var method = kind
    if isDescribedCrisis(path) {
      let tree = try GameInput.crisis(path, settings: settings, budget: budget)
      game = tree.game
      analysis = CrisisGameAnalysis(tree, hasRegion: false, budget: budget)
      solver = GameSolver(game, all: all || kind == .auto, budget: budget)
      if kind == .auto { method = .pbe }
    } else {
      game = try GameInput.read(path)
      solver = GameSolver(game, all: all, budget: budget)
    }
    let solution: GameSolution
    do {
      solution = try solver.solve(by: method)
    } catch {
      throw .usage("\(path): \(error.reason)", remedy: .solver)
    }
    return Solved(
      game: game, solution: solution, analysis: analysis,
      shortfall: shortfall(
        of: solution, path, seconds, isCrisis: analysis != nil,
        isOutOfTime: solution.isOutOfTime || (analysis != nil && budget.isSpent)))
  }

  private static func shortfall(
    of solution: GameSolution, _ path: String, _ seconds: Double, isCrisis: Bool,
    isOutOfTime: Bool
  ) -> CaseworkFailure? {
    if isOutOfTime {
      return .checkFailed(
        "\(path): the time of \(seconds) s was up; what was found so far is shown. Give more time, "
          + "or ask for less", remedy: .seconds)
    }
    guard !isCrisis, solution.equilibria.isEmpty, !solution.isComplete else { return nil }
    let reason = solution.notes.first ?? "the solver found no equilibrium it could certify"
    return .checkFailed("\(path): \(reason)")
  }

  /// A game as a tree in the `.efg` format of Gambit, exactly; a table becomes the tree of its moves.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func text(
    of path: String, settings: [String], seconds: Double
  ) throws(CaseworkFailure) -> String {
    let game =
      if isDescribedCrisis(path) {
        try GameInput.crisis(path, settings: settings, budget: SearchBudget(seconds: seconds)).game
      } else {
        try GameInput.read(path)
      }
    return ExtensiveGameWriter.text(of: game)
  }

  /// Where in two parameters of a described crisis the acts are part of an equilibrium.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func region(
    _ path: String, settings: [String], of names: [String], seconds: Double
  ) throws(CaseworkFailure) -> (map: RegionMap, analysis: CrisisGameAnalysis) {
    let budget = SearchBudget(seconds: seconds)
    let tree = try GameInput.crisis(path, settings: settings, budget: budget)
    let map =
      names.count == 2
      ? RegionMap(tree, (names[0], names[1]), steps: 50, budget: budget) : nil
    guard let map else {
      guard !budget.isSpent else {
        throw .checkFailed(
          "\(path): the time of \(seconds) s was up before the region was drawn up",
          remedy: .seconds)
      }
      let known = tree.crisis.parameters.map(\.name).joined(separator: ", ")
      throw .usage(
        "'\(names.joined(separator: ","))': give two of the parameters \(known)", remedy: .region)
    }
    return (map, CrisisGameAnalysis(tree, lambdas: [], hasRegion: false, budget: budget))
  }

  /// The logit quantal response equilibria of a game at some precisions.
  ///
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func quantalResponses(
    _ path: String, at precisions: [Double], seconds: Double
  ) throws(CaseworkFailure) -> QuantalResponses {
    let budget = SearchBudget(seconds: seconds)
    let game =
      isDescribedCrisis(path)
      ? try GameInput.crisis(path, settings: [], budget: budget).game : try GameInput.read(path)
    let points = QuantalResponsePath(GameTree<Double>(game)).points(at: precisions, budget: budget)
    let isComplete = points.count == precisions.count
    let shortfall = CaseworkFailure.checkFailed(
      "\(path): the path was followed to \(points.count) of \(precisions.count) precisions; give "
        + "more time, or smaller precisions", remedy: .seconds)
    return QuantalResponses(
      game: game, points: points, isComplete: isComplete,
      shortfall: isComplete ? nil : shortfall)
  }
}
