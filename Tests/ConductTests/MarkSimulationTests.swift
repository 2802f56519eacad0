import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Kinds on simulated episodes")
struct MarkSimulationTests {
  /// Kinds for the hostile acts of a simulated record, drawn from the table of the model.
  private static func byTable(
    _ acts: [ConductAct], _ candidate: Candidate, _ source: inout SeededGenerator
  ) -> [MarkEvidence.Mark] {
    let alpha = MarkTable.standard.parameters(of: candidate.kind.name, isInForce: true)
    let shares = alpha.map { source.gamma(shape: $0) }
    return acts.map { act in
      MarkEvidence.Mark(
        id: act.id, kinds: [HostileKind.allCases[source.index(weights: shares)]],
        day: Double(act.middle))
    }
  }

  /// Kinds by rules that the model does not share: ladders, echoes and habits, with noise.
  private static func byRule(
    _ acts: [ConductAct], _ candidate: Candidate, _ source: inout SeededGenerator
  ) -> [MarkEvidence.Mark] {
    let ladder: [HostileKind]
    switch candidate.kind.name {
    case "bargaining": ladder = [.demand, .threaten, .sanction, .demand, .threaten]
    case "grievance": ladder = [.protest, .accuse, .reduce, .protest, .demand]
    case "reciprocity": ladder = [.reduce, .reduce, .sanction, .force, .sanction]
    case "rally": ladder = [.accuse, .accuse, .threaten, .accuse]
    case "drift": ladder = [.reduce, .reject, .reduce, .reduce]
    default: ladder = [.reject, .reduce, .reject, .accuse]
    }
    var step = 0
    return acts.map { act in
      let isNoise = source.uniform() < 0.5
      let kind =
        isNoise
        ? HostileKind.allCases[source.index(below: HostileKind.allCases.count)]
        : ladder[step % ladder.count]
      if !isNoise { step += 1 }
      return MarkEvidence.Mark(id: act.id, kinds: [kind], day: Double(act.middle))
    }
  }

  @Test("find the true story more often than times alone, drawn by the table or by other rules")
  func topOne() {
    let template = Fixture.random(seed: 1, acts: 60)
    let record = ConductRecord(template)
    let candidates = Candidate.all(of: template)
    let model = ComparisonTests.quick.model
    let quiet = ConductParameters(
      values: [.baseHostile: -2.6, .baseConciliatory: -2.6], wandering: [:], answerDays: 10)
    let simulator = EpisodeSimulator(record, candidates, model: model, counterpart: quiet)
    let episodes = 10
    let found = concurrentMap(episodes * candidates.count) { number -> [Bool] in
      let truth = number % candidates.count
      var source = Fixture.seeded(11).stream(UInt64(number))
      let simulated = simulator.episode(truth, generator: source.stream(1))
      let engine = EvidenceEngine(simulated, candidates, model: model)
      let times = engine.logEvidence(engine.draws(1, generator: source.stream(2)))
      let hostile = simulated.acts.filter { $0.role == .hostile || $0.role == .closure }
      func first(_ logs: [Double]) -> Bool { logs.indices.max { logs[$0] < logs[$1] } == truth }
      let sets = [
        Self.byTable(hostile, candidates[truth], &source),
        Self.byRule(hostile, candidates[truth], &source),
      ]
      return [first(times)]
        + sets.map { marks in
          let kinds = MarkEvidence(
            marks.sorted { ($0.day, $0.id) < ($1.day, $1.id) }, candidates: candidates,
            table: .standard
          ).part.logEvidence
          return first(zip(times, kinds).map { $0 + $1 })
        }
    }
    let shares = (0..<3).map { set in
      Double(found.count { $0[set] }) / Double(found.count)
    }
    #expect(shares[1] > shares[0], "by the table: \(shares)")
    #expect(shares[2] >= shares[0] + 0.15, "by other rules: \(shares)")
  }
}
