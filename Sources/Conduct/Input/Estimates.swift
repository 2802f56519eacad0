import Estimation
import Foundation

/// Posterior summaries of coefficients, averaged over draws of dates and settings.
struct Estimates {
  let evidence: StreamEvidence

  /// Every coefficient of a candidate that the record speaks to.
  func all(_ candidate: Int, samples: Int, generator: SeededGenerator) -> [CoefficientEstimate] {
    var values: [Coefficient: [Double]] = [:]
    let fits = evidence.fits[candidate]
    let weights = SpecialFunctions.softmax(fits.map(\.logEvidence))
    for index in 0..<samples {
      var source = generator.stream(UInt64(index))
      let fit = fits[source.index(weights: weights)]
      let parameters = ConductParameters.drawn(
        from: fit, answerDays: evidence.draws[fit.draw].answerDays, length: 0, using: &source)
      for (coefficient, value) in parameters.values {
        values[coefficient, default: []].append(value)
      }
    }
    return Coefficient.allCases.compactMap { coefficient in
      guard let sample = values[coefficient] else { return nil }
      return CoefficientEstimate(
        coefficient: coefficient, median: Summaries.quantile(sample, 0.5),
        low: Summaries.quantile(sample, 0.05), high: Summaries.quantile(sample, 0.95))
    }
  }

  /// The conduct of the actor of the record, averaged over the explanations.
  func conduct(
    _ reactions: [ReactionAttribution], posterior: [Double], generator: SeededGenerator
  ) -> SideConduct {
    let record = evidence.engine.record
    let hostile = reactions.filter { $0.role != .conciliatory }
    let top = posterior.indices.max { posterior[$0] < posterior[$1] } ?? 0
    // The wide kind, where the case lists it, speaks for the coefficients; else the likeliest does.
    let wide = evidence.engine.candidates.firstIndex { $0.kind.name == "none" } ?? top
    let estimates = all(wide, samples: 200, generator: generator)
    func estimate(_ coefficient: Coefficient) -> CoefficientEstimate? {
      estimates.first { $0.coefficient == coefficient }
    }
    let reaction = Summaries.mean(hostile.map(\.probabilityReaction))
    let momentum = Summaries.mean(hostile.map(\.probabilityMomentum))
    return SideConduct(
      actor: record.actor, hostileActs: record.count(.hostile) + record.count(.closure),
      conciliatoryActs: record.count(.conciliatory),
      initiative: hostile.isEmpty ? 0 : 1 - reaction - momentum, reaction: reaction,
      momentum: momentum, answersToHostility: estimate(.reactionHostile),
      answersToConciliation: estimate(.reactionConciliatory), appeasement: estimate(.appeasement),
      posterior: posterior)
  }
}
