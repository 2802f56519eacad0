import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("The bound of the likelihood")
struct BoundTests {
  @Test("the exposure sums to the daily sum, however large the coefficients", arguments: 1...6)
  func exposure(seed: UInt64) {
    var source = Fixture.seeded(seed)
    let days = 20 + source.index(below: 90)
    // Steps, a fading course, and a wandering one.
    let step = (0..<days).map { $0 < days / 3 ? 1.0 : 0 }
    let fading = (0..<days).map { $0 < days / 2 ? 0 : -exp(-Double($0 - days / 2) / 9) }
    let waves = (0..<days).map { StreamDesign.wave(1, day: Double($0) + 0.5, length: days) }
    for columns in [[step], [step, fading], [step, fading, waves]] {
      for size in [1.0, 30, 300] {
        let theta = columns.map { _ in size * source.normal() }
        let daily = (0..<days).reduce(0.0) { sum, day in
          sum + exp(zip(columns, theta).reduce(0) { $0 + $1.0[day] * $1.1 })
        }
        let exposure = Exposure(columns, days: days)
        var sum = 0.0
        for lane in 0..<exposure.lanes {
          var eta = Exposure.Lane.zero
          for k in columns.indices { eta += exposure.columns[k * exposure.lanes + lane] * theta[k] }
          for i in 0..<4 { sum += exposure.days[lane][i] * exp(eta[i]) }
        }
        #expect(abs(sum - daily) <= 1e-10 * daily)
      }
    }
    #expect(Exposure([step], days: days).days.reduce(0) { $0 + $1.sum() } == Double(days))
    #expect(Exposure([step], days: days).lanes == 1)
  }

  @Test(
    "no coefficients, however wild, lift the likelihood above the bound",
    arguments: [0, 1, 3, 7, 15])
  func bound(spanDays: Int) {
    var source = Fixture.seeded(UInt64(spanDays) + 5)
    let subject = Fixture.random(seed: 21, acts: 50, spanDays: spanDays, closures: true)
    for posterior in LikelihoodTests.posteriors(subject, wandering: 0.3) {
      let bound = posterior.design.bound
      for size in [0.5, 3, 8] {
        for _ in 0..<10 {
          let point = posterior.centre.map { $0 + size * source.normal() }
          let value = posterior.logLikelihood(at: point)
          #expect(value.isNaN == false && value <= bound + 1e-9)
        }
      }
    }
  }

  @Test(
    "the best rate for every day reaches the bound where dates are known", arguments: [3, 4])
  func reached(seed: UInt64) throws {
    let subject = Fixture.random(seed: seed)
    let posterior = try #require(LikelihoodTests.posteriors(subject, wandering: 0).first)
    let days = ConductRecord(subject).acts.filter { $0.role == .hostile }.map(\.first)
    let counts = Dictionary(grouping: days) { $0 }.values.map { Double($0.count) }
    let best = counts.reduce(0) { $0 + $1 * log($1) - $1 }
    #expect(abs(posterior.design.bound - best) < 1e-9)
  }

  @Test(
    "evidence stays below the bound when exact dates become spans, and the check bears it out",
    arguments: [0, 3, 7, 15])
  func widened(spanDays: Int) {
    // Acts just before the first gesture: pieces of several days gave them any gain.
    var events = (0..<5).map {
      Fixture.event(
        "B\($0)", 62 + 13 * $0, through: 62 + 13 * $0 + spanDays, from: "BBB", to: "AAA",
        hostile: false)
    }
    events += (0..<14).map {
      Fixture.event("A\($0)", 57 + 3 * $0 % 20, through: 57 + 3 * $0 % 20 + spanDays)
    }
    let explanations = [
      Fixture.explanations()[0], Explanation(id: "none", kind: "none"),
    ]
    let subject = Fixture.subject(events, explanations: explanations)
    let evidence = StreamEvidence(Fixture.engine(subject), draws: 20, generator: Fixture.seeded())
    for (index, value) in evidence.logEvidence.enumerated() {
      #expect(value <= evidence.bound)
      #expect(!evidence.check(index, samples: 200, generator: Fixture.seeded()).fails)
    }
  }

  @Test("evidence of one coefficient equals dense quadrature")
  func quadrature() throws {
    let events = (0..<9).map { Fixture.event("A\($0)", 9 + 15 * $0, hostile: false) }
    let subject = Fixture.subject(
      events, explanations: [Explanation(id: "reciprocity", kind: "reciprocity")])
    let engine = Fixture.engine(
      subject,
      model: ConductModel(
        answerDays: [.init(8, weight: 1)], wandering: [.init(0, weight: 1)], parity: 0))
    let fits = engine.fits(engine.draws(20, generator: Fixture.seeded()))
    let conciliatory = try #require(fits[0][0].streams[1].first)
    #expect(conciliatory.posterior.dimension == 1)
    let step = 1e-3
    let grid = (-6000...6000).map {
      conciliatory.posterior.value(
        at: [conciliatory.posterior.centre[0] + step * Double($0)]) + log(step)
    }
    let dense = SpecialFunctions.logSumExp(grid)
    #expect(abs(dense - conciliatory.laplace.logEvidence) < 0.02)
  }

  @Test("numbers that fail give no verdict, and the reason is the number that failed")
  func refused() {
    func result(_ evidence: Double, effective: Double, sampled: Double, prior: Double = 1)
      -> ExplanationResult
    {
      ExplanationResult(
        id: "a", kind: "drift", statement: "", signature: "", goalNeeds: nil, isReference: false,
        group: "a", prior: prior, logEvidence: evidence, logEvidenceByAct: evidence,
        otherEvidence: 0, imputationError: 0,
        laplaceCheck: LaplaceCheck(
          laplace: evidence, sampled: sampled, standardError: 0.1, effectiveDraws: effective,
          draws: 200),
        posterior: 1, posteriorRange: 1...1, amongListed: 1, fromActs: 1, coefficients: [])
    }
    func failures(_ result: ExplanationResult) -> [NumericalFailure] {
      NumericalFailure.all([result], bound: -40)
    }
    #expect(failures(result(-50, effective: 90, sampled: -50.3)).isEmpty)
    #expect(
      failures(result(1800, effective: 90, sampled: 1800))
        == [.aboveBound(explanation: "a", logEvidence: 1800, bound: -40)])
    #expect(
      failures(result(-50, effective: 1, sampled: -50))
        == [.fewEffectiveDraws(explanation: "a", effective: 1, least: 20)])
    #expect(
      failures(result(-50, effective: 90, sampled: -53))
        == [.methodsApart(explanation: "a", difference: 3, greatest: 1)])
    #expect(failures(result(.nan, effective: 90, sampled: -50)).count == 2)
    #expect(failures(result(1800, effective: 1, sampled: -50, prior: 0)).isEmpty)
  }
}
