/// The ranges of places in which a series turned, whichever of its turns it was.
///
/// The place of "the second of three turns" is spread wide as soon as an early one is doubtful. That the
/// series turned at least once within a range is free of such counting: it did not if a segment that
/// began before the range ends after it.
package struct TurnRanges: Sendable {
  /// For each index the probability that a segment starts there.
  private let starts: [Double]
  /// For each start the probabilities that its segment ends after each further place.
  private let tails: [[Double]]

  /// Prepares a posterior.
  ///
  /// - Complexity: O(*n*²) time and memory.
  package init(_ posterior: BayesianSegmentation) {
    var starts = posterior.changeProbability
    if !starts.isEmpty { starts[0] = 1 }
    self.starts = starts
    tails = posterior.ends.map { row in
      var sum = 0.0
      var tail = row
      for place in row.indices.reversed() {
        sum += row[place]
        tail[place] = sum
      }
      return tail
    }
  }

  /// The probability that the series turned at least once within a range.
  ///
  /// - Parameter range: Indices above zero.
  /// - Complexity: O(*n*).
  package func probability(of range: ClosedRange<Int>) -> Double {
    var without = 0.0
    for start in 0..<range.lowerBound {
      without += starts[start] * tails[start][range.upperBound - start]
    }
    return min(1, max(0, 1 - without))
  }

  /// The shortest ranges, apart from each other, in each of which the series turned.
  ///
  /// - Parameters:
  ///   - least: The least probability of a turn in each.
  ///   - wide: The probability up to which each is widened, as long as it fits and meets no other.
  ///   - fits: Whether a range is short enough.
  /// - Returns: The ranges in order.
  /// - Complexity: O(*n*²) for each range that is found.
  package func shortest(
    least: Double, wide: Double, where fits: (ClosedRange<Int>) -> Bool
  ) -> [ClosedRange<Int>] {
    var candidates: [(range: ClosedRange<Int>, probability: Double)] = []
    var end = 1
    for start in starts.indices.dropFirst() {
      end = max(end, start)
      while end < starts.count, probability(of: start...end) < least { end += 1 }
      guard end < starts.count else { break }
      if fits(start...end) { candidates.append((start...end, probability(of: start...end))) }
    }
    candidates.sort {
      ($0.range.count, -$0.probability, $0.range.lowerBound)
        < ($1.range.count, -$1.probability, $1.range.lowerBound)
    }
    var found: [ClosedRange<Int>] = []
    for candidate in candidates where !found.contains(where: candidate.range.overlaps) {
      found.append(candidate.range)
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    for place in found.indices {
      let low = place > 0 ? found[place - 1].upperBound + 1 : 1
      let high = place + 1 < found.count ? found[place + 1].lowerBound - 1 : starts.count - 1
      found[place] = widened(found[place], to: wide, within: low...high, where: fits)
    }
    return found
  }

  /// The shortest range around another that reaches a probability, else that other.
  private func widened(
    _ range: ClosedRange<Int>, to wide: Double, within bounds: ClosedRange<Int>,
    where fits: (ClosedRange<Int>) -> Bool
  ) -> ClosedRange<Int> {
    var best: ClosedRange<Int>?
    var end = bounds.upperBound
    // The further left the start, the less far right the end needs to lie.
    for start in (bounds.lowerBound...range.lowerBound).reversed() {
      guard probability(of: start...end) >= wide else { continue }
      while end > range.upperBound, probability(of: start...(end - 1)) >= wide { end -= 1 }
      let candidate = start...end
      if fits(candidate), candidate.count < best?.count ?? .max { best = candidate }
    }
    return best ?? range
  }
}
