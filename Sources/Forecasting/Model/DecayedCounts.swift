import Foundation

/// Counts of past acts in which an act weighs half as much after each half-life, as rates per day.
///
/// The rate of a kind before day *t* is Σ 2^(-(t-1-d)/*h*) over its acts of days *d* < *t*, divided by
/// the same sum over every day since the record began.
public enum DecayedCounts {
  /// The half-lives in days.
  public static let halfLives: [Double] = [4, 15, 60, 240, 1000]

  /// The number of rates at one origin: kinds × two directions × half-lives.
  static let count = ActKind.allCases.count * 2 * halfLives.count

  /// The place of a rate among those of an origin.
  static func place(_ kind: Int, reverse: Bool, halfLife: Int) -> Int {
    (kind * 2 + (reverse ? 1 : 0)) * halfLives.count + halfLife
  }

  /// How much of an act is left after some days.
  static func left(after age: Int, halfLife: Double) -> Double {
    exp2(-Double(age) / halfLife)
  }

  /// The decayed number of days since the record began.
  static func exposure(days: Int, halfLife: Double) -> Double {
    let q = exp2(-1 / halfLife)
    return (1 - exp2(-Double(max(1, days)) / halfLife)) / (1 - q)
  }

  /// The rates before each of several days, in the order of those days.
  ///
  /// - Parameters:
  ///   - history: The acts of both sides.
  ///   - origins: Days in ascending order; acts of the day itself and later ones take no part.
  /// - Complexity: O(*n* + *m*) in the acts and origins.
  static func rates(of history: DyadHistory, before origins: [Int]) -> [[Float]] {
    var table = [[Float]](
      repeating: [Float](repeating: 0, count: count), count: origins.count)
    for (isReverse, acts) in [(false, history.own), (true, history.reverse)] {
      for (index, halfLife) in halfLives.enumerated() {
        var sums = [Double](repeating: 0, count: ActKind.allCases.count)
        var (next, last) = (0, history.start)
        func decay(to day: Int) {
          guard day > last else { return }
          let factor = left(after: day - last, halfLife: halfLife)
          for kind in sums.indices { sums[kind] *= factor }
          last = day
        }
        for (row, origin) in origins.enumerated() {
          while next < acts.count, acts[next].day < origin {
            decay(to: acts[next].day)
            // An act from before the stated beginning has the age that it has.
            let extra =
              acts[next].day < last
              ? left(after: last - acts[next].day, halfLife: halfLife) : 1
            var bits = acts[next].kinds.rawValue
            while bits != 0 {
              sums[bits.trailingZeroBitCount] += extra
              bits &= bits - 1
            }
            next += 1
          }
          decay(to: origin - 1)
          let exposure = exposure(days: origin - history.start, halfLife: halfLife)
          for kind in sums.indices {
            table[row][place(kind, reverse: isReverse, halfLife: index)] =
              Float(sums[kind] / exposure)
          }
        }
      }
    }
    return table
  }
}
