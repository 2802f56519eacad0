import Foundation

extension BayesianSegmentation {
  /// The turning points of the likeliest number of them, each with its credible set.
  ///
  /// Given that number, the place of each turning point in turn has an exact distribution; the set is
  /// a run of places around its mode that holds a share of it. The probability is that of at least one
  /// turn within the set, over all numbers of turning points.
  ///
  /// - Parameter credibility: The share that each set holds, between 0 and 1.
  /// - Returns: The turning points in order.
  /// - Complexity: O(*k* *n*²) for *k* turning points.
  public func turningPoints(credibility: Double = 0.95) -> [TurningPoint] {
    placeDistributions(likeliestCount).map { places in
      let mode = places.indices.max { places[$0] < places[$1] } ?? 0
      let set = CredibleSet.shortest(places, share: credibility, around: mode)
      return TurningPoint(
        index: mode, probability: probability(ofTurnIn: set.range), from: set.range.lowerBound,
        to: set.range.upperBound)
    }
  }

  /// The distribution of the place of each turning point, given their number.
  ///
  /// - Parameter number: The number of turning points.
  /// - Returns: For each turning point in order, the probability of every index; empty where the
  ///   number is impossible.
  public func placeDistributions(_ number: Int) -> [[Double]] {
    guard number > 0 else { return [] }
    var forward: [[Double]] = []
    var mass = [Double](repeating: 0, count: count)
    mass[0] = 1
    for _ in 0..<number {
      mass = Self.advance(mass, ends).mass
      forward.append(mass)
    }
    var onward = ends.map { $0[$0.count - 1] }
    var distributions: [[Double]] = []
    for position in stride(from: number - 1, through: 0, by: -1) {
      let product = zip(forward[position], onward).map { $0 * $1 }
      let total = product.reduce(0, +)
      guard total > 0 else { return [] }
      distributions.append(product.map { $0 / total })
      guard position > 0 else { break }
      var earlier = [Double](repeating: 0, count: count)
      for start in 0..<count {
        let row = ends[start]
        var sum = 0.0
        for place in 0..<(row.count - 1) { sum += row[place] * onward[start + place + 1] }
        earlier[start] = sum
      }
      onward = earlier
    }
    return distributions.reversed()
  }

  /// The posterior under the model that the series supports best, among those that can apply.
  ///
  /// Gaussian and Student t noise, and rates where all values are whole and not negative, are
  /// weighed by their evidence with priors that are scaled to the series.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - hazard: The probability that a point starts a new segment.
  ///   - weight: The power to which the likelihood is raised.
  ///   - mayBeCounts: Whether whole values of 0 or more may be counts.
  /// - Throws: ``SeriesRefusal`` as for one model.
  public static func bySupport(
    _ values: [Double], hazard: Double = 0.01, weight: Double = 1, mayBeCounts: Bool = true
  ) throws(SeriesRefusal) -> BayesianSegmentation {
    try SeriesRefusal.check(values)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    var priors: [SegmentPrior] = [
      // The variance between turns is expected near that of the series and worth six points: two equal
      // values in a row are no phase of their own.
      .gaussian(
        NormalInverseGamma(mean: mean, strength: 0.1, shape: 3, scale: max(2 * variance, 1e-12)))
    ]
    if variance > 0 { priors.append(.student(StudentGrid(covering: values))) }
    if mayBeCounts, mean > 0, values.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }) {
      priors.append(.poisson(GammaRate(shape: 1, rate: 1 / mean)))
    }
    var best: BayesianSegmentation?
    for prior in priors {
      let posterior = try BayesianSegmentation(
        values, prior: prior, hazard: hazard, weight: weight)
      if best.map({ posterior.logEvidence > $0.logEvidence }) ?? true { best = posterior }
    }
    guard let best else { throw .empty }
    return best
  }
}
