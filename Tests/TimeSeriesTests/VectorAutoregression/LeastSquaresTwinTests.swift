import Estimation
import Foundation
import Testing
import TimeSeries

/// An autoregression against its definition: normal equations solved by elimination, the normal density
/// of its residuals, and the test that compares it with the regression that lacks the other's past
/// (Lütkepohl 2005, New Introduction to Multiple Time Series Analysis, chapter 3).
@Suite("An autoregression and its definition")
struct LeastSquaresTwinTests {
  private static func series(_ seed: UInt64) -> [[Double]] {
    var random = SeededGenerator(seed: seed)
    var (last, before) = ([0.0, 0.0], [0.0, 0.0])
    return (0..<160).map { _ in
      let next = [
        0.4 + 0.5 * last[0] - 0.2 * before[1] + random.normal(),
        -0.3 + 0.3 * last[0] + 0.25 * before[1] + 0.5 * random.normal(),
      ]
      (before, last) = (last, next)
      return next
    }
  }

  /// A constant and both sides' last values, a row a time.
  private static func past(_ data: [[Double]], lags: Int) -> [[Double]] {
    (lags..<data.count).map { t -> [Double] in [1.0] + (1...lags).flatMap { data[t - $0] } }
  }

  /// The coefficients of a regression by elimination with pivots.
  private static func regression(_ rows: [[Double]], _ target: [Double]) -> [Double] {
    let k = rows[0].count
    var system = (0..<k).map { i in
      (0..<k).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } }
        + [zip(rows, target).reduce(0) { $0 + $1.0[i] * $1.1 }]
    }
    for column in 0..<k {
      let pivot = (column..<k).max { abs(system[$0][column]) < abs(system[$1][column]) } ?? column
      system.swapAt(column, pivot)
      for row in 0..<k where row != column {
        let factor = system[row][column] / system[column][column]
        for entry in column...k { system[row][entry] -= factor * system[column][entry] }
      }
    }
    return (0..<k).map { system[$0][k] / system[$0][$0] }
  }

  private static func residuals(_ rows: [[Double]], _ target: [Double]) -> [Double] {
    let beta = regression(rows, target)
    return zip(rows, target).map { row, value in
      value - zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  @Test("agree in coefficients, covariance and likelihood", arguments: [1, 2, 3], [1, 2, 4])
  func fit(seed: UInt64, lags: Int) throws {
    let data = Self.series(seed)
    let fit = try VectorAutoregression(data, names: ["A", "B"], lags: lags)
    let rows = Self.past(data, lags: lags)
    var residuals: [[Double]] = []
    for equation in 0..<2 {
      let target = data[lags...].map { $0[equation] }
      let beta = Self.regression(rows, target)
      for (mine, theirs) in zip(fit.coefficients[equation], beta) {
        #expect(abs(mine - theirs) < 1e-9)
      }
      residuals.append(Self.residuals(rows, target))
    }
    let n = Double(rows.count)
    func product(_ a: Int, _ b: Int) -> Double {
      zip(residuals[a], residuals[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let free = n - Double(1 + 2 * lags)
    for a in 0..<2 {
      for b in 0..<2 { #expect(abs(fit.covariance[a][b] - product(a, b) / free) < 1e-9) }
    }
    let determinant = (product(0, 0) * product(1, 1) - product(0, 1) * product(0, 1)) / (n * n)
    let density = -n / 2 * (2 * log(2 * .pi) + log(determinant) + 2)
    #expect(abs(fit.logLikelihood - density) < 1e-7)
  }

  @Test("agree in the test of whether one side's past says more", arguments: [1, 2, 3])
  func granger(seed: UInt64) throws {
    let lags = 2
    let data = Self.series(seed)
    let fit = try VectorAutoregression(data, names: ["A", "B"], lags: lags)
    let rows = Self.past(data, lags: lags)
    let own = (lags..<data.count).map { t -> [Double] in
      [1.0] + (1...lags).map { data[t - $0][1] }
    }
    let target = data[lags...].map { $0[1] }
    func squares(_ rows: [[Double]]) -> Double {
      Self.residuals(rows, target).reduce(0) { sum, value in sum + value * value }
    }
    let free = Double(rows.count - 1 - 2 * lags)
    let statistic = (squares(own) - squares(rows)) / Double(lags) / (squares(rows) / free)
    #expect(abs(fit.grangerTest(from: 0, to: 1).statistic - statistic) < 1e-7 * statistic)
  }
}
