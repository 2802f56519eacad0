/// Changes of the level where no single point may count for more than a bound: robust pruning.
///
/// The cost of a point at distance *d* from the level is *d*² up to a cutoff and the squared cutoff
/// beyond it, so a wild value neither moves the level nor buys a change of its own. The best cost as
/// a function of the level is a row of parabolas and constants, kept exactly.
///
/// > Fearnhead, P., Rigaill, G. "Changepoint detection in the presence of outliers." *Journal of the
/// > American Statistical Association* 114, 2019, 169-183.
public struct RobustLevelProblem: SegmentationProblem {
  private let values: [Double]
  private let bounds: (low: Double, high: Double)
  /// The distance beyond which a deviation counts no further.
  public let cutoff: Double
  /// The least number of points in a segment.
  public let minimumLength: Int

  /// Prepares a series.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - cutoff: The distance beyond which a deviation counts no further, above 0; three standard
  ///     deviations of the noise is usual.
  ///   - minimumLength: The least number of points in a segment, at least 1.
  /// - Throws: ``SeriesRefusal`` for an empty series or a value that is not finite.
  public init(_ values: [Double], cutoff: Double, minimumLength: Int = 1) throws(SeriesRefusal) {
    try SeriesRefusal.check(values)
    precondition(cutoff > 0, "the cutoff of a bounded loss is above 0")
    let middle = values.sorted()[values.count / 2]
    self.values = values.map { $0 - middle }
    bounds = (self.values.min() ?? 0, self.values.max() ?? 0)
    self.cutoff = cutoff
    self.minimumLength = max(1, minimumLength)
  }

  /// The length of the series.
  public var count: Int { values.count }

  /// The bounded cost of the series at its best level.
  ///
  /// - Complexity: O(*n* log *n*): between the levels at which some point comes within the cutoff or
  ///   leaves it, the cost is one parabola.
  public var undividedCost: Double {
    var edges: [(level: Double, value: Double, enters: Bool)] = []
    edges.reserveCapacity(2 * count)
    for value in values {
      edges.append((value - cutoff, value, true))
      edges.append((value + cutoff, value, false))
    }
    edges.sort { $0.level < $1.level }
    var inside = 0.0
    var sum = 0.0
    var squares = 0.0
    var least = Double.infinity
    for (index, edge) in edges.enumerated() {
      let sign = edge.enters ? 1.0 : -1.0
      inside += sign
      sum += sign * edge.value
      squares += sign * edge.value * edge.value
      guard inside > 0, index + 1 < edges.count else { continue }
      let level = min(max(sum / inside, edge.level), edges[index + 1].level)
      let outside = (Double(count) - inside) * cutoff * cutoff
      least = min(least, level * (inside * level - 2 * sum) + squares + outside)
    }
    return max(0, least)
  }

  /// The division with the smallest bounded cost plus penalties.
  ///
  /// - Complexity: O(*n m*), where *m* is the mean number of pieces; tens in practice.
  public func optimum(penalty: Double) -> Segmentation {
    let n = count
    guard bounds.low < bounds.high, count >= 2 * minimumLength else {
      return Segmentation(changePoints: [], cost: undividedCost, penalty: penalty)
    }
    let gap = minimumLength
    var best = [Double](repeating: .infinity, count: n + 1)
    var last = [Int](repeating: 0, count: n + 1)
    best[0] = 0
    var pieces: [BoundedPiece] = []
    var spare: [BoundedPiece] = []
    var tail: [BoundedPiece] = []
    for end in gap...n {
      let lag = end - gap
      if lag > 0 {
        add(values[lag - 1], to: pieces, into: &spare)
        swap(&pieces, &spare)
      }
      if lag == 0 || lag >= gap {
        lower(pieces, to: (lag == 0 ? 0 : best[lag] + penalty), start: lag, into: &spare)
        swap(&pieces, &spare)
      }
      tail.removeAll(keepingCapacity: true)
      tail.append(BoundedPiece(upper: bounds.high, a: 0, b: 0, c: 0, start: 0))
      for index in lag..<end {
        add(values[index], to: tail, into: &spare)
        swap(&tail, &spare)
      }
      let (value, start) = least(of: pieces, with: tail)
      best[end] = value
      last[end] = start
    }
    let changes = Segmentation.changePoints(count: n) { last[$0] }
    return Segmentation(
      changePoints: changes, cost: best[n] - penalty * Double(changes.count), penalty: penalty)
  }

  /// The function *a* *x*² - 2 *b* *x* + *c* up to an upper end.
  private struct BoundedPiece {
    var upper: Double
    var a: Double
    var b: Double
    var c: Double
    var start: Int
  }

  /// Adds the bounded cost of a point to a row of pieces.
  private func add(_ value: Double, to pieces: [BoundedPiece], into new: inout [BoundedPiece]) {
    new.removeAll(keepingCapacity: true)
    let from = value - cutoff
    let to = value + cutoff
    var low = bounds.low
    for piece in pieces {
      let high = piece.upper
      var part = piece
      if low < from {
        part.upper = min(high, from)
        part.c = piece.c + cutoff * cutoff
        new.append(part)
      }
      if max(low, from) < min(high, to) {
        part.upper = min(high, to)
        part.a = piece.a + 1
        part.b = piece.b + value
        part.c = piece.c + value * value
        new.append(part)
      }
      if high > to {
        part = piece
        part.c = piece.c + cutoff * cutoff
        new.append(part)
      }
      low = high
    }
  }

  /// Takes the minimum of a row of pieces and a constant.
  private func lower(
    _ pieces: [BoundedPiece], to constant: Double, start: Int, into new: inout [BoundedPiece]
  ) {
    new.removeAll(keepingCapacity: true)
    let fresh = BoundedPiece(upper: bounds.high, a: 0, b: 0, c: constant, start: start)
    guard !pieces.isEmpty else {
      new.append(fresh)
      return
    }
    func appendFresh(until upper: Double) {
      if let final = new.last, final.start == start {
        new[new.count - 1].upper = upper
      } else {
        var piece = fresh
        piece.upper = upper
        new.append(piece)
      }
    }
    var low = bounds.low
    for piece in pieces {
      let high = piece.upper
      var from = high
      var to = high
      if piece.a == 0 {
        if piece.c <= constant { from = low }
      } else {
        let discriminant = piece.b * piece.b - piece.a * (piece.c - constant)
        if discriminant > 0 {
          let root = discriminant.squareRoot()
          from = max(low, (piece.b - root) / piece.a)
          to = min(high, (piece.b + root) / piece.a)
        }
      }
      if from >= to {
        appendFresh(until: high)
      } else {
        if from > low { appendFresh(until: from) }
        var part = piece
        part.upper = to
        new.append(part)
        if to < high { appendFresh(until: high) }
      }
      low = high
    }
  }

  /// The least value of the sum of two rows of pieces, and the candidate that attains it.
  private func least(of pieces: [BoundedPiece], with tail: [BoundedPiece]) -> (Double, Int) {
    var value = Double.infinity
    var start = 0
    var low = bounds.low
    var other = 0
    for piece in pieces {
      while true {
        let part = tail[other]
        let high = min(piece.upper, part.upper)
        let a = piece.a + part.a
        let b = piece.b + part.b
        let level = a > 0 ? min(max(b / a, low), high) : low
        let candidate = level * (a * level - 2 * b) + piece.c + part.c
        if candidate < value {
          value = candidate
          start = piece.start
        }
        low = high
        if part.upper <= piece.upper, other + 1 < tail.count { other += 1 }
        if high >= piece.upper { break }
      }
    }
    return (value, start)
  }
}
