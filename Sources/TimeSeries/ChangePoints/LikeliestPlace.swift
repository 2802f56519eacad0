/// Where a turn is said to be: the place with the most probability close to it.
///
/// The single likeliest place is often a lonely spike, with most of the probability elsewhere. A reader
/// asks whether the turn is near the place that is named, so that is what is maximised: the
/// probability that the turn lies within a tolerance, which is the Bayes answer to a loss of 0 within
/// the tolerance and 1 beyond it. Where that probability is high, many places are nearly as good; of
/// those with nine tenths of the best, the one with the most probability of its own is named, so that
/// a place known exactly is named exactly.
package struct LikeliestPlace: Hashable, Sendable {
  /// The index among the masses.
  package let index: Int
  /// The largest probability that the turn lies within the tolerance of one place.
  package let nearby: Double

  /// The probability nearby from which a turn counts as placed: two to one.
  private static let enough = 2.0 / 3
  /// The share of the best that a place needs to be named for its own probability.
  private static let share = 0.9

  /// Finds the place.
  ///
  /// - Parameters:
  ///   - masses: The probability of each place, in order of the places; they sum to 1.
  ///   - tolerance: The points within which a place counts as named rightly.
  ///   - standing: The index that is kept among equals.
  /// - Complexity: O(*n*).
  package init(in masses: [Double], tolerance: Int, standing: Int) {
    var sums = [0.0]
    sums.reserveCapacity(masses.count + 1)
    for mass in masses { sums.append(sums[sums.count - 1] + mass) }
    let near = masses.indices.map { place in
      sums[min(masses.count, place + tolerance + 1)] - sums[max(0, place - tolerance)]
    }
    let most = near.max() ?? 0
    let least = most * (most >= Self.enough ? Self.share : 1 - 1e-9)
    var best = standing
    var own = near[standing] >= least ? masses[standing] : -1
    for place in masses.indices where near[place] >= least && masses[place] > own {
      own = masses[place]
      best = place
    }
    index = best
    nearby = most
  }

  /// Whether the turn lies within the tolerance of one place with odds of two to one or better.
  package var isPlaced: Bool { nearby >= Self.enough }
}
