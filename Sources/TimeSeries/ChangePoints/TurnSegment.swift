import Estimation
import Foundation

/// A stretch of a series between two turning points, as the model sees it.
public struct TurnSegment: Hashable, Sendable, Codable {
  /// The index of the first point.
  public let first: Int
  /// The index of the last point.
  public let last: Int
  /// The number of values that are there.
  public let count: Int
  /// The level: the mean, the median where wild values are bounded, or the line's height in the middle.
  public let level: Double
  /// The change of the level from one point to the next; 0 unless the model has slopes.
  public let slope: Double
  /// The standard deviation of the values from the level or the line.
  public let spread: Double

  /// The level at an index.
  public func level(at index: Int) -> Double {
    level + slope * (Double(index) - 0.5 * Double(first + last))
  }
}

extension TurningPoints {
  /// The stretches between the turning points, first to last.
  ///
  /// - Parameter values: The series that was analysed, with nothing where a value is missing.
  /// - Returns: One stretch more than there are turning points; one without values is left out.
  /// - Complexity: O(*n*), or O(*n* log *n*) where wild values are bounded.
  public func segments(of values: [Double?]) -> [TurnSegment] {
    let edges = [0] + turningPoints.map(\.index) + [values.count]
    return zip(edges, edges.dropFirst()).compactMap { start, end in
      let places = (start..<end).filter { values[$0] != nil }
      let present = places.compactMap { values[$0] }
      guard !present.isEmpty else { return nil }
      let number = Double(present.count)
      var level = model == .t ? Summaries.quantile(present, 0.5) : Summaries.mean(present)
      var slope = 0.0
      if model == .trend {
        let centre = places.reduce(0.0) { $0 + Double($1) } / number
        var (cross, width) = (0.0, 0.0)
        for (place, value) in zip(places, present) {
          let offset = Double(place) - centre
          cross += offset * value
          width += offset * offset
        }
        slope = width > 0 ? cross / width : 0
        level += slope * (0.5 * Double(start + end - 1) - centre)
      }
      let middle = 0.5 * Double(start + end - 1)
      var scatter = 0.0
      for (place, value) in zip(places, present) {
        let deviation = value - level - slope * (Double(place) - middle)
        scatter += deviation * deviation
      }
      return TurnSegment(
        first: start, last: end - 1, count: present.count, level: level, slope: slope,
        spread: (scatter / number).squareRoot())
    }
  }
}
