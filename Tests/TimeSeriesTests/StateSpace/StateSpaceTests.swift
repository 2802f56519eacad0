import Estimation
import Foundation
import Testing

@testable import TimeSeries

@Suite("A level seen through noise")
struct StateSpaceTests {
  func walk(_ count: Int, noise: Double, change: Double, seed: UInt64) -> [Double] {
    var random = SeededGenerator(seed: seed)
    var level = 0.0
    return (0..<count).map { _ in
      level += change * random.normal()
      return level + noise * random.normal()
    }
  }

  /// Level and variance by solving the whole system of the precision matrix at once.
  func direct(_ values: [Double], _ model: LocalLevel) -> (level: [Double], variance: [Double]) {
    let n = values.count
    var matrix = [Double](repeating: 0, count: n * n)
    var right = [Double](repeating: 0, count: n)
    for t in 0..<n {
      if values[t].isFinite {
        matrix[t * n + t] += 1 / model.noise
        right[t] += values[t] / model.noise
      }
      if t > 0 {
        matrix[t * n + t] += 1 / model.change
        matrix[(t - 1) * n + t - 1] += 1 / model.change
        matrix[t * n + t - 1] -= 1 / model.change
      }
    }
    let factor = Cholesky(matrix, order: n)
    let inverse = factor?.inverse() ?? []
    return (factor?.solve(right) ?? [], (0..<n).map { inverse[$0 * n + $0] })
  }

  @Test(
    "is smoothed as the whole system solved at once, with values missing", arguments: [1, 2, 3])
  func smoothing(seed: Int) {
    var values = walk(30, noise: 2, change: 0.7, seed: UInt64(seed))
    values[0] = .nan
    values[11] = .nan
    values[12] = .nan
    let model = LocalLevel(noise: 4, change: 0.49)
    let mine = model.smoothed(values)
    let whole = direct(values, model)
    for t in values.indices {
      #expect(abs(mine.level[t] - whole.level[t]) < 1e-9)
      #expect(abs(mine.variance[t] - whole.variance[t]) < 1e-9)
    }
  }

  @Test("is the same on uneven days as with the days between marked missing")
  func unevenDays() {
    let dense = [3.0, .nan, .nan, 5, 4, .nan, 8]
    let times = [0.0, 3, 4, 6]
    let model = LocalLevel(noise: 1.5, change: 0.6)
    let sparse = model.smoothed([3, 5, 4, 8], at: times)
    let whole = model.smoothed(dense)
    for (index, time) in times.enumerated() {
      #expect(abs(sparse.level[index] - whole.level[Int(time)]) < 1e-12)
    }
    #expect(
      abs(model.logLikelihood(of: [3, 5, 4, 8], at: times) - model.logLikelihood(of: dense)) < 1e-12
    )
  }

  @Test("has a fit that no other variances beat", arguments: [4, 5, 6])
  func optimum(seed: Int) throws {
    let values = walk(120, noise: 1, change: 0.4, seed: UInt64(seed))
    let fit = try LocalLevelFit(normal: values)
    for noise in [0.9, 1, 1.1] {
      for change in [0.9, 1, 1.1] {
        let other = LocalLevel(noise: fit.model.noise * noise, change: fit.model.change * change)
        #expect(other.logLikelihood(of: values) <= fit.logLikelihood + 1e-9)
      }
    }
  }

  @Test("with Student t noise counts a value that stands out for less, and is moved less by it")
  func outlier() throws {
    var values = walk(80, noise: 1, change: 0.1, seed: 9)
    let clean = try LocalLevelFit(normal: values).smoothed.level[40]
    values[40] += 25
    let normal = try LocalLevelFit(normal: values).smoothed.level[40]
    let heavy = try LocalLevelFit(studentT: values)
    #expect(abs(heavy.smoothed.level[40] - clean) < abs(normal - clean) / 2)
    #expect(try #require(heavy.weights)[40] < 0.05)
    #expect(heavy.logLikelihood > (try LocalLevelFit(normal: values).logLikelihood))
  }

  @Test("holds the true level in nine of ten bands of simulated series")
  func coverage() throws {
    var random = SeededGenerator(seed: 77)
    var held = 0
    var count = 0
    for _ in 0..<40 {
      var level = 0.0
      var levels: [Double] = []
      let values = (0..<100).map { _ in
        level += 0.5 * random.normal()
        levels.append(level)
        return level + random.normal()
      }
      let smooth = try LocalLevelFit(normal: values).smoothed
      for t in stride(from: 5, to: 100, by: 10) {
        count += 1
        if abs(smooth.level[t] - levels[t]) < 1.645 * smooth.variance[t].squareRoot() { held += 1 }
      }
    }
    let share = Double(held) / Double(count)
    #expect(share > 0.83 && share < 0.96)
  }

  @Test("refuses what cannot be fitted, with a reason")
  func refusals() {
    #expect(throws: SeriesError.self) { try LocalLevelFit(normal: []) }
    #expect(throws: SeriesError.self) { try LocalLevelFit(normal: [1, .nan, 2]) }
    #expect(throws: SeriesError.self) { try LocalLevelFit(normal: [2, 2, 2, 2]) }
    #expect(throws: SeriesError.self) { try LocalLevelFit(normal: [1, 2, .infinity, 3]) }
    #expect(throws: SeriesError.self) { try LocalLevelFit(normal: [1, 2, 3], at: [0, 2, 1]) }
  }

  @Test("has the other program's figures", .enabled(if: NileFigures.areThere, "needs ../shared"))
  func nile() throws {
    let reference = try NileFigures.load()
    let values = try NileFigures.nile()
    let model = LocalLevel(noise: 15099, change: 1469.1)
    let exact = reference.dk_params_exact_diffuse
    #expect(abs(model.logLikelihood(of: values) - exact.llf) < 1e-8)
    // R's arima keeps no constant for the first value: half log two pi more.
    let other = model.logLikelihood(of: values, convention: .withoutConstant)
    #expect(abs(other - (exact.llf + 0.5 * log(2 * Double.pi))) < 1e-9)
    let smooth = model.smoothed(values)
    for t in values.indices {
      #expect(abs(smooth.level[t] - exact.smoothed_level[t]) < 1e-6)
      #expect(abs(smooth.variance[t] - (exact.smoothed_var?[t] ?? 0)) < 1e-5)
    }
    let fit = try LocalLevelFit(normal: values)
    #expect(fit.logLikelihood >= reference.mle_exact_diffuse.llf)
    #expect(fit.logLikelihood >= exact.llf - 1e-9)
    var gaps = values
    for t in (20..<40) { gaps[t] = .nan }
    for t in (60..<80) { gaps[t] = .nan }
    #expect(abs(model.logLikelihood(of: gaps) - reference.missing.llf) < 1e-8)
    let bridged = model.smoothed(gaps)
    for t in values.indices {
      #expect(abs(bridged.level[t] - reference.missing.smoothed_level[t]) < 1e-6)
    }
  }

  @Test(
    "with a trend has the other program's figures",
    .enabled(if: NileFigures.areThere, "needs ../shared"))
  func trend() throws {
    let reference = try NileFigures.load().lltrend
    let smooth = try LocalTrend(noise: 15000, levelChange: 1400, slopeChange: 10)
      .smoothed(try NileFigures.nile())
    #expect(abs(smooth.logLikelihood - reference.llf) < 1e-6)
    for t in smooth.level.indices {
      #expect(abs(smooth.level[t] - reference.smoothed_level[t]) < 1e-5)
      #expect(abs(smooth.slope[t] - (reference.smoothed_trend?[t] ?? 0)) < 1e-5)
    }
  }

  @Test(
    "with a trend is fitted no worse than the other program's variances",
    .enabled(if: NileFigures.areThere, "needs ../shared"))
  func trendFit() throws {
    let values = try NileFigures.nile()
    let fit = try LocalTrendFit(values)
    let stored = try NileFigures.load().lltrend.llf
    #expect(fit.logLikelihood >= stored - 1e-9)
    let again = try fit.model.smoothed(values)
    #expect(abs(again.logLikelihood - fit.logLikelihood) < 1e-9)
  }

  @Test("with a trend has a fit that no other variances beat, and bridges what is missing")
  func trendOptimum() throws {
    var random = SeededGenerator(seed: 12)
    var (level, slope) = (0.0, 0.1)
    var values = (0..<80).map { _ in
      slope += 0.05 * random.normal()
      level += slope + 0.2 * random.normal()
      return level + random.normal()
    }
    for index in 30..<38 { values[index] = .nan }
    let fit = try LocalTrendFit(values)
    for factor in [0.7, 1.4] {
      for which in 0..<3 {
        var model = fit.model
        if which == 0 { model.noise *= factor }
        if which == 1 { model.levelChange *= factor }
        if which == 2 { model.slopeChange *= factor }
        let other = try model.smoothed(values).logLikelihood
        #expect(other <= fit.logLikelihood + 1e-3)
      }
    }
    #expect(!fit.smoothed.level.contains { !$0.isFinite })
    #expect(fit.smoothed.variance[34] > fit.smoothed.variance[20])
    #expect(throws: SeriesError.self) { try LocalTrendFit([1, 2, 3]) }
  }

  @Test("with a trend and Student t noise is moved less by a value that stands out")
  func trendOutlier() throws {
    var random = SeededGenerator(seed: 13)
    var values = (0..<60).map { 0.2 * Double($0) + 0.5 * random.normal() }
    let clean = try LocalTrendFit(values).smoothed.level[30]
    values[30] += 15
    let normal = try LocalTrendFit(values).smoothed.level[30]
    let robust = try LocalTrendFit(values, degreesOfFreedom: 4)
    #expect(abs(robust.smoothed.level[30] - clean) < abs(normal - clean))
    #expect((robust.weights?[30] ?? 1) < 0.2)
  }
}
