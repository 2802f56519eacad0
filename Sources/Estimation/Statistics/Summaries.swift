import Foundation

/// Summaries of samples.
public enum Summaries {
  /// The arithmetic mean, or zero for no values.
  public static func mean(_ values: some Collection<Double>) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The standard deviation with the divisor n − 1, or zero for fewer than two values.
  public static func standardDeviation(_ values: some Collection<Double>) -> Double {
    guard values.count > 1 else { return 0 }
    let centre = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// A quantile by linear interpolation between order statistics (type 7), or NaN for no values.
  ///
  /// > Hyndman, R., Fan, Y. *The American Statistician* 50(4), 1996, 361-365.
  public static func quantile(_ values: some Collection<Double>, _ p: Double) -> Double {
    // Sorting an array of a known type is many times faster than sorting any collection.
    var sorted = Array(values)
    sorted.sort()
    guard let last = sorted.last else { return .nan }
    let place = min(max(p, 0), 1) * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// Quantiles of weighted values: for each the first value, in order, at which the weights up to it
  /// reach the share; 0 for no values.
  ///
  /// - Parameters:
  ///   - values: Values with weights of 0 or more that sum to 1.
  ///   - shares: From 0 to 1.
  /// - Complexity: O(*n* log *n*).
  public static func weightedQuantiles(
    _ values: [(value: Double, weight: Double)], _ shares: [Double]
  ) -> [Double] {
    let sorted = values.sorted { $0.value < $1.value }
    return shares.map { share in
      var sum = 0.0
      for entry in sorted {
        sum += entry.weight
        if sum >= share { return entry.value }
      }
      return sorted.last?.value ?? 0
    }
  }

  /// The chance that a positive scores above a negative, ties counting one half.
  ///
  /// The area under the receiver operating characteristic; one half where a class is empty.
  ///
  /// - Complexity: O(*n* log *n*).
  public static func areaUnderCurve(positives: [Double], negatives: [Double]) -> Double {
    guard !positives.isEmpty, !negatives.isEmpty else { return 0.5 }
    let all =
      positives.map { (score: $0, isPositive: true) }
      + negatives.map { (score: $0, isPositive: false) }
    let sorted = all.sorted { $0.score < $1.score }
    var (index, below, sum) = (0, 0, 0.0)
    while index < sorted.count {
      var (end, tiedPositives) = (index, 0)
      while end < sorted.count, sorted[end].score == sorted[index].score {
        if sorted[end].isPositive { tiedPositives += 1 }
        end += 1
      }
      let tiedNegatives = end - index - tiedPositives
      sum += Double(tiedPositives) * (Double(below) + 0.5 * Double(tiedNegatives))
      below += tiedNegatives
      index = end
    }
    return sum / (Double(positives.count) * Double(negatives.count))
  }

  /// The largest gap between the empirical distribution of values and the uniform one on 0 to 1.
  public static func uniformGap(_ values: [Double]) -> Double {
    let n = Double(values.count)
    return values.sorted().enumerated().reduce(0) { gap, item in
      max(gap, item.element - Double(item.offset) / n, Double(item.offset + 1) / n - item.element)
    }
  }

  /// The chance of a larger gap than the one observed if the values were uniform (Kolmogorov).
  ///
  /// > Stephens, M. "EDF statistics for goodness of fit." *JASA* 69, 1974, 730-737.
  public static func uniformGapPValue(gap: Double, count: Int) -> Double {
    guard count > 0 else { return 1 }
    let root = Double(count).squareRoot()
    let t = gap * (root + 0.12 + 0.11 / root)
    guard t > 0.2 else { return 1 }
    let sum = (1...100).reduce(0.0) { sum, k in
      let term = exp(-2 * Double(k * k) * t * t)
      return sum + (k % 2 == 1 ? term : -term)
    }
    return min(1, max(0, 2 * sum))
  }
}
