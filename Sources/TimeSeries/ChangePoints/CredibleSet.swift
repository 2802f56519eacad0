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

  /// The shortest run of places that holds a share of the probability; of equals the likeliest.
  ///
  /// - Parameters:
  ///   - masses: The probability of each place.
  ///   - share: The share of their sum that the run holds.
  /// - Complexity: O(*n*).
  public static func shortest(_ masses: [Double], share: Double) -> CredibleSet {
    let target = share * masses.reduce(0, +) * (1 - 1e-12)
    var best: CredibleSet?
    var low = 0
    var mass = 0.0
    for high in masses.indices {
      mass += masses[high]
      while low < high, mass - masses[low] >= target {
        mass -= masses[low]
        low += 1
      }
      guard mass >= target else { continue }
      let isBetter =
        best.map {
          high - low < $0.range.count - 1 || (high - low == $0.range.count - 1 && mass > $0.mass)
        }
        ?? true
      if isBetter { best = CredibleSet(range: low...high, mass: mass) }
    }
    return best ?? CredibleSet(range: 0...max(0, masses.count - 1), mass: mass)
  }
}
