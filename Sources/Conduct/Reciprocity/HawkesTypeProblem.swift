import Estimation
import Foundation

/// The part of the likelihood that belongs to one reacting type, for a fixed decay.
///
/// With θ the baseline and the branching ratios of the type, the log-likelihood is
/// Σ log(x_k·θ) − c·θ, which is concave.
struct HawkesTypeProblem: Sendable {
  let features: HawkesFeatures
  let type: Int
  /// The prior of the logarithms of θ; nothing for maximum likelihood.
  let prior: (mean: [Double], spread: [Double])?

  private var size: Int { features.order + 1 }

  /// The value with its gradient and the positive semidefinite Σ x xᵀ / λ², all in θ itself.
  func terms(_ theta: [Double]) -> (value: Double, gradient: [Double], curvature: [Double]) {
    let order = features.order
    let size = self.size
    var gradient = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
    var logs = LogSum()
    features.value.withUnsafeBufferPointer { rows in
      gradient.withUnsafeMutableBufferPointer { gradient in
        curvature.withUnsafeMutableBufferPointer { curvature in
          theta.withUnsafeBufferPointer { theta in
            for row in features.start[type]..<features.start[type + 1] {
              let base = row * order
              var intensity = theta[0]
              for source in 0..<order { intensity += theta[source + 1] * rows[base + source] }
              let inverse = 1 / intensity
              logs.add(intensity)
              gradient[0] += inverse
              curvature[0] += inverse * inverse
              for source in 0..<order {
                let x = rows[base + source] * inverse
                gradient[source + 1] += x
                let line = (source + 1) * size
                curvature[line] += x * inverse
                for other in 0...source {
                  curvature[line + other + 1] += x * rows[base + other] * inverse
                }
              }
            }
          }
        }
      }
    }
    var value = logs.sum - theta[0] * features.horizon
    gradient[0] -= features.horizon
    for source in 0..<order {
      value -= theta[source + 1] * features.exposure[source]
      gradient[source + 1] -= features.exposure[source]
    }
    return (value, gradient, curvature)
  }

  /// The value alone.
  func value(_ theta: [Double]) -> Double {
    let order = features.order
    var logs = LogSum()
    features.value.withUnsafeBufferPointer { rows in
      for row in features.start[type]..<features.start[type + 1] {
        var intensity = theta[0]
        for source in 0..<order { intensity += theta[source + 1] * rows[row * order + source] }
        logs.add(intensity)
      }
    }
    var value = logs.sum - theta[0] * features.horizon
    for source in 0..<order { value -= theta[source + 1] * features.exposure[source] }
    return value
  }

  /// The derivative of the value by the decay at fixed θ.
  func decaySlope(_ theta: [Double]) -> Double {
    let order = features.order
    var sum = 0.0
    for row in features.start[type]..<features.start[type + 1] {
      var intensity = theta[0]
      var change = 0.0
      for source in 0..<order {
        intensity += theta[source + 1] * features.value[row * order + source]
        change += theta[source + 1] * features.slope[row * order + source]
      }
      sum += change / intensity
    }
    for source in 0..<order { sum -= theta[source + 1] * features.exposureSlope[source] }
    return sum
  }

  /// The log density of the prior at θ, up to a constant.
  func priorValue(_ theta: [Double]) -> Double {
    guard let prior else { return 0 }
    return theta.indices.reduce(0) { sum, index in
      let z = (log(theta[index]) - prior.mean[index]) / prior.spread[index]
      return sum - z * z / 2
    }
  }

  /// The best θ, from a start.
  func solve(from start: [Double]) -> [Double] {
    prior == nil ? maximumLikelihood(from: start) : posteriorMode(from: start)
  }

  /// Newton's method with θ kept at or above zero; a ratio at zero whose gradient points below stays.
  private func maximumLikelihood(from start: [Double]) -> [Double] {
    var theta = start
    let floor = 1e-12 / features.horizon
    for _ in 0..<200 {
      let (value, gradient, curvature) = terms(theta)
      let free = theta.indices.filter { theta[$0] > 0 || gradient[$0] > 0 }
      let step = Self.newtonStep(gradient, curvature, size: size, free: free)
      let gain = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      guard gain > 1e-13 * (1 + abs(value)) else { break }
      var length = 1.0
      var moved = theta
      while length > 1e-10 {
        for index in theta.indices {
          let least = index == 0 ? floor : 0
          moved[index] = max(least, theta[index] + length * step[index])
        }
        if self.value(moved) >= value + 1e-4 * length * gain * 0.1 { break }
        length /= 2
      }
      guard length > 1e-10 else { break }
      theta = moved
    }
    return theta
  }

  /// Newton's method on the logarithms of θ with a curvature that is made positive definite.
  private func posteriorMode(from start: [Double]) -> [Double] {
    guard let prior else { return start }
    var logs = start.indices.map { log(max(start[$0], exp(prior.mean[$0] - 4))) }
    func whole(_ logs: [Double]) -> Double {
      let theta = logs.map { exp($0) }
      return value(theta) + priorValue(theta)
    }
    for _ in 0..<200 {
      let theta = logs.map { exp($0) }
      let (value, slope, likelihoodCurvature) = terms(theta)
      var gradient = theta
      var curvature = likelihoodCurvature
      for row in theta.indices {
        let z = (logs[row] - prior.mean[row]) / prior.spread[row]
        gradient[row] = theta[row] * slope[row] - z / prior.spread[row]
        for column in 0...row { curvature[row * size + column] *= theta[row] * theta[column] }
        curvature[row * size + row] +=
          max(0, -theta[row] * slope[row]) + 1 / (prior.spread[row] * prior.spread[row])
      }
      let step = Self.newtonStep(gradient, curvature, size: size, free: Array(theta.indices))
      let gain = zip(step, gradient).reduce(0) { $0 + $1.0 * $1.1 }
      let current = value + priorValue(theta)
      guard gain > 1e-12 * (1 + abs(current)) else { break }
      var length = min(1, 3 / (step.map(abs).max() ?? 1))
      var moved = logs
      while length > 1e-10 {
        moved = zip(logs, step).map { $0 + length * $1 }
        if whole(moved) >= current { break }
        length /= 2
      }
      guard length > 1e-10 else { break }
      logs = moved
    }
    return logs.map { exp($0) }
  }

  /// The Newton step over the free coordinates; the others stay.
  private static func newtonStep(
    _ gradient: [Double], _ curvature: [Double], size: Int, free: [Int]
  ) -> [Double] {
    var step = [Double](repeating: 0, count: size)
    guard !free.isEmpty else { return step }
    var ridge = 0.0
    let largest = free.map { curvature[$0 * size + $0] }.max() ?? 1
    while true {
      var matrix = [Double](repeating: 0, count: free.count * free.count)
      for (row, i) in free.enumerated() {
        for (column, j) in free.enumerated() where column <= row {
          matrix[row * free.count + column] = curvature[max(i, j) * size + min(i, j)]
        }
        matrix[row * free.count + row] += ridge
      }
      if let factor = Cholesky(matrix, order: free.count) {
        for (place, delta) in zip(free, factor.solve(free.map { gradient[$0] })) {
          step[place] = delta
        }
        return step
      }
      ridge = ridge == 0 ? max(largest, 1e-12) * 1e-12 : ridge * 100
      guard ridge.isFinite else { return step }
    }
  }
}

/// A sum of logarithms that takes one logarithm for many factors.
struct LogSum {
  private var product = 1.0
  private var exponent = 0
  private var invalid = false

  /// Adds the logarithm of a factor.
  mutating func add(_ factor: Double) {
    product *= factor
    if product < 1e-200 || product > 1e200 { fold() }
  }

  private mutating func fold() {
    guard product > 0, product.isFinite else {
      invalid = true
      product = 1
      return
    }
    exponent += Int(product.exponent)
    product = product.significand
  }

  /// The sum; negative infinity where a factor was not above zero.
  var sum: Double {
    guard !invalid, product > 0, product.isFinite else { return -.infinity }
    return log(product) + Double(exponent) * 0.693_147_180_559_945_3
  }
}
