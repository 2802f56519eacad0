import Estimation
import Foundation

/// Who reacts to whom among several streams of acts, without named dates.
///
/// Where events are dated to days, acts of one day have no order: the analysis draws times within
/// the days many times and averages, so that no order is invented.
public struct ReciprocityAnalysis: Hashable, Sendable, Codable {
  /// A number with an interval, nothing where it is at its bound.
  public struct Estimate: Hashable, Sendable, Codable {
    /// The value.
    public let value: Double
    /// The lower and upper end of a 90 % interval.
    public let interval: [Double]?
  }

  /// One event with what probably brought it about.
  public struct Attribution: Hashable, Sendable, Codable {
    /// The event: its id, or its number in the file counted from one.
    public let id: String
    /// The type of the event.
    public let type: String
    /// The probability that nothing in the streams brought it about.
    public let initiative: Double
    /// The probability that an event of each type did, in the order of the types.
    public let reaction: [Double]
  }

  /// The types of events.
  public let types: [String]
  /// The number of events.
  public let count: Int
  /// The length of observation in units of time.
  public let horizon: Double
  /// How many draws of times were averaged; one where times are exact.
  public let draws: Int
  /// The seed of the draws.
  public let seed: UInt64
  /// The estimation method: maximum likelihood or posterior mode.
  public let method: String
  /// The mean delay around which the prior is centred, in units of time; nothing without a prior.
  public let priorDelay: Double?
  /// The largest log-likelihood (the mean over draws), in nats.
  public let logLikelihood: Double
  /// The log-likelihood when every pair of types has a delay of its own, in nats; it has one
  /// parameter a pair more, less one. Under maximum likelihood and for series that are not too long.
  public let pairwiseLogLikelihood: Double?
  /// The mean delays of that fit (of the first draw), row the type that reacts.
  public let pairwiseDelays: [[Double]]?
  /// Events per unit of time that nothing brought about, per type.
  public let baseline: [Estimate]
  /// Events of the row's type that one event of the column's type brings about.
  public let branching: [[Estimate]]
  /// The mean delay of a reaction in units of time.
  public let meanDelay: Estimate
  /// The spectral radius of the branching ratios.
  public let spectralRadius: Double
  /// Whether the process dies down by itself.
  public let isStationary: Bool
  /// Whether every fit ended at a maximum inside the range of decays that the events can tell of.
  public let hasConverged: Bool
  /// Whether the process accounts for the timing; from the first draw.
  public let goodnessOfFit: GoodnessOfFit
  /// Each event with its probabilities; nothing for long series, where they would flood the output.
  public let events: [Attribution]?

  /// The longest series whose single events are listed.
  public static let listLimit = 5_000

  /// Fits each draw of one series.
  ///
  /// - Parameters:
  ///   - series: The draws, each with at least two events.
  ///   - prior: Prior knowledge; maximum likelihood where left out.
  public static func fits(to series: [MarkedPointProcess], prior: HawkesPrior?) -> [HawkesFit] {
    concurrentMap(series.count) { HawkesFit(to: series[$0], prior: prior) }
  }

  /// Analyses draws of one series.
  ///
  /// - Parameters:
  ///   - series: The draws; each has the same events in a time order of its own.
  ///   - ids: For each draw the ids of its events in their order; may be left empty for series whose
  ///     single events are not listed.
  ///   - fits: The fit of each draw, with the same prior.
  ///   - simulations: The simulations behind the goodness of fit; zero for the large-sample formula.
  ///   - seed: The seed.
  public init?(
    of series: [MarkedPointProcess], ids: [[String]], fits: [HawkesFit], simulations: Int,
    seed: UInt64
  ) {
    guard let first = series.first, first.count > 1, series.count == ids.count,
      series.count == fits.count
    else { return nil }
    let prior = fits[0].prior
    let order = first.types.count
    let share = 1 / Double(fits.count)
    types = first.types
    count = first.count
    horizon = first.horizon
    draws = series.count
    self.seed = seed
    method = prior == nil ? "maximum likelihood" : "posterior mode"
    priorDelay = prior?.delayMedian
    logLikelihood = fits.reduce(0) { $0 + $1.logLikelihood } * share
    let mayPart = prior == nil && first.count * order * order <= PairwiseDecays.limit
    let parted =
      mayPart ? series.indices.map { PairwiseDecays(from: fits[$0], to: series[$0]) } : []
    pairwiseLogLikelihood =
      parted.isEmpty ? nil : parted.reduce(0) { $0 + $1.logLikelihood } * share
    pairwiseDelays = parted.first.map { $0.parameters.decay.map { $0.map { 1 / $0 } } }
    baseline = (0..<order).map { type in
      Self.pooled(fits.map { ($0.parameters.baseline[type], $0.logErrors?.baseline[type]) })
    }
    branching = (0..<order).map { type in
      (0..<order).map { source in
        Self.pooled(
          fits.map {
            ($0.parameters.branching[type][source], $0.logErrors?.branching[type][source])
          })
      }
    }
    meanDelay = Self.pooled(fits.map { (1 / $0.parameters.decay[0][0], $0.logErrors?.decay) })
    let radius = fits.reduce(0) { $0 + $1.parameters.spectralRadius } * share
    spectralRadius = radius
    isStationary = radius < 1
    hasConverged = fits.allSatisfy(\.hasConverged)
    goodnessOfFit = GoodnessOfFit(of: fits[0], to: first, simulations: simulations, seed: seed)
    let isListed =
      first.count <= Self.listLimit && zip(ids, series).allSatisfy { $0.count == $1.count }
    events = isListed ? Self.attributions(fits, series, ids) : nil
  }

  /// Averages draws on the scale of logarithms; the spread between draws widens the interval.
  ///
  /// > Rubin, D. B. *Multiple Imputation for Nonresponse in Surveys*, 1987, eq. 3.1.
  private static func pooled(_ draws: [(value: Double, logError: Double?)]) -> Estimate {
    let mean = draws.reduce(0) { $0 + $1.value } / Double(draws.count)
    let errors = draws.compactMap(\.logError)
    guard errors.count == draws.count, draws.allSatisfy({ $0.value > 0 }) else {
      return Estimate(value: mean, interval: nil)
    }
    let logs = draws.map { log($0.value) }
    let center = logs.reduce(0, +) / Double(logs.count)
    let within = errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
    let between =
      logs.count < 2
      ? 0
      : logs.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(logs.count - 1)
    let total = (within + (1 + 1 / Double(logs.count)) * between).squareRoot()
    let interval = HawkesFit.interval(exp(center), logError: total)
    return Estimate(
      value: draws.count == 1 ? mean : exp(center),
      interval: [interval.lowerBound, interval.upperBound])
  }

  private static func attributions(
    _ fits: [HawkesFit], _ series: [MarkedPointProcess], _ ids: [[String]]
  ) -> [Attribution] {
    var sums: [String: [Double]] = [:]
    var typeOf: [String: Int] = [:]
    for (draw, fit) in fits.enumerated() {
      for (index, shares) in fit.parameters.attribution(of: series[draw]).enumerated() {
        let id = ids[draw][index]
        typeOf[id] = series[draw].type[index]
        if let sum = sums[id] {
          sums[id] = zip(sum, shares).map { $0 + $1 }
        } else {
          sums[id] = shares
        }
      }
    }
    return ids[0].compactMap { id in
      guard let sum = sums[id], let type = typeOf[id] else { return nil }
      let mean = sum.map { $0 / Double(fits.count) }
      return Attribution(
        id: id, type: series[0].types[type], initiative: mean[0], reaction: Array(mean[1...]))
    }
  }
}
