import Diplomacy
import Estimation
import Foundation

/// The evidence that the stream of acts gives on a case, with the fits behind it.
struct StreamEvidence: Sendable {
  let engine: EvidenceEngine
  let draws: [EvidenceEngine.Draw]
  let fits: [[EvidenceEngine.DrawFit]]
  /// The log evidence of each candidate in nats.
  let logEvidence: [Double]
  /// What the acts were, beside when they came; its log evidence is added at power 1.
  let content: ContentEvidence

  init(
    _ engine: EvidenceEngine, draws count: Int, content: ContentEvidence = .none,
    generator: SeededGenerator
  ) {
    self.engine = engine
    self.content = content
    draws = engine.draws(count, generator: generator)
    fits = engine.fits(draws)
    logEvidence = fits.map { SpecialFunctions.logSumExp($0.map(\.logEvidence)) }
  }

  /// The greatest log evidence that any explanation could reach on these acts, in nats.
  ///
  /// It is that of the best rate for every day of every draw; an evidence above it is an error of
  /// computation.
  var bound: Double {
    guard let first = fits.first else { return 0 }
    return SpecialFunctions.logSumExp(
      first.map { fit in
        fit.streams.reduce(draws[fit.draw].logWeight) {
          $0 + ($1.first?.posterior.design.bound ?? 0)
        }
      })
  }

  /// The posterior of the candidates from their priors and the evidence of the stream at a power.
  func posterior(power: Double, other: [Double]? = nil) -> [Double] {
    let content = content.logEvidence(engine.candidates.count)
    return Self.posterior(
      engine.candidates, logEvidence, power: power,
      other: content.indices.map { content[$0] + (other?[$0] ?? 0) })
  }

  /// The posterior of candidates.
  ///
  /// - Parameters:
  ///   - candidates: The candidates with their prior weights.
  ///   - logEvidence: The log evidence of the stream of acts, in nats.
  ///   - power: The power to which that evidence is raised.
  ///   - other: Log likelihoods of evidence that is no act, in nats.
  static func posterior(
    _ candidates: [Candidate], _ logEvidence: [Double], power: Double, other: [Double]? = nil
  ) -> [Double] {
    SpecialFunctions.softmax(
      candidates.indices.map {
        (candidates[$0].weight > 0 ? log(candidates[$0].weight) : -.infinity)
          + power * logEvidence[$0] + (other?[$0] ?? 0)
      })
  }

  /// The standard error of the log evidence that comes from drawing the dates, in nats.
  func imputationError(_ candidate: Int) -> Double {
    let terms = fits[candidate].map(\.logEvidence)
    guard draws.count > engine.model.answerDays.count, let top = terms.max() else { return 0 }
    let weights = terms.map { exp($0 - top) }
    let mean = Summaries.mean(weights)
    return Summaries.standardDeviation(weights) / (mean * Double(weights.count).squareRoot())
  }

  /// The check of Laplace's method by importance sampling, on the draw that weighs most.
  ///
  /// Where few of the draws carry the weight, it is made again with ten times as many.
  func check(_ candidate: Int, samples: Int, generator: SeededGenerator) -> LaplaceCheck {
    let first = sampled(candidate, samples: samples, source: generator.stream(UInt64(candidate)))
    guard first.fails else { return first }
    return sampled(
      candidate, samples: 10 * samples, source: generator.stream(UInt64(candidate)).stream(1))
  }

  private func sampled(_ candidate: Int, samples: Int, source: SeededGenerator) -> LaplaceCheck {
    var source = source
    guard let fit = fits[candidate].max(by: { $0.logEvidence < $1.logEvidence }) else {
      return LaplaceCheck(laplace: 0, sampled: 0, standardError: 0, effectiveDraws: 0, draws: 0)
    }
    var (laplace, sampled, variance, effective) = (0.0, 0.0, 0.0, Double.infinity)
    for settings in fit.streams {
      guard let best = settings.max(by: { $0.weighted < $1.weighted }) else { continue }
      let check = ImportanceCheck(of: best.laplace, draws: samples, using: &source) {
        best.posterior.value(at: $0)
      }
      laplace += best.laplace.logEvidence
      sampled += check.logEvidence
      variance += check.standardError * check.standardError
      effective = min(effective, check.effectiveDraws)
    }
    return LaplaceCheck(
      laplace: laplace, sampled: sampled, standardError: variance.squareRoot(),
      effectiveDraws: effective.isFinite ? effective : 0, draws: samples)
  }
}

/// Laplace's evidence beside the evidence by importance sampling, on the draw that weighs most.
public struct LaplaceCheck: Hashable, Sendable, Codable {
  /// The log evidence by Laplace's method, in nats.
  public let laplace: Double
  /// The log evidence by importance sampling, in nats.
  public let sampled: Double
  /// The standard error of the sampled value, in nats.
  public let standardError: Double
  /// The number of independent draws that the weighted draws are worth.
  public let effectiveDraws: Double
  /// The number of draws made.
  public let draws: Int

  /// How far the two are apart, in nats.
  public var difference: Double { laplace - sampled }

  /// The fewest effective draws with which a verdict is given.
  public static let leastEffectiveDraws = 20.0
  /// The furthest that the two may lie apart for a verdict to be given, in nats.
  public static let greatestDifference = 1.0

  /// Whether the check does not bear the evidence out.
  public var fails: Bool {
    !(effectiveDraws >= Self.leastEffectiveDraws) || !(abs(difference) <= Self.greatestDifference)
  }
}
