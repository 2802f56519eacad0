import Diplomacy
import Estimation
import Foundation

/// The state-space model of a course: a level that wanders from day to day, seen through acts.
///
///     level of a day = level of the day before + N(0, q);   weight of an act = level + N(0, s²)
///
/// Between acts the level stays where it was and its variance grows by *q* a day: silence is
/// ignorance, not a return to anything. A routine act, a meeting or a statement that weighs no less
/// than zero, cannot lower a level, for good relations have meetings as well as better things: it
/// moves the level only where it lies above it, and says less than another act does.
///
/// > Durbin, J., Koopman, S. J. *Time Series Analysis by State Space Methods*, 2nd ed., 2012, ch. 2;
/// > drawing a path: Carter, C. K., Kohn, R. "On Gibbs sampling for state space models."
/// > *Biometrika* 81, 1994, 541-553.
struct CourseFilter {
  /// An act on the day on which it fell in one reading of the dates.
  struct Point {
    let day: Day
    let weight: Double
    let isRoutine: Bool
  }

  /// The mean of the level on each day, from what happened up to it.
  private(set) var mean: [Double]
  /// Its variance.
  private(set) var variance: [Double]
  private let change: Double

  /// Runs the filter over the days of a span; acts before it count, acts after it do not.
  ///
  /// - Parameter points: The acts in order of time.
  /// - Complexity: O(acts + days).
  init(_ points: [Point], over span: DateSpan, settings: CourseSettings) {
    let noise = settings.noise * settings.noise
    change = settings.changePerDay
    let limit = settings.ignorance * settings.ignorance
    mean = []
    variance = []
    mean.reserveCapacity(span.length)
    variance.reserveCapacity(span.length)
    var level = 0.0
    // What is known is never less than nothing: the variance ends at that of ignorance.
    var spread = limit
    var last: Day?
    var next = points.startIndex
    func observe(_ point: Point) {
      if let day = last { spread = min(limit, spread + change * Double(point.day - day)) }
      last = point.day
      if point.isRoutine, point.weight <= level { return }
      let gain = spread / (spread + noise * (point.isRoutine ? settings.routineFactor : 1))
      level += gain * (point.weight - level)
      spread *= 1 - gain
    }
    while next < points.endIndex, points[next].day < span.first {
      observe(points[next])
      next += 1
    }
    var day = span.first
    while day <= span.last {
      while next < points.endIndex, points[next].day <= day {
        observe(points[next])
        next += 1
      }
      if let before = last { spread = min(limit, spread + change * Double(day - before)) }
      if last != nil { last = day }
      mean.append(level)
      variance.append(spread)
      day = day + 1
    }
  }

  /// One path of the level that all the acts allow, drawn backward from the last day.
  func path(_ generator: inout SeededGenerator) -> [Double] {
    guard var level = mean.last.map({ $0 + (variance.last ?? 0).squareRoot() * generator.normal() })
    else { return [] }
    var path = [Double](repeating: 0, count: mean.count)
    path[mean.count - 1] = Self.clipped(level)
    for day in stride(from: mean.count - 2, through: 0, by: -1) {
      let gain = variance[day] / (variance[day] + change)
      let centre = mean[day] + gain * (level - mean[day])
      level = centre + (variance[day] * (1 - gain)).squareRoot() * generator.normal()
      path[day] = Self.clipped(level)
    }
    return path
  }

  /// A level within the scale.
  static func clipped(_ level: Double) -> Double { min(10, max(-10, level)) }
}
