import Foundation

/// A division with what the rule needs to compare it.
package struct SelectedSegmentation {
  package let design: SegmentDesign
  package let segmentation: Segmentation
  /// The inflation of chance differences by the memory of the noise.
  package let inflation: Double
  /// What is minimised over designs and divisions.
  package let criterion: Double
  /// The price of one change in units of twice the log-likelihood.
  package let penalty: Double
  /// Whether Student t noise was considered.
  package var isHeavy = false
}

extension TurningPointFinder {
  /// The best division of one design, or nothing where the design does not fit the data at all.
  ///
  /// - Parameter most: The most changes that it may have.
  package func bestDivision(_ design: SegmentDesign, heavy: Bool, most: Int = .max)
    throws(SeriesRefusal)
    -> SelectedSegmentation?
  {
    let n = design.count
    let isPathSolved =
      n <= (design.model == .t ? Self.boundedPathLimit : Self.pathLimit)
      || design.model == .normal || design.model == .trend
    guard isPathSolved else { return try settle(design, heavy: heavy, most: most) }
    if n > Self.pathLimit { return try screened(design, heavy: heavy, most: most) }
    return try scoredSegmentations(design, heavy: heavy, limit: 60)
      .filter { $0.segmentation.changePoints.count <= most }
      .min { $0.criterion < $1.criterion }
  }

  /// Every optimal division with visible changes, judged, from few changes to many.
  ///
  /// - Parameter limit: The most divisions that are solved for.
  package func scoredSegmentations(_ design: SegmentDesign, heavy: Bool, limit: Int)
    throws(SeriesRefusal)
    -> [SelectedSegmentation]
  {
    let problem = try design.problem()
    let path = PenaltyPath(
      problem, penalties: visiblePenalty(design, undivided: problem.undividedCost)...,
      limit: limit)
    let logarithm = log(Double(design.count))
    return path.segmentations.map { judge($0, design, heavy: heavy, logarithm: logarithm) }
  }

  /// The best division on the path of a long series.
  ///
  /// All are compared with the memory of the most divided one, which costs one pass over the series;
  /// the three best and no change are then judged by their own.
  private func screened(_ design: SegmentDesign, heavy: Bool, most: Int) throws(SeriesRefusal)
    -> SelectedSegmentation?
  {
    let problem = try design.problem()
    let path = PenaltyPath(
      problem, penalties: visiblePenalty(design, undivided: problem.undividedCost)..., limit: 60)
    let logarithm = log(Double(design.count))
    let all = path.segmentations.filter { $0.changePoints.count <= most }
    guard let last = all.last else { return nil }
    let memory = design.inflation(
      residuals: design.residuals(of: last), changes: last.changePoints.count)
    let price = Self.price * design.parametersPerChange * memory * logarithm
    let n = Double(design.count)
    func rough(_ segmentation: Segmentation) -> Double {
      let deviance =
        design.model == .normal
        ? segmentation.cost : n * log(max(segmentation.cost / n, SegmentDesign.floor))
      return deviance + price * Double(segmentation.changePoints.count)
    }
    let ranked = all.map { (segmentation: $0, rough: rough($0)) }.sorted { $0.rough < $1.rough }
    let best = ranked.prefix(3).map(\.segmentation)
    let judged = (best + all.prefix(1).filter { !best.contains($0) }).map {
      judge($0, design, heavy: heavy, logarithm: logarithm)
    }
    return judged.min { $0.criterion < $1.criterion }
  }

  /// The smallest price at which a change is visible at the scale of the whole series.
  private func visiblePenalty(_ design: SegmentDesign, undivided: Double) -> Double {
    let n = Double(design.count)
    switch design.model {
    case .normal:
      return Self.price * design.parametersPerChange * log(n)
    case .poisson:
      let saturated = design.values.reduce(0) { $0 + RateProblem.cost(length: 1, sum: $1) }
      return max(Self.visibility * log(n) * (undivided - saturated) / n, 1e-9)
    case .gaussian, .t, .trend:
      let share = min(
        0.5 * design.parametersPerChange * Self.visibility * log(n) / n, Self.visibleShare)
      return max(share * (design.model == .trend ? n : undivided), 1e-9)
    }
  }

  private func judge(
    _ segmentation: Segmentation, _ design: SegmentDesign, heavy: Bool, logarithm: Double
  ) -> SelectedSegmentation {
    let residuals = design.residuals(of: segmentation)
    let changes = segmentation.changePoints.count
    let inflation = design.inflation(residuals: residuals, changes: changes)
    let penalty = Self.price * design.parametersPerChange * inflation * logarithm
    let deviance = design.deviance(of: segmentation, residuals: residuals, heavy: heavy)
    let slope = design.model == .trend ? logarithm : 0
    return SelectedSegmentation(
      design: design, segmentation: segmentation, inflation: inflation,
      criterion: deviance + slope + penalty * Double(changes), penalty: penalty, isHeavy: heavy)
  }

  /// The division of a long series: solved at the price of a visible change, and once more at the price
  /// that its residuals ask for.
  private func settle(_ design: SegmentDesign, heavy: Bool, most: Int) throws(SeriesRefusal)
    -> SelectedSegmentation?
  {
    let problem = try design.problem(inBlocks: model == nil)
    let none = Segmentation(
      changePoints: [], cost: problem.undividedCost, penalty: .greatestFiniteMagnitude)
    let visible = visiblePenalty(design, undivided: none.cost)
    let logarithm = log(Double(design.count))
    let first = problem.optimum(penalty: visible)
    let judged = judge(first, design, heavy: heavy, logarithm: logarithm)
    let unit =
      design.model == .poisson
      ? 1
      : design.residuals(of: first).reduce(0) { $0 + $1 * $1 } / Double(design.count)
    let price = judged.penalty * unit
    let second = price > visible ? problem.optimum(penalty: price) : first
    var options = [judge(none, design, heavy: heavy, logarithm: logarithm), judged]
    if second != first {
      options.append(judge(second, design, heavy: heavy, logarithm: logarithm))
    }
    return options.filter { $0.segmentation.changePoints.count <= most }
      .min { $0.criterion < $1.criterion }
  }
}
