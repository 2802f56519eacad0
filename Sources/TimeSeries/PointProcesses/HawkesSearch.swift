import Foundation

/// The search for the best fit: a coarse scan of the decay, then a climb in all parameters.
///
/// Of a long series the scan sees a sample of stretches from all over it, and the climb starts on the
/// sample too: the whole series is gone through three or four times only.
struct HawkesSearch {
  /// How much longer the series of the next climb is.
  private static let growth = 16

  let events: MarkedPointProcess
  let prior: HawkesPrior?
  /// The events that the scan sees.
  var scanned = 4_000

  /// The best point found.
  func best() -> HawkesObjective.Point {
    var sizes = [events.count]
    while let size = sizes.last, size > 2 * scanned {
      sizes.append(max(scanned, size / Self.growth))
    }
    var found: HawkesObjective.Point?
    for size in sizes.reversed() {
      let objective = HawkesObjective(sample(size), prior: prior)
      let isWhole = size == events.count
      if let start = found {
        let first = objective.point(lifted(start, in: objective), logDecay: start.logDecay)
        found = objective.climb(
          from: first, movesDecay: true, tolerance: isWhole ? 1e-13 : 1e-7)
      } else {
        found = scan(objective, tolerance: isWhole ? 1e-13 : 1e-7)
      }
    }
    return found ?? HawkesObjective(events, prior: prior).point([], logDecay: 0)
  }

  /// Climbs from every peak of a coarse grid of decays and keeps the highest point.
  private func scan(_ objective: HawkesObjective, tolerance: Double) -> HawkesObjective.Point {
    let low = objective.range.lowerBound
    let whole = objective.range.upperBound - low
    // A peak of the profile is about as wide as a factor of three in the decay.
    let steps = max(12, Int((min(whole, 100) / 0.9).rounded(.up)))
    let width = whole / Double(steps)
    var grid: [HawkesObjective.Point] = []
    for step in 0...steps {
      let at = low + width * Double(step)
      let start = grid.last.map { lifted($0, in: objective) } ?? objective.neutral
      grid.append(
        objective.climb(
          from: objective.point(start, logDecay: at), movesDecay: false, tolerance: 1e-6))
    }
    let peaks = grid.indices.filter { index in
      (index == 0 || grid[index].value >= grid[index - 1].value)
        && (index == steps || grid[index].value >= grid[index + 1].value)
    }.sorted { grid[$0].value > grid[$1].value }.prefix(4)
    let tops = peaks.map { objective.climb(from: grid[$0], movesDecay: true, tolerance: tolerance) }
    return tops.dropFirst().reduce(tops[0]) { $1.value > $0.value ? $1 : $0 }
  }

  /// Parameters with baselines well above zero: from nearly nothing Newton's method only doubles.
  private func lifted(_ point: HawkesObjective.Point, in objective: HawkesObjective) -> [Double] {
    let size = objective.pass.order + 1
    return point.thetas.enumerated().map { place, theta in
      guard place % size == 0 else { return theta }
      let rate = Double(objective.pass.counts[place / size]) / events.horizon
      return max(theta, 0.01 * rate)
    }
  }

  /// Stretches from all over the series, end to end; the seams are few enough for a start.
  private func sample(_ size: Int) -> MarkedPointProcess {
    guard size < events.count else { return events }
    let pieces = 4
    let length = size / pieces
    var times: [Double] = []
    var type: [Int] = []
    var marks: [Double]? = events.marks == nil ? nil : []
    var end = 0.0
    for piece in 0..<pieces {
      let first = piece * (events.count - length) / (pieces - 1)
      let before = first == 0 ? 0 : events.times[first - 1]
      for index in first..<first + length {
        times.append(end + (events.times[index] - before))
        type.append(events.type[index])
        marks?.append(events.marks?[index] ?? 1)
      }
      end = times[times.count - 1]
    }
    let sample = try? MarkedPointProcess(
      types: events.types, times: times, type: type, marks: marks, horizon: end)
    return sample ?? events
  }
}
