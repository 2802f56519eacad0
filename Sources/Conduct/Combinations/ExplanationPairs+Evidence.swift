import Estimation
import Foundation

extension ExplanationPairs {
  /// Reads every pair of explanations on the record, or nothing where there are no two to pair.
  ///
  /// Half of the prior weight goes to single explanations as the case weighs them, half to pairs
  /// in proportion to the product of their weights. A wide explanation is a mixture already and
  /// is not paired; neither are two that differ in nothing that acts could show.
  ///
  /// - Complexity: O(*k*²) fits a draw for *k* explanations.
  init?(_ evidence: StreamEvidence, draws count: Int, power: Double, generator: SeededGenerator) {
    let singles = evidence.engine.candidates.filter { !$0.isReference }
    var pairs: [(Int, Int)] = []
    for first in singles.indices {
      for second in singles.indices.dropFirst(first + 1)
      where singles[first].canStandBeside(singles[second]) { pairs.append((first, second)) }
    }
    guard !pairs.isEmpty else { return nil }
    let together = pairs.map { singles[$0.0].together(with: singles[$0.1]) }
    let engine = EvidenceEngine(
      evidence.engine.record, singles + together, model: evidence.engine.model)
    let logEvidence = engine.logEvidence(engine.draws(count, generator: generator))

    let prior = singles.map(\.prior)
    let alonePrior = prior.reduce(0, +)
    let pairPrior = pairs.reduce(0) { $0 + prior[$1.0] * prior[$1.1] }
    let weights =
      singles.indices.map { prior[$0] / alonePrior }
      + pairs.map { pairPrior > 0 ? prior[$0.0] * prior[$0.1] / pairPrior : 0 }
    let posterior = SpecialFunctions.softmax(
      weights.indices.map {
        (weights[$0] > 0 ? log(weights[$0]) : -.infinity) + power * logEvidence[$0]
      })
    func decibels(_ nats: Double) -> Double { EvidenceCourse.decibels(power * nats) }
    let usable = singles.indices.filter { prior[$0] > 0 }
    guard let best = usable.max(by: { logEvidence[$0] < logEvidence[$1] }) else { return nil }
    self.pairs = pairs.indices.map { index in
      let (first, second) = pairs[index]
      let own = logEvidence[singles.count + index]
      return Pair(
        first: singles[first].id, second: singles[second].id, logEvidence: own,
        gain: decibels(own - max(logEvidence[first], logEvidence[second])))
    }.sorted { ($1.logEvidence, $0.first, $0.second) < ($0.logEvidence, $1.first, $1.second) }
    bestAlone = singles[best].id
    lead = decibels(self.pairs[0].logEvidence - logEvidence[best])
    involvement = singles.indices.map { index in
      let paired = pairs.indices.reduce(0.0) {
        pairs[$1].0 == index || pairs[$1].1 == index
          ? $0 + posterior[singles.count + $1] : $0
      }
      return Involvement(
        id: singles[index].id, alone: posterior[index], atWork: posterior[index] + paired)
    }
  }
}

extension Candidate {
  /// Whether acts could show this explanation and another to be at work together.
  fileprivate func canStandBeside(_ other: Candidate) -> Bool {
    guard prior > 0, other.prior > 0, kind.others == nil, other.kind.others == nil else {
      return false
    }
    return group != other.group
  }

  /// An explanation with the effects of both, each with the dates that it states itself.
  fileprivate func together(with other: Candidate) -> Candidate {
    Candidate(
      id: "\(id) and \(other.id)", kind: kind.together(with: other.kind),
      prior: prior * other.prior,
      conditions: conditions.taking(other.kind.dates, from: other.conditions))
  }
}

extension ConductKind {
  /// A kind with the effects of both; of an effect that both expect, the stronger expectation.
  fileprivate func together(with other: ConductKind) -> ConductKind {
    ConductKind(
      name: "\(name) and \(other.name)", signature: "",
      active: active.merging(other.active) { $0.median >= $1.median ? $0 : $1 })
  }
}

extension Conditions {
  /// The conditions with the dates of one condition taken from others.
  fileprivate func taking(_ condition: DatedCondition?, from other: Conditions) -> Conditions {
    var result = self
    switch condition {
    case .goal: (result.goalStart, result.goal) = (other.goalStart, other.goal)
    case .redress: (result.onset, result.redress) = (other.onset, other.redress)
    case .shocks: result.shocks = other.shocks
    case .rounds: result.rounds = other.rounds
    case nil: break
    }
    return result
  }
}
