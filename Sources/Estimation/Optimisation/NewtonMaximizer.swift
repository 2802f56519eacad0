/// Newton's method with a ridge that grows until the step goes uphill.
///
/// The ridge makes the method safe where the function is not concave; near a regular maximum it
/// vanishes and convergence is quadratic.
///
/// > Nocedal, J., Wright, S. *Numerical Optimization*, 2nd ed., 2006, section 3.4.
public struct NewtonMaximizer: Hashable, Sendable {
  /// The largest number of steps.
  public var iterationLimit: Int
  /// The gain, in units of the function, that the next step must promise for the climb to go on.
  public var tolerance: Double
  /// The longest change of one argument in one step.
  public var stepLimit: Double

  /// Makes a maximiser.
  public init(iterationLimit: Int = 60, tolerance: Double = 1e-10, stepLimit: Double = 2) {
    self.iterationLimit = iterationLimit
    self.tolerance = tolerance
    self.stepLimit = stepLimit
  }

  /// Climbs from a starting point.
  ///
  /// - Parameters:
  ///   - objective: The function.
  ///   - start: Where to begin; the function must be finite there.
  /// - Returns: The highest point reached, with the curvature there.
  public func maximize(_ objective: some SecondOrderObjective, from start: [Double]) -> Maximum {
    let n = objective.dimension
    precondition(start.count == n, "the starting point must have one entry for each argument")
    var (point, trial) = (start, start)
    var gradient = [Double](repeating: 0, count: n)
    var hessian = [Double](repeating: 0, count: n * n)
    var (trialGradient, trialHessian, step, factor) = (gradient, hessian, gradient, hessian)
    var value = objective.evaluate(at: point, gradient: &gradient, hessian: &hessian)
    var iterations = 0
    var converged = n == 0
    var ridge = 0.0
    climb: while iterations < iterationLimit, !converged, value.isFinite {
      iterations += 1
      var attempts = 0
      while true {
        attempts += 1
        guard attempts <= 40 else { break climb }
        guard let gain = Self.step(gradient, hessian, ridge: ridge, factor: &factor, step: &step)
        else {
          ridge = max(ridge * 10, 1e-3)
          continue
        }
        if gain < tolerance, ridge == 0 || attempts > 1 {
          converged = ridge == 0
          break climb
        }
        let longest = step.reduce(0) { max($0, abs($1)) }
        let scale = longest > stepLimit ? stepLimit / longest : 1
        for i in 0..<n { trial[i] = point[i] + scale * step[i] }
        let reached = objective.evaluate(
          at: trial, gradient: &trialGradient, hessian: &trialHessian)
        if reached.isFinite, reached >= value - 1e-13 * abs(value) {
          value = reached
          break
        }
        ridge = max(ridge * 10, 1e-2)
      }
      swap(&point, &trial)
      swap(&gradient, &trialGradient)
      swap(&hessian, &trialHessian)
      ridge = ridge < 1e-2 ? 0 : ridge / 10
    }
    return Maximum(
      point: point, value: value, gradient: gradient, hessian: hessian, iterations: iterations,
      converged: converged)
  }

  /// Solves for one step; the gain that the quadratic model expects, or nothing if not concave.
  private static func step(
    _ gradient: [Double], _ hessian: [Double], ridge: Double, factor: inout [Double],
    step: inout [Double]
  ) -> Double? {
    let n = gradient.count
    var gain = 0.0
    let succeeded = factor.withUnsafeMutableBufferPointer { factor -> Bool in
      guard let a = factor.baseAddress else { return true }
      hessian.withUnsafeBufferPointer { hessian in
        for i in 0..<n * n { a[i] = -hessian[i] }
      }
      for i in 0..<n { a[i * n + i] += ridge * (1 + abs(a[i * n + i])) }
      guard Cholesky.factor(a, order: n) else { return false }
      step.withUnsafeMutableBufferPointer { step in
        guard let x = step.baseAddress else { return }
        for i in 0..<n { x[i] = gradient[i] }
        Cholesky.solve(a, order: n, into: x)
        for i in 0..<n { gain += 0.5 * gradient[i] * x[i] }
      }
      return true
    }
    return succeeded ? gain : nil
  }
}

/// The highest point that a maximiser reached.
public struct Maximum: Hashable, Sendable {
  /// The arguments.
  public let point: [Double]
  /// The value of the function.
  public let value: Double
  /// The first derivatives there.
  public let gradient: [Double]
  /// The second derivatives there in row-major order; at least the lower triangle.
  public let hessian: [Double]
  /// The number of steps taken.
  public let iterations: Int
  /// Whether no further step promised more than the tolerance.
  public let converged: Bool
}
