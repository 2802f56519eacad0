public import Estimation
import Foundation

extension HawkesParameters {
  /// Simulates events by their branching: spontaneous events, their offspring, and so on.
  ///
  /// > Hawkes, A. G., Oakes, D. "A cluster process representation of a self-exciting process."
  /// > *Journal of Applied Probability* 11, 1974, 493-503.
  ///
  /// - Parameters:
  ///   - types: The names of the types.
  ///   - horizon: The end of observation.
  ///   - limit: The largest number of events; an explosive process stops there.
  ///   - random: The source of randomness.
  /// - Returns: The events, and for each the index of the event that brought it about, if one did.
  public func simulated(
    types: [String], horizon: Double, limit: Int = 2_000_000, using random: inout SeededGenerator
  ) throws -> (events: MarkedPointProcess, parents: [Int?]) {
    var born: [(time: Double, type: Int, parent: Int?)] = []
    for type in 0..<order {
      for _ in 0..<random.poisson(mean: baseline[type] * horizon) {
        born.append((random.uniform() * horizon, type, nil))
      }
    }
    var next = 0
    while next < born.count, born.count < limit {
      let (time, source, _) = born[next]
      for type in 0..<order {
        for _ in 0..<random.poisson(mean: branching[type][source]) {
          let child = time - log(1 - random.uniform()) / decay[type][source]
          if child < horizon { born.append((child, type, next)) }
        }
      }
      next += 1
    }
    let sorted = born.indices.sorted { (born[$0].time, $0) < (born[$1].time, $1) }
    var place = [Int](repeating: 0, count: born.count)
    for (rank, index) in sorted.enumerated() { place[index] = rank }
    let events = try MarkedPointProcess(
      types: types, times: sorted.map { born[$0].time }, type: sorted.map { born[$0].type },
      horizon: horizon)
    return (events, sorted.map { born[$0].parent.map { place[$0] } })
  }
}
