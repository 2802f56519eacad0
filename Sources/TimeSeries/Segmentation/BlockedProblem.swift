import Estimation

/// Changes of level or rate in a long series: divided in blocks, then each change moved to its best point.
///
/// Counts are added up block by block, which loses nothing about their rates; values under a bounded
/// loss are replaced by the block's median, which no few wild values move. The blocks are divided
/// exactly, and each change is then moved to the best point within a block of it. The answer is optimal
/// on the blocks, not over all divisions: a phase shorter than a block may be missed.
struct BlockedProblem: SegmentationProblem {
  /// What the values are and what a segment of them costs.
  enum Kind {
    /// Counts at the cost of the Poisson deviance.
    case counts
    /// Values whose deviation counts up to a cutoff.
    case bounded(cutoff: Double)
  }

  private let values: [Double]
  private let kind: Kind
  private let block: Int
  private let blocks: any SegmentationProblem
  private let medians: [Double]
  private let sums: [Double]
  private let minimumLength: Int

  /// Prepares a series as some number of blocks.
  ///
  /// - Throws: ``SeriesRefusal`` as the division of the blocks does.
  init(_ values: [Double], _ kind: Kind, minimumLength: Int, blocks number: Int)
    throws(SeriesRefusal)
  {
    self.values = values
    self.kind = kind
    self.minimumLength = minimumLength
    let block = max(1, (values.count + number - 1) / number)
    self.block = block
    let shortest = (minimumLength + block - 1) / block
    let parts = stride(from: 0, to: values.count, by: block).map { start in
      values[start..<min(start + block, values.count)]
    }
    switch kind {
    case .counts:
      var sums = [0.0]
      sums.reserveCapacity(values.count + 1)
      for value in values { sums.append(sums[sums.count - 1] + value) }
      self.sums = sums
      medians = []
      let totals = parts.map { $0.reduce(0, +) * Double(block) / Double($0.count) }
      blocks = try RateProblem(totals, minimumLength: shortest)
    case .bounded:
      sums = []
      medians = parts.map { Summaries.quantile($0, 0.5) }
      blocks = try LevelProblem(medians, minimumLength: shortest)
    }
  }

  var count: Int { values.count }

  var undividedCost: Double { cost(0, count) }

  func optimum(penalty: Double) -> Segmentation {
    let unit =
      switch kind {
      case .counts: 1.0
      case .bounded: Double(block)
      }
    let coarse = blocks.optimum(penalty: penalty / unit)
    var edges = [0] + coarse.changePoints.map { $0 * block } + [count]
    for index in edges.indices.dropFirst().dropLast() {
      edges[index] = refined(edges[index], between: edges[index - 1], and: edges[index + 1])
    }
    var total = 0.0
    for (start, end) in zip(edges, edges.dropFirst()) { total += cost(start, end) }
    return Segmentation(
      changePoints: Array(edges.dropFirst().dropLast()), cost: total, penalty: penalty)
  }

  /// The best point within a block of a change.
  private func refined(_ change: Int, between before: Int, and after: Int) -> Int {
    let low = max(before + minimumLength, change - block)
    let high = min(after - minimumLength, change + block)
    guard low < high else { return change }
    var best = change
    var least = Double.infinity
    switch kind {
    case .counts:
      for place in low...high {
        let value = cost(before, place) + cost(place, after)
        if value < least { (least, best) = (value, place) }
      }
    case .bounded(let cutoff):
      let left = level(before, change)
      let right = level(change, after)
      var value = 0.0
      for place in low...high {
        if value < least { (least, best) = (value, place) }
        guard place < count else { break }
        value +=
          Self.loss(values[place] - left, cutoff) - Self.loss(values[place] - right, cutoff)
      }
    }
    return best
  }

  private func cost(_ start: Int, _ end: Int) -> Double {
    switch kind {
    case .counts:
      return RateProblem.cost(length: Double(end - start), sum: sums[end] - sums[start])
    case .bounded(let cutoff):
      let level = level(start, end)
      var total = 0.0
      for index in start..<end { total += Self.loss(values[index] - level, cutoff) }
      return total
    }
  }

  /// The median of the medians of the blocks that begin in a segment.
  private func level(_ start: Int, _ end: Int) -> Double {
    let first = (start + block - 1) / block
    let last = max(first + 1, end / block)
    guard last <= medians.count else { return Summaries.quantile(values[start..<end], 0.5) }
    return Summaries.quantile(medians[first..<last], 0.5)
  }

  private static func loss(_ deviation: Double, _ cutoff: Double) -> Double {
    min(deviation * deviation, cutoff * cutoff)
  }
}
