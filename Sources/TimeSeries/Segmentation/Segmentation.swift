/// A division of a series into segments that is optimal for one penalty.
public struct Segmentation: Hashable, Sendable, Codable {
  /// The index of the first point of each segment but the first, counted from 0, rising.
  public let changePoints: [Int]
  /// The cost of the segments without the penalty.
  public let cost: Double
  /// The price of one change.
  public let penalty: Double

  /// Makes a segmentation.
  public init(changePoints: [Int], cost: Double, penalty: Double) {
    self.changePoints = changePoints
    self.cost = cost
    self.penalty = penalty
  }

  /// What was minimised: the cost and the price of every change.
  public var objective: Double { cost + penalty * Double(changePoints.count) }

  /// The segments as half-open ranges of indices.
  ///
  /// - Parameter count: The length of the series.
  /// - Returns: Ranges that cover the series without gaps.
  public func segments(count: Int) -> [Range<Int>] {
    let edges = [0] + changePoints + [count]
    return zip(edges, edges.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }

  /// Follows the links from each end to the last change before it.
  static func changePoints(count: Int, previous: (Int) -> Int) -> [Int] {
    var found: [Int] = []
    var end = count
    while end > 0 {
      let start = previous(end)
      if start > 0 { found.append(start) }
      end = start
    }
    return found.reversed()
  }
}

/// A series with a cost for its segments, which can be divided optimally for any penalty.
///
/// The optimum minimises the sum of the segments' costs and the penalty for every change, exactly,
/// over all divisions whose segments have at least the minimum length. A series shorter than that is
/// one segment.
public protocol SegmentationProblem: Sendable {
  /// The length of the series.
  var count: Int { get }
  /// The division with the smallest objective.
  ///
  /// - Parameter penalty: The price of one change, at least 0, in the unit of the cost.
  func optimum(penalty: Double) -> Segmentation
  /// The cost of the series as one segment.
  var undividedCost: Double { get }
}

/// Why a series cannot be divided.
public enum SeriesRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no value.
  case empty
  /// A value is infinite or not a number.
  case notFinite(index: Int)
  /// A rate model was asked for a series with a value below 0.
  case negativeForRates(index: Int, value: Double)
  /// The series is longer than a method that compares all pairs of places can take.
  case tooLong(count: Int, limit: Int)
  /// The series is longer than one whose whole path of penalties is solved.
  case tooLongForPath(count: Int, limit: Int)

  /// The reason and what to do.
  public var description: String {
    switch self {
    case .empty: "the series has no value; give at least one"
    case .notFinite(let index):
      "the value at index \(index) is not a finite number; leave it empty if it is missing"
    case .tooLong(let count, let limit):
      "the series has \(count) values; the exact posterior takes at most \(limit): use longer periods"
    case .tooLongForPath(let count, let limit):
      "the series has \(count) values; the whole path is solved for at most \(limit): use longer periods"
    case .negativeForRates(let index, let value):
      "the value at index \(index) is \(value): rates need values of 0 or more; "
        + "choose the model gaussian, t, normal, trend or auto"
    }
  }

  /// Refuses an empty series and values that are not finite.
  static func check(_ values: [Double]) throws(SeriesRefusal) {
    guard !values.isEmpty else { throw .empty }
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
  }
}
