import Estimation

extension Counterfactual {
  /// A change to the conditions or to the focal actor's conduct.
  private struct Scenario: Sendable {
    let name: String
    let change: @Sendable (inout DrawnConditions) -> Void
    var suppressed: ActStream?
  }

  /// Simulates the standard scenarios that the conditions of the case allow, and gives them only
  /// where the same simulation of things as they were covers the record.
  ///
  /// - Parameters:
  ///   - evidence: The evidence on the focal actor.
  ///   - counterpart: The fit of the other side's conduct.
  ///   - weights: The probabilities of the explanations.
  ///   - simulations: The number of simulations of each scenario under each explanation.
  ///   - generator: The source of randomness.
  static func licensed(
    _ evidence: StreamEvidence, counterpart: ConductParameters, weights: [Double],
    simulations: Int, generator: SeededGenerator
  ) -> (licence: CounterfactualLicence?, scenarios: [Counterfactual]) {
    let candidates = evidence.engine.candidates
    let scenarios = scenarios(evidence)
    guard simulations > 0, !scenarios.isEmpty else { return (nil, []) }
    // counts[candidate][simulation][0 for the facts, then each scenario]
    let counts = concurrentMap(candidates.count * simulations) { index -> [Double] in
      var source = generator.stream(UInt64(index))
      let candidate = index % candidates.count
      let fits = evidence.fits[candidate]
      let fit = fits[
        source.index(weights: SpecialFunctions.softmax(fits.map(\.logEvidence)))]
      let draw = evidence.draws[fit.draw]
      var conditionSource = draw.conditionSource
      let facts = candidates[candidate].conditions.drawn(using: &conditionSource)
      let length = evidence.engine.record.length
      let parameters = ConductParameters.drawn(
        from: fit, answerDays: draw.answerDays, length: length, using: &source)
      let chance = JointSimulation.Chance(length: length, using: &source)
      let asWas = [Scenario(name: "", change: { _ in })]
      return (asWas + scenarios).map { scenario in
        var changed = facts
        scenario.change(&changed)
        let simulation = JointSimulation(
          conditions: ConditionCovariates(changed, length: length),
          streams: evidence.engine.streams)
        let acts = simulation.run(
          focal: parameters, counterpart: counterpart, chance: chance,
          suppressing: scenario.suppressed)
        return Double(acts.reduce(0) { $0 + ($1.isOwn && $1.stream != .conciliatory ? 1 : 0) })
      }
    }
    let licence = licence(counts.map(\.[0]), weights, evidence.engine.record)
    guard licence.isGranted else { return (licence, []) }
    let list = scenarios.enumerated().map { number, scenario in
      let runs = candidates.indices.map { candidate in
        (0..<simulations).map { simulation -> (Double, Double) in
          let run = counts[simulation * candidates.count + candidate]
          return (run[0], run[number + 1])
        }
      }
      return Counterfactual(
        scenario: scenario.name, average: average(runs, weights),
        expectations: candidates.indices.map { expectation(candidates[$0].id, runs[$0]) })
    }
    return (licence, list)
  }

  /// The licence from the numbers of acts simulated as things were, explanation after explanation.
  private static func licence(
    _ counts: [Double], _ weights: [Double], _ record: ConductRecord
  ) -> CounterfactualLicence {
    let total = weights.reduce(0, +) * Double(max(1, counts.count / weights.count))
    let weighted = counts.enumerated().map {
      (value: $1, weight: weights[$0 % weights.count] / total)
    }.sorted { $0.value < $1.value }
    let ends = Summaries.weightedQuantiles(weighted, [0.05, 0.95])
    return CounterfactualLicence(
      recorded: record.count(.hostile) + record.count(.closure),
      expected: weighted.reduce(0) { $0 + $1.value * $1.weight },
      interval: ends[0]...max(ends[0], ends[1]))
  }

  private static func scenarios(_ evidence: StreamEvidence) -> [Scenario] {
    let conditions = evidence.engine.candidates.map(\.conditions)
    var scenarios: [Scenario] = []
    if conditions.contains(where: { $0.goal != nil }) {
      scenarios.append(
        Scenario(name: "without the goal") {
          ($0.goal, $0.goalStart) = (nil, nil)
        })
    }
    if evidence.engine.record.count(.closure) > 0 {
      scenarios.append(
        Scenario(name: "without the closures of contact", change: { _ in }, suppressed: .closure))
    }
    if conditions.contains(where: { $0.redress != nil }) {
      for (name, shift) in [("60 days earlier", -60), ("60 days later", 60)] {
        scenarios.append(
          Scenario(name: "redress \(name)") { $0.redress = $0.redress.map { $0 + shift } })
      }
    }
    return scenarios
  }

  private static func expectation(_ id: String, _ runs: [(Double, Double)]) -> Expectation {
    let differences = runs.map { $1 - $0 }
    let low = Summaries.quantile(differences, 0.05)
    return Expectation(
      explanation: id, factual: Summaries.mean(runs.map(\.0)),
      altered: Summaries.mean(runs.map(\.1)),
      difference: low...max(low, Summaries.quantile(differences, 0.95)))
  }

  /// The average over explanations; its interval is that of the mixture.
  private static func average(_ runs: [[(Double, Double)]], _ weights: [Double]) -> Expectation {
    var differences: [(value: Double, weight: Double)] = []
    var (factual, altered) = (0.0, 0.0)
    for (candidate, values) in runs.enumerated() {
      let weight = weights[candidate] / Double(max(1, values.count))
      for (asWas, changed) in values {
        factual += weight * asWas
        altered += weight * changed
        differences.append((changed - asWas, weight))
      }
    }
    let ends = Summaries.weightedQuantiles(differences, [0.05, 0.95])
    return Expectation(
      explanation: nil, factual: factual, altered: altered,
      difference: ends[0]...max(ends[0], ends[1]))
  }
}
