import Foundation

/// The chance of at least one act: a logistic function of the logarithm of a plain sum.
///
/// *p* = 1 / (1 + exp(-(*a* + *b* log(*e* + Σ *w*ₖ *x*ₖ)))) with *w* ≥ 0. Inside the logarithm stands
/// a sum over dated past acts and a floor *e*, so each forecast is shared out exactly among them.
public struct LogisticSum: Hashable, Sendable, Codable {
  /// The offset *a*.
  public let offset: Double
  /// The slope *b*, from 0.2 to 3.
  public let slope: Double
  /// The floor *e*, above zero: what is there without any act.
  public let floor: Double
  /// The weights of the fifty columns, zero or more, per act and day.
  public let weights: [Double]

  /// The chance for a sum of weighted rates.
  public func probability(sum: Double) -> Double {
    let z = offset + slope * log(floor + max(0, sum))
    return 1 / (1 + exp(-min(max(z, -30), 30)))
  }

  /// The weighted sum of a row of columns.
  func sum(_ row: [SIMD16<Float>]) -> Double {
    var sum = 0.0
    for (place, weight) in weights.enumerated() {
      sum += weight * Double(row[place / 16][place % 16])
    }
    return sum
  }
}
