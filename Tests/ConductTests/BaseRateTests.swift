import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Base rates")
struct BaseRateTests {
  static func record(own: Int, received: Int) -> ConductRecord {
    let events =
      (0..<own).map { Fixture.event("A\($0)", 5 * $0) }
      + (0..<received).map { Fixture.event("B\($0)", 5 * $0, from: "BBB", to: "AAA") }
    return ConductRecord(Fixture.subject(events, explanations: Fixture.explanations()))
  }

  @Test("by parity are the other side's rate, a factor e from the actor's own at most")
  func parity() {
    func centre(_ own: Int, _ received: Int) -> Double? {
      BaseRate.parity(.hostile, Self.record(own: own, received: received))
    }
    #expect(centre(20, 13).map { abs($0 - log(14 / 160.0)) < 1e-12 } == true)
    #expect(centre(20, 0).map { abs($0 - (log(21 / 160.0) - 1.4)) < 1e-12 } == true)
    #expect(centre(2, 30).map { abs($0 - (log(3 / 160.0) + 0.6)) < 1e-12 } == true)
    #expect(BaseRate.parity(.closure, Self.record(own: 5, received: 5)) == nil)
  }

  @Test(
    "by own count make every story expect as many acts as there are",
    arguments: ["insulation", "grievance", "reciprocity", "rally", "drift", "none"])
  func ownCount(kind name: String) throws {
    let kind = try #require(ConductKind.named(name))
    let record = Self.record(own: 24, received: 10)
    let course = ConditionCovariates(
      DrawnConditions(
        goalStart: nil, goal: 90, onset: 5, redress: 120, shocks: [30, 100], rounds: [40, 95]),
      length: 160)
    let answers = Excitation(record, days: record.acts.map(\.first), answerDays: 8, nodes: 1)
    let centre = BaseRate.ownCount(
      .hostile, record, kind: kind, model: ConductModel(), course: course, answers: answers)
    let values = Dictionary(
      uniqueKeysWithValues: Coefficient.allCases.map {
        ($0, $0 == .baseHostile ? centre : kind.prior(of: $0).median)
      })
    let eta = ConductParameters(values: values, wandering: [:], answerDays: 8)
      .course(.hostile, course)
    let reaction = values[.reactionHostile, default: 0] * answers.hostility.reduce(0, +)
    let momentum = values[.momentum, default: 0] * answers.momentum.reduce(0, +)
    let expected = eta.reduce(0) { $0 + exp($1) } + reaction + momentum
    #expect(abs(expected - 24.5) < 1e-9)
  }
}
