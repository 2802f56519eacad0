/// A point where a series turned.
public struct TurningPoint: Hashable, Sendable, Codable {
  /// The index of the first point of the new segment, counted from 0.
  public let index: Int
  /// The probability that the series turned within the range of places, from 0 to 1.
  public let probability: Double
  /// The first index of the range of places.
  public let from: Int
  /// The last index of the range of places.
  public let to: Int

  /// Makes a turning point.
  public init(index: Int, probability: Double, from: Int, to: Int) {
    self.index = index
    self.probability = probability
    self.from = from
    self.to = to
  }
}

/// The turning points of a series.
public struct TurningPoints: Hashable, Sendable, Codable {
  /// The length of the series, missing values included.
  public let count: Int
  /// The turning points in order.
  public let turningPoints: [TurningPoint]
  /// The model that was used.
  public let model: SegmentModel
  /// The price of one change in units of twice the log-likelihood.
  public let penalty: Double

  /// Makes a result.
  public init(count: Int, turningPoints: [TurningPoint], model: SegmentModel, penalty: Double) {
    self.count = count
    self.turningPoints = turningPoints
    self.model = model
    self.penalty = penalty
  }

  private enum CodingKeys: String, CodingKey {
    case count = "n"
    case turningPoints
    case model
    case penalty
  }
}
