/// Wilson's score interval of a proportion, and the interval of a difference of two.
///
/// > Wilson, E. B. "Probable inference, the law of succession, and statistical inference." *JASA* 22,
/// > 1927, 209-212. Newcombe, R. G. "Interval estimation for the difference between independent
/// > proportions: comparison of eleven methods." *Statistics in Medicine* 17, 1998, 873-890, method 10.
public struct ProportionInterval: Sendable {
  /// The standard normal quantile at the upper end: 1.96 for 95 %.
  private let quantile: Double

  /// Makes intervals of a coverage.
  ///
  /// - Parameter coverage: The share of repeated samples whose interval holds the true share, above 0 and
  ///   below 1.
  public init(coverage: Double) {
    quantile = SpecialFunctions.normalQuantile((1 + coverage) / 2)
  }

  /// The interval of a share; it holds the share itself, and is the whole line of shares for nothing.
  ///
  /// - Parameters:
  ///   - part: How many have the mark, or their weight, from 0 to `whole`.
  ///   - whole: How many there are, or their weight.
  public func share(_ part: Double, of whole: Double) -> ClosedRange<Double> {
    guard whole > 0 else { return 0...1 }
    let share = part / whole
    let spread = quantile * quantile / whole
    let middle = (share + spread / 2) / (1 + spread)
    let reach = (share * (1 - share) * spread + spread * spread / 4).squareRoot() / (1 + spread)
    return min(share, max(0, middle - reach))...max(share, min(1, middle + reach))
  }

  /// The interval of a share of counts.
  public func share(_ part: Int, of whole: Int) -> ClosedRange<Double> {
    share(Double(part), of: Double(whole))
  }

  /// The interval of the first share less the second, from -1 to 1; neither whole is 0.
  public func difference(
    _ one: Int, of oneOf: Int, _ other: Int, of otherOf: Int
  ) -> ClosedRange<Double> {
    let (first, second) = (share(one, of: oneOf), share(other, of: otherOf))
    let (p, q) = (Double(one) / Double(oneOf), Double(other) / Double(otherOf))
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return
      (p - q - root(p - first.lowerBound, second.upperBound - q))...(p - q
      + root(first.upperBound - p, q - second.lowerBound))
  }
}
