import Foundation

/// The negative likelihood of one reacting type in the logarithms of baseline, ratios and decays.
///
/// What one source contributes depends only on the times of the type and of that source, so each
/// source is gone through by itself, past the events of all others.
struct PairwiseTypeProblem: Sendable {
  /// The events of the reacting type and of one source, in order of time.
  private struct Source {
    /// The time since the entry before.
    var elapsed: [Double] = []
    /// Whether the entry is an event of the reacting type.
    var isOwn: [Bool] = []
    /// What the entry adds as a trigger; zero for an event of the reacting type alone.
    var weight: [Double] = []
    /// The time from the last entry to the end of observation.
    var rest = 0.0
    /// The sum of the weights.
    var total = 0.0
  }

  private let sources: [Source]
  private let count: Int
  private let horizon: Double

  init(events: MarkedPointProcess, type: Int) {
    horizon = events.horizon
    count = events.type.reduce(0) { $0 + ($1 == type ? 1 : 0) }
    sources = events.types.indices.map { source in
      var stream = Source()
      var last = 0.0
      for (index, kind) in events.type.enumerated() where kind == type || kind == source {
        let weight = kind == source ? events.marks?[index] ?? 1 : 0
        stream.elapsed.append(events.times[index] - last)
        stream.isOwn.append(kind == type)
        stream.weight.append(weight)
        stream.total += weight
        last = events.times[index]
      }
      stream.rest = events.horizon - last
      return stream
    }
  }

  /// Room for the memory of every source at every event of the type.
  var scratch: [Double] { [Double](repeating: 0, count: (2 * sources.count + 1) * count) }

  /// The negative log-likelihood and its gradient.
  ///
  /// - Complexity: O(*n* + *d m*) for *n* events in all, *m* of this type and *d* types.
  func cost(_ logs: [Double], _ gradient: inout [Double], _ scratch: inout [Double]) -> Double {
    guard logs.allSatisfy({ $0 > -200 && $0 < 200 }) else { return .infinity }
    let order = sources.count
    let values = logs.map { exp($0) }
    var slope = [Double](repeating: 0, count: logs.count)
    var logSum = LogSum()
    var sum = -values[0] * horizon
    slope[0] = -horizon
    scratch.withUnsafeMutableBufferPointer { scratch in
      let inverse = UnsafeMutableBufferPointer(rebasing: scratch[(2 * order * count)...])
      for row in 0..<count { inverse[row] = values[0] }
      for source in 0..<order {
        let response = UnsafeMutableBufferPointer(
          rebasing: scratch[2 * source * count..<(2 * source + 1) * count])
        let delayed = UnsafeMutableBufferPointer(
          rebasing: scratch[(2 * source + 1) * count..<(2 * source + 2) * count])
        let decay = values[1 + order + source]
        let ratio = values[1 + source]
        let end = remember(source, decay: decay, response, delayed)
        for row in 0..<count { inverse[row] += ratio * decay * response[row] }
        let spent = sources[source].total - end.response
        sum -= ratio * spent
        slope[1 + source] -= spent
        slope[1 + order + source] -= ratio * end.delayed
      }
      for row in 0..<count {
        logSum.add(inverse[row])
        inverse[row] = 1 / inverse[row]
        slope[0] += inverse[row]
      }
      for source in 0..<order {
        let decay = values[1 + order + source]
        var level = 0.0
        var late = 0.0
        for row in 0..<count {
          level += scratch[2 * source * count + row] * inverse[row]
          late += scratch[(2 * source + 1) * count + row] * inverse[row]
        }
        slope[1 + source] += decay * level
        slope[1 + order + source] += values[1 + source] * (level - decay * late)
      }
    }
    sum += logSum.sum
    for index in logs.indices { gradient[index] = -slope[index] * values[index] }
    return sum.isFinite ? -sum : .infinity
  }

  /// Writes the memory of one source at the events of the type, and gives it at the end.
  private func remember(
    _ source: Int, decay: Double, _ response: UnsafeMutableBufferPointer<Double>,
    _ delayed: UnsafeMutableBufferPointer<Double>
  ) -> (response: Double, delayed: Double) {
    let stream = sources[source]
    var level = 0.0
    var late = 0.0
    var row = 0
    for index in stream.elapsed.indices {
      let elapsed = stream.elapsed[index]
      let kept = exp(-decay * elapsed)
      late = (late + elapsed * level) * kept
      level *= kept
      if stream.isOwn[index] {
        response[row] = level
        delayed[row] = late
        row += 1
      }
      level += stream.weight[index]
    }
    let kept = exp(-decay * stream.rest)
    return (level * kept, (late + stream.rest * level) * kept)
  }
}
