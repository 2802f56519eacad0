import Estimation
import Foundation

/// The exact posterior of the turning points of a series, over all divisions.
///
/// Every point after the first starts a new segment with the same probability, the hazard; the points
/// of a segment follow a model whose parameters are integrated out. With *M*(*s*, *t*) the marginal
/// likelihood of a segment, the probability of everything from *s* on follows backward,
/// *B*(*s*) = Σ *M*(*s*, *t*) (1-*h*)^(*t*-*s*-1) *h* *B*(*t*), and with it the probability that a segment
/// from *s* ends before *t*. Everything else is a walk along those probabilities.
///
/// > Fearnhead, P. "Exact and efficient Bayesian inference for multiple changepoint problems."
/// > *Statistics and Computing* 16, 2006, 203-213.
public struct BayesianSegmentation: Sendable {
  /// The length of the series.
  public let count: Int
  /// The model and its prior.
  public let prior: SegmentPrior
  /// The probability that a point starts a new segment.
  public let hazard: Double
  /// The power to which the likelihood is raised; less than 1 allows for noise with memory.
  public let weight: Double
  /// The log marginal likelihood of the series, in nats.
  public let logEvidence: Double
  /// For each index the probability that a new segment starts there; zero for the first.
  public let changeProbability: [Double]
  /// The probability of each number of turning points, from none up.
  public let countProbability: [Double]
  /// For each start the probabilities of the ends, as rows of a triangle.
  package let ends: [[Double]]

  /// The longest series that is taken, for the memory that all pairs of places need.
  public static let lengthLimit = 8_000

  /// Computes the posterior.
  ///
  /// - Parameters:
  ///   - values: The series, without gaps.
  ///   - prior: The model and its prior.
  ///   - hazard: The probability that a point starts a new segment, between 0 and 1.
  ///   - weight: The power to which the likelihood is raised, above 0 and at most 1.
  /// - Throws: ``SeriesRefusal`` for an empty series, one longer than ``lengthLimit``, a value that is
  ///   not finite, and negative counts.
  /// - Complexity: O(*n*²) time and memory.
  public init(
    _ values: [Double], prior: SegmentPrior, hazard: Double = 0.01, weight: Double = 1
  ) throws(SeriesRefusal) {
    try SeriesRefusal.check(values)
    guard values.count <= Self.lengthLimit else {
      throw .tooLong(count: values.count, limit: Self.lengthLimit)
    }
    if case .poisson = prior, let index = values.firstIndex(where: { $0 < 0 }) {
      throw .negativeForRates(index: index, value: values[index])
    }
    let table: StudentGrid.Table? =
      if case .student(let grid) = prior { StudentGrid.Table(grid, values, weight) } else { nil }
    self.init(count: values.count, prior: prior, hazard: hazard, weight: weight) { start in
      table?.logMarginals(from: start)
        ?? prior.logMarginals(from: start, in: values, weight: weight)
    }
  }

  /// Computes the posterior from the log marginal likelihoods of segments.
  ///
  /// - Parameters:
  ///   - n: The number of points, at least one.
  ///   - prior: The model, for its name.
  ///   - hazard: The probability that a point starts a new segment, between 0 and 1.
  ///   - weight: The power to which the likelihoods were raised.
  ///   - logMarginals: For a start the values for the segments that end after each point from it on.
  package init(
    count n: Int, prior: SegmentPrior, hazard: Double, weight: Double,
    logMarginals: (Int) -> [Double]
  ) {
    precondition(hazard > 0 && hazard < 1, "a hazard is between 0 and 1")
    let stay = log1p(-hazard)
    let turn = log(hazard)
    var onward = [Double](repeating: 0, count: n + 1)
    var ends = [[Double]](repeating: [], count: n)
    for start in stride(from: n - 1, through: 0, by: -1) {
      var row = logMarginals(start)
      var top = -Double.infinity
      for place in row.indices {
        let end = start + place + 1
        row[place] += Double(place) * stay + (end < n ? turn + onward[end] : 0)
        top = max(top, row[place])
      }
      var sum = 0.0
      for place in row.indices {
        row[place] = exp(row[place] - top)
        sum += row[place]
      }
      onward[start] = top + log(sum)
      for place in row.indices { row[place] /= sum }
      ends[start] = row
    }
    count = n
    self.prior = prior
    self.hazard = hazard
    self.weight = weight
    logEvidence = onward[0]
    self.ends = ends
    changeProbability = Self.visits(ends, avoiding: nil).starts
    countProbability = Self.counts(ends)
  }

  /// The expected number of turning points.
  public var expectedCount: Double { changeProbability.reduce(0, +) }

  /// The most probable number of turning points.
  public var likeliestCount: Int {
    countProbability.indices.max { countProbability[$0] < countProbability[$1] } ?? 0
  }

  /// The probability that the series turned at least once within a range of indices.
  ///
  /// - Complexity: O(*n*²).
  public func probability(ofTurnIn range: ClosedRange<Int>) -> Double {
    max(0, 1 - Self.visits(ends, avoiding: range).end)
  }

  /// The probability that each index starts a segment, on walks that avoid a range, and of the end.
  private static func visits(
    _ ends: [[Double]], avoiding range: ClosedRange<Int>?
  ) -> (starts: [Double], end: Double) {
    let n = ends.count
    var mass = [Double](repeating: 0, count: n + 1)
    mass[0] = 1
    for start in 0..<n {
      if let range, start > 0, range.contains(start) { mass[start] = 0 }
      let here = mass[start]
      guard here > 0 else { continue }
      for (place, share) in ends[start].enumerated() { mass[start + place + 1] += here * share }
    }
    let end = mass.removeLast()
    mass[0] = 0
    return (mass, end)
  }

  /// The probability of each number of changes, until the rest is negligible.
  private static func counts(_ ends: [[Double]]) -> [Double] {
    let n = ends.count
    var mass = [Double](repeating: 0, count: n)
    mass[0] = 1
    var result: [Double] = []
    var rest = 1.0
    while rest > 1e-12, result.count < n {
      let step = advance(mass, ends)
      result.append(step.finished)
      rest -= step.finished
      mass = step.mass
    }
    return result
  }

  /// One more segment: where the next starts, and the share that has come to the end of the series.
  package static func advance(_ mass: [Double], _ ends: [[Double]]) -> (
    mass: [Double], finished: Double
  ) {
    let n = ends.count
    var next = [Double](repeating: 0, count: n)
    var finished = 0.0
    for start in 0..<n where mass[start] > 1e-18 {
      let here = mass[start]
      let row = ends[start]
      for place in 0..<(row.count - 1) { next[start + place + 1] += here * row[place] }
      finished += here * row[row.count - 1]
    }
    return (next, finished)
  }
}
