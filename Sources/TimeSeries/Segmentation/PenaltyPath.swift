/// All optimal segmentations as the penalty runs over a range.
///
/// Between two penalties whose optima differ by more than one change lies a penalty at which both
/// cost the same; the problem is solved there, and so on until no segmentation can be missing.
///
/// > Haynes, K., Eckley, I., Fearnhead, P. "Computationally efficient changepoint detection for a
/// > range of penalties." *Journal of Computational and Graphical Statistics* 26, 2017, 134-143.
public struct PenaltyPath: Hashable, Sendable, Codable {
  /// The segmentations from few changes to many; each is optimal from its penalty downward until the
  /// next.
  public let segmentations: [Segmentation]

  /// Solves a problem for every penalty from a least one up to where no change is worth its price.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - penalties: The range of penalties.
  ///   - limit: The most times the problem is solved; a path cut short lacks segmentations with many
  ///     changes, save the last.
  /// - Complexity: Twice as many solutions of the problem as there are segmentations in the path.
  public init(
    _ problem: some SegmentationProblem, penalties: PartialRangeFrom<Double>, limit: Int = 200
  ) {
    let none = Segmentation(
      changePoints: [], cost: problem.undividedCost, penalty: .greatestFiniteMagnitude)
    self.init(
      problem, from: none, to: problem.optimum(penalty: penalties.lowerBound), limit: limit)
  }

  /// Solves a problem for every penalty in a range.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - penalties: The range of penalties.
  ///   - limit: The most times the problem is solved; a path cut short lacks segmentations with many
  ///     changes, save the last.
  /// - Complexity: Twice as many solutions of the problem as there are segmentations in the path.
  public init(
    _ problem: some SegmentationProblem, penalties: ClosedRange<Double>, limit: Int = 200
  ) {
    self.init(
      problem, from: problem.optimum(penalty: penalties.upperBound),
      to: problem.optimum(penalty: penalties.lowerBound), limit: limit)
  }

  private init(
    _ problem: some SegmentationProblem, from few: Segmentation, to many: Segmentation, limit: Int
  ) {
    var found: [Int: Segmentation] = [:]
    found[many.changePoints.count] = many
    found[few.changePoints.count] = few
    var solved = 2
    var open = [(few, many)]
    while let (left, right) = open.popLast(), solved < limit {
      let gap = right.changePoints.count - left.changePoints.count
      guard gap > 1 else { continue }
      let penalty = (left.cost - right.cost) / Double(gap)
      guard penalty.isFinite else { continue }
      let middle = problem.optimum(penalty: penalty)
      solved += 1
      let size = middle.changePoints.count
      guard size > left.changePoints.count, size < right.changePoints.count else { continue }
      found[size] = middle
      open.append((middle, right))
      open.append((left, middle))
    }
    let ordered = found.values.sorted { $0.changePoints.count < $1.changePoints.count }
    segmentations = ordered.indices.map { index in
      guard index > 0 else { return ordered[0] }
      // The largest penalty at which this segmentation is optimal.
      let gap = ordered[index].changePoints.count - ordered[index - 1].changePoints.count
      return Segmentation(
        changePoints: ordered[index].changePoints, cost: ordered[index].cost,
        penalty: (ordered[index - 1].cost - ordered[index].cost) / Double(gap))
    }
  }
}
