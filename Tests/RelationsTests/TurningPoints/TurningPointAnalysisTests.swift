import Diplomacy
import Foundation
import Testing

@testable import Relations

@Suite("Turning points of a relation")
struct TurningPointAnalysisTests {
  /// Friendly acts every four days until day 60, hostile ones after; the other side turns ten days later.
  private func record() throws -> [Event] {
    var events: [Event] = []
    for (index, day) in stride(from: 2, through: 118, by: 4).enumerated() {
      let friendly = ["057", "042", "040"]
      let hostile = ["172", "112", "163"]
      events.append(
        try Fixture.act("A\(day)", day, code: (day < 60 ? friendly : hostile)[index % 3]))
      events.append(
        try Fixture.act(
          "B\(day)", day + 1, code: (day < 70 ? friendly : hostile)[index % 3], from: ["BBB"],
          toward: ["AAA"]))
    }
    return events
  }

  private func subject() throws -> Case {
    Fixture.subject(
      try record(), window: Fixture.span(1, 120),
      dates: [
        NamedDate(id: "break", day: DateSpan(Fixture.day(61)), what: "an accord"),
        NamedDate(id: "quiet", day: DateSpan(Fixture.day(20)), what: "a visit"),
      ])
  }

  @Test("stand at the planted days with their acts, levels and words")
  func planted() throws {
    let analysis = TurningPointAnalysis(of: try subject())
    let own = try #require(analysis.directions.first)
    #expect(own.dyad == Dyad(from: "AAA", toward: "BBB"))
    #expect(own.acts == 30)
    #expect(own.points.count == 1)
    let turn = try #require(own.points.first)
    #expect(turn.day == Fixture.day(62))
    #expect(turn.span.contains(Fixture.day(62)) && turn.span.length <= 20)
    #expect(turn.halfSpan.isWithin(turn.span))
    #expect(turn.probability > 0.9)
    #expect(turn.isWorsening)
    // The means of the weights on either side: 8, 1.9, 1 and -5, -2, -8 by turns.
    #expect(turn.levelBefore > 2 && turn.levelAfter < -3)
    #expect(turn.rows.contains("A62"))
    #expect(turn.statement.contains("2025-03-03"))
    let other = try #require(analysis.points(of: Dyad(from: "BBB", toward: "AAA")))
    #expect(other.map(\.day) == [Fixture.day(71)])
  }

  @Test("are near the date they were planted at, and placebo dates say how surprising that is")
  func namedDates() throws {
    let analysis = TurningPointAnalysis(of: try subject())
    let own = analysis.dates.filter { $0.dyad.source == "AAA" }
    let near = try #require(own.first { $0.date == "break" })
    let far = try #require(own.first { $0.date == "quiet" })
    #expect(near.distance == 1)
    #expect(near.probability > 0.9)
    #expect(near.placeboShare < 0.3)
    #expect(far.placeboShare > near.placeboShare)
    #expect(far.probability < 0.2)
  }

  @Test("say which side turned first")
  func order() throws {
    let order = try #require(TurningPointAnalysis(of: try subject()).orders.first)
    #expect(order.focalFirst > 0.9)
    #expect(abs(order.focalFirst + order.otherFirst + order.sameDay - 1) < 1e-9)
  }

  @Test("treat both sides alike")
  func symmetry() throws {
    let subject = try subject()
    let one = TurningPointAnalysis(of: subject)
    let other = TurningPointAnalysis(of: subject, dyad: subject.focalDyad.reversed)
    #expect(one.directions.first == other.directions.last)
    #expect(one.directions.last == other.directions.first)
  }

  @Test("are refused in words where there are too few acts")
  func tooFew() throws {
    let subject = Fixture.subject([try Fixture.act("A1", 5, code: "112")])
    let analysis = TurningPointAnalysis(of: subject)
    #expect(analysis.directions.allSatisfy { $0.refusal != nil && $0.points.isEmpty })
    #expect(analysis.directions.first?.refusal?.hasPrefix("1 acts") == true)
    #expect(analysis.points(of: subject.focalDyad) == nil)
    #expect(analysis.dates.isEmpty)
  }

  @Test("survive being written and read")
  func coding() throws {
    let analysis = TurningPointAnalysis(of: try subject())
    let data = try JSONEncoder().encode(analysis)
    #expect(try JSONDecoder().decode(TurningPointAnalysis.self, from: data) == analysis)
  }
}
