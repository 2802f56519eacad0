import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Stories that cannot be told apart")
struct MergedStoriesTests {
  static func shares(_ explanations: [Explanation]) throws -> [String: Double] {
    var subject = Fixture.random(seed: 5, acts: 40, explanations: explanations)
    subject.id = "simulated"
    let ground = try ComparisonInput(subject, options: ComparisonTests.quick)
    let posterior = StreamEvidence.posterior(ground.candidates, ground.fromActs, power: 1)
    return Dictionary(
      uniqueKeysWithValues: zip(ground.candidates.map(\.id), posterior).map { ($0, $1) })
  }

  @Test("share one prior: to list a story twice, or under another name, changes no other")
  func twice() throws {
    let once = try Self.shares(Fixture.explanations())
    var list = Fixture.explanations()
    list.append(Explanation(id: "again", kind: "insulation", until: list[0].until))
    list.append(Explanation(id: "orchestration", kind: "orchestration", until: list[0].until))
    let thrice = try Self.shares(list)
    for id in ["grievance", "reciprocity", "rally", "bargaining", "drift", "constant-rate"] {
      #expect(abs(once[id, default: 0] - thrice[id, default: 0]) < 1e-9)
    }
    let together = ["insulation", "again", "orchestration"].reduce(0) {
      $0 + thrice[$1, default: 0]
    }
    #expect(abs(together - once["insulation", default: 0]) < 1e-9)
    #expect(abs(thrice["again", default: 0] - thrice["insulation", default: 0]) < 1e-9)
  }

  @Test("a story that nobody believes raises no other")
  func unbelieved() throws {
    let once = try Self.shares(Fixture.explanations())
    var list = Fixture.explanations()
    list.append(Explanation(id: "odd", kind: "cooling", prior: 0, from: list[1].from))
    let more = try Self.shares(list)
    for (id, share) in once { #expect(abs(share - more[id, default: 0]) < 1e-9) }
    #expect(more["odd"] == 0)
  }

  @Test("are found where dates make two kinds expect the same, and not where they do not")
  func near() throws {
    // No conciliation received and no closures, by which the two kinds would differ in any case.
    let events =
      (0..<20).map { Fixture.event("A\($0)", 7 * $0) }
      + (0..<9).map { Fixture.event("B\($0)", 15 * $0, from: "BBB", to: "AAA") }
    func groups(goal: Int, redress: Int) throws -> Int {
      func day(_ offset: Int) -> DateReference { .span(DateSpan(Fixture.start + offset)) }
      let subject = Fixture.subject(
        events,
        explanations: [
          Explanation(id: "insulation", kind: "insulation", from: day(20), until: day(goal)),
          Explanation(id: "grievance", kind: "grievance", from: day(20), until: day(redress)),
        ])
      let ground = try ComparisonInput(subject, options: ComparisonTests.quick)
      return Set(ground.candidates.map(\.group)).count
    }
    #expect(try groups(goal: 70, redress: 150) == 3)
    #expect(try groups(goal: 120, redress: 121) == 2)
  }

  @Test("a rally without a shock is a constant rate, and says so by its group")
  func empty() throws {
    let subject = Fixture.random(
      seed: 8, acts: 30,
      explanations: [Explanation(id: "rally", kind: "rally"), Fixture.explanations()[1]])
    let ground = try ComparisonInput(subject, options: ComparisonTests.quick)
    let groups = Dictionary(
      uniqueKeysWithValues: ground.candidates.map { ($0.id, $0.group) })
    #expect(groups["rally"] == groups["constant-rate"])
    #expect(groups["rally"] != groups["grievance"])
  }
}
