import Estimation

extension GameSolver {
  /// The optimal plans of a zero-sum game.
  func linearProgramme() throws(SolverRefusal) -> GameSolution {
    guard game.constantSum != nil else {
      throw SolverRefusal(
        "the linear programme needs two players whose payoffs always add up to the same; use "
          + "lcp or auto")
    }
    guard var form = SequenceForm(game) else { throw Self.forgets }
    for index in form.entries.indices { form.entries[index].second = -form.entries[index].first }
    guard let plans = SequenceLinearProgram.solve(form, budget: budget) else { return found([]) }
    return found(certified(plans, form, method: "lp").map { [$0] } ?? [])
  }

  /// Lemke's method from the even profile, and from others where all equilibria are wanted.
  func lemke() throws(SolverRefusal) -> GameSolution {
    guard game.players.count == 2 else {
      throw SolverRefusal("Lemke's method needs two players; use auto or logit")
    }
    guard let form = SequenceForm(game) else { throw Self.forgets }
    var equilibria: [Equilibrium] = []
    let generator = SeededGenerator(seed: 1)
    // Rounding can break a path; another start then gives another path.
    for attempt in 0..<(wantsAll ? 60 : 12) {
      if budget.isSpent { break }
      var stream = generator.stream(UInt64(attempt))
      let start = (0..<2).map { player in
        form.mixedPlan(player) { _ in
          attempt == 0 ? 1 : Double.random(in: 0.02...1, using: &stream)
        }
      }
      guard let plans = SequenceLemke.solve(form, start: start, budget: budget),
        let equilibrium = certified(plans, form, method: "lcp")
      else { continue }
      if !equilibria.contains(where: { $0.isSame(as: equilibrium) }) {
        equilibria.append(equilibrium)
      }
      if !wantsAll { break }
    }
    return found(
      equilibria,
      notes: wantsAll ? ["Lemke's method reaches some equilibria, not surely all of them"] : [])
  }

  static var forgets: SolverRefusal {
    SolverRefusal(
      "the sequence form needs players who forget nothing; use enumerate or logit")
  }

  /// The equilibrium of two plans: exact where the basis is, else in doubles.
  func certified(_ plans: SequencePlans, _ form: SequenceForm, method: String) -> Equilibrium? {
    if let fractions = plans.exact(form, budget: budget) {
      let (profile, _) = form.profile(of: fractions, tree: exact)
      if let repaired = repaired(profile), let equilibrium = certify(repaired, method: method) {
        return equilibrium
      }
      if let equilibrium = certify(profile, method: method) { return equilibrium }
    }
    let (profile, _) = form.profile(of: plans.plans, tree: decimal)
    return Certificate(decimal).certify(profile, method: method)
  }

  private func certify(_ profile: [Rational], method: String) -> Equilibrium? {
    Certificate(exact).certify(profile, method: method)
  }

  /// A profile with sensible behaviour at sets it does not reach, or at some of them.
  func repaired(_ profile: [Rational], at sets: Set<Int>? = nil) -> [Rational]? {
    let found = OffPathRepair.choices(decimal, profile: profile.map(\.double)) ?? [:]
    let choices = found.filter { sets?.contains($0.key) ?? true }
    guard !choices.isEmpty else { return nil }
    var repaired = profile
    for (set, choice) in choices {
      for (local, action) in exact.actions(of: set).enumerated() {
        repaired[action] = local == choice ? 1 : 0
      }
    }
    return repaired
  }
}

extension Equilibrium {
  /// Whether two profiles are alike up to rounding.
  func isSame(as other: Equilibrium) -> Bool {
    zip(probabilities, other.probabilities).allSatisfy { abs($0.double - $1.double) < 1e-7 }
  }
}
