import Diplomacy
import Estimation
import Foundation

/// Many courses that the record allows: dates drawn from their spans, acts drawn again.
///
/// In each draw every act falls on one of its possible days with equal chance (multiple imputation),
/// and, where acts are resampled, counts for an exponential number of acts with mean 1 (the Bayesian
/// bootstrap), while the usual level counts for a gamma number with the pull as its mean and shape
/// (together a draw of a Dirichlet process). The draws depend on the seed and on the acts alone.
///
/// > Rubin, D. B. *Multiple Imputation for Nonresponse in Surveys*, 1987. Rubin, D. B. "The Bayesian
/// > Bootstrap." *Annals of Statistics* 9(1), 1981, 130-134. Ferguson, T. S. "A Bayesian Analysis of
/// > Some Nonparametric Problems." *Annals of Statistics* 1(2), 1973, 209-230.
struct CourseDraws {
  /// The number of draws.
  let draws: Int
  /// The number of days.
  let days: Int
  /// The usual level of each draw.
  let usual: [Double]
  /// The levels, the draws of a day side by side.
  let levels: [Double]
  private let coverage: Double

  /// Draws the courses of some acts over a span.
  ///
  /// - Complexity: O(draws × (acts + days)).
  init(of acts: [CourseAct], over span: DateSpan, baseline: DateSpan?, settings: CourseSettings) {
    draws = settings.draws
    days = span.length
    coverage = settings.coverage
    var usual: [Double] = []
    usual.reserveCapacity(draws)
    var levels = [Double](repeating: 0, count: draws * days)
    var smoother = CourseSmoother(over: span, settings: settings)
    let seeds = SeededGenerator(seed: settings.seed)
    for draw in 0..<draws {
      var generator = seeds.stream(UInt64(draw))
      smoother.clear()
      smoother.pull = Self.mass(settings, &generator)
      var baselineSum = 0.0
      var baselineMass = Self.mass(settings, &generator)
      for act in acts {
        let place = generator.uniform()
        let fresh = generator.uniform()
        let day = act.date.first + Int(place * Double(act.date.length))
        let amount = settings.resamplesActs ? -log(1 - fresh) : 1
        smoother.add(act.weight, on: day, amount: amount)
        if let baseline, baseline.contains(day) {
          baselineSum += amount * act.weight
          baselineMass += amount
        }
      }
      usual.append(baselineSum / baselineMass)
      smoother.write(usual: baselineSum / baselineMass, to: &levels, from: draw, step: draws)
    }
    self.usual = usual
    self.levels = levels
  }

  /// The band of the usual level.
  var usualBand: (low: Double, high: Double) {
    var values = usual
    return Quantiles.band(of: &values, coverage: coverage)
  }

  /// The band of every day.
  func bands() -> [(low: Double, high: Double)] {
    var column = [Double](repeating: 0, count: draws)
    return (0..<days).map { day in
      for draw in 0..<draws { column[draw] = levels[day * draws + draw] }
      return Quantiles.band(of: &column, coverage: coverage)
    }
  }

  /// The band of the mean level over some of the days.
  func band(over range: Range<Int>) -> (low: Double, high: Double) {
    var means = [Double](repeating: 0, count: draws)
    for day in range {
      for draw in 0..<draws { means[draw] += levels[day * draws + draw] }
    }
    for draw in 0..<draws { means[draw] /= Double(max(1, range.count)) }
    return Quantiles.band(of: &means, coverage: coverage)
  }

  /// The lowest day of each draw, counted from the first, the earliest of equals.
  func lowDays() -> [Double] {
    var lowest = [Double](repeating: .infinity, count: draws)
    var place = [Double](repeating: 0, count: draws)
    for day in 0..<days {
      for draw in 0..<draws where levels[day * draws + draw] < lowest[draw] {
        lowest[draw] = levels[day * draws + draw]
        place[draw] = Double(day)
      }
    }
    return place
  }

  /// The pull of the usual level in one draw: gamma with the pull as its mean and shape.
  private static func mass(_ settings: CourseSettings, _ generator: inout SeededGenerator) -> Double
  {
    settings.resamplesActs ? max(generator.gamma(shape: settings.pull), 1e-12) : settings.pull
  }
}
