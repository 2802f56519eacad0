import Foundation

/// How much the memory of the noise inflates chance differences between segments.
///
/// The mean of many points of noise with autocorrelation *r* varies 1 + 2 Σ *r* times as much as the
/// mean of independent points. The factor is estimated from the residuals with Bartlett's weights up
/// to lag 4(*n*/100)^(2/9), is never below 1, and is capped: noise that remembers more than the cap
/// allows is the course of the series itself, not noise.
///
/// > Newey, W., West, K. "Automatic lag selection in covariance matrix estimation." *Review of
/// > Economic Studies* 61, 1994, 631-653.
public enum NoiseMemory {
  /// The cap on the inflation: that of a first-order autoregression with coefficient 2/3.
  public static let cap = 5.0

  /// The inflation of residuals, from 1 to the cap.
  ///
  /// - Parameter residuals: Deviations from the segments, in order.
  /// Of a series longer than `whole` points, 64 runs spread evenly over it stand for all.
  ///
  /// - Complexity: O(*n L*) with *L* lags, 4 at 100 points and 31 at a million; constant beyond
  ///   `whole`.
  public static func inflation(_ residuals: [Double]) -> Double {
    let n = residuals.count
    let lags = min(n / 4, Int((4 * pow(Double(n) / 100, 2.0 / 9)).rounded()))
    guard lags > 0 else { return 1 }
    let runs = runs(of: n)
    return residuals.withUnsafeBufferPointer { r in
      var scatter = 0.0
      for run in runs { for index in run { scatter += r[index] * r[index] } }
      guard scatter > 0 else { return 1 }
      var total = 1.0
      for lag in 1...lags {
        var product = 0.0
        for run in runs {
          for index in (run.lowerBound + lag)..<run.upperBound {
            product += r[index] * r[index - lag]
          }
        }
        total += 2 * (1 - Double(lag) / Double(lags + 1)) * product / scatter
      }
      return min(max(total, 1), cap)
    }
  }

  /// The longest series whose memory is read off all its points.
  package static let whole = 65_536

  /// The runs of indices that the memory of a series is read off.
  package static func runs(of count: Int) -> [Range<Int>] {
    guard count > whole else { return [0..<count] }
    let length = whole / 64
    return (0..<64).map { index in
      let start = index * (count - length) / 63
      return start..<(start + length)
    }
  }

  /// The inflation of a first-order autoregression with the residuals' own lag-1 correlation.
  ///
  /// It has no cap. Changes of spread are judged by it: there the course of the series is no concern,
  /// and a segment that follows a course has a spread that means nothing.
  package static func firstOrderInflation(_ residuals: [Double]) -> Double {
    var scatter = 0.0
    var product = 0.0
    for value in residuals { scatter += value * value }
    for (value, next) in zip(residuals, residuals.dropFirst()) { product += value * next }
    guard scatter > 0 else { return 1 }
    let correlation = min(max(product / scatter, 0), 0.999)
    return (1 + correlation) / (1 - correlation)
  }
}
