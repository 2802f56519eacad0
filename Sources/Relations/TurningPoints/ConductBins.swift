import Diplomacy
import Foundation

/// The acts of one direction in stretches of equal length, by kind, as a segmentation reads them.
///
/// A turn is a change in how often hostile acts come, in how many of them are deeds, or in how often
/// other acts come: a rupture is more hostile acts, and not only a larger share of them. Within a
/// segment the hostile acts and the others are Poisson processes whose rates have exponential priors,
/// and deeds and words among the hostile ones are binomial with a beta prior of one half each; all are
/// integrated out.
///
/// Baseline and window were recorded with different care. How much of the baseline was passed over is
/// read from the acts that are not hostile, and their rate is compared only within each part. Hostile
/// acts are compared across the border, the baseline's days counting for as much less: a record that
/// thickens where the window starts has no turn there, one in which only hostile acts come more often has.
///
/// > Fearnhead, P. "Exact and efficient Bayesian inference for multiple changepoint problems."
/// > *Statistics and Computing* 16, 2006, 203-213. Gelman, A. et al. *Bayesian Data Analysis*, 3rd ed.,
/// > 2013, sections 2.6 and 3.4 (the conjugate priors).
struct ConductBins {
  /// The stretches in order.
  let bins: [DateSpan]
  /// The expected number of acts of each kind in each stretch.
  let kinds: [[Double]]
  /// The expected number of acts in each stretch.
  let totals: [Double]
  /// The first stretch of the window.
  let windowStart: Int
  /// For each stretch the share of its acts that the record holds, against the window: at most 1.
  let care: [Double]

  /// Which of three kinds an act is: hostile deed, hostile word, anything else.
  static func kind(of act: CourseAct) -> Int {
    act.weight >= 0 ? 2 : act.code.quadClass.isVerbal ? 1 : 0
  }

  init(_ acts: [CourseAct], window: DateSpan, baseline: DateSpan?) {
    let first = baseline.map { min($0.first, window.first) } ?? window.first
    let days = window.last - first + 1
    let length = days <= 200 ? 1 : days <= 600 ? 3 : max(7, (days + 599) / 600)
    var bins: [DateSpan] = []
    var end = window.first - 1
    while end >= first {
      let start = max(first, end - length + 1)
      bins.append(DateSpan(from: start, through: end) ?? DateSpan(end))
      end = start - 1
    }
    bins.reverse()
    windowStart = bins.count
    var start = window.first
    while start <= window.last {
      let last = min(window.last, start + length - 1)
      bins.append(DateSpan(from: start, through: last) ?? DateSpan(start))
      start = last + 1
    }
    var kinds = [[Double]](repeating: [0, 0, 0], count: bins.count)
    for act in acts {
      let kind = Self.kind(of: act)
      for index in bins.indices where bins[index].overlaps(act.date) {
        kinds[index][kind] += act.share(in: bins[index])
      }
    }
    self.bins = bins
    self.kinds = kinds
    totals = kinds.map { $0.reduce(0, +) }
    let others = kinds.map { $0[2] }
    let border = windowStart
    let (early, late) = (others[..<border], others[border...])
    let thin =
      early.isEmpty || late.isEmpty
      ? 1
      : min(
        1,
        (early.reduce(0, +) + 1) / Double(early.count) / (late.reduce(0, +) + 1)
          * Double(late.count))
    care = others.indices.map { $0 < border ? thin : 1 }
  }

  /// The log marginal likelihoods of the segments from a start to every later end, in nats.
  ///
  /// - Parameter weight: The power to which the likelihood is raised.
  func logMarginals(from start: Int, weight: Double) -> [Double] {
    let alpha = 0.5
    let others = kinds.map { $0[2] }
    let rates = [
      1 / max(0.02, mean(others[..<windowStart])), 1 / max(0.02, mean(others[windowStart...])),
    ]
    let hostile = zip(totals, others).reduce(0) { $0 + $1.0 - $1.1 }
    let hostileRate = 1 / max(0.02, hostile / max(1, care.reduce(0, +)))
    var sums = [0.0, 0.0]
    var lengths = [0.0, 0.0]
    var counts = [0.0, 0.0]
    var exposure = 0.0
    var result: [Double] = []
    result.reserveCapacity(bins.count - start)
    for index in start..<bins.count {
      let part = index < windowStart ? 0 : 1
      sums[part] += weight * others[index]
      lengths[part] += weight
      exposure += weight * care[index]
      for kind in 0..<2 { counts[kind] += weight * kinds[index][kind] }
      let acts = counts[0] + counts[1]
      var log = Self.logMarginal(acts, over: exposure, prior: hostileRate)
      for part in 0..<2 where lengths[part] > 0 {
        log += Self.logMarginal(sums[part], over: lengths[part], prior: rates[part])
      }
      log += lgamma(2 * alpha) - lgamma(2 * alpha + acts)
      for count in counts { log += lgamma(alpha + count) - lgamma(alpha) }
      result.append(log)
    }
    return result
  }

  /// The log marginal likelihood of a count whose rate has an exponential prior, but for terms that do
  /// not depend on the segment, in nats.
  ///
  /// - Parameter prior: One over the mean of the prior.
  private static func logMarginal(_ count: Double, over length: Double, prior: Double) -> Double {
    Foundation.log(prior) + lgamma(1 + count) - (1 + count) * Foundation.log(prior + length)
  }

  /// How much more the counts of the segments vary than Poisson counts of one rate would, at least 1.
  func dispersion(cutAt places: [Int]) -> Double {
    let edges = Set([0, windowStart] + places).filter { $0 < bins.count }.sorted() + [bins.count]
    var chi = 0.0
    var freedom = 0
    for (low, high) in zip(edges, edges.dropFirst()) where high > low {
      let mean = self.mean(totals[low..<high])
      guard mean > 0 else { continue }
      for index in low..<high { chi += (totals[index] - mean) * (totals[index] - mean) / mean }
      freedom += high - low - 1
    }
    return freedom > 0 ? min(5, max(1, chi / Double(freedom))) : 1
  }

  private func mean(_ values: ArraySlice<Double>) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
