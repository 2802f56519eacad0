import Diplomacy
import Testing

@testable import Relations

/// Ten courses made by hand, of which anybody can say what they show.
enum TextbookCourse: String, CaseIterable, CustomTestStringConvertible {
  case freeze, thaw, singleShock, slowDecline, ritualMeetings, thinningRecord, thickeningRecord
  case twoSidedEscalation, oneSidedCourtship, nothing

  var testDescription: String { rawValue }

  /// An act on a day.
  struct Act {
    let day: Int
    let code: String
  }

  /// The acts of AAA toward BBB as day and code, over 360 days.
  var acts: [Act] {
    func every(_ step: Int, _ days: ClosedRange<Int>, _ codes: [String]) -> [Act] {
      stride(from: days.lowerBound, through: days.upperBound, by: step).enumerated().map {
        Act(day: $1, code: codes[$0 % codes.count])
      }
    }
    func at(_ acts: KeyValuePairs<Int, String>) -> [Act] {
      acts.map { Act(day: $0.key, code: $0.value) }
    }
    let friendly = ["057", "042", "070"]
    let hostile = ["172", "112", "163"]
    switch self {
    case .freeze:
      return every(10, 1...100, friendly)
        + at([110: "112", 112: "161", 115: "163", 120: "160", 125: "161"])
    case .thaw:
      return every(10, 1...150, hostile) + at([200: "041", 215: "040", 230: "085"])
        + every(12, 240...350, friendly)
    case .singleShock:
      return every(10, 1...180, friendly) + at([183: "163"]) + every(10, 190...350, friendly)
    case .slowDecline:
      return every(9, 1...80, ["057", "070"]) + every(9, 90...160, ["050", "040", "031"])
        + every(9, 170...240, ["110", "111", "020"]) + every(9, 250...350, ["172", "163"])
    case .ritualMeetings: return every(8, 1...350, ["163", "040", "172", "040"])
    case .thinningRecord: return every(5, 1...150, friendly) + every(60, 170...350, ["070"])
    case .thickeningRecord: return every(60, 1...180, ["070"]) + every(5, 190...350, friendly)
    case .twoSidedEscalation:
      return every(12, 1...120, friendly) + every(6, 130...240, ["112", "160"])
        + every(3, 250...350, ["163", "172", "190"])
    case .oneSidedCourtship: return every(9, 1...350, ["057", "070", "042"])
    case .nothing: return []
    }
  }

  /// The acts of the other side, where it matters.
  var answers: [Act] {
    switch self {
    case .twoSidedEscalation: acts.map { Act(day: $0.day + 1, code: $0.code) }
    case .oneSidedCourtship: [20, 180, 300].map { Act(day: $0, code: "010") }
    default: []
    }
  }

  func subject() throws -> Case {
    var events: [Event] = []
    for (index, act) in acts.enumerated() {
      events.append(try Fixture.act("A\(index)", act.day, code: act.code))
    }
    for (index, act) in answers.enumerated() {
      events.append(
        try Fixture.act("B\(index)", act.day, code: act.code, from: ["BBB"], toward: ["AAA"]))
    }
    return Fixture.subject(events, window: Fixture.span(1, 360))
  }
}

@Suite("Textbook courses")
struct TextbookCourseTests {
  func course(_ kind: TextbookCourse, _ dyad: String = "AAA>BBB") throws -> RelationCourse {
    RelationCourse(of: try #require(Dyad(dyad)), in: try kind.subject())
  }

  @Test("have the shape that a historian would give them")
  func shapes() throws {
    let expected: [TextbookCourse: Set<CourseOutline.Shape>] = [
      .freeze: [.worsened], .thaw: [.improved], .singleShock: [.steady, .fellAndRose],
      .slowDecline: [.worsened], .ritualMeetings: [.steady], .thinningRecord: [.steady],
      .thickeningRecord: [.steady], .twoSidedEscalation: [.worsened],
      .oneSidedCourtship: [.steady], .nothing: [.unknown],
    ]
    for kind in TextbookCourse.allCases {
      let shape = try course(kind).outline.shape
      #expect(expected[kind]?.contains(shape) == true, "\(kind): \(shape)")
    }
  }

  @Test("a freeze stays where the last acts left it and becomes unknown, never warm")
  func freeze() throws {
    let course = try course(.freeze)
    #expect(course.level[99] > 3)
    #expect(course.level[359] < -2 && course.level[359] == course.level[124])
    #expect(course.high[359] - course.low[359] > course.high[124] - course.low[124] + 3)
    #expect(!course.isKnown[359])
    #expect(course.outline.silences.last?.last == Fixture.day(360))
  }

  @Test("a thaw is no cooling at any of its steps")
  func thaw() throws {
    let course = try course(.thaw)
    #expect(course.level[149] < -2 && course.level[349] > 3)
    for day in [200, 215, 230, 240] { #expect(course.level[day - 1] > course.level[day - 2]) }
    #expect(course.outline.shape == .improved)
  }

  @Test("ritual meetings do not lift a crisis")
  func ritual() throws {
    let course = try course(.ritualMeetings)
    #expect(course.level[100...349].allSatisfy { $0 < -2 })
  }

  @Test("a record that thins out or thickens changes what is known, not the level")
  func coverage() throws {
    let thin = try course(.thinningRecord)
    #expect(abs(thin.level[349] - thin.level[149]) < 3)
    #expect(thin.high[349] - thin.low[349] > thin.high[149] - thin.low[149])
    let thick = try course(.thickeningRecord)
    #expect(abs(thick.level[349] - thick.level[125]) < 3)
    #expect(thick.high[349] - thick.low[349] < thick.high[125] - thick.low[125])
  }

  @Test("one side's courtship says nothing of the other's")
  func courtship() throws {
    #expect(try course(.oneSidedCourtship).level[349] > 3)
    #expect(try course(.oneSidedCourtship, "BBB>AAA").level[349] < 2)
    let (one, other) = (
      try course(.twoSidedEscalation), try course(.twoSidedEscalation, "BBB>AAA")
    )
    #expect(one.level[349] < -5 && other.level[349] < -5)
  }

  @Test("nothing is nothing")
  func nothing() throws {
    let course = try course(.nothing)
    #expect(course.isKnown.allSatisfy { !$0 })
    #expect(course.low[180] < -7 && course.high[180] > 7)
    #expect(course.lowPoint == nil && course.outline.knownShare == 0)
  }
}
