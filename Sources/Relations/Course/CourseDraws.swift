import Diplomacy
import Estimation
import Foundation

/// Many courses that the record allows: dates drawn from their spans, and a path of the level each.
///
/// In each draw every act falls on one of its possible days with equal chance (multiple imputation);
/// the level given those days is normal by the filter, and one path of it is drawn. The draws depend
/// on the seed and on the acts alone.
///
/// > Rubin, D. B. *Multiple Imputation for Nonresponse in Surveys*, 1987.
struct CourseDraws {
  /// The number of days.
  let days: Int
  /// The mean of the filtered level of each day over the draws.
  let level: [Double]
  /// The variance of the filtered level of each day, of dates and of the level together.
  let variance: [Double]
  /// The paths, one a draw.
  let paths: [[Double]]
  /// The days with an act of each draw, counted from the first.
  let actDays: [Set<Int>]
  private let coverage: Double

  /// Draws the courses of some acts over a span.
  ///
  /// - Complexity: O(draws × (acts + days)).
  init(of acts: [CourseAct], over span: DateSpan, settings: CourseSettings) {
    days = span.length
    coverage = settings.coverage
    var sums = [Double](repeating: 0, count: span.length)
    var squares = sums
    var spreads = sums
    var paths: [[Double]] = []
    var actDays: [Set<Int>] = []
    let seeds = SeededGenerator(seed: settings.seed)
    let isExact = acts.allSatisfy { $0.date.isExact }
    var filter: CourseFilter?
    for draw in 0..<settings.draws {
      var generator = seeds.stream(UInt64(draw))
      let points = acts.map { act in
        let place = act.date.isExact ? 0 : Int(generator.uniform() * Double(act.date.length))
        return CourseFilter.Point(
          day: act.date.first + place, weight: act.weight, isRoutine: act.isRoutine)
      }.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
        .map(\.element)
      // With exact dates every draw has the same filter.
      let found =
        isExact
        ? filter ?? CourseFilter(points, over: span, settings: settings)
        : CourseFilter(points, over: span, settings: settings)
      filter = found
      for day in 0..<span.length {
        sums[day] += found.mean[day]
        squares[day] += found.mean[day] * found.mean[day]
        spreads[day] += found.variance[day]
      }
      paths.append(found.path(&generator))
      actDays.append(
        Set(points.filter { span.contains($0.day) }.map { $0.day - span.first }))
    }
    let count = Double(settings.draws)
    level = sums.map { $0 / count }
    variance = (0..<span.length).map { day in
      let mean = sums[day] / count
      return spreads[day] / count + max(0, squares[day] / count - mean * mean)
    }
    self.paths = paths
    self.actDays = actDays
  }

  /// The band of every day.
  func bands() -> [(low: Double, high: Double)] {
    let quantile = SpecialFunctions.normalQuantile(0.5 + min(coverage, 0.999_999) / 2)
    return zip(level, variance).map { level, variance in
      let reach = quantile * variance.squareRoot()
      return (CourseFilter.clipped(level - reach), CourseFilter.clipped(level + reach))
    }
  }

  /// The mean level over some of the days, from all the acts, with its band.
  func mean(over range: Range<Int>) -> CourseLevel {
    var means = paths.map { path in
      path[range].reduce(0, +) / Double(max(1, range.count))
    }
    let mean = means.reduce(0, +) / Double(max(1, means.count))
    return CourseLevel(mean, within: Quantiles.band(of: &means, coverage: coverage))
  }

  /// The day with an act on which each path was lowest, counted from the first, the earliest of equals.
  func lowDays() -> [Double] {
    zip(paths, actDays).compactMap { path, days in
      days.min { (path[$0], $0) < (path[$1], $1) }.map(Double.init)
    }
  }
}
