import Foundation

/// A division that is optimal at some price of a change, with what the rule makes of it.
public struct ScoredSegmentation: Hashable, Sendable, Codable {
  /// The index of the first point of each segment but the first, missing values counted.
  public let changePoints: [Int]
  /// The largest price of a change at which the division is optimal, in the unit of the cost; nothing
  /// for no change, which is optimal at any price above the next.
  public let price: Double?
  /// The cost of the segments without the price, for a series with mean 0 and variance 1; that of the
  /// counts themselves for rates.
  public let cost: Double
  /// What the rule minimises: twice the negative log-likelihood plus the penalties.
  public let criterion: Double
  /// The factor by which the memory of what the division leaves over inflates chance differences.
  public let inflation: Double
  /// Whether the rule chooses this division.
  public let isChosen: Bool
}

/// All optimal divisions of a series along the price of a change.
public struct SegmentationPath: Hashable, Sendable, Codable {
  /// The length of the series, missing values included.
  public let count: Int
  /// What may change at a turning point.
  public let model: SegmentModel
  /// The divisions from none to as many changes as are visible at the scale of the series.
  public let divisions: [ScoredSegmentation]

  private enum CodingKeys: String, CodingKey {
    case count = "n"
    case model
    case divisions
  }
}

extension TurningPointFinder {
  /// The whole path of optimal divisions, so that a price other than the rule's can be chosen by eye.
  ///
  /// The model is the one asked for, or the one that the series supports best. The change points are
  /// those of the divisions themselves; the places that ``turningPoints(in:)`` names may differ by a few
  /// points, see there.
  ///
  /// - Parameter values: The series, with nothing where a value is missing.
  /// - Throws: ``SeriesRefusal`` as for the turning points, and for a series of more than
  ///   `pathLimit` values.
  /// - Complexity: Up to 120 divisions of the series.
  public func path(in values: [Double?]) throws(SeriesRefusal) -> SegmentationPath {
    let (present, places) = try checked(values)
    guard present.count <= Self.pathLimit else {
      throw .tooLongForPath(count: present.count, limit: Self.pathLimit)
    }
    let chosen = try choose(present)
    let divisions = try scoredSegmentations(chosen.design, heavy: chosen.isHeavy, limit: 120)
    return SegmentationPath(
      count: values.count, model: chosen.design.model,
      divisions: divisions.map { judged in
        let segmentation = judged.segmentation
        return ScoredSegmentation(
          changePoints: segmentation.changePoints.map { places[$0] },
          price: segmentation.penalty < .greatestFiniteMagnitude ? segmentation.penalty : nil,
          cost: segmentation.cost, criterion: judged.criterion, inflation: judged.inflation,
          isChosen: segmentation.changePoints == chosen.segmentation.changePoints)
      })
  }
}
