import Estimation
import Foundation

/// One pass over the events: the likelihood with its derivatives by every parameter.
///
/// The intensity is made of sums that fall off exponentially, so a stretch of the series can start
/// from the sums at its first event. Stretches are cut by the number of events, never by the number
/// of cores, and added in order: the result is the same on any machine.
struct HawkesPass: Sendable {
  /// The events of one stretch.
  static let stretch = 16_384

  let events: MarkedPointProcess
  /// The number of events of each type.
  let counts: [Int]
  /// The sum of the marks of each type.
  private let weights: [Double]
  private let stretches: [Range<Int>]

  init(_ events: MarkedPointProcess, stretch: Int = Self.stretch) {
    self.events = events
    counts = events.counts
    if let marks = events.marks {
      var weights = [Double](repeating: 0, count: events.types.count)
      for (index, mark) in marks.enumerated() { weights[events.type[index]] += mark }
      self.weights = weights
    } else {
      weights = counts.map(Double.init)
    }
    stretches = stride(from: 0, to: events.count, by: stretch).map {
      $0..<min($0 + stretch, events.count)
    }
  }

  /// The number of types.
  var order: Int { events.types.count }

  /// The terms at some parameters.
  ///
  /// - Parameters:
  ///   - thetas: For each type its baseline, then its branching ratios.
  ///   - logDecay: The logarithm of the decay.
  /// - Complexity: O(*n* *d*²) with one exponential an event.
  func terms(_ thetas: [Double], logDecay: Double) -> HawkesTerms {
    let decay = exp(logDecay)
    let starts = starts(decay: decay)
    let layout = HawkesTally.Layout(order: order)
    let tallies = concurrentMap(stretches.count) { index in
      HawkesTally(
        of: stretches[index], in: events, from: starts[index], thetas: thetas, decay: decay,
        layout: layout)
    }
    var sum = tallies[0]
    for tally in tallies.dropFirst() { sum.append(tally) }
    return finished(sum, layout: layout, thetas: thetas, decay: decay)
  }

  /// The memory before the first event of each stretch.
  private func starts(decay: Double) -> [HawkesState] {
    let pairs = (order + 1) / 2
    let tails = concurrentMap(stretches.count - 1) { index in
      HawkesState(after: stretches[index], of: events, decay: decay, pairs: pairs)
    }
    var starts = [HawkesState(pairs: pairs)]
    for tail in tails {
      var state = starts[starts.count - 1]
      state.append(tail, decay: decay)
      starts.append(state)
    }
    return starts
  }

  /// Puts the sums over events together with what was to be expected until the end of observation.
  private func finished(
    _ sum: HawkesTally, layout: HawkesTally.Layout, thetas: [Double], decay: Double
  ) -> HawkesTerms {
    var end = sum.memory
    end.advance(to: events.horizon, decay: decay)
    var terms = HawkesTerms(order: order)
    let size = order + 1
    terms.value = sum.logs
    terms.bend = sum.bend
    for type in 0..<order {
      let place = type * size
      let block = place * size
      terms.value -= thetas[place] * events.horizon
      terms.gradient[place] = sum[layout.inverse(type)].x - events.horizon
      terms.curvature[block] = sum[layout.inverse(type)].y
      terms.border[place] = sum[layout.decay(type)].x
      terms.slope += sum[layout.decay(type)].y
      for source in 0..<order {
        let row = source + 1
        let pair = source >> 1
        let lane = source & 1
        let ratio = thetas[place + row]
        let delayed = end.sum(1, of: source)
        // The marks, less what of them is still to come.
        let spent = weights[source] - end.sum(0, of: source)
        terms.value -= ratio * spent
        terms.slope -= ratio * delayed
        terms.bend += ratio * (delayed - end.sum(2, of: source))
        terms.gradient[place + row] = decay * sum[layout.gradient(type) + pair][lane] - spent
        terms.border[place + row] = decay * sum[layout.border(type) + pair][lane] + delayed
        let mixed = decay * sum[layout.mixed(type) + pair][lane]
        terms.curvature[block + row] = mixed
        terms.curvature[block + row * size] = mixed
        for other in 0...source {
          let both =
            decay * decay * sum[layout.square(type, row: source) + (other >> 1)][other & 1]
          terms.curvature[block + row * size + other + 1] = both
          terms.curvature[block + (other + 1) * size + row] = both
        }
      }
    }
    return terms
  }
}
