import Foundation

extension RandomNumberGenerator {
  /// A number drawn evenly from 0 up to but not including 1.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number drawn evenly from a range.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// A whole number drawn evenly from 0 up to but not including a bound.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0, "an index needs a positive bound")
    return Int(next(upperBound: UInt64(bound)))
  }

  /// A standard normal number, by inversion, so that one draw uses one number of the stream.
  public mutating func normal() -> Double {
    SpecialFunctions.normalQuantile((Double(next() >> 11) + 0.5) * 0x1p-53)
  }

  /// A gamma number of a shape above zero and scale 1.
  ///
  /// > Marsaglia, G., Tsang, W. "A simple method for generating gamma variables." *ACM Transactions
  /// > on Mathematical Software* 26(3), 2000.
  public mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0, "a gamma variable needs a positive shape")
    if shape < 1 { return gamma(shape: shape + 1) * pow(1 - uniform(), 1 / shape) }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if v > 0, log(1 - uniform()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A Poisson number of a mean of zero or more.
  ///
  /// Inversion by sequential search for small means; a large mean is split in two, so that the
  /// result is exact at every mean.
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean.isFinite, "a Poisson variable needs a finite mean of 0 or more")
    if mean > 30 { return poisson(mean: mean / 2) + poisson(mean: mean / 2) }
    var (term, count, left) = (exp(-mean), 0, uniform())
    while left >= term, count < 1000 {
      left -= term
      count += 1
      term *= mean / Double(count)
    }
    return count
  }

  /// The numbers below a bound in random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, index(below: i + 1)) }
    return order
  }

  /// An index drawn with probabilities in the ratio of the weights.
  public mutating func index(weights: [Double]) -> Int {
    var left = uniform() * weights.reduce(0, +)
    for (i, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return i }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
