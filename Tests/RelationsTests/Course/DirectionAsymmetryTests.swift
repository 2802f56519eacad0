import Diplomacy
import Testing

@testable import Relations

@Suite("How unlike two sides were")
struct DirectionAsymmetryTests {
  static func asymmetry(_ subject: Case, _ one: ActorCode = "AAA", _ other: ActorCode = "BBB")
    throws -> DirectionAsymmetry
  {
    let dyad = try #require(Dyad("\(one)>\(other)"))
    return try #require(
      DirectionAsymmetry(
        RelationCourse(of: dyad, in: subject), RelationCourse(of: dyad.reversed, in: subject)))
  }

  @Test("changes sign and keeps its width when the sides change places")
  func mirrored() throws {
    let subject = Fixture.subject(
      try Fixture.manyActs(), baseline: Fixture.span(-200, 0),
      dates: [
        NamedDate(
          id: "d", day: Fixture.span(40, 40), what: "something",
          source: "R1")
      ])
    let (one, other) = (try Self.asymmetry(subject), try Self.asymmetry(subject, "BBB", "AAA"))
    #expect(one.rows.count == 4)
    #expect(one.rows.map(\.span) == other.rows.map(\.span))
    for (a, b) in zip(one.rows, other.rows) {
      #expect(abs(a.difference.level + b.difference.level) < 1e-12)
      #expect(abs(a.difference.low + b.difference.high) < 1e-12)
      #expect(a.hostileByFirst == b.hostileBySecond)
      if let share = a.hostileShare, let opposite = b.hostileShare {
        #expect(abs(share.level + opposite.level - 1) < 1e-12)
        #expect(abs(share.low + opposite.high - 1) < 1e-12)
      } else {
        #expect(a.hostileShare == nil && b.hostileShare == nil)
      }
    }
  }

  @Test("counts every hostile act of the window once among its phases")
  func counts() throws {
    let rows = try Self.asymmetry(Fixture.subject(try Fixture.manyActs())).rows
    #expect(rows[0].starts == ["window"])
    let phases = rows.dropFirst()
    #expect(abs(rows[0].hostileByFirst - phases.reduce(0) { $0 + $1.hostileByFirst }) < 1e-9)
    #expect(abs(rows[0].hostileBySecond - phases.reduce(0) { $0 + $1.hostileBySecond }) < 1e-9)
  }

  @Test("takes differences of levels with the reach of both bands")
  func formulas() {
    let difference = DirectionAsymmetry.difference(
      CourseLevel(2, within: (-1, 6)), CourseLevel(1, within: (-2, 5)))
    #expect(difference.level == 1)
    #expect(difference.low == 1 - 5)
    #expect(difference.high == 1 + 5)
  }
}
