/// The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// Minimises a smooth function of many arguments from its gradient alone, with a line search that
/// satisfies the weak Wolfe conditions by bisection.
///
/// > Nocedal, J., Wright, S. *Numerical Optimization*, 2nd ed., 2006, algorithms 7.4 and 7.5.
public struct QuasiNewtonMinimizer: Hashable, Sendable {
  /// The number of steps remembered.
  public var memory: Int
  /// The largest number of steps.
  public var iterationLimit: Int
  /// The largest entry of the gradient at which the search ends.
  public var gradientTolerance: Double
  /// The relative gain at which the search ends.
  public var gainTolerance: Double

  /// Makes a minimiser.
  public init(
    memory: Int = 8, iterationLimit: Int = 500, gradientTolerance: Double = 1e-6,
    gainTolerance: Double = 1e-12
  ) {
    self.memory = memory
    self.iterationLimit = iterationLimit
    self.gradientTolerance = gradientTolerance
    self.gainTolerance = gainTolerance
  }

  /// The lowest point that a minimiser reached.
  public struct Minimum: Hashable, Sendable {
    /// The arguments.
    public let point: [Double]
    /// The value of the function.
    public let value: Double
    /// The first derivatives there.
    public let gradient: [Double]
    /// The number of steps taken.
    public let iterations: Int
    /// Whether the search ended because a tolerance was met.
    public let converged: Bool
  }

  /// Descends from a starting point.
  ///
  /// - Parameters:
  ///   - start: Where to begin; the function must be finite there.
  ///   - function: Gives the value at a point and writes the gradient into place; a value that is
  ///     not finite marks a point outside the domain.
  /// - Returns: The lowest point reached.
  public func minimize(
    from start: [Double], _ function: (_ point: [Double], _ gradient: inout [Double]) -> Double
  ) -> Minimum {
    let n = start.count
    var point = start
    var gradient = [Double](repeating: 0, count: n)
    var value = function(point, &gradient)
    var history: [(step: [Double], change: [Double], scale: Double)] = []
    var iterations = 0
    var converged = largest(gradient) <= gradientTolerance
    while iterations < iterationLimit, !converged, value.isFinite {
      iterations += 1
      var direction = descent(gradient, history)
      var slope = product(direction, gradient)
      if slope >= 0 {
        history.removeAll()
        direction = gradient.map { -$0 }
        slope = product(direction, gradient)
      }
      let length = history.isEmpty ? min(1, 1 / max(largest(gradient), 1e-300)) : 1
      guard
        let next = search(
          from: point, value: value, along: direction, slope: slope, length: length, function)
      else {
        if history.isEmpty { break }
        history.removeAll()
        continue
      }
      let step = zip(next.point, point).map { $0 - $1 }
      let change = zip(next.gradient, gradient).map { $0 - $1 }
      let curvature = product(step, change)
      if curvature > 1e-12 * product(change, change).squareRoot() * product(step, step).squareRoot()
      {
        history.append((step, change, 1 / curvature))
        if history.count > memory { history.removeFirst() }
      }
      let gain = value - next.value
      (point, gradient, value) = (next.point, next.gradient, next.value)
      converged =
        largest(gradient) <= gradientTolerance || gain <= gainTolerance * max(1, abs(value))
    }
    return Minimum(
      point: point, value: value, gradient: gradient, iterations: iterations, converged: converged)
  }

  private func descent(
    _ gradient: [Double], _ history: [(step: [Double], change: [Double], scale: Double)]
  ) -> [Double] {
    var q = gradient
    var weights = [Double](repeating: 0, count: history.count)
    for k in history.indices.reversed() {
      weights[k] = history[k].scale * product(history[k].step, q)
      for i in q.indices { q[i] -= weights[k] * history[k].change[i] }
    }
    if let last = history.last {
      let scale = 1 / (last.scale * product(last.change, last.change))
      for i in q.indices { q[i] *= scale }
    }
    for k in history.indices {
      let correction = weights[k] - history[k].scale * product(history[k].change, q)
      for i in q.indices { q[i] += correction * history[k].step[i] }
    }
    return q.map { -$0 }
  }

  private func search(
    from point: [Double], value: Double, along direction: [Double], slope: Double, length: Double,
    _ function: (_ point: [Double], _ gradient: inout [Double]) -> Double
  ) -> (point: [Double], value: Double, gradient: [Double])? {
    var (low, high, t) = (0.0, Double.infinity, length)
    var gradient = [Double](repeating: 0, count: point.count)
    var best: (point: [Double], value: Double, gradient: [Double])?
    for _ in 0..<60 {
      let trial = zip(point, direction).map { $0 + t * $1 }
      let reached = function(trial, &gradient)
      if !reached.isFinite || reached > value + 1e-4 * t * slope {
        high = t
      } else {
        best = (trial, reached, gradient)
        if product(gradient, direction) >= 0.9 * slope { return best }
        low = t
      }
      t = high.isFinite ? 0.5 * (low + high) : 2 * t
      if high - low < 1e-14 * max(1, high) { break }
    }
    return best
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }

  private func largest(_ a: [Double]) -> Double { a.reduce(0) { max($0, abs($1)) } }
}
