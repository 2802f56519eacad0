import Foundation

/// Changes of the rate of counts, at the cost of the Poisson deviance: functional pruning.
///
/// The cost of a point *y* in a segment with rate *r* is 2(*r* - *y* log *r*), twice the negative
/// log-likelihood without the term that does not depend on the rate. Values need not be whole: for
/// other values of 0 or more the cost is that of a quasi-likelihood whose variance grows with the
/// mean.
///
/// > Maidstone, R., Hocking, T., Rigaill, G., Fearnhead, P. "On optimal multiple changepoint
/// > algorithms for large data." *Statistics and Computing* 27, 2017, 519-533.
public struct RateProblem: SegmentationProblem {
  private let values: [Double]
  private let bounds: (low: Double, high: Double)
  /// The least number of points in a segment.
  public let minimumLength: Int

  /// Prepares a series of counts.
  ///
  /// - Parameters:
  ///   - values: Values of 0 or more, without gaps.
  ///   - minimumLength: The least number of points in a segment, at least 1.
  /// - Throws: ``SeriesRefusal`` for an empty series or a value that is negative or not finite.
  public init(_ values: [Double], minimumLength: Int = 1) throws(SeriesRefusal) {
    try SeriesRefusal.check(values)
    var low = Double.infinity
    var high = 0.0
    for (index, value) in values.enumerated() {
      guard value >= 0 else { throw .negativeForRates(index: index, value: value) }
      low = min(low, value)
      high = max(high, value)
    }
    // A rate of 0 has no logarithm; a rate this small costs nothing that a Double can show.
    bounds = (max(low, 1e-14 * max(high, 1)), high)
    self.values = values
    self.minimumLength = max(1, minimumLength)
  }

  /// The length of the series.
  public var count: Int { values.count }

  /// The cost of one segment with a given length and sum.
  public static func cost(length: Double, sum: Double) -> Double {
    sum > 0 ? 2 * (sum - sum * log(sum / length)) : 0
  }

  /// The cost of the series at its mean rate.
  public var undividedCost: Double {
    Self.cost(length: Double(count), sum: values.reduce(0, +))
  }

  /// The division with the smallest deviance plus penalties.
  ///
  /// - Complexity: O(*n m*), where *m* is the mean number of candidates, a handful in practice.
  public func optimum(penalty: Double) -> Segmentation {
    let n = count
    guard n >= minimumLength, bounds.low < bounds.high else {
      return Segmentation(changePoints: [], cost: undividedCost, penalty: penalty)
    }
    var best = [Double](repeating: .infinity, count: n + 1)
    var last = [Int](repeating: 0, count: n + 1)
    best[0] = 0
    var pieces: [Candidate] = []
    var spare: [Candidate] = []
    var sums = [0.0]
    sums.reserveCapacity(n + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    for end in minimumLength...n {
      let lag = end - minimumLength
      if lag == 0 || lag >= minimumLength {
        let fresh = Candidate(
          upper: bounds.high, offset: (lag == 0 ? 0 : best[lag] + penalty), sum: sums[lag],
          start: lag)
        insert(fresh, pieces, into: &spare)
        swap(&pieces, &spare)
      }
      var low = bounds.low
      for piece in pieces {
        let length = Double(end - piece.start)
        let total = sums[end] - piece.sum
        let rate = min(max(total / length, low), piece.upper)
        let value = piece.offset + 2 * (length * rate - total * log(rate))
        if value < best[end] {
          best[end] = value
          last[end] = piece.start
        }
        low = piece.upper
      }
    }
    let changes = Segmentation.changePoints(count: n) { last[$0] }
    return Segmentation(
      changePoints: changes, cost: best[n] - penalty * Double(changes.count), penalty: penalty)
  }

  private struct Candidate {
    var upper: Double
    var offset: Double
    var sum: Double
    var start: Int
  }

  private func insert(_ fresh: Candidate, _ old: [Candidate], into new: inout [Candidate]) {
    new.removeAll(keepingCapacity: true)
    guard !old.isEmpty else {
      new.append(fresh)
      return
    }
    var low = bounds.low
    func appendFresh(until upper: Double) {
      if let final = new.last, final.start == fresh.start {
        new[new.count - 1].upper = upper
      } else {
        var piece = fresh
        piece.upper = upper
        new.append(piece)
      }
    }
    for piece in old {
      let high = piece.upper
      let excess = Excess(
        length: Double(fresh.start - piece.start), total: fresh.sum - piece.sum,
        offset: (piece.offset - fresh.offset) / 2)
      let kept = excess.interval(low, high)
      if let kept {
        if kept.lowerBound > low { appendFresh(until: kept.lowerBound) }
        var part = piece
        part.upper = kept.upperBound
        new.append(part)
        if kept.upperBound < high { appendFresh(until: high) }
      } else {
        appendFresh(until: high)
      }
      low = high
    }
  }

  /// By how much an old candidate costs more than a new one: a convex function of the rate.
  private struct Excess {
    let length: Double
    let total: Double
    let offset: Double

    func callAsFunction(_ rate: Double) -> Double { length * rate - total * log(rate) + offset }

    /// Where in an interval the excess is not positive.
    func interval(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
      guard low < high else { return nil }
      let lowFits = self(low) <= 0
      let highFits = self(high) <= 0
      if lowFits && highFits { return low...high }
      let bottom = min(max(total / length, low), high)
      guard self(bottom) < 0 else { return nil }
      let from = lowFits ? low : crossing(low, bottom)
      let to = highFits ? high : crossing(high, bottom)
      return from < to ? from...to : nil
    }

    /// The point between a place where the excess is positive and one where it is negative.
    private func crossing(_ outer: Double, _ inner: Double) -> Double {
      var positive = outer
      var negative = inner
      var rate = 0.5 * (outer + inner)
      for _ in 0..<200 {
        let value = self(rate)
        if value > 0 { positive = rate } else { negative = rate }
        let slope = length - total / rate
        var next = slope == 0 ? .nan : rate - value / slope
        let inside = min(positive, negative) < next && next < max(positive, negative)
        if !inside { next = 0.5 * (positive + negative) }
        if abs(next - rate) <= 1e-15 * max(abs(rate), 1e-300) { return next }
        rate = next
      }
      return rate
    }
  }
}
