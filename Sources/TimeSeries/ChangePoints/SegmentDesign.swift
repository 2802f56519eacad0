import Estimation
import Foundation

/// One way of dividing one series: what may change, what a division costs, and what it leaves over.
///
/// The series is standardised except for counts, so deviances of the designs compare once the
/// counts' deviance is put on the same scale.
package struct SegmentDesign {
  package let model: SegmentModel
  package let values: [Double]
  package let minimumLength: Int
  /// The variance of the series before it was standardised.
  package let variance: Double
  /// The distance beyond which a deviation counts no further, for the bounded loss.
  package let cutoff: Double
  private let logFactorials: Double
  /// The value of a third of the points or more, where there is one and the spread may change.
  package let usual: Double?
  /// The least variance of a segment whose spread may change.
  package let spreadFloor: Double

  /// The longest series whose segments may be three points long.
  package static let shortSeries = 40
  /// The longest series that is divided over all places under a cost without a special method.
  package static let places = 2000
  /// The number of blocks of a long series that is divided in blocks.
  package static let blocks = 20_000
  /// The least variance that is believed, as a share of the variance of the series.
  package static let floor = 1e-10

  package init(
    _ model: SegmentModel, values: [Double], variance: Double, minimumLength: Int,
    cutoff: Double = 3
  ) {
    self.model = model
    self.values = values
    self.variance = variance
    // A spread takes more points to know than a level: fewer than this can agree by chance.
    self.minimumLength =
      model == .normal
      ? max(minimumLength, Int((2 * log(Double(max(values.count, 2)))).rounded(.up)))
      : minimumLength
    self.cutoff = cutoff
    spreadFloor = model == .normal ? Self.rounding(of: values) : Self.floor
    usual = model == .normal ? Self.usualValue(of: values) : nil
    logFactorials =
      model == .poisson
      ? values.reduce(0) { $0 + SpecialFunctions.logGamma($1 + 1) } : 0
  }

  package var count: Int { values.count }

  /// The value that a third of the points or more have, as in weeks in which nothing happened.
  ///
  /// Of a long series, every so many points are looked at.
  package static func usualValue(of values: [Double]) -> Double? {
    let step = max(1, values.count / blocks)
    let part = step == 1 ? values : stride(from: 0, to: values.count, by: step).map { values[$0] }
    let sorted = part.sorted()
    var best: (value: Double, count: Int)?
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start > best?.count ?? 0 { best = (sorted[start], end - start) }
      start = end
    }
    guard let best, 3 * best.count >= sorted.count else { return nil }
    return best.value
  }

  /// The cost of segments whose spread may change.
  package func spreadCost() -> any SegmentCost {
    guard let usual else { return SpreadCost(values, floor: spreadFloor) }
    return HurdleCost(values, usual: usual, step: (12 * spreadFloor).squareRoot())
  }

  /// The free parameters that a change adds; a share of usual points is one more.
  package var parametersPerChange: Double { model.parametersPerChange + (usual == nil ? 0 : 1) }

  /// The variance that rounding to the finest step seen in the values leaves.
  private static func rounding(of values: [Double]) -> Double {
    let sorted = values.sorted()
    var step = Double.infinity
    for (lower, upper) in zip(sorted, sorted.dropFirst()) where upper - lower > 1e-9 {
      step = min(step, upper - lower)
    }
    return step.isFinite ? max(step * step / 12, floor) : floor
  }

  /// The problem that finds divisions of this design.
  ///
  /// - Parameter inBlocks: Whether a long series may be divided in blocks where that is much faster.
  package func problem(inBlocks: Bool = false) throws(SeriesRefusal) -> any SegmentationProblem {
    let isBlocked = inBlocks && count > Self.blocks
    return switch model {
    case .gaussian: try LevelProblem(values, minimumLength: minimumLength)
    case .t where isBlocked:
      try BlockedProblem(
        values, .bounded(cutoff: cutoff), minimumLength: minimumLength, blocks: Self.blocks)
    case .poisson where isBlocked:
      try BlockedProblem(values, .counts, minimumLength: minimumLength, blocks: Self.blocks)
    case .t: try RobustLevelProblem(values, cutoff: cutoff, minimumLength: minimumLength)
    case .poisson: try RateProblem(values, minimumLength: minimumLength)
    case .normal where usual != nil:
      StridedProblem(
        HurdleCost(values, usual: usual ?? 0, step: (12 * spreadFloor).squareRoot()),
        minimumLength: minimumLength, places: Self.places)
    case .normal:
      StridedProblem(
        SpreadCost(values, floor: spreadFloor), minimumLength: minimumLength, places: Self.places)
    case .trend:
      StridedProblem(TrendCost(values), minimumLength: minimumLength, places: Self.places)
    }
  }

  /// The deviations of the values from a division, in the unit of the values.
  ///
  /// For counts they are divided by the square root of the rate, for level and spread by the spread.
  package func residuals(of segmentation: Segmentation) -> [Double] {
    var residuals = [Double](repeating: 0, count: count)
    for segment in segmentation.segments(count: count) {
      let part = values[segment]
      let length = Double(part.count)
      let mean = part.reduce(0, +) / length
      switch model {
      case .gaussian:
        for index in segment { residuals[index] = values[index] - mean }
      case .t:
        let level = robustLevel(of: part, near: Self.middle(of: part))
        for index in segment { residuals[index] = values[index] - level }
      case .poisson:
        let deviation = max(mean, 1e-12).squareRoot()
        for index in segment { residuals[index] = (values[index] - mean) / deviation }
      case .normal:
        let scatter = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = max(scatter / length, spreadFloor).squareRoot()
        for index in segment { residuals[index] = (values[index] - mean) / deviation }
      case .trend:
        let centre = 0.5 * Double(segment.lowerBound + segment.upperBound - 1)
        let width = length * (length * length - 1) / 12
        var cross = 0.0
        for index in segment { cross += (Double(index) - centre) * values[index] }
        let slope = width > 0 ? cross / width : 0
        for index in segment {
          residuals[index] = values[index] - mean - slope * (Double(index) - centre)
        }
      }
    }
    return residuals
  }

  /// The median; of a long part, that of every so many points.
  package static func middle(of part: ArraySlice<Double>) -> Double {
    let step = part.count / blocks
    guard step > 1 else { return Summaries.quantile(part, 0.5) }
    return Summaries.quantile(
      stride(from: part.startIndex, to: part.endIndex, by: step).map { part[$0] }, 0.5)
  }

  /// The level that minimises the bounded loss near a start.
  private func robustLevel(of part: ArraySlice<Double>, near start: Double) -> Double {
    var level = start
    for _ in 0..<20 {
      var sum = 0.0
      var number = 0.0
      for value in part where abs(value - level) <= cutoff {
        sum += value
        number += 1
      }
      guard number > 0 else { return level }
      let next = sum / number
      if next == level { break }
      level = next
    }
    return level
  }

  /// Twice the negative log-likelihood of a division, on the scale of the standardised series.
  package func deviance(of segmentation: Segmentation, residuals: [Double], heavy: Bool) -> Double {
    switch model {
    case .gaussian, .t, .trend:
      ResidualLikelihood(residuals, floor: Self.floor, heavy: heavy).deviance
    case .normal:
      segmentation.cost
    case .poisson:
      segmentation.cost + 2 * logFactorials - Double(count) * log(variance)
    }
  }

  /// The factor by which noise beyond the model's inflates chance differences between segments.
  package func inflation(residuals: [Double], changes: Int) -> Double {
    let memory =
      model == .normal
      ? NoiseMemory.firstOrderInflation(residuals) : NoiseMemory.inflation(residuals)
    guard model == .poisson else { return memory }
    let free = max(1, Double(count - changes - 1))
    return memory * max(1, residuals.reduce(0) { $0 + $1 * $1 } / free)
  }
}
