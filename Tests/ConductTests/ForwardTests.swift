import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Forward scores, predictive checks and predictions")
struct ForwardTests {
  @Test("the score of the last third and of rows given later is the same number")
  func sameNumber() throws {
    let whole = Fixture.random(seed: 9, acts: 30)
    var options = ComparisonTests.quick
    options.readsContent = false
    let score = try #require(ForwardScore(try ComparisonInput(whole, options: options)))
    #expect(score.from == Fixture.start + 107 && score.through == Fixture.start + 159)
    var early = whole
    early.window = try #require(DateSpan(from: Fixture.start, through: Fixture.start + 106))
    early.events = whole.events.filter { $0.date.first <= early.window.last }
    let later = whole.events.filter { $0.date.first > early.window.last }
    let after = try ExplanationComparison.score(early, after: later, options: options)
    let last = try #require(later.map(\.date.last).max())
    #expect(after.from == score.from && after.through == last)
    if last == score.through {
      for (a, b) in zip(after.explanations, score.explanations) {
        #expect(abs(a.score - b.score) < 1e-6)
      }
    }
    #expect(abs(score.explanations.reduce(score.nullWeight) { $0 + $1.weight } - 1) < 1e-9)
  }

  @Test("rows within the window are no later rows")
  func nothingLater() {
    let subject = Fixture.random(seed: 9, acts: 30)
    #expect(throws: Problem.self) {
      try ExplanationComparison.score(
        subject, after: subject.events, options: ComparisonTests.quick)
    }
  }

  @Test("a story that foretells a burst beats the null, and one that foretells quiet does not")
  func burst() throws {
    // Hostile acts every second day until the goal on day 150, of 160; none after it.
    let events = (0..<70).map { Fixture.event("H\($0)", 5 + 2 * $0) }
    let subject = Fixture.subject(
      events, explanations: Fixture.explanations(goal: 150, redress: 60))
    let score = try #require(
      ForwardScore(try ComparisonInput(subject, options: ComparisonTests.quick)))
    let gains = Dictionary(
      uniqueKeysWithValues: score.explanations.map { ($0.id, $0.gainOverNull) })
    #expect((gains["insulation"] ?? 0) > (gains["grievance"] ?? 0))
  }

  @Test("stacking gives all weight to the better of two, and shares where each is best somewhere")
  func stacking() {
    let better = ForwardScore.stacking([[0, -3], [0, -3], [0, -3]])
    #expect(better[0] > 0.999)
    let shared = ForwardScore.stacking([[0, -5], [-5, 0]])
    #expect(abs(shared[0] - 0.5) < 1e-6)
    // Two blocks where the first model is e^2 better and one where it is e^2 worse: the optimum of
    // 2 log(w + (1-w)/e^2) + log(w/e^2 + 1-w), found on a grid.
    let found = ForwardScore.stacking([[0, -2], [0, -2], [-2, 0]])[0]
    let grid = (1..<10_000).map { Double($0) / 10_000 }
    let best = grid.max { a, b in value(a) < value(b) } ?? 0
    #expect(abs(found - best) < 2e-4)
  }

  private func value(_ w: Double) -> Double {
    2 * log(w + (1 - w) * exp(-2)) + log(w * exp(-2) + 1 - w)
  }

  @Test("predictions are at least five, dated after the window, with a probability each")
  func predictions() throws {
    let subject = Fixture.random(seed: 5, acts: 30)
    let result = try ExplanationComparison.compare(subject, options: ComparisonTests.quick)
    #expect(result.predictions.count >= 5)
    for prediction in result.predictions {
      #expect(prediction.from == subject.window.last + 1 && prediction.through > prediction.from)
      #expect(prediction.probabilities.count == 7)
      #expect(prediction.probabilities.allSatisfy { (0...1).contains($0) })
      let range = prediction.probabilities
      #expect(((range.min() ?? 0)...(range.max() ?? 1)).contains(prediction.mixed))
    }
  }

  @Test("predictions are resolved by rows: yes, no, or left open by their dates")
  func resolution() throws {
    let from = Fixture.start + 160
    let prediction = Prediction(
      id: "p", source: "AAA", target: "BBB", tone: .hostile, kinds: [.demand, .threaten],
      from: from, through: from + 29, probabilities: [0.5], mixed: 0.5)
    func row(_ code: String, _ day: Int, _ last: Int, by: ActorCode = "AAA") throws -> Event {
      Event(
        id: "R", date: try #require(DateSpan(from: from + day, through: from + last)),
        sources: [by], targets: [by == "AAA" ? "BBB" : "AAA"],
        code: try #require(EventCode(code)), summary: "simulated")
    }
    #expect(prediction.outcome(in: []) == false)
    #expect(prediction.outcome(in: [try row("130", 3, 3)]) == true)
    #expect(prediction.outcome(in: [try row("112", 3, 3)]) == false, "another kind")
    #expect(prediction.outcome(in: [try row("130", 3, 3, by: "BBB")]) == false, "another side")
    #expect(prediction.outcome(in: [try row("130", 30, 30)]) == false, "a day too late")
    #expect(prediction.outcome(in: [try row("130", 28, 33)]) == nil, "perhaps in time")
  }

  @Test("predictive checks find the record that a story cannot draw")
  func checks() throws {
    // Thirty hostile acts in one week and none else: no story of steady conduct draws that.
    var events = (0..<30).map { Fixture.event("H\($0)", 70 + $0 % 7) }
    events += (0..<6).map { Fixture.event("B\($0)", 20 * $0 + 5, from: "BBB", to: "AAA") }
    let subject = Fixture.subject(events, explanations: Fixture.explanations())
    var options = ComparisonTests.quick
    options.simulations = 40
    let ground = try ComparisonInput(subject, options: options)
    let quiet = ConductParameters(
      values: [.baseHostile: -3, .baseConciliatory: -3], wandering: [:], answerDays: 10)
    let checks = PredictiveCheck.all(
      ground, counterpart: quiet, samples: 60, generator: Fixture.seeded(1))
    let burst = checks.filter { $0.feature == .largestBurst }
    #expect(burst.count == 7 && burst.allSatisfy { $0.observed == 30 })
    #expect(burst.contains { $0.isUnusual })
    #expect(checks.allSatisfy { $0.low <= $0.median && $0.median <= $0.high })
    #expect(checks.allSatisfy { $0.tail > 0 && $0.tail <= 1 })
    let again = PredictiveCheck.all(
      ground, counterpart: quiet, samples: 60, generator: Fixture.seeded(1))
    #expect(again == checks)
  }
}
