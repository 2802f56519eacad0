import Estimation

extension ComparisonInput {
  /// The probability of every candidate's group, at the place of its first member; zero elsewhere.
  func groupShares(_ posterior: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      shares[candidate.group] += posterior[index]
    }
    return shares
  }

  /// Fits of the record itself, from which those of records like it start.
  var start: [EvidenceEngine.DrawFit] { evidence.fits.compactMap(\.last) }

  /// The places of the groups by their probability from the acts, the likeliest first.
  var order: [Int] {
    let shares = groupShares(StreamEvidence.posterior(candidates, fromActs, power: 1))
    return candidates.indices.filter { candidates[$0].group == $0 }
      .sorted { (shares[$1], $0) < (shares[$0], $1) }
  }

  /// The log evidence of the acts of another record of the same case, in nats.
  func logEvidence(on record: ConductRecord, draws: Int, generator: SeededGenerator) -> [Double] {
    DecisionEvidence(
      EvidenceEngine(record, candidates, model: options.model), fits: nil, start: start,
      draws: draws, generator: generator
    ).logEvidence
  }

  /// The place of the group that leads under probabilities of the candidates.
  func leader(_ posterior: [Double]) -> Int? {
    let shares = groupShares(posterior)
    return shares.indices.max { (shares[$0], $1) < (shares[$1], $0) }
  }

  /// The place of the group that leads on another record of the same case.
  func leader(on record: ConductRecord, draws: Int, generator: SeededGenerator) -> Int? {
    let acts = fromActs(
      logEvidence(on: record, draws: draws, generator: generator), power: options.power)
    return leader(StreamEvidence.posterior(candidates, acts, power: 1))
  }
}
