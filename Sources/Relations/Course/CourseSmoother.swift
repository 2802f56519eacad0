import Diplomacy
import Foundation

/// The smoother of a course: an exponentially forgetting mean, pulled toward the usual level.
///
/// With the age of an act in days *a*, its weight on the scale *w*, the half-life *h*, the pull *k*
/// and the usual level *m*, the level of a day is
/// (*k m* + Σ 2^(-*a/h*) *w*) / (*k* + Σ 2^(-*a/h*)), the sums over acts up to that day.
///
/// > Brown, R. G. *Smoothing, Forecasting and Prediction of Discrete Time Series*, 1963, ch. 7.
struct CourseSmoother {
  /// The first day of the grid.
  let first: Day
  /// The number of days.
  let count: Int
  /// The pull of the usual level, in acts.
  var pull: Double
  /// What is left of an act after a number of days, 1 at first; zero beyond 60 half-lives.
  private let fading: [Double]
  private var sum: [Double]
  private var mass: [Double]

  /// Makes a smoother for the days of a span.
  init(over span: DateSpan, settings: CourseSettings) {
    first = span.first
    count = span.length
    pull = settings.pull
    let ages = Int(min(60 * settings.halfLife, 100_000)) + 2
    fading = (0..<ages).map { exp2(-Double($0) / settings.halfLife) }
    sum = Array(repeating: 0, count: count)
    mass = Array(repeating: 0, count: count)
  }

  /// Forgets every act.
  mutating func clear() {
    for day in 0..<count {
      sum[day] = 0
      mass[day] = 0
    }
  }

  /// Adds an act on a day; acts after the grid are left out, acts before it have faded.
  ///
  /// - Parameter amount: How many acts it counts for.
  mutating func add(_ weight: Double, on day: Day, amount: Double) {
    let index = day - first
    if index >= count { return }
    if index >= 0 {
      sum[index] += amount * weight
      mass[index] += amount
    } else if -index < fading.count {
      sum[0] += amount * fading[-index] * weight
      mass[0] += amount * fading[-index]
    }
  }

  /// The level of every day, given the usual level.
  func levels(usual: Double) -> [Double] {
    var levels = [Double](repeating: 0, count: count)
    write(usual: usual, to: &levels, from: 0, step: 1)
    return levels
  }

  /// Writes the level of every day into an array, a step apart.
  func write(usual: Double, to levels: inout [Double], from start: Int, step: Int) {
    let fade = fading[1]
    var runningSum = 0.0
    var runningMass = 0.0
    var place = start
    for day in 0..<count {
      runningSum = runningSum * fade + sum[day]
      runningMass = runningMass * fade + mass[day]
      levels[place] = (pull * usual + runningSum) / (pull + runningMass)
      place += step
    }
  }
}
