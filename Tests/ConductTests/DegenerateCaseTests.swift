import Diplomacy
import Testing

@testable import Conduct

@Suite("Degenerate cases")
struct DegenerateCaseTests {
  static func compared(_ events: [Event], goal: Int = 90, redress: Int = 120) throws
    -> ConductAssessment
  {
    try ExplanationComparison.compare(
      Fixture.subject(
        events, explanations: Fixture.explanations(goal: goal, redress: redress)),
      options: ComparisonTests.quick)
  }

  static var received: [Event] {
    (0..<8).map { Fixture.event("B\($0)", 10 * $0, from: "BBB", to: "AAA") }
  }

  @Test("without an act of the focal actor are refused with the reason")
  func noConduct() {
    #expect {
      try Self.compared(Self.received)
    } throws: { error in
      (error as? Problem)?.what.contains("no conduct to explain") == true
    }
  }

  @Test("with an unknown kind are refused and told which kinds there are")
  func unknownKind() {
    let subject = Fixture.subject(
      [Fixture.event("A", 3)], explanations: [Explanation(id: "x", kind: "astrology")])
    #expect {
      try ExplanationComparison.compare(subject, options: ComparisonTests.quick)
    } throws: { error in
      (error as? Problem)?.fix.contains("insulation") == true
    }
  }

  @Test("with one act stay close to the prior and say so")
  func oneAct() throws {
    let result = try Self.compared([Fixture.event("A", 50)] + Self.received)
    #expect(result.explanations.allSatisfy { $0.posterior > 0.02 && $0.posterior < 0.45 })
    #expect(result.notes.contains { $0.contains("little more than the prior") })
    #expect(result.verdict.outcome != .favours)
    #expect(result.verdict.term == nil)
  }

  @Test("without an act of the other side say that reaction cannot be seen")
  func oneSided() throws {
    let result = try Self.compared((0..<12).map { Fixture.event("A\($0)", 11 * $0) })
    #expect(result.notes.contains { $0.contains("nothing can be said of reaction") })
    #expect(result.reactions.allSatisfy { $0.probabilityReaction == 0 })
  }

  @Test("with all acts on one day say that their order tells nothing")
  func oneDay() throws {
    let result = try Self.compared((0..<12).map { Fixture.event("A\($0)", 40) } + Self.received)
    #expect(result.notes.contains { $0.contains("fall on one day") })
    #expect(result.explanations.allSatisfy { $0.logEvidence.isFinite })
  }

  @Test("with a goal outside the window or on the day of redress say so")
  func dates() throws {
    let acts = (0..<12).map { Fixture.event("A\($0)", 11 * $0) } + Self.received
    let outside = try Self.compared(acts, goal: 400)
    #expect(outside.notes.contains { $0.contains("goal lies outside the window") })
    let same = try Self.compared(acts, goal: 100, redress: 100)
    #expect(same.notes.contains { $0.contains("fall on the same day") })
  }
}
