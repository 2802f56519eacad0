/// A run of places that holds a share of the probability.
public struct CredibleSet: Hashable, Sendable, Codable {
  /// The places, first and last included.
  public let range: ClosedRange<Int>
  /// The probability that they hold.
  public let mass: Double

  /// The run of places around a given one that grows by the likelier neighbour until it holds a share.
  ///
  /// - Parameters:
  ///   - masses: The probability of each place.
  ///   - share: The share of their sum that the run holds.
  ///   - start: The place from which it grows.
  /// - Complexity: O(*n*).
  public static func shortest(_ masses: [Double], share: Double, around start: Int) -> CredibleSet {
    let target = share * masses.reduce(0, +)
    var low = start
    var high = start
    var mass = masses[start]
    while mass < target, low > 0 || high < masses.count - 1 {
      let left = low > 0 ? masses[low - 1] : -1
      let right = high < masses.count - 1 ? masses[high + 1] : -1
      if left >= right {
        low -= 1
        mass += left
      } else {
        high += 1
        mass += right
      }
    }
    return CredibleSet(range: low...high, mass: mass)
  }
}
