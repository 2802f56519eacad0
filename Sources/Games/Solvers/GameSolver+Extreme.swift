extension GameSolver {
  /// All extreme equilibria of two players; supports in turn for more players.
  ///
  /// Behaviour at sets that a player's own plan rules out is not part of an equilibrium: it is repaired
  /// where the profile then still is one.
  func enumerate() -> GameSolution {
    guard game.players.count == 2, let form = SequenceForm(game) else {
      return enumerateSupports()
    }
    let limit = wantsAll ? Self.listLimit : 0
    let pairs: [ExtremeEquilibria.Pair]
    do {
      // Part of the time is kept for a method that always ends with something.
      pairs = try ExtremeEquilibria(form)
        .list(value: zeroSumValue(), limit: limit, budget: budget.share(0.8))
    } catch {
      return instead(of: error)
    }
    var equilibria: [Equilibrium] = []
    let exactly = Certificate(exact)
    for pair in pairs.prefix(max(1, limit)) {
      if budget.isSpent { return found(equilibria, kind: .extreme) }
      let (profile, open) = form.profile(of: [pair.first, pair.second], tree: exact)
      let better = repaired(profile, at: Set(open)).flatMap {
        exactly.certify($0, method: "enumerate")
      }
      guard let equilibrium = better ?? exactly.certify(profile, method: "enumerate") else {
        continue
      }
      equilibria.append(equilibrium)
    }
    var seen: Set<[GameQuantity]> = []
    equilibria = equilibria.filter { seen.insert($0.probabilities).inserted }
    let isCut = pairs.count > limit && wantsAll
    return found(
      equilibria, kind: .extreme, isComplete: wantsAll && !isCut,
      notes: isCut ? ["there are more than \(limit) extreme equilibria; these are the first"] : [])
  }

  /// What the first player earns, where the payoffs always add up to the same.
  private func zeroSumValue() -> Rational? {
    guard game.constantSum != nil,
      case .exact(let value)? = try? linearProgramme().equilibria.first?.payoffs.first
    else { return nil }
    return value
  }

  private func instead(of refusal: ExtremeEquilibria.Refusal) -> GameSolution {
    let reason =
      switch refusal {
      case .tooManyPlans:
        "a player has more pure plans than the enumeration of all extreme equilibria compares"
      case .outOfTime: "the time for the enumeration of all extreme equilibria was up"
      }
    var solution = found([])
    if game.constantSum != nil, let programme = try? linearProgramme() { solution = programme }
    if solution.equilibria.isEmpty, let lemke = try? lemke() { solution = lemke }
    solution.kind = .some
    solution.isComplete = false
    solution.isOutOfTime = refusal == .outOfTime
    solution.notes = ["\(reason); what is shown was found in another way"]
    return solution
  }
}
