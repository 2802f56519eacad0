import Foundation

/// A division with what the rule needs to compare it.
struct ChosenDivision {
  let design: SegmentDesign
  let segmentation: Segmentation
  /// The inflation of chance differences by the memory of the noise.
  let inflation: Double
  /// What is minimised over designs and divisions.
  let criterion: Double
  /// The price of one change in units of twice the log-likelihood.
  let penalty: Double
}

extension TurningPointFinder {
  /// The best division of one design, or nothing where the design does not fit the data at all.
  func bestDivision(_ design: SegmentDesign, heavy: Bool) throws(SeriesRefusal) -> ChosenDivision? {
    let problem = try design.problem()
    let n = design.count
    let logarithm = log(Double(n))
    let none = Segmentation(
      changePoints: [], cost: problem.undividedCost, penalty: .greatestFiniteMagnitude)
    let visible = visiblePenalty(design, none)
    let limit = design.model == .t ? Self.boundedPathLimit : Self.pathLimit
    guard n <= limit || design.model == .normal || design.model == .trend else {
      return settle(problem, design, none: none, visible: visible, heavy: heavy)
    }
    let path = PenaltyPath(
      problem, penalties: visible..., limit: 60)
    var best: ChosenDivision?
    for segmentation in path.segmentations {
      let candidate = judge(segmentation, design, heavy: heavy, logarithm: logarithm)
      if best.map({ candidate.criterion < $0.criterion }) ?? true { best = candidate }
    }
    return best
  }

  /// The smallest price at which a change is visible at the scale of the whole series.
  private func visiblePenalty(_ design: SegmentDesign, _ none: Segmentation) -> Double {
    let n = Double(design.count)
    switch design.model {
    case .normal:
      return Self.price * design.model.parametersPerChange * log(n)
    case .poisson:
      let saturated = design.values.reduce(0) { $0 + RateProblem.cost(length: 1, sum: $1) }
      return max(Self.visibility * log(n) * (none.cost - saturated) / n, 1e-9)
    case .gaussian, .t, .trend:
      let share = min(
        0.5 * design.model.parametersPerChange * Self.visibility * log(n) / n, Self.visibleShare)
      return max(share * (design.model == .trend ? n : none.cost), 1e-9)
    }
  }

  private func judge(
    _ segmentation: Segmentation, _ design: SegmentDesign, heavy: Bool, logarithm: Double
  ) -> ChosenDivision {
    let residuals = design.residuals(of: segmentation)
    let changes = segmentation.changePoints.count
    let inflation = design.inflation(residuals: residuals, changes: changes)
    let penalty = Self.price * design.model.parametersPerChange * inflation * logarithm
    let deviance = design.deviance(of: segmentation, residuals: residuals, heavy: heavy)
    let slope = design.model == .trend ? logarithm : 0
    return ChosenDivision(
      design: design, segmentation: segmentation, inflation: inflation,
      criterion: deviance + slope + penalty * Double(changes), penalty: penalty)
  }

  /// The division of a long series: solved at the price of a visible change, and once more at the price
  /// that its residuals ask for.
  private func settle(
    _ problem: any SegmentationProblem, _ design: SegmentDesign, none: Segmentation,
    visible: Double, heavy: Bool
  ) -> ChosenDivision {
    let logarithm = log(Double(design.count))
    let first = problem.optimum(penalty: visible)
    let judged = judge(first, design, heavy: heavy, logarithm: logarithm)
    let unit =
      design.model == .poisson
      ? 1
      : design.residuals(of: first).reduce(0) { $0 + $1 * $1 } / Double(design.count)
    let price = judged.penalty * unit
    let second = price > visible ? problem.optimum(penalty: price) : first
    let options =
      [judge(none, design, heavy: heavy, logarithm: logarithm), judged]
      + (second == first ? [] : [judge(second, design, heavy: heavy, logarithm: logarithm)])
    return options.min { $0.criterion < $1.criterion } ?? judged
  }
}
