import Estimation
import Foundation

/// A Hawkes process fitted to events, by maximum likelihood or with a prior.
///
/// One decay serves all pairs of types. For a given decay the problem is concave and is solved for
/// each type by Newton's method; the decay is found where the derivative of the profile vanishes.
public struct HawkesFit: Hashable, Sendable {
  /// The parameters.
  public let parameters: HawkesParameters
  /// The log-likelihood at the parameters, in nats, without the prior.
  public let logLikelihood: Double
  /// The prior, where one was used.
  public let prior: HawkesPrior?
  /// Whether the derivative by the decay vanished; otherwise the decay ran into the end of its range.
  public let hasConverged: Bool
  /// Standard errors of the logarithms of baseline, branching ratios and decay; nothing for a
  /// parameter at zero or where the curvature is not definite.
  public let logErrors: HawkesErrors?

  /// Fits a process.
  ///
  /// - Parameters:
  ///   - events: At least two events.
  ///   - prior: Prior knowledge; maximum likelihood where left out.
  ///   - withErrors: Whether standard errors are computed; two more passes over the events.
  /// - Complexity: O(*n* *d*²) a step, some ten steps.
  public init(to events: TypedEvents, prior: HawkesPrior? = nil, withErrors: Bool = true) {
    var search = DecaySearch(events: events, prior: prior)
    let best = search.best()
    let order = events.types.count
    let decay = exp(best.logDecay)
    let parameters = HawkesParameters(
      baseline: best.thetas.map { $0[0] },
      branching: best.thetas.map { Array($0[1...]) }, decay: decay)
    self.parameters = parameters
    logLikelihood = best.likelihood
    self.prior = prior
    hasConverged = best.isInterior
    logErrors =
      withErrors && order <= 12
      ? HawkesErrors(at: best.thetas, logDecay: best.logDecay, events: events, prior: prior) : nil
  }

  /// An interval for a parameter that is above zero, from the normal approximation of its logarithm.
  public static func interval(_ value: Double, logError: Double, coverage: Double = 0.9)
    -> ClosedRange<Double>
  {
    let z = SpecialFunctions.normalQuantile(0.5 + coverage / 2)
    return value * exp(-z * logError)...value * exp(z * logError)
  }
}

/// The search for the decay along the profile of the likelihood.
private struct DecaySearch {
  struct Point {
    let logDecay: Double
    let thetas: [[Double]]
    /// The likelihood without the prior.
    let likelihood: Double
    /// The objective: the likelihood, with the prior where there is one.
    let objective: Double
    /// The derivative of the profile by the logarithm of the decay.
    let slope: Double
    var isInterior = true
  }

  /// What one type's problem gives at a decay.
  private struct Solution: Sendable {
    let theta: [Double]
    let value: Double
    let prior: Double
    let slope: Double
  }

  let events: TypedEvents
  let prior: HawkesPrior?
  private let counts: [Int]
  private var warm: [[Double]]

  init(events: TypedEvents, prior: HawkesPrior?) {
    self.events = events
    self.prior = prior
    counts = events.counts
    let order = events.types.count
    warm = counts.map { count in
      [max(0.5 * Double(count), 1e-3) / events.horizon]
        + [Double](repeating: 0.5 / Double(order), count: order)
    }
  }

  /// Solves every type at a decay, starting from the last solution.
  mutating func point(_ logDecay: Double) -> Point {
    let decay = exp(logDecay)
    let features = HawkesFeatures(of: events, decay: decay)
    let start = warm
    let solve: @Sendable (Int) -> Solution = { [prior, counts, horizon = events.horizon] type in
      let problem = HawkesTypeProblem(
        features: features, type: type,
        prior: prior?.normal(count: counts[type], types: counts.count, horizon: horizon))
      // A ratio at zero could not leave it if its gradient were zero too; a small start can.
      let theta = problem.solve(from: start[type].map { max($0, 1e-6) })
      return Solution(
        theta: theta, value: problem.value(theta), prior: problem.priorValue(theta),
        slope: problem.decaySlope(theta) * decay)
    }
    // Types are solved side by side only where that is worth the hand-over.
    let solutions =
      events.count > 20_000 ? concurrentMap(counts.count, solve) : counts.indices.map(solve)
    warm = solutions.map(\.theta)
    var likelihood = 0.0
    var objective = 0.0
    var slope = 0.0
    for solution in solutions {
      likelihood += solution.value
      objective += solution.value + solution.prior
      slope += solution.slope
    }
    if let prior {
      let term = prior.decayTerm(logDecay)
      objective += term.value
      slope += term.slope
    }
    return Point(
      logDecay: logDecay, thetas: warm, likelihood: likelihood, objective: objective, slope: slope)
  }

  /// The best point: a coarse scan (of a sample of the events where there are many), then the root of
  /// the derivative within the best bracket.
  mutating func best() -> Point {
    let gap = events.horizon / Double(max(1, events.count))
    let low = log(0.5 / events.horizon)
    let high = log(50 / gap)
    let center = scan(low: low, high: high)
    var lower = max(low, center - 0.7)
    var upper = min(high, center + 0.7)
    var left = point(lower)
    while left.slope < 0, lower > low {
      lower = max(low, lower - 1.4)
      left = point(lower)
    }
    var right = left
    if left.slope >= 0 {
      right = point(upper)
      while right.slope > 0, upper < high {
        left = right
        upper = min(high, upper + 1.4)
        right = point(upper)
      }
    }
    guard left.slope > 0, right.slope < 0 else {
      var end = left.objective >= right.objective ? left : right
      end.isInterior = abs(end.slope) < 1e-6
      return end
    }
    return root(left, right)
  }

  /// The most promising decay of a coarse grid; of a first stretch of a long series, since the scan
  /// only has to find the right valley.
  private func scan(low: Double, high: Double) -> Double {
    let sampleSize = 4_000
    var sample = self
    if events.count > 2 * sampleSize,
      let short = try? TypedEvents(
        types: events.types, times: Array(events.times[..<sampleSize]),
        type: Array(events.type[..<sampleSize]),
        marks: events.marks.map { Array($0[..<sampleSize]) },
        horizon: events.times[sampleSize - 1])
    {
      sample = DecaySearch(events: short, prior: prior)
    }
    let steps = 12
    var best = (value: -Double.infinity, at: (low + high) / 2)
    for step in 0...steps {
      let at = low + (high - low) * Double(step) / Double(steps)
      let value = sample.point(at).objective
      if value > best.value { best = (value, at) }
    }
    return best.at
  }

  /// The zero of the derivative by the Illinois variant of the rule of false position.
  private mutating func root(_ left: Point, _ right: Point) -> Point {
    var left = left
    var right = right
    var leftSlope = left.slope
    var rightSlope = right.slope
    var best = left.objective > right.objective ? left : right
    for _ in 0..<60 {
      let guess =
        (left.logDecay * rightSlope - right.logDecay * leftSlope) / (rightSlope - leftSlope)
      let inside = guess > left.logDecay && guess < right.logDecay
      let middle = point(inside ? guess : (left.logDecay + right.logDecay) / 2)
      if middle.objective >= best.objective { best = middle }
      let width = right.logDecay - left.logDecay
      if abs(middle.slope) < 1e-9 * (1 + abs(middle.objective)) || width < 1e-10 { return best }
      if middle.slope > 0 {
        left = middle
        leftSlope = middle.slope
        rightSlope /= 2
      } else {
        right = middle
        rightSlope = middle.slope
        leftSlope /= 2
      }
      // After a change of side the true slopes serve again.
      if leftSlope != left.slope && rightSlope != right.slope {
        leftSlope = left.slope
        rightSlope = right.slope
      }
    }
    return best
  }
}
