import Estimation
import Foundation

/// Fits the weights of one kind and horizon by penalised maximum likelihood.
///
/// Columns are scaled to a mean of one; the penalty is *λ* Σ *w* per row, which sets weights that do
/// not help to zero. A weight is the square of the number that the search moves, so that it cannot
/// fall below zero.
struct LogisticSumFitter {
  /// The penalty *λ*.
  var penalty: Double
  /// The largest number of steps.
  var iterationLimit = 200

  typealias Lane = SIMD16<Float>

  /// Rows of columns, each of `lanes` vectors, and whether an act followed.
  struct Rows {
    let columns: [Lane]
    let outcomes: [Bool]
    var count: Int { outcomes.count }
  }

  static let lanes = OutlookColumns.padded / 16

  func fit(_ rows: Rows) -> LogisticSum {
    let n = rows.count
    let positives = rows.outcomes.count { $0 }
    let rate = max(Double(positives) / Double(max(1, n)), 1e-4)
    guard n > 0 else { return LogisticSum(offset: 0, slope: 1, floor: rate, weights: zeros) }
    var means = [SIMD16<Double>](repeating: .zero, count: Self.lanes)
    for (place, lane) in rows.columns.enumerated() {
      means[place % Self.lanes] += SIMD16<Double>(lane)
    }
    let scales = means.map { $0 / Double(n) + 1e-9 }
    let inverse = scales.map { SIMD16<Float>(1 / $0) }
    var x = rows.columns
    for place in x.indices { x[place] *= inverse[place % Self.lanes] }
    let m = OutlookColumns.count
    var start: [Double] = [0, log(0.4), log(rate * 0.2)]
    start += [Double](repeating: (rate * 0.8 / Double(m)).squareRoot(), count: m)
    let minimum = QuasiNewtonMinimizer(
      memory: 12, iterationLimit: iterationLimit, gradientTolerance: 1e-7, gainTolerance: 2e-8
    ).minimize(from: start) { value($0, &$1, x, rows.outcomes) }
    let v = minimum.point
    let weights = (0..<m).map { k -> Double in
      let root = v[3 + k]
      return root * root / scales[k / 16][k % 16]
    }
    return LogisticSum(
      offset: v[0], slope: Self.slope(v[1]).value, floor: exp(v[2]), weights: weights)
  }

  private var zeros: [Double] { [Double](repeating: 0, count: OutlookColumns.count) }

  /// The slope between 0.2 and 3 behind a free number, and its derivative.
  private static func slope(_ free: Double) -> (value: Double, derivative: Double) {
    let s = 1 / (1 + exp(-free))
    return (0.2 + 2.8 * s, 2.8 * s * (1 - s))
  }

  /// The penalised mean log loss and its gradient.
  private func value(
    _ v: [Double], _ gradient: inout [Double], _ x: [Lane], _ outcomes: [Bool]
  ) -> Double {
    let (n, m) = (outcomes.count, OutlookColumns.count)
    guard v.allSatisfy(\.isFinite), v[2] < 20, v[2] > -40 else { return .infinity }
    let (slope, slopeChange) = Self.slope(v[1])
    let floor = exp(v[2])
    var lanes = [Lane](repeating: .zero, count: Self.lanes)
    for k in 0..<m { lanes[k / 16][k % 16] = Float(v[3 + k] * v[3 + k]) }
    var sums = [Lane](repeating: .zero, count: Self.lanes)
    var (loss, ga, gb, ge) = (0.0, 0.0, 0.0, 0.0)
    x.withUnsafeBufferPointer { rows in
      lanes.withUnsafeBufferPointer { lanes in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<n {
            let base = row * Self.lanes
            var total = Lane.zero
            for lane in 0..<Self.lanes { total += rows[base + lane] * lanes[lane] }
            let s = floor + Double(total.sum())
            let logS = log(s)
            let z = min(max(v[0] + slope * logS, -30), 30)
            let p = 1 / (1 + exp(-z))
            let y = outcomes[row] ? 1.0 : 0.0
            loss -= outcomes[row] ? log(p + 1e-12) : log(1 - p + 1e-12)
            let g = p - y
            let r = g * slope / s
            ga += g
            gb += g * logS
            ge += r
            let factor = Lane(repeating: Float(r))
            for lane in 0..<Self.lanes { sums[lane] += rows[base + lane] * factor }
          }
        }
      }
    }
    let scale = 1 / Double(n)
    gradient[0] = ga * scale
    gradient[1] = gb * scale * slopeChange
    gradient[2] = ge * scale * floor
    var penalised = 0.0
    for k in 0..<m {
      let u = v[3 + k]
      penalised += u * u
      gradient[3 + k] = (Double(sums[k / 16][k % 16]) * scale + penalty) * 2 * u
    }
    return loss * scale + penalty * penalised
  }
}
