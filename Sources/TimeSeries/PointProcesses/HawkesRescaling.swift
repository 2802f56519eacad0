import Foundation

extension HawkesParameters {
  /// For each event, the time since the last event of its type on the clock of its intensity.
  ///
  /// Under the right model these are independent standard exponential variables.
  ///
  /// > Ogata, Y. "Statistical models for earthquake occurrences and residual analysis for point
  /// > processes." *JASA* 83, 1988, 9-27.
  ///
  /// - Complexity: O(*n* *d*) with one decay for all pairs, else O(*n* *d*²).
  public func rescaledGaps(of events: MarkedPointProcess) -> [Double] {
    hasOneDecay ? gapsWithOneDecay(events) : gapsWithManyDecays(events)
  }

  /// With one decay, what the events of a type have set off so far does not depend on who reacts.
  private func gapsWithOneDecay(_ events: MarkedPointProcess) -> [Double] {
    let order = self.order
    let decay = self.decay.first?.first ?? 0
    let ratios = branching.flatMap { $0 }
    var pending = [Double](repeating: 0, count: order)
    var spent = pending
    // Time and spent reactions at the last event of each type.
    var since = pending
    var before = [Double](repeating: 0, count: order * order)
    var last = 0.0
    return events.times.indices.map { index in
      let time = events.times[index]
      let falls = -expm1(-decay * (time - last))
      last = time
      for source in 0..<order {
        let part = pending[source] * falls
        spent[source] += part
        pending[source] -= part
      }
      let type = events.type[index]
      let line = type * order
      var gap = baseline[type] * (time - since[type])
      since[type] = time
      for source in 0..<order {
        gap += ratios[line + source] * (spent[source] - before[line + source])
        before[line + source] = spent[source]
      }
      pending[type] += events.marks?[index] ?? 1
      return gap
    }
  }

  func gapsWithManyDecays(_ events: MarkedPointProcess) -> [Double] {
    var state = [[Double]](repeating: [Double](repeating: 0, count: order), count: order)
    var clock = [Double](repeating: 0, count: order)
    var previous = clock
    var last = 0.0
    return events.times.indices.map { index in
      let elapsed = events.times[index] - last
      last = events.times[index]
      for type in 0..<order {
        clock[type] += baseline[type] * elapsed
        for source in 0..<order {
          let kept = exp(-decay[type][source] * elapsed)
          clock[type] += branching[type][source] * state[type][source] * (1 - kept)
          state[type][source] *= kept
        }
      }
      let type = events.type[index]
      let gap = clock[type] - previous[type]
      previous[type] = clock[type]
      for reacting in 0..<order { state[reacting][type] += events.marks?[index] ?? 1 }
      return gap
    }
  }
}
