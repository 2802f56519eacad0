import Foundation

/// Weak prior knowledge about a Hawkes process, for the few events that an analyst has.
///
/// The logarithm of every parameter is normal: the baseline around half the observed rate, branching
/// ratios around 0.2, the mean delay around a stated time. With some hundred events the data outweigh
/// it; with sixty it keeps probabilities of reaction near what the true parameters would give, which
/// maximum likelihood does not.
public struct HawkesPrior: Hashable, Sendable, Codable {
  /// The standard deviation of the logarithm of a baseline.
  public var baselineSpread: Double
  /// The median branching ratio.
  public var branchingMedian: Double
  /// The standard deviation of the logarithm of a branching ratio.
  public var branchingSpread: Double
  /// The median of the mean delay, in the unit of the times.
  public var delayMedian: Double
  /// The standard deviation of the logarithm of the mean delay.
  public var delaySpread: Double

  /// Makes a prior.
  public init(
    baselineSpread: Double = 1, branchingMedian: Double = 0.2, branchingSpread: Double = 0.7,
    delayMedian: Double = 1, delaySpread: Double = 0.7
  ) {
    self.baselineSpread = baselineSpread
    self.branchingMedian = branchingMedian
    self.branchingSpread = branchingSpread
    self.delayMedian = delayMedian
    self.delaySpread = delaySpread
  }

  /// The means and deviations of the logarithms of one type's parameters: baseline, then branching.
  func normal(count: Int, types: Int, horizon: Double) -> (mean: [Double], spread: [Double]) {
    let rate = log(0.5 * Double(count + 1) / horizon)
    return (
      [rate] + [Double](repeating: log(branchingMedian), count: types),
      [baselineSpread] + [Double](repeating: branchingSpread, count: types)
    )
  }

  /// The log density of the logarithm of a decay, up to a constant, and its derivative.
  func decayTerm(_ logDecay: Double) -> (value: Double, slope: Double) {
    let z = (logDecay + log(delayMedian)) / delaySpread
    return (-z * z / 2, -z / delaySpread)
  }
}
