/// Changes under any cost in a long series: divided on a grid, then each change moved to its best place.
///
/// Where a series is too long for every division to be compared, changes are first placed at
/// multiples of a stride, exactly among those, and then moved to the best point between the
/// neighbouring grid points. The answer is optimal on the grid, not over all divisions.
struct StridedProblem<Cost: SegmentCost>: SegmentationProblem {
  private let cost: Cost
  private let stride: Int
  private let grid: PartitionProblem<GridCost<Cost>>
  private let minimumLength: Int

  /// Prepares a division on a grid with at most a number of places.
  init(_ cost: Cost, minimumLength: Int, places: Int) {
    self.cost = cost
    self.minimumLength = minimumLength
    stride = max(1, (cost.count + places - 1) / places)
    grid = PartitionProblem(
      GridCost(cost: cost, stride: stride),
      minimumLength: (minimumLength + stride - 1) / stride)
  }

  var count: Int { cost.count }

  var undividedCost: Double { count > 0 ? cost.cost(from: 0, to: count) : 0 }

  func optimum(penalty: Double) -> Segmentation {
    let coarse = grid.optimum(penalty: penalty)
    guard stride > 1 else { return coarse }
    var edges = [0] + coarse.changePoints.map { $0 * stride } + [count]
    for index in edges.indices.dropFirst().dropLast() {
      let before = edges[index - 1]
      let after = edges[index + 1]
      let low = max(before + minimumLength, edges[index] - stride)
      let high = min(after - minimumLength, edges[index] + stride)
      guard low <= high else { continue }
      var least = Double.infinity
      for place in low...high {
        let value = cost.cost(from: before, to: place) + cost.cost(from: place, to: after)
        if value < least {
          least = value
          edges[index] = place
        }
      }
    }
    var total = 0.0
    for (start, end) in zip(edges, edges.dropFirst()) { total += cost.cost(from: start, to: end) }
    return Segmentation(
      changePoints: Array(edges.dropFirst().dropLast()), cost: total, penalty: penalty)
  }
}

/// The cost of a segment whose ends are multiples of a stride.
struct GridCost<Cost: SegmentCost>: SegmentCost {
  let cost: Cost
  let stride: Int

  var count: Int { (cost.count + stride - 1) / stride }

  func cost(from start: Int, to end: Int) -> Double {
    cost.cost(from: start * stride, to: min(end * stride, cost.count))
  }
}
