import Foundation

/// Running sums of a series from which the moments of any segment follow.
struct RunningSums: Sendable {
  let values: [Double]
  let sums: [Double]
  let squares: [Double]

  init(_ raw: [Double]) {
    let mean = raw.isEmpty ? 0 : raw.reduce(0, +) / Double(raw.count)
    values = raw.map { $0 - mean }
    var sums = [0.0]
    var squares = [0.0]
    sums.reserveCapacity(raw.count + 1)
    squares.reserveCapacity(raw.count + 1)
    for value in values {
      sums.append(sums[sums.count - 1] + value)
      squares.append(squares[squares.count - 1] + value * value)
    }
    self.sums = sums
    self.squares = squares
  }

  var count: Int { values.count }

  /// The sum of squared deviations from the mean of a segment.
  func scatter(_ start: Int, _ end: Int) -> Double {
    let sum = sums[end] - sums[start]
    return max(0, squares[end] - squares[start] - sum * sum / Double(end - start))
  }
}

/// Changes of level and spread: each segment has its own mean and variance.
///
/// The cost is twice the negative log-likelihood, *L* (log(*S*/*L*) + 1 + log 2π), where *S* is the
/// sum of squared deviations of the *L* points. Variances below a floor count as the floor, so that a
/// run of equal values is not infinitely likely.
public struct SpreadCost: SegmentCost {
  private let sums: RunningSums
  private let floor: Double

  /// Prepares a series.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - floor: The least variance of a segment, above 0.
  public init(_ values: [Double], floor: Double) {
    sums = RunningSums(values)
    self.floor = max(floor, .leastNormalMagnitude)
  }

  /// The length of the series.
  public var count: Int { sums.count }

  /// Twice the negative log-likelihood of a segment at its own mean and variance.
  public func cost(from start: Int, to end: Int) -> Double {
    let length = Double(end - start)
    let scatter = sums.scatter(start, end)
    let variance = max(scatter / length, floor)
    return length * log(2 * .pi * variance) + scatter / variance
  }
}

/// Changes of level and slope: each segment has its own straight line.
///
/// The cost is the sum of squared deviations from the line.
public struct TrendCost: SegmentCost {
  private let sums: RunningSums
  private let moments: [Double]

  /// Prepares a series.
  public init(_ values: [Double]) {
    sums = RunningSums(values)
    let middle = 0.5 * Double(values.count - 1)
    var moments = [0.0]
    moments.reserveCapacity(values.count + 1)
    for (index, value) in sums.values.enumerated() {
      moments.append(moments[index] + (Double(index) - middle) * value)
    }
    self.moments = moments
  }

  /// The length of the series.
  public var count: Int { sums.count }

  /// The sum of squared deviations from the segment's own line.
  public func cost(from start: Int, to end: Int) -> Double {
    let length = Double(end - start)
    let scatter = sums.scatter(start, end)
    guard end - start > 2 else { return 0 }
    let middle = 0.5 * Double(count - 1)
    let centre = 0.5 * Double(start + end - 1) - middle
    let cross = moments[end] - moments[start] - centre * (sums.sums[end] - sums.sums[start])
    let width = length * (length * length - 1) / 12
    return max(0, scatter - cross * cross / width)
  }
}
