import Estimation
import Foundation
import Testing

@testable import TimeSeries

/// The stored exact posterior of a series, made by an independent program.
struct StoredPosterior: Decodable {
  let standardised: Bool
  let exact_log_evidence: Double
  let expected_n_cp: Double
  let cp_prob_top: [String: Double]
  let cp_prob: [Double]?
}

@Suite("Exact Bayesian segmentation")
struct BayesianSegmentationTests {
  @Test(
    "agrees with the stored exact posteriors", .enabled(if: Reference.isThere, "needs ../shared"),
    arguments: ["nile", "sim_relation_weekly", "sim_poisson_rate"])
  func reference(name: String) throws {
    let data = try Data(contentsOf: Reference.url("changepoint/bayes_reference.json"))
    let stored = try JSONDecoder().decode([String: StoredPosterior].self, from: data)
    let expected = try #require(stored[name])
    var values = try Reference.column(
      name == "nile" ? "kalman/nile.csv" : "changepoint/\(name).csv")
    if expected.standardised {
      let mean = Summaries.mean(values)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      values = values.map { ($0 - mean) / variance.squareRoot() }
    }
    let posterior = try BayesianSegmentation(values, prior: .gaussian(NormalInverseGamma()))
    #expect(abs(posterior.logEvidence - expected.exact_log_evidence) < 1e-8)
    #expect(abs(posterior.expectedCount - expected.expected_n_cp) < 1e-8)
    for (index, probability) in expected.cp_prob_top {
      let place = try #require(Int(index))
      #expect(abs(posterior.changeProbability[place] - probability) < 1e-8)
    }
    for (ours, theirs) in zip(posterior.changeProbability, expected.cp_prob ?? []) {
      #expect(abs(ours - theirs) <= 1e-5 * theirs + 1e-12)
    }
  }

  /// Every division of a short series with its joint probability, summed up directly.
  private func enumerated(
    _ values: [Double], _ hazard: Double, _ marginal: (Int, Int) -> Double
  ) -> (evidence: Double, change: [Double], number: [Double]) {
    let n = values.count
    var evidence = 0.0
    var change = [Double](repeating: 0, count: n)
    var number = [Double](repeating: 0, count: n)
    for mask in 0..<(1 << (n - 1)) {
      let changes = (1..<n).filter { mask & (1 << ($0 - 1)) != 0 }
      let edges = [0] + changes + [n]
      var probability =
        pow(hazard, Double(changes.count)) * pow(1 - hazard, Double(n - 1 - changes.count))
      for (start, end) in zip(edges, edges.dropFirst()) { probability *= marginal(start, end) }
      evidence += probability
      for place in changes { change[place] += probability }
      number[changes.count] += probability
    }
    return (log(evidence), change.map { $0 / evidence }, number.map { $0 / evidence })
  }

  /// The marginal likelihood of Gaussian points as a product of Student t predictions.
  private func predictive(_ values: ArraySlice<Double>, _ prior: NormalInverseGamma) -> Double {
    var (m, k, a, b) = (prior.mean, prior.strength, prior.shape, prior.scale)
    var product = 1.0
    for value in values {
      let freedom = 2 * a
      let scale = b * (k + 1) / (a * k)
      product *=
        exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / (freedom * .pi * scale).squareRoot()
        * pow(1 + (value - m) * (value - m) / (freedom * scale), -(freedom + 1) / 2)
      b += k * (value - m) * (value - m) / (2 * (k + 1))
      m = (k * m + value) / (k + 1)
      k += 1
      a += 0.5
    }
    return product
  }

  @Test("equals the sum over every division: Gaussian segments")
  func gaussianEnumeration() throws {
    var generator = SeededGenerator(seed: 40)
    let prior = NormalInverseGamma(mean: 0.5, strength: 0.3, shape: 1.5, scale: 0.8)
    for _ in 0..<12 {
      let n = 1 + generator.index(below: 9)
      let values = (0..<n).map { ($0 > 4 ? 2.0 : 0.0) + generator.normal() }
      let expected = enumerated(values, 0.2) { predictive(values[$0..<$1], prior) }
      try compare(values, .gaussian(prior), expected)
    }
  }

  @Test("equals the sum over every division: counts")
  func countEnumeration() throws {
    var generator = SeededGenerator(seed: 41)
    let prior = GammaRate(shape: 1.3, rate: 0.6)
    for _ in 0..<12 {
      let n = 1 + generator.index(below: 9)
      let values = (0..<n).map { Double(generator.poisson(mean: $0 > 4 ? 4 : 1)) }
      let expected = enumerated(values, 0.2) { start, end in
        // Predictions one by one are negative binomial.
        var (shape, rate) = (prior.shape, prior.rate)
        var product = 1.0
        for value in values[start..<end] {
          product *= exp(lgamma(shape + value) - lgamma(shape) - lgamma(value + 1))
          product *= pow(rate / (rate + 1), shape) * pow(1 / (rate + 1), value)
          shape += value
          rate += 1
        }
        return product
      }
      try compare(values, .poisson(prior), expected)
    }
  }

  @Test("equals the sum over every division: Student t segments")
  func studentEnumeration() throws {
    var generator = SeededGenerator(seed: 42)
    let grid = StudentGrid(levels: [-1, 0, 0.5, 2, 3], scales: [0.3, 1, 2])
    for _ in 0..<8 {
      let n = 1 + generator.index(below: 8)
      let values = (0..<n).map { ($0 > 3 ? 2.5 : 0.0) + generator.normal() }
      let expected = enumerated(values, 0.2) { start, end in
        var sum = 0.0
        for level in grid.levels {
          for scale in grid.scales {
            var product = 1.0
            for value in values[start..<end] {
              let z = (value - level) / scale
              // The density of Student t with 4 degrees of freedom.
              product *= 0.375 * pow(1 + z * z / 4, -2.5) / scale
            }
            sum += product
          }
        }
        return sum / Double(grid.levels.count * grid.scales.count)
      }
      try compare(values, .student(grid), expected)
    }
  }

  private func compare(
    _ values: [Double], _ prior: SegmentPrior,
    _ expected: (evidence: Double, change: [Double], number: [Double])
  ) throws {
    let posterior = try BayesianSegmentation(values, prior: prior, hazard: 0.2)
    #expect(abs(posterior.logEvidence - expected.evidence) < 1e-9)
    for (ours, theirs) in zip(posterior.changeProbability, expected.change) {
      #expect(abs(ours - theirs) < 1e-9)
    }
    for (ours, theirs) in zip(posterior.countProbability, expected.number) {
      #expect(abs(ours - theirs) < 1e-9)
    }
    if values.count > 2 {
      let range = 1...(values.count - 1)
      // A turn anywhere is the complement of none.
      #expect(
        abs(posterior.probability(ofTurnIn: range) - (1 - posterior.countProbability[0])) < 1e-9)
    }
  }

  @Test("gives places that sum to one for each turning point, in order")
  func places() throws {
    var generator = SeededGenerator(seed: 43)
    let values: [Double] = (0..<90).map { index in
      (index < 30 ? 0 : index < 60 ? 4 : 1) + generator.normal()
    }
    let posterior = try BayesianSegmentation.bySupport(values)
    #expect(posterior.likeliestCount == 2)
    let distributions = posterior.placeDistributions(2)
    for places in distributions { #expect(abs(places.reduce(0, +) - 1) < 1e-9) }
    let points = posterior.turningPoints()
    #expect(points.count == 2)
    for (point, truth) in zip(points, [30, 60]) {
      #expect(abs(point.index - truth) <= 2)
      #expect(point.from <= point.index && point.index <= point.to)
      #expect(point.probability > 0.9 && point.probability <= 1)
    }
  }

  @Test("is chosen by evidence: counts, heavy tails, plain noise")
  func evidence() throws {
    var generator = SeededGenerator(seed: 44)
    let counts: [Double] = (0..<120).map { index in
      Double(generator.poisson(mean: index < 60 ? 1 : 4))
    }
    let heavy: [Double] = (0..<150).map { index in
      (index < 70 ? 0.0 : 4.0) + generator.normal()
        / (generator.gamma(shape: 1) / 1).squareRoot()
    }
    #expect(try BayesianSegmentation.bySupport(counts).prior.model == .poisson)
    #expect(try BayesianSegmentation.bySupport(heavy).prior.model == .t)
  }

  @Test("with a weight below one is less sure")
  func tempering() throws {
    var generator = SeededGenerator(seed: 45)
    let values: [Double] = (0..<60).map { index in (index < 30 ? 0 : 1.5) + generator.normal() }
    let prior = SegmentPrior.gaussian(NormalInverseGamma())
    let plain = try BayesianSegmentation(values, prior: prior)
    let tempered = try BayesianSegmentation(values, prior: prior, weight: 0.3)
    #expect(tempered.probability(ofTurnIn: 20...40) < plain.probability(ofTurnIn: 20...40))
  }

  @Test("refuses what it cannot take, and takes one point")
  func degenerate() throws {
    let prior = SegmentPrior.gaussian(NormalInverseGamma())
    #expect(throws: SeriesRefusal.empty) { try BayesianSegmentation([], prior: prior) }
    #expect(throws: SeriesRefusal.notFinite(index: 0)) {
      try BayesianSegmentation([.infinity], prior: prior)
    }
    #expect(throws: SeriesRefusal.tooLong(count: 8001, limit: 8000)) {
      try BayesianSegmentation([Double](repeating: 0, count: 8001), prior: prior)
    }
    let one = try BayesianSegmentation([2], prior: prior)
    #expect(one.countProbability == [1])
    #expect(one.turningPoints().isEmpty)
    let constant = try BayesianSegmentation.bySupport([Double](repeating: 5, count: 20))
    #expect(constant.likeliestCount == 0)
  }
}
