/// Changes of the level of a series, at the cost of squared deviations: functional pruning.
///
/// The cost of a segment is the sum of squared deviations from its mean. The candidate for the last
/// change is kept as the set of levels for which it is best; a candidate whose set is empty can never
/// be best again. That bounds the work by a handful of candidates a point, whether or not the series
/// changes.
///
/// With a minimum length, a candidate joins the comparison only when a segment that starts there is
/// long enough. Until then all candidates in the comparison would gain the same terms, so those terms
/// are added when the minimum is read, and the pruning stays exact.
///
/// > Maidstone, R., Hocking, T., Rigaill, G., Fearnhead, P. "On optimal multiple changepoint
/// > algorithms for large data." *Statistics and Computing* 27, 2017, 519-533.
public struct LevelProblem: SegmentationProblem {
  private let centred: [Double]
  private let bounds: (low: Double, high: Double)
  /// The least number of points in a segment.
  public let minimumLength: Int

  /// Prepares a series.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - minimumLength: The least number of points in a segment, at least 1.
  /// - Throws: ``SeriesRefusal`` for an empty series or a value that is not finite.
  public init(_ values: [Double], minimumLength: Int = 1) throws(SeriesRefusal) {
    try SeriesRefusal.check(values)
    var mean = 0.0
    for (index, value) in values.enumerated() { mean += (value - mean) / Double(index + 1) }
    var low = Double.infinity
    var high = -Double.infinity
    centred = values.map { value in
      let shifted = value - mean
      low = min(low, shifted)
      high = max(high, shifted)
      return shifted
    }
    bounds = (low, high)
    self.minimumLength = max(1, minimumLength)
  }

  /// The length of the series.
  public var count: Int { centred.count }

  /// The division with the smallest sum of squared deviations plus penalties.
  ///
  /// - Complexity: O(*n m*), where *m* is the mean number of candidates, about 5 to 15 in practice
  ///   and growing with the logarithm of *n* where nothing changes.
  public func optimum(penalty: Double) -> Segmentation {
    let n = count
    guard n >= minimumLength, bounds.low < bounds.high else {
      return Segmentation(changePoints: [], cost: undividedCost, penalty: penalty)
    }
    let best = UnsafeMutablePointer<Double>.allocate(capacity: n + 1)
    let last = UnsafeMutablePointer<Int32>.allocate(capacity: n + 1)
    defer {
      best.deallocate()
      last.deallocate()
    }
    centred.withUnsafeBufferPointer { run($0, penalty, best, last) }
    let changes = Segmentation.changePoints(count: n) { Int(last[$0]) }
    return Segmentation(
      changePoints: changes, cost: best[n] - penalty * Double(changes.count), penalty: penalty)
  }

  /// The sum of squared deviations from the mean of the series.
  public var undividedCost: Double {
    let mean = centred.reduce(0, +) / Double(count)
    return centred.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  /// A candidate for the last change with the upper end of an interval of levels where it is best.
  private struct Candidate {
    var upper: Double
    var offset: Double
    var sum: Double
    var start: Int32
  }

  private func run(
    _ y: UnsafeBufferPointer<Double>, _ penalty: Double, _ best: UnsafeMutablePointer<Double>,
    _ last: UnsafeMutablePointer<Int32>
  ) {
    let n = y.count
    let gap = minimumLength
    for index in 0...n { best[index] = .infinity }
    best[0] = 0
    var capacity = 64
    var old = UnsafeMutablePointer<Candidate>.allocate(capacity: capacity)
    var new = UnsafeMutablePointer<Candidate>.allocate(capacity: capacity)
    defer {
      old.deallocate()
      new.deallocate()
    }
    var count = 0
    var lagSum = 0.0
    var lagSquares = 0.0
    var sum = 0.0
    var squares = 0.0
    for index in 0..<(gap - 1) {
      sum += y[index]
      squares += y[index] * y[index]
    }
    for end in gap...n {
      let value = y[end - 1]
      sum += value
      squares += value * value
      let lag = end - gap
      if lag > 0 {
        let passed = y[lag - 1]
        lagSum += passed
        lagSquares += passed * passed
      }
      if lag == 0 || lag >= gap {
        if 3 * count + 3 > capacity {
          let larger = UnsafeMutablePointer<Candidate>.allocate(capacity: 2 * capacity)
          larger.update(from: old, count: count)
          old.deallocate()
          new.deallocate()
          old = larger
          new = UnsafeMutablePointer<Candidate>.allocate(capacity: 2 * capacity)
          capacity *= 2
        }
        count = insert(
          Candidate(
            upper: bounds.high, offset: (lag == 0 ? 0 : best[lag] + penalty) - lagSquares,
            sum: lagSum,
            start: Int32(lag)), old, count, new)
        swap(&old, &new)
      }
      var least = Double.infinity
      var start: Int32 = 0
      var low = bounds.low
      for index in 0..<count {
        let piece = old[index]
        let length = Double(end - Int(piece.start))
        let total = sum - piece.sum
        let level = min(max(total / length, low), piece.upper)
        let candidate = piece.offset + level * (length * level - 2 * total)
        if candidate < least {
          least = candidate
          start = piece.start
        }
        low = piece.upper
      }
      best[end] = least + squares
      last[end] = start
    }
  }

  /// Takes the levels away from old candidates for which a new one is better.
  @inline(__always)
  private func insert(
    _ fresh: Candidate, _ old: UnsafeMutablePointer<Candidate>, _ count: Int,
    _ new: UnsafeMutablePointer<Candidate>
  ) -> Int {
    guard count > 0 else {
      new[0] = fresh
      return 1
    }
    var written = 0
    var low = bounds.low
    var endsFresh = false
    for index in 0..<count {
      let piece = old[index]
      let high = piece.upper
      let a = Double(fresh.start - piece.start)
      let b = fresh.sum - piece.sum
      let c = piece.offset - fresh.offset
      if low * (a * low - 2 * b) + c <= 0, high * (a * high - 2 * b) + c <= 0 {
        new[written] = piece
        written += 1
        endsFresh = false
        low = high
        continue
      }
      let discriminant = b * b - a * c
      var from = high
      var to = high
      if discriminant > 0 {
        let root = discriminant.squareRoot()
        from = max(low, (b - root) / a)
        to = min(high, (b + root) / a)
        if from >= to {
          from = high
          to = high
        }
      }
      if from > low {
        if endsFresh {
          new[written - 1].upper = from
        } else {
          new[written] = fresh
          new[written].upper = from
          written += 1
          endsFresh = true
        }
      }
      if from < to {
        new[written] = piece
        new[written].upper = to
        written += 1
        endsFresh = false
        if to < high {
          new[written] = fresh
          new[written].upper = high
          written += 1
          endsFresh = true
        }
      }
      low = high
    }
    return written
  }
}
