import Foundation

/// Changes of how often something happens and of what then happens: level and spread with a hurdle.
///
/// Most points of a sparse record are one and the same value: a week in which nothing happened. Each
/// segment has its own share *q* of such points, and its own mean and variance of the others. The
/// cost is twice the negative log-likelihood, the usual value counting as one step of rounding wide,
/// so that it compares with the densities of other models.
///
/// > Cragg, J. "Some statistical models for limited dependent variables with application to the
/// > demand for durable goods." *Econometrica* 39, 1971, 829-844.
struct HurdleCost: SegmentCost {
  private let others: [Int]
  private let sums: [Double]
  private let squares: [Double]
  private let floor: Double
  private let step: Double

  /// Prepares a series.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - usual: The value of most points.
  ///   - step: The step of rounding, above 0.
  init(_ values: [Double], usual: Double, step: Double) {
    var others = [0]
    var sums = [0.0]
    var squares = [0.0]
    for value in values {
      let isOther = value != usual
      others.append(others[others.count - 1] + (isOther ? 1 : 0))
      sums.append(sums[sums.count - 1] + (isOther ? value - usual : 0))
      squares.append(squares[squares.count - 1] + (isOther ? (value - usual) * (value - usual) : 0))
    }
    self.others = others
    self.sums = sums
    self.squares = squares
    self.step = step
    let number = Double(max(1, others[values.count]))
    let mean = sums[values.count] / number
    // A few points that agree by chance are not a phase without spread.
    floor = max(0.1 * (squares[values.count] / number - mean * mean), step * step / 12)
  }

  var count: Int { sums.count - 1 }

  func cost(from start: Int, to end: Int) -> Double {
    let length = Double(end - start)
    let number = Double(others[end] - others[start])
    let usual = length - number
    var cost = usual * 2 * log(step)
    if usual > 0 { cost -= 2 * usual * log(usual / length) }
    guard number > 0 else { return cost }
    cost -= 2 * number * log(number / length)
    let sum = sums[end] - sums[start]
    let scatter = max(0, squares[end] - squares[start] - sum * sum / number)
    let variance = max(scatter / number, floor)
    return cost + number * log(2 * .pi * variance) + scatter / variance
  }
}
