import Estimation
import Foundation

extension StreamPosterior {
  /// The log posterior with its first and second derivatives.
  ///
  /// With the exponential part *e* and the rate *λ* of an act, the second derivatives of log *λ* in
  /// the exponent are *r* (1 − *r*) *z zᵀ* with *r* = *e*/*λ*; those of the integral are −*e z zᵀ*.
  /// The chain rule then turns derivatives in coefficients into derivatives in their logarithms.
  ///
  /// - Complexity: O((*n* + *m*) *d*²) for *n* pieces, *m* acts and *d* coefficients.
  func evaluate(at point: [Double], gradient: inout [Double], hessian: inout [Double]) -> Double {
    typealias Lane = StreamDesign.Lane
    let n = dimension
    let theta = coefficients(at: point)
    var sum = 0.0
    for i in 0..<n { gradient[i] = 0 }
    for i in 0..<n * n { hessian[i] = 0 }
    let (pieces, acts) = (design.pieceLanes, design.actLanes)
    let scratch = max(pieces, acts)
    withUnsafeTemporaryAllocation(of: Lane.self, capacity: 4 * max(1, scratch)) { buffer in
      guard let base = buffer.baseAddress else { return }
      let (first, second, third, fourth) = (
        base, base + scratch, base + 2 * scratch, base + 3 * scratch
      )
      gradient.withUnsafeMutableBufferPointer { gradient in
        hessian.withUnsafeMutableBufferPointer { hessian in
          theta.withUnsafeBufferPointer { theta in
            sum += addPieces(theta, gradient, hessian, first, second)
            sum += addActs(theta, gradient, hessian, first, second, third, fourth)
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
  private func addPieces(
    _ theta: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>,
    _ hessian: UnsafeMutableBufferPointer<Double>,
    _ mass: UnsafeMutablePointer<SIMD4<Double>>, _ product: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Double {
    let (lanes, n) = (design.pieceLanes, dimension)
    var total = SIMD4<Double>.zero
    design.pieceColumns.withUnsafeBufferPointer { z in
      design.pieceDays.withUnsafeBufferPointer { days in
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
        for l in 0...k {
          var curve = SIMD4<Double>.zero
          for lane in 0..<lanes { curve += product[lane] * z[l * lanes + lane] }
          hessian[k * n + l] -= curve.sum()
        }
      }
    }
    return -total.sum()
  }

  /// The log rates of the acts.
  private func addActs(
    _ theta: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>,
    _ hessian: UnsafeMutableBufferPointer<Double>,
    _ share: UnsafeMutablePointer<SIMD4<Double>>, _ inverse: UnsafeMutablePointer<SIMD4<Double>>,
    _ bend: UnsafeMutablePointer<SIMD4<Double>>, _ product: UnsafeMutablePointer<SIMD4<Double>>
  ) -> Double {
    let (lanes, n, answers) = (design.actLanes, dimension, design.answers.count)
    var total = 0.0
    design.actColumns.withUnsafeBufferPointer { z in
      design.actAnswers.withUnsafeBufferPointer { x in
        design.actWeights.withUnsafeBufferPointer { weights in
          for lane in 0..<lanes {
            var eta = SIMD4<Double>.zero
            for k in 0..<columns { eta += z[k * lanes + lane] * theta[k] }
            let part = Self.exponential(eta)
            var rate = part
            for j in 0..<answers { rate += x[j * lanes + lane] * theta[columns + j] }
            let weight = weights[lane]
            for i in 0..<4 where weight[i] > 0 { total += weight[i] * log(rate[i]) }
            inverse[lane] = 1 / rate
            share[lane] = part * inverse[lane]
            bend[lane] = weight * share[lane] * (1 - share[lane])
            share[lane] *= weight
          }
          for k in 0..<columns {
            var slope = SIMD4<Double>.zero
            for lane in 0..<lanes {
              slope += share[lane] * z[k * lanes + lane]
              product[lane] = bend[lane] * z[k * lanes + lane]
            }
            gradient[k] += slope.sum()
            for l in 0...k {
              var curve = SIMD4<Double>.zero
              for lane in 0..<lanes { curve += product[lane] * z[l * lanes + lane] }
              hessian[k * n + l] += curve.sum()
            }
          }
          for j in 0..<answers {
            let row = columns + j
            var slope = SIMD4<Double>.zero
            for lane in 0..<lanes {
              product[lane] = x[j * lanes + lane] * inverse[lane]
              slope += weights[lane] * product[lane]
            }
            gradient[row] += slope.sum()
            for k in 0..<columns {
              var cross = SIMD4<Double>.zero
              for lane in 0..<lanes { cross += share[lane] * product[lane] * z[k * lanes + lane] }
              hessian[row * n + k] -= cross.sum()
            }
            for i in 0...j {
              var cross = SIMD4<Double>.zero
              for lane in 0..<lanes {
                cross += weights[lane] * product[lane] * x[i * lanes + lane] * inverse[lane]
              }
              hessian[row * n + columns + i] -= cross.sum()
            }
          }
        }
      }
    }
    return total
  }
}
