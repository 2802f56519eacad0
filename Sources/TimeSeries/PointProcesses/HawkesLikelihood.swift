import Foundation

extension HawkesParameters {
  /// The log-likelihood of events, in nats.
  ///
  /// > Ozaki, T. "Maximum likelihood estimation of Hawkes' self-exciting point processes." *Annals of
  /// > the Institute of Statistical Mathematics* 31, 1979, 145-155.
  ///
  /// - Returns: Negative infinity where an event happens at zero intensity.
  /// - Complexity: O(*n* *d*²) for *n* events of *d* types, O(*n* *d*) with one decay for all.
  public func logLikelihood(of events: MarkedPointProcess) -> Double {
    var sum = 0.0
    forEachIntensity(of: events) { _, parts in sum += log(parts.reduce(0, +)) }
    for type in 0..<order { sum -= baseline[type] * events.horizon }
    for (index, time) in events.times.enumerated() {
      let source = events.type[index]
      let mark = events.marks?[index] ?? 1
      for type in 0..<order {
        sum +=
          branching[type][source] * mark
          * expm1(-decay[type][source] * (events.horizon - time))
      }
    }
    return sum
  }

  /// For each event, the probability that nothing in the series brought it about, and that an event
  /// of each type did.
  ///
  /// - Returns: For each event, the baseline's share first, then the share of each type.
  public func attribution(of events: MarkedPointProcess) -> [[Double]] {
    var shares: [[Double]] = []
    shares.reserveCapacity(events.count)
    forEachIntensity(of: events) { _, parts in
      let total = parts.reduce(0, +)
      shares.append(parts.map { $0 / total })
    }
    return shares
  }

  /// Whether one decay serves all pairs.
  var hasOneDecay: Bool { decay.joined().allSatisfy { $0 == decay.first?.first } }

  /// Goes through the events with the parts of the intensity of each event's own type just before
  /// it: the baseline, then what each type contributes.
  private func forEachIntensity(of events: MarkedPointProcess, _ body: (Int, [Double]) -> Void) {
    var state = [Double](repeating: 0, count: order * order)
    var parts = [Double](repeating: 0, count: order + 1)
    var last = 0.0
    let shared = hasOneDecay
    for (index, time) in events.times.enumerated() {
      let elapsed = time - last
      last = time
      if elapsed > 0 {
        let common = shared ? exp(-(decay.first?.first ?? 0) * elapsed) : 0
        for type in 0..<order {
          for source in 0..<order {
            state[type * order + source] *=
              shared ? common : exp(-decay[type][source] * elapsed)
          }
        }
      }
      let type = events.type[index]
      parts[0] = baseline[type]
      for source in 0..<order {
        parts[source + 1] =
          branching[type][source] * decay[type][source] * state[type * order + source]
      }
      body(index, parts)
      let mark = events.marks?[index] ?? 1
      for reacting in 0..<order { state[reacting * order + type] += mark }
    }
  }
}
