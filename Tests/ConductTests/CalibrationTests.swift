import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Calibration by simulation")
struct CalibrationTests {
  /// Ranks of the true coefficients among posterior draws are uniform if the posterior is right.
  ///
  /// > Talts, S. et al. "Validating Bayesian inference algorithms with simulation-based
  /// > calibration." arXiv:1804.06788, 2018.
  @Test("ranks of true coefficients among posterior draws are uniform", arguments: [77, 78, 79])
  func ranks(seed: UInt64) throws {
    let received = (0..<12).map { index in
      ConductAct(
        id: "B\(index)", role: .conciliationReceived, first: 5 + 24 * index, last: 5 + 24 * index,
        mark: 1, publisher: "")
    }
    let course = ConditionCovariates(
      DrawnConditions(
        goalStart: nil, goal: 160, onset: 20, redress: 230, shocks: [], rounds: [80, 200]),
      length: 300)
    let kind = try #require(ConductKind.named("reciprocity"))
    var source = Fixture.seeded(seed)
    let draws = 19
    var ranks = [[Double]](repeating: [], count: 5)
    func posterior(_ days: [Int]) -> StreamPosterior {
      let own = days.enumerated().map { index, day in
        ConductAct(
          id: "A\(index)", role: .conciliatory, first: day, last: day, mark: 1, publisher: "")
      }
      let record = ConductRecord(
        actor: "AAA", other: "BBB", start: Fixture.start, length: 300, acts: received + own)
      let dates = record.acts.map(\.first)
      let design = StreamDesign(
        .conciliatory, record: record, days: dates, course: course,
        answers: Excitation(record, days: dates, answerDays: 10, nodes: 1), wanderingTerms: 0,
        dateNodes: 1,
        end: 300)
      return StreamPosterior(
        design, kind: kind, model: ConductModel(), wandering: 0,
        base: BaseRate(centre: -2, spread: 0.7))
    }
    let empty = posterior([])
    let answers = Excitation.decayed(
      (0..<300).map { day in received.contains { $0.first == day } ? 1 : 0 }, days: 10)
    for _ in 0..<400 {
      let truth = zip(empty.centre, empty.spread).map { $0 + $1 * source.normal() }
      let theta = empty.coefficients(at: truth)
      var days: [Int] = []
      for day in 0..<300 {
        var eta = 0.0
        for (index, coefficient) in empty.design.rate.enumerated() {
          eta += theta[index] * (course.column(coefficient)?[day] ?? 0)
        }
        let rate = exp(eta) + theta[4] * answers[day]
        days += [Int](repeating: day, count: source.poisson(mean: rate))
      }
      let fit = StreamFit(posterior(days), logWeight: 0, start: nil)
      let sample = (0..<draws).map { _ in fit.laplace.draw(using: &source) }
      for k in ranks.indices {
        let below = sample.reduce(0) { $0 + ($1[k] < truth[k] ? 1 : 0) }
        ranks[k].append((Double(below) + source.uniform()) / Double(draws + 1))
      }
    }
    // Fifteen tests in all; the bound keeps a false alarm among them below one in twenty.
    for sample in ranks {
      let gap = Summaries.uniformGap(sample)
      #expect(Summaries.uniformGapPValue(gap: gap, count: sample.count) > 0.003)
    }
  }
}
