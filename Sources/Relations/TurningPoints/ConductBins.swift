import Diplomacy
import Foundation

/// The acts of one direction in stretches of equal length, by kind, as a segmentation reads them.
///
/// A turn is a change in how often acts come, in their kind, or in both: a rupture is more hostile
/// acts, and not only a larger share of them. The acts of a segment are a Poisson process whose rate
/// has a gamma prior, and their kinds, hostile deeds, hostile words and the rest, are multinomial with
/// a Dirichlet prior of one half each; both are integrated out.
///
/// Baseline and window were recorded with different care, so a rate is compared only within each:
/// a segment that reaches over the border has two rates and one mixture of kinds. That a record
/// thickens where the window starts is then no turn.
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
  }

  /// The log marginal likelihoods of the segments from a start to every later end, in nats.
  ///
  /// - Parameter weight: The power to which the likelihood is raised.
  func logMarginals(from start: Int, weight: Double) -> [Double] {
    let alpha = 0.5
    let rates = [
      1 / max(0.02, mean(totals[..<windowStart])), 1 / max(0.02, mean(totals[windowStart...])),
    ]
    var sums = [0.0, 0.0]
    var lengths = [0.0, 0.0]
    var counts = [0.0, 0.0, 0.0]
    var result: [Double] = []
    result.reserveCapacity(bins.count - start)
    for index in start..<bins.count {
      let part = index < windowStart ? 0 : 1
      sums[part] += weight * totals[index]
      lengths[part] += weight
      for kind in 0..<3 { counts[kind] += weight * kinds[index][kind] }
      var log = 0.0
      for part in 0..<2 where lengths[part] > 0 {
        // The rate of a part has an exponential prior whose mean is the mean rate of that part.
        log +=
          Foundation.log(rates[part]) + lgamma(1 + sums[part])
          - (1 + sums[part]) * Foundation.log(rates[part] + lengths[part])
      }
      log += lgamma(3 * alpha) - lgamma(3 * alpha + counts.reduce(0, +))
      for count in counts { log += lgamma(alpha + count) - lgamma(alpha) }
      result.append(log)
    }
    return result
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
