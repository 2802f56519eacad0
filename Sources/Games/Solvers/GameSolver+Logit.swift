import Estimation

extension GameSolver {
  /// The equilibrium that the logit path leads to.
  ///
  /// Along the path the actions that are still played are taken as a guess of the supports, and
  /// Newton's method looks for the equilibrium with those supports; it counts only once certified.
  /// Where the path breaks off or ends at a crossing, paths from tilted starts are followed.
  func logit() -> GameSolution {
    let generator = SeededGenerator(seed: 7)
    var equilibria: [Equilibrium] = []
    for attempt in 0..<(wantsAll ? 12 : 6) {
      if budget.isSpent { break }
      var stream = generator.stream(UInt64(attempt))
      let tilts = (0..<decimal.actionCount).map { _ in
        attempt == 0 ? 0 : Double.random(in: -0.5...0.5, using: &stream)
      }
      guard let equilibrium = logitLimit(tilts) else { continue }
      if !equilibria.contains(where: { $0.isSame(as: equilibrium) }) {
        equilibria.append(equilibrium)
      }
      if !wantsAll { break }
    }
    return found(
      equilibria,
      notes: wantsAll ? ["paths reach some equilibria, not surely all of them"] : [])
  }

  private func logitLimit(_ tilts: [Double]) -> Equilibrium? {
    // The derivatives take actions² · nodes steps; beyond this the path would take hours.
    guard decimal.actionCount * decimal.actionCount <= 4_000_000 else { return nil }
    let support = SupportSolver(tree: decimal)
    let certificate = Certificate(decimal)
    var equilibrium: Equilibrium?
    var steps = 0
    var last: [Bool] = []
    QuantalResponsePath(decimal) { tilts[$0] }.walk(upTo: 1e6, budget: budget) { point in
      steps += 1
      guard steps > 4 else { return true }
      for cut in [1e-2, 1e-4, 1e-7] {
        let used = point.profile.map { $0 > cut }
        // Nothing new comes of the same supports but at long intervals, as the start improves.
        if used == last, steps % 16 != 0 { continue }
        last = used
        if let profile = support.solve(support: used, start: point.profile),
          let certified = certificate.certify(profile, method: "logit")
        {
          equilibrium = certified
          return false
        }
      }
      return true
    }
    return equilibrium
  }

  /// The equilibria found by trying supports, small ones first.
  func enumerateSupports() -> GameSolution {
    let sets = game.sets.indices.filter { !game.sets[$0].isChance }
    var total = 1.0
    for set in sets { total *= Double((1 << min(20, game.sets[set].actions.count)) - 1) }
    guard total <= 200_000 else {
      let size = total < 1e15 ? "\(Int(total))" : "more than 10^15"
      return found(
        [],
        notes: [
          "enumeration of supports is not within the limit: \(size) combinations, at most 200000 are tried"
        ])
    }
    let options = sets.map { set -> [[Bool]] in
      let width = game.sets[set].actions.count
      return (1..<(1 << width)).map { mask in (0..<width).map { mask & (1 << $0) != 0 } }
    }
    let orders = supportOrder(options)
    let solver = SupportSolver(tree: decimal)
    let generator = SeededGenerator(seed: 3)
    let exactly = Certificate(exact)
    let nearly = Certificate(decimal)
    var equilibria: [Equilibrium] = []
    for (number, picks) in orders.enumerated() {
      if budget.isSpent { return found(equilibria) }
      var support = [Bool](repeating: false, count: decimal.actionCount)
      for (place, set) in sets.enumerated() {
        for (local, action) in decimal.actions(of: set).enumerated() {
          support[action] = options[place][picks[place]][local]
        }
      }
      let isPure = support.count { $0 } == sets.count
      var stream = generator.stream(UInt64(number))
      for attempt in 0..<(isPure ? 1 : 4) {
        let start = support.map { _ in
          attempt == 0 ? 1 : Double.random(in: 0.01...1, using: &stream)
        }
        guard let profile = solver.solve(support: support, start: start) else { continue }
        let equilibrium: Equilibrium?
        if isPure {
          var fractions = exact.chances
          for action in support.indices where support[action] { fractions[action] = 1 }
          equilibrium = exactly.certify(fractions, method: "enumerate")
        } else {
          equilibrium = nearly.certify(profile, method: "enumerate")
        }
        guard let equilibrium, !equilibria.contains(where: { $0.isSame(as: equilibrium) }) else {
          continue
        }
        equilibria.append(equilibrium)
        if !wantsAll { return found(equilibria) }
      }
    }
    return found(
      equilibria,
      notes: ["supports were tried with Newton's method, which may miss mixed equilibria"])
  }

  /// All picks of one option a set, those with few actions in all first.
  private func supportOrder(_ options: [[[Bool]]]) -> [[Int]] {
    var picks: [[Int]] = [[]]
    for list in options {
      picks = picks.flatMap { pick in list.indices.map { pick + [$0] } }
    }
    func size(_ pick: [Int]) -> Int {
      zip(options, pick).reduce(0) { $0 + $1.0[$1.1].count { $0 } }
    }
    return picks.map { ($0, size($0)) }.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }
}
