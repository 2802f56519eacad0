import Estimation
import Foundation

/// What a fit climbs: the likelihood in the parameters themselves, or with a prior the posterior
/// density in their logarithms.
struct HawkesObjective: Sendable {
  /// Parameters with everything that is known about the objective there.
  struct Point: Sendable {
    /// For each type its baseline, then its branching ratios.
    let thetas: [Double]
    let logDecay: Double
    /// The log-likelihood and its derivatives.
    let likelihood: HawkesTerms
    /// The objective and its derivatives in the coordinates that the search uses.
    let terms: HawkesTerms
    /// Whether the search ended at a maximum inside its range.
    var isMaximum = false

    var value: Double { terms.value }
  }

  let pass: HawkesPass
  let prior: HawkesPrior?
  /// The logarithms of the slowest and the fastest decay that the events can tell of.
  let range: ClosedRange<Double>

  init(_ events: MarkedPointProcess, prior: HawkesPrior?) {
    pass = HawkesPass(events)
    self.prior = prior
    let gap = events.horizon / Double(max(1, events.count))
    let fastest = max(50 / gap, 2 / Self.shortestGap(events, mean: gap))
    range = log(0.5 / events.horizon)...log(fastest)
  }

  /// The shortest time between two events: in bursts the best delay may be that short.
  ///
  /// Less than a billionth of the mean gap is rounding, and taken for that.
  private static func shortestGap(_ events: MarkedPointProcess, mean: Double) -> Double {
    var shortest = mean
    for (before, after) in zip(events.times, events.times.dropFirst()) where after > before {
      shortest = min(shortest, after - before)
    }
    return max(shortest, 1e-9 * mean)
  }

  /// Half of the events spontaneous, and no type favoured.
  var neutral: [Double] {
    pass.counts.flatMap { count in
      [max(0.5 * Double(count), 1e-3) / pass.events.horizon]
        + [Double](repeating: 0.5 / Double(pass.order), count: pass.order)
    }
  }

  /// The objective at some parameters.
  func point(_ thetas: [Double], logDecay: Double) -> Point {
    let likelihood = pass.terms(thetas, logDecay: logDecay)
    guard let prior else {
      return Point(thetas: thetas, logDecay: logDecay, likelihood: likelihood, terms: likelihood)
    }
    var terms = likelihood.inLogarithms(of: thetas, keepsDefinite: true)
    terms.add(
      prior, thetas: thetas, logDecay: logDecay, counts: pass.counts,
      horizon: pass.events.horizon)
    return Point(thetas: thetas, logDecay: logDecay, likelihood: likelihood, terms: terms)
  }

  /// Climbs from a point by Newton's method.
  ///
  /// - Parameters:
  ///   - start: Where to start.
  ///   - movesDecay: Whether the decay moves too.
  ///   - tolerance: The gain, relative to the size of the objective, below which no step is taken.
  /// - Complexity: As a rule one pass a step; from a near start three or four steps.
  func climb(from start: Point, movesDecay: Bool, tolerance: Double) -> Point {
    var point = start
    for _ in 0..<200 {
      let scale = 1 + abs(point.value)
      let step = step(at: point, movesDecay: movesDecay)
      if !(step.gain > tolerance * scale) {
        point.isMaximum = isInside(point)
        return point
      }
      var length = prior == nil ? 1 : min(1, 3 / (step.change.map(abs).max() ?? 1))
      var moved = self.moved(point, by: step, length: length)
      // Sums over many events carry rounding that must not stop a sound step.
      while !(moved.value >= point.value + 1e-4 * length * step.gain - 1e-13 * scale) {
        length /= 4
        if length < 1e-9 { return point }
        moved = self.moved(point, by: step, length: length)
      }
      point = moved
    }
    return point
  }

  private func isInside(_ point: Point) -> Bool {
    let margin = 1e-9
    return point.logDecay > range.lowerBound + margin && point.logDecay < range.upperBound - margin
  }

  private func step(at point: Point, movesDecay: Bool) -> HawkesStep {
    let decayRoom =
      movesDecay
      ? min(0, range.lowerBound - point.logDecay)...max(0, range.upperBound - point.logDecay) : nil
    let room =
      prior == nil
      ? point.thetas.enumerated().map { place, theta in
        max(0, theta - (place % (pass.order + 1) == 0 ? floor : 0))
      } : nil
    return HawkesStep(point.terms, room: room, decayRoom: decayRoom)
  }

  /// The least baseline: the first event of a type must not be impossible.
  private var floor: Double { 1e-12 / pass.events.horizon }

  private func moved(_ point: Point, by step: HawkesStep, length: Double) -> Point {
    let size = pass.order + 1
    let thetas = point.thetas.enumerated().map { place, theta in
      guard prior == nil else { return theta * exp(length * step.change[place]) }
      return max(place % size == 0 ? floor : 0, theta + length * step.change[place])
    }
    let logDecay = point.logDecay + length * step.decayChange
    return self.point(
      thetas, logDecay: min(range.upperBound, max(range.lowerBound, logDecay)))
  }
}
