/// The cost of a segment of a series, for segmentations without a special method.
public protocol SegmentCost: Sendable {
  /// The length of the series.
  var count: Int { get }
  /// The cost of the points from one index to before another.
  ///
  /// Cutting a segment in two must never raise the cost: that is what the pruning rests on.
  func cost(from start: Int, to end: Int) -> Double
}

/// Changes under any cost of a segment: dynamic programming with pruning that respects a minimum length.
///
/// A start *s* is dropped once a division that ends later is already cheaper without the penalty.
/// With a minimum length that holds only for ends at least the minimum length ahead, so the start
/// stays until then; dropping it at once loses the optimum.
///
/// > Killick, R., Fearnhead, P., Eckley, I. "Optimal detection of changepoints with a linear
/// > computational cost." *Journal of the American Statistical Association* 107, 2012, 1590-1598.
public struct PartitionProblem<Cost: SegmentCost>: SegmentationProblem {
  private let cost: Cost
  /// The least number of points in a segment.
  public let minimumLength: Int

  /// Prepares a division of a series.
  ///
  /// - Parameters:
  ///   - cost: The cost of a segment.
  ///   - minimumLength: The least number of points in a segment, at least 1.
  public init(_ cost: Cost, minimumLength: Int) {
    self.cost = cost
    self.minimumLength = max(1, minimumLength)
  }

  /// The length of the series.
  public var count: Int { cost.count }

  /// The cost of the series as one segment.
  public var undividedCost: Double { count > 0 ? cost.cost(from: 0, to: count) : 0 }

  /// The division with the smallest cost plus penalties.
  ///
  /// - Complexity: O(*n*²) at worst; about O(*n*) where changes are frequent.
  public func optimum(penalty: Double) -> Segmentation {
    let n = count
    guard n >= 2 * minimumLength else {
      return Segmentation(changePoints: [], cost: undividedCost, penalty: penalty)
    }
    var best = [Double](repeating: .infinity, count: n + 1)
    var last = [Int](repeating: 0, count: n + 1)
    best[0] = 0
    var starts: [Int] = []
    var dropped: [Int] = []
    for end in minimumLength...n {
      let lag = end - minimumLength
      if lag == 0 || lag >= minimumLength {
        starts.append(lag)
        dropped.append(.max)
      }
      var costs = [Double](repeating: 0, count: starts.count)
      for (index, start) in starts.enumerated() {
        let price = start == 0 ? 0 : penalty
        costs[index] = best[start] + price + cost.cost(from: start, to: end)
        if costs[index] < best[end] {
          best[end] = costs[index]
          last[end] = start
        }
      }
      var kept = 0
      for index in starts.indices {
        if dropped[index] == .max && costs[index] > best[end] + penalty {
          dropped[index] = end + minimumLength
        }
        if dropped[index] > end + 1 {
          starts[kept] = starts[index]
          dropped[kept] = dropped[index]
          kept += 1
        }
      }
      starts.removeLast(starts.count - kept)
      dropped.removeLast(dropped.count - kept)
    }
    let changes = Segmentation.changePoints(count: n) { last[$0] }
    return Segmentation(
      changePoints: changes, cost: best[n] - penalty * Double(changes.count), penalty: penalty)
  }
}
