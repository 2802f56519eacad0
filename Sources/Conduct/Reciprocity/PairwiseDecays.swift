import Estimation
import Foundation

/// A fit in which every pair of types has a delay of its own.
///
/// The likelihood still falls apart by reacting type, but is no longer concave: the search starts
/// from the fit with one decay and climbs by a quasi-Newton method on the logarithms, so it never
/// ends below that fit.
public struct PairwiseDecays: Hashable, Sendable {
  /// The parameters.
  public let parameters: HawkesParameters
  /// The log-likelihood, in nats.
  public let logLikelihood: Double

  /// The largest number of events times squared types for which the search is quick.
  public static let limit = 2_000_000

  /// Lets the decays of a fit part.
  ///
  /// - Complexity: O(*n* *d*²) a step for *n* events of *d* types, some fifty steps.
  public init(from fit: HawkesFit, to events: TypedEvents) {
    let start = fit.parameters
    let order = start.order
    let rows = concurrentMap(order) { type -> [Double] in
      let problem = PairwiseTypeProblem(events: events, type: type)
      let first =
        [start.baseline[type]] + start.branching[type].map { max($0, 1e-6) } + start.decay[type]
      let logs = first.map { log($0) }
      let found = QuasiNewtonMinimizer(iterationLimit: 300, gainTolerance: 1e-13)
        .minimize(from: logs) { logs, gradient in problem.cost(logs, &gradient) }
      var ignored = [Double](repeating: 0, count: logs.count)
      let keepsStart = problem.cost(logs, &ignored) < found.value
      return (keepsStart ? logs : found.point).map { exp($0) }
    }
    let parameters = HawkesParameters(
      baseline: rows.map { $0[0] }, branching: rows.map { Array($0[1...order]) },
      decay: rows.map { Array($0[(order + 1)...]) })
    let likelihood = parameters.logLikelihood(of: events)
    let isBetter = likelihood >= fit.logLikelihood
    self.parameters = isBetter ? parameters : start
    logLikelihood = isBetter ? likelihood : fit.logLikelihood
  }
}

/// The negative likelihood of one reacting type in the logarithms of baseline, ratios and decays.
private struct PairwiseTypeProblem {
  let events: TypedEvents
  let type: Int

  func cost(_ logs: [Double], _ gradient: inout [Double]) -> Double {
    let order = events.types.count
    guard logs.allSatisfy({ $0 > -40 && $0 < 12 }) else { return .infinity }
    let values = logs.map { exp($0) }
    let ratios = values[1...order]
    let decays = values[(order + 1)...]
    var response = [Double](repeating: 0, count: order)
    var delayed = [Double](repeating: 0, count: order)
    var slope = [Double](repeating: 0, count: logs.count)
    var sum = -values[0] * events.horizon
    slope[0] = -events.horizon
    var last = 0.0
    for index in events.times.indices {
      let time = events.times[index]
      let elapsed = time - last
      last = time
      var intensity = values[0]
      for source in 0..<order {
        let kept = exp(-decays[decays.startIndex + source] * elapsed)
        delayed[source] = (delayed[source] + elapsed * response[source]) * kept
        response[source] *= kept
        intensity +=
          ratios[1 + source] * decays[decays.startIndex + source] * response[source]
      }
      let source = events.type[index]
      if source == type {
        sum += log(intensity)
        slope[0] += 1 / intensity
        for source in 0..<order {
          let decay = decays[decays.startIndex + source]
          slope[1 + source] += decay * response[source] / intensity
          slope[1 + order + source] +=
            ratios[1 + source] * (response[source] - decay * delayed[source]) / intensity
        }
      }
      let mark = events.marks?[index] ?? 1
      let decay = decays[decays.startIndex + source]
      let remaining = events.horizon - time
      let unspent = exp(-decay * remaining)
      sum -= ratios[1 + source] * mark * (1 - unspent)
      slope[1 + source] -= mark * (1 - unspent)
      slope[1 + order + source] -= ratios[1 + source] * mark * remaining * unspent
      response[source] += mark
    }
    for index in logs.indices { gradient[index] = -slope[index] * values[index] }
    return sum.isFinite ? -sum : .infinity
  }
}
