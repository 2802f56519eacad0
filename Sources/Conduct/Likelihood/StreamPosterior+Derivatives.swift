import Estimation
import Foundation

extension StreamPosterior {
  /// The log posterior with its first and second derivatives.
  ///
  /// With the rate *S* of an act, the mean over its days of *e* + *x*ᵀ*α*, the second derivatives of
  /// log *S* are ∇²*S*/*S* − ∇*S*∇*S*ᵀ/*S*², where ∇²*S* is the mean of *e z zᵀ*; those of the
  /// integral are −*e z zᵀ*.
  /// The chain rule then turns derivatives in coefficients into derivatives in their logarithms.
  ///
  /// - Complexity: O((*n* + *m*) *d*²) for *n* days, *m* rows of acts and *d* coefficients.
  func evaluate(at point: [Double], gradient: inout [Double], hessian: inout [Double]) -> Double {
    typealias Lane = StreamDesign.Lane
    let n = dimension
    let theta = coefficients(at: point)
    var sum = 0.0
    for i in 0..<n { gradient[i] = 0 }
    for i in 0..<n * n { hessian[i] = 0 }
    let rows = design.rows
    let scratch = max(2 * exposure.lanes, 2 * rows.rowLanes + (n + 1) * rows.lanes)
    withUnsafeTemporaryAllocation(of: Lane.self, capacity: max(1, scratch)) { buffer in
      guard let base = buffer.baseAddress else { return }
      gradient.withUnsafeMutableBufferPointer { gradient in
        hessian.withUnsafeMutableBufferPointer { hessian in
          theta.withUnsafeBufferPointer { theta in
            sum += addExposure(theta, gradient, hessian, base, base + exposure.lanes)
            sum += addActs(theta, gradient, hessian, base)
          }
        }
      }
    }
    for j in design.answers.indices {
      let i = columns + j
      sum -= theta[i] * design.answerTotals[j]
      gradient[i] -= design.answerTotals[j]
    }
    for i in 0..<n {
      let slope = isPositive[i] ? theta[i] : 1
      for k in 0..<i { hessian[i * n + k] *= slope * (isPositive[k] ? theta[k] : 1) }
      hessian[i * n + i] *= slope * slope
      gradient[i] *= slope
      if isPositive[i] { hessian[i * n + i] += gradient[i] }
      let precision = 1 / (spread[i] * spread[i])
      gradient[i] -= (point[i] - centre[i]) * precision
      hessian[i * n + i] -= precision
    }
    return sum + logPrior(at: point)
  }

  /// The integral of the exponential part: minus its value is returned.
  private func addExposure(
    _ theta: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>,
    _ hessian: UnsafeMutableBufferPointer<Double>,
    _ mass: UnsafeMutablePointer<SIMD4<Double>>, _ product: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Double {
    let (lanes, n) = (exposure.lanes, dimension)
    var total = SIMD4<Double>.zero
    exposure.columns.withUnsafeBufferPointer { z in
      exposure.days.withUnsafeBufferPointer { days in
        for lane in 0..<lanes {
          var eta = SIMD4<Double>.zero
          for k in 0..<columns { eta += z[k * lanes + lane] * theta[k] }
          mass[lane] = days[lane] * Self.exponential(eta)
          total += mass[lane]
        }
      }
      for k in 0..<columns {
        var slope = SIMD4<Double>.zero
        for lane in 0..<lanes {
          product[lane] = mass[lane] * z[k * lanes + lane]
          slope += product[lane]
        }
        gradient[k] -= slope.sum()
        var l = 0
        // Four columns at a time: the sums do not wait for one another.
        while l + 3 <= k {
          let (first, second) = (l * lanes, (l + 1) * lanes)
          let (third, fourth) = (second + lanes, second + 2 * lanes)
          var (a, b) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
          var (c, d) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
          for lane in 0..<lanes {
            let weight = product[lane]
            a += weight * z[first + lane]
            b += weight * z[second + lane]
            c += weight * z[third + lane]
            d += weight * z[fourth + lane]
          }
          hessian[k * n + l] -= a.sum()
          hessian[k * n + l + 1] -= b.sum()
          hessian[k * n + l + 2] -= c.sum()
          hessian[k * n + l + 3] -= d.sum()
          l += 4
        }
        while l <= k {
          var curve = SIMD4<Double>.zero
          for lane in 0..<lanes { curve += product[lane] * z[l * lanes + lane] }
          hessian[k * n + l] -= curve.sum()
          l += 1
        }
      }
    }
    return -total.sum()
  }

  /// The log rates of the acts, each averaged over the days on which the act may have happened.
  private func addActs(
    _ theta: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>,
    _ hessian: UnsafeMutableBufferPointer<Double>, _ scratch: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Double {
    let (rows, n, answers) = (design.rows, dimension, design.answers.count)
    let (lanes, m) = (rows.lanes, rows.rowLanes)
    let (mass, product, slopes, inverse) = (
      scratch, scratch + m, scratch + 2 * m, scratch + 2 * m + n * lanes
    )
    var total = 0.0
    design.actColumns.withUnsafeBufferPointer { z in
      design.actAnswers.withUnsafeBufferPointer { x in
        for lane in 0..<lanes {
          var rate = SIMD4<Double>.zero
          for j in 0..<answers { slopes[(columns + j) * lanes + lane] = .zero }
          for node in 0..<rows.nodeCount(lane) {
            let row = rows.row(node, lane)
            var eta = SIMD4<Double>.zero
            for k in 0..<columns { eta += z[k * m + row] * theta[k] }
            mass[row] = rows.weight(lane) * Self.exponential(eta)
            rate += mass[row]
            for j in 0..<answers { slopes[(columns + j) * lanes + lane] += x[j * m + row] }
          }
          for j in 0..<answers { rate += slopes[(columns + j) * lanes + lane] * theta[columns + j] }
          for i in 0..<4 { total += log(rate[i]) }
          inverse[lane] = 1 / rate
          for j in 0..<answers { slopes[(columns + j) * lanes + lane] *= inverse[lane] }
          for node in 0..<rows.nodeCount(lane) { mass[rows.row(node, lane)] *= inverse[lane] }
        }
        for k in 0..<columns {
          for row in 0..<m { product[row] = mass[row] * z[k * m + row] }
          let own = slopes + k * lanes
          for lane in 0..<lanes { own[lane] = product[lane] }
          for node in 1..<max(1, rows.nodes) {
            for lane in rows.exactLanes..<lanes { own[lane] += product[rows.row(node, lane)] }
          }
          gradient[k] += Self.sum(lanes) { own[$0] }
          for l in 0...k {
            let other = slopes + l * lanes
            let second = Self.sum(m) { product[$0] * z[l * m + $0] }
            hessian[k * n + l] += second - Self.sum(lanes) { own[$0] * other[$0] }
          }
        }
        for j in columns..<(columns + answers) {
          let own = slopes + j * lanes
          gradient[j] += Self.sum(lanes) { own[$0] }
          for k in 0...j {
            let other = slopes + k * lanes
            hessian[j * n + k] -= Self.sum(lanes) { own[$0] * other[$0] }
          }
        }
      }
    }
    return total
  }

  @inline(__always)
  private static func sum(_ count: Int, _ term: (Int) -> SIMD4<Double>) -> Double {
    var total = SIMD4<Double>.zero
    for index in 0..<count { total += term(index) }
    return total.sum()
  }
}
