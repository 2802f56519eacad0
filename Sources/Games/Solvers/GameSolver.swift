/// Solves games: chooses the method, runs it, and certifies whatever it gives.
public struct GameSolver: Sendable {
  /// The game.
  public let game: ExtensiveGame
  /// Whether to look for all equilibria of the kind.
  public let wantsAll: Bool
  /// When to give up.
  public let budget: SearchBudget

  let exact: GameTree<Rational>
  let decimal: GameTree<Double>

  /// The most equilibria that are listed.
  static let listLimit = 10_000

  /// Prepares a game.
  public init(_ game: ExtensiveGame, all: Bool = false, budget: SearchBudget = .unlimited) {
    self.game = game
    wantsAll = all
    self.budget = budget
    exact = GameTree<Rational>(game)
    decimal = GameTree<Double>(game)
  }

  /// Solves the game in one way.
  ///
  /// - Throws: ``SolverRefusal`` where the way does not fit the game.
  public func solve(by kind: SolverKind) throws(SolverRefusal) -> GameSolution {
    if let set = game.absentMindedSet {
      let label = game.sets[set].label.isEmpty ? "\(game.sets[set].number)" : game.sets[set].label
      let reason =
        "\(game.players[game.sets[set].player]) may pass through the information set '\(label)' "
        + "twice in one play without knowing it (absent-mindedness); mixing plans and mixing at "
        + "the set then differ, and no certificate here covers such a game; split the set"
      if kind == .auto { return found([], notes: [reason]) }
      throw SolverRefusal(reason)
    }
    var solution: GameSolution
    switch kind {
    case .auto: solution = automatic()
    case .backward: solution = try backward()
    case .pbe: solution = try pure()
    case .lp: solution = try linearProgramme()
    case .lcp: solution = try lemke()
    case .logit: solution = logit()
    case .enumerate: solution = enumerate()
    }
    if budget.isSpent && !solution.isComplete && (wantsAll || solution.equilibria.isEmpty) {
      solution.isOutOfTime = true
    }
    if !game.hasPerfectRecall {
      solution.notes.insert(
        "a player forgets what it did or knew; such a game need not have an equilibrium in behaviour "
          + "strategies, and perfect Bayesian and sequential equilibrium are not defined for it",
        at: 0)
    }
    let open = solution.equilibria.count { !$0.undecided.isEmpty }
    if open > 0 {
      solution.notes.append(
        "of \(open) equilibria some refinement is not decided; each says which")
    }
    return solution
  }

  /// A solution that is not known to be all there is.
  func found(
    _ equilibria: [Equilibrium], kind: SolutionKind? = nil, isComplete: Bool = false,
    notes: [String] = []
  ) -> GameSolution {
    GameSolution(
      equilibria: equilibria, kind: kind ?? (wantsAll ? .some : .one), isComplete: isComplete,
      isOutOfTime: false, notes: notes)
  }

  private func automatic() -> GameSolution {
    if game.hasPerfectInformation {
      if let solution = try? backward(), !solution.equilibria.isEmpty { return solution }
    }
    let isTable =
      Set(game.sets.filter { !$0.isChance }.map(\.player)).count
      == game.sets.count { !$0.isChance }
    if wantsAll {
      if isTable && game.players.count == 2 {
        let all = enumerate()
        if !all.equilibria.isEmpty { return all }
      } else if game.hasPerfectRecall {
        if let all = try? pure(), !all.equilibria.isEmpty { return all }
      }
      let all = enumerate()
      if !all.equilibria.isEmpty { return all }
    }
    if let equilibrium = bySubgames() { return found([equilibrium]) }
    return whole()
  }

  /// One equilibrium of the game taken whole.
  func whole() -> GameSolution {
    if game.players.count == 2, game.hasPerfectRecall {
      if game.constantSum != nil, let solution = try? linearProgramme(),
        !solution.equilibria.isEmpty
      {
        return solution
      }
      if let solution = try? lemke(), !solution.equilibria.isEmpty { return solution }
    }
    let quick = PureEquilibria(exact, tolerance: 0)
      .list(limit: 1, candidates: 100_000, budget: budget)
    if let choices = quick.profiles.first,
      let equilibrium = Certificate(exact).certify(exact.pureProfile(choices), method: "pbe")
    {
      return found([equilibrium])
    }
    let path = logit()
    if !path.equilibria.isEmpty || budget.isSpent { return path }
    return enumerate()
  }

  private func backward() throws(SolverRefusal) -> GameSolution {
    guard let solution = BackwardInduction.solve(game) else {
      throw SolverRefusal(
        "backward induction needs perfect information, and some player cannot tell two points "
          + "apart; use auto or pbe")
    }
    let certificate = Certificate(exact)
    guard wantsAll, !solution.ties.isEmpty else {
      let equilibrium = certificate.certify(
        exact.pureProfile(solution.choices), method: "backward-induction")
      let notes =
        solution.ties.isEmpty
        ? []
        : [
          "\(solution.ties.count) moves tie: there are more subgame-perfect equilibria; all of them can be asked for"
        ]
      return found(
        equilibrium.map { [$0] } ?? [], kind: .subgamePerfect, isComplete: solution.ties.isEmpty,
        notes: notes)
    }
    let listing = PureEquilibria(exact, tolerance: 0).list(limit: Self.listLimit, budget: budget)
    let all = listing.profiles.compactMap {
      certificate.certify(exact.pureProfile($0), method: "backward-induction")
    }
    return found(
      all, kind: .subgamePerfect,
      isComplete: listing.isComplete && all.count == listing.profiles.count)
  }

  private func pure() throws(SolverRefusal) -> GameSolution {
    guard game.hasPerfectRecall else {
      throw SolverRefusal(
        "perfect Bayesian equilibrium is defined for players who forget nothing; use "
          + "enumerate or logit")
    }
    let listing = PureEquilibria(exact, tolerance: 0).list(
      limit: wantsAll ? Self.listLimit : 1, candidates: wantsAll ? .max : 1_000_000,
      budget: budget)
    let certificate = Certificate(exact)
    var all: [Equilibrium] = []
    var isComplete = listing.isComplete
    for profile in listing.profiles {
      if budget.isSpent, !all.isEmpty {
        isComplete = false
        break
      }
      if let found = certificate.certify(exact.pureProfile(profile), method: "pbe") {
        all.append(found)
      }
    }
    let notes =
      all.isEmpty && isComplete
      ? ["no pure perfect Bayesian equilibrium exists; use auto for a mixed one"] : []
    return found(all, kind: .pure, isComplete: isComplete, notes: notes)
  }
}
