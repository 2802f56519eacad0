import Diplomacy
import Estimation

extension SimulatedDiscrimination {
  /// Simulates records from every explanation and compares the explanations on each.
  ///
  /// - Parameters:
  ///   - simulator: Makes the records.
  ///   - episodes: How many from each explanation.
  ///   - draws: How many draws of dates on each.
  ///   - power: The power on the evidence.
  ///   - generator: The source of randomness; each record has a stream of its own.
  ///   - completed: Called with the number of records done.
  init(
    _ simulator: EpisodeSimulator, episodes: Int, draws: Int, power: Double,
    generator: SeededGenerator, completed: (@Sendable (Int) -> Void)?
  ) {
    let candidates = simulator.candidates
    let evidence = concurrentMap(episodes * candidates.count, completed: completed) { index in
      let source = generator.stream(UInt64(index))
      let record = simulator.episode(index % candidates.count, generator: source.stream(0))
      let engine = EvidenceEngine(record, candidates, model: simulator.model)
      return engine.logEvidence(engine.draws(draws, generator: source.stream(1)))
    }
    let byTruth = candidates.indices.map { truth in
      (0..<episodes).map { evidence[$0 * candidates.count + truth] }
    }
    confusion = candidates.indices.map { truth in
      Self.row(truth, candidates, byTruth[truth], power: power)
    }
    var pairs: [Pair] = []
    for first in candidates.indices {
      for second in candidates.indices where second > first {
        func lead(_ z: [Double]) -> Double { z[first] - z[second] }
        pairs.append(
          Pair(
            first: candidates[first].id, second: candidates[second].id,
            areaUnderCurve: Summaries.areaUnderCurve(
              positives: byTruth[first].map(lead), negatives: byTruth[second].map(lead))))
      }
    }
    self.pairs = pairs
    self.episodes = episodes
    explanations = candidates.map(\.id)
    wronglyConfident = Summaries.mean(confusion.map(\.wronglyConfident))
    accuracy = Summaries.mean(confusion.enumerated().map { $1.chosen[$0] })
  }

  private static func row(
    _ truth: Int, _ candidates: [Candidate], _ evidence: [[Double]], power: Double
  ) -> Row {
    var chosen = [Double](repeating: 0, count: candidates.count)
    var mean = chosen
    var (confident, wrong) = (0.0, 0.0)
    let share = 1 / Double(max(1, evidence.count))
    for z in evidence {
      let posterior = StreamEvidence.posterior(candidates, z, power: power)
      guard let top = posterior.indices.max(by: { posterior[$0] < posterior[$1] }) else { continue }
      chosen[top] += share
      for k in mean.indices { mean[k] += share * posterior[k] }
      if posterior[top] >= 0.9 {
        confident += share
        if top != truth { wrong += share }
      }
    }
    return Row(
      truth: candidates[truth].id, chosen: chosen, meanPosterior: mean, confident: confident,
      wronglyConfident: wrong)
  }
}
