import Foundation

extension Prospect {
  /// Weighs something that may be seen.
  ///
  /// The expected information is the mutual information between seeing it and the explanation. It
  /// is convex in the likelihoods, so that its greatest value lies at a corner of the ranges and
  /// its least value is found by descent along one likelihood at a time.
  ///
  /// > Lindley, D. "On a measure of the information provided by an experiment." *Annals of
  /// > Mathematical Statistics* 27(4), 1956, 986-1005.
  init(
    id: String, text: String, basis: Basis, likelihoods: [ClosedRange<Double>],
    posterior: [Double]
  ) {
    let middle = likelihoods.map { 0.5 * ($0.lowerBound + $0.upperBound) }
    self.id = id
    self.text = text
    self.basis = basis
    self.likelihoods = likelihoods
    bits = Self.information(middle, posterior)
    let least = Self.least(likelihoods, posterior)
    range = least...max(least, Self.greatest(likelihoods, posterior))
    ifSeen = Self.updated(posterior, middle)
    ifNotSeen = Self.updated(posterior, middle.map { 1 - $0 })
  }

  /// The mutual information of a yes-or-no observation and the explanation, in bits.
  static func information(_ likelihoods: [Double], _ posterior: [Double]) -> Double {
    let mean = zip(likelihoods, posterior).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(likelihoods, posterior).reduce(0) { sum, item in
      sum + item.1 * (part(item.0, mean) + part(1 - item.0, 1 - mean))
    }
  }

  private static func part(_ p: Double, _ mean: Double) -> Double {
    p > 0 && mean > 0 ? p * log2(p / mean) : 0
  }

  private static func updated(_ posterior: [Double], _ likelihoods: [Double]) -> [Double] {
    let joint = zip(posterior, likelihoods).map { $0 * $1 }
    let total = joint.reduce(0, +)
    return total > 0 ? joint.map { $0 / total } : posterior
  }

  /// The greatest information: every corner where they are few, else climbing from corner to corner.
  private static func greatest(_ ranges: [ClosedRange<Double>], _ posterior: [Double]) -> Double {
    let free = ranges.indices.filter { ranges[$0].lowerBound < ranges[$0].upperBound }
    var best = 0.0
    guard free.count <= 14 else {
      // Raising the likelihoods of a first part of the list and lowering the rest, for each cut.
      for cut in 0...ranges.count {
        for isFlipped in [false, true] {
          let corner = ranges.indices.map {
            ($0 < cut) != isFlipped ? ranges[$0].upperBound : ranges[$0].lowerBound
          }
          best = max(best, information(corner, posterior))
        }
      }
      return best
    }
    var corner = ranges.map(\.lowerBound)
    for choice in 0..<(1 << free.count) {
      for (bit, index) in free.enumerated() {
        corner[index] =
          choice >> bit & 1 == 1 ? ranges[index].upperBound : ranges[index].lowerBound
      }
      best = max(best, information(corner, posterior))
    }
    return best
  }

  /// The least information: pulling each likelihood towards the mean of all until nothing moves.
  private static func least(_ ranges: [ClosedRange<Double>], _ posterior: [Double]) -> Double {
    var point = ranges.map { 0.5 * ($0.lowerBound + $0.upperBound) }
    for _ in 0..<500 {
      let mean = zip(point, posterior).reduce(0) { $0 + $1.0 * $1.1 }
      let next = ranges.map { min(max(mean, $0.lowerBound), $0.upperBound) }
      let change = zip(point, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      point = next
      if change < 1e-13 { break }
    }
    return information(point, posterior)
  }
}
