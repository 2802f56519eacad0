import Diplomacy
import Foundation
import Testing

@testable import Relations

/// Checks that a value is written as JSON with some keys and is read back the same.
func expectRoundTrip<Value: Codable & Equatable>(_ value: Value, keys: [String]) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys]
  let data = try encoder.encode(value)
  #expect(try JSONDecoder().decode(Value.self, from: data) == value)
  let text = try #require(String(bytes: data, encoding: .utf8))
  for key in keys { #expect(text.contains("\"\(key)\":"), "\(key) is missing") }
}

@Suite("The course treats rows, names, days and sides alike")
struct CourseSymmetryTests {
  private let dyad = Dyad(from: "AAA", toward: "BBB")

  @Test("whatever the order of the rows")
  func permutation() throws {
    let events = try Fixture.manyActs()
    let course = RelationCourse(of: dyad, in: Fixture.subject(events))
    let reversed = RelationCourse(of: dyad, in: Fixture.subject(events.reversed()))
    #expect(course == reversed)
  }

  @Test("whatever the actors are called, and whichever side is asked for")
  func renaming() throws {
    let events = try Fixture.manyActs()
    let swapped = events.map { Fixture.copy($0, renaming: ["AAA": "BBB", "BBB": "AAA"]) }
    let course = RelationCourse(of: dyad, in: Fixture.subject(events))
    let mirror = RelationCourse(of: dyad.reversed, in: Fixture.subject(swapped))
    #expect(course.level == mirror.level)
    #expect(course.low == mirror.low && course.high == mirror.high)
    #expect(course.lowPoint == mirror.lowPoint && course.phases == mirror.phases)
  }

  @Test("whenever it all happened")
  func shift() throws {
    let events = try Fixture.manyActs()
    let later = events.map { Fixture.copy($0, laterBy: 1000) }
    let course = RelationCourse(of: dyad, in: Fixture.subject(events))
    let moved = RelationCourse(
      of: dyad, in: Fixture.subject(later, window: Fixture.span(1001, 1100)))
    #expect(course.level == moved.level)
    #expect(course.low == moved.low && course.high == moved.high)
    #expect(course.lowPoint.map { $0.day + 1000 } == moved.lowPoint?.day)
  }

  @Test("and an act of opposite sign has the opposite level")
  func sign() throws {
    // 057 weighs 8 and 163 weighs -8.
    let kind = RelationCourse(
      of: dyad, in: Fixture.subject([try Fixture.act("X", 9, code: "057")]))
    let harsh = RelationCourse(
      of: dyad, in: Fixture.subject([try Fixture.act("X", 9, code: "163")]))
    for (one, other) in zip(kind.level, harsh.level) { #expect(abs(one + other) < 1e-12) }
    for (high, low) in zip(kind.high, harsh.low) { #expect(abs(high + low) < 1e-12) }
  }
}

@Suite("The acts of a course")
struct CourseActsTests {
  private let dyad = Dyad(from: "AAA", toward: "BBB")

  @Test("are words or deeds by quad class")
  func parts() throws {
    let subject = Fixture.subject([
      try Fixture.act("W1", 1, code: "010"), try Fixture.act("D1", 2, code: "062"),
      try Fixture.act("W2", 3, code: "112"), try Fixture.act("D2", 4, code: "172"),
    ])
    let rows = CoursePart.allCases.map { part in
      RelationCourse(of: dyad, part: part, in: subject).acts.map(\.row)
    }
    #expect(rows == [["W1", "D1", "W2", "D2"], ["W1", "W2"], ["D1", "D2"]])
  }

  @Test("leave out rows that take no part, and count them by reason")
  func exclusions() throws {
    let subject = Fixture.subject([
      try Fixture.act("A", 1, code: "112"),
      try Fixture.act("B", 2, code: "112", status: .unverified),
      try Fixture.act("C", 3, code: "112", status: .alleged),
      try Fixture.act("D", 4, code: "112", status: .denied),
      try Fixture.act("E", 5, code: "190", intent: .unintentional),
      try Fixture.act("F", 6, code: "112", organ: "non_state"),
      try Fixture.act("G", 7, code: "112", sameAs: "A"),
      try Fixture.act("H", 700, code: "112", sameAs: "A"),
      try Fixture.act("I", 8, code: "112", from: ["BBB"], toward: ["AAA"], status: .alleged),
    ])
    let course = RelationCourse(of: dyad, in: subject)
    #expect(course.acts.map(\.row) == ["A"])
    #expect(
      course.excluded
        == ["unverified": 1, "alleged": 2, "unintentional": 1, "non_state": 1, "duplicate": 1])
  }

  @Test("count once where the act was joint, for each dyad")
  func joint() throws {
    let subject = Fixture.subject([
      try Fixture.act("J", 5, code: "163", from: ["AAA", "CCC"], toward: ["BBB", "AAA"])
    ])
    #expect(RelationCourse(of: dyad, in: subject).daily[4] == -8)
    #expect(RelationCourse(of: Dyad(from: "CCC", toward: "BBB"), in: subject).daily[4] == -8)
    #expect(RelationCourse(of: Dyad(from: "CCC", toward: "AAA"), in: subject).daily[4] == -8)
    #expect(RelationCourse(of: dyad.reversed, in: subject).acts.isEmpty)
    #expect(RelationCourse(of: dyad.reversed, in: subject).lowPoint == nil)
  }

  @Test("weigh as the named scale says")
  func scales() throws {
    let subject = Fixture.subject([try Fixture.act("X", 5, code: "016")])
    #expect(RelationCourse(of: dyad, on: .goldsteinGDELT, in: subject).daily[4] == -2)
    #expect(RelationCourse(of: dyad, on: .goldsteinICEWS, in: subject).daily[4] == -5)
  }

  @Test("fall into phases between named dates, by the share of their possible days")
  func phases() throws {
    let subject = Fixture.subject(
      [
        try Fixture.act("A", 5, code: "057"), try Fixture.act("B", 19, through: 22, code: "163"),
        try Fixture.act("C", 60, code: "172"), try Fixture.act("D", 61, code: "010"),
      ],
      dates: [
        NamedDate(id: "second", day: Fixture.span(50, 52), what: ""),
        NamedDate(id: "first", day: Fixture.span(21, 21), what: ""),
        NamedDate(id: "early", day: Fixture.span(-50, -50), what: ""),
      ])
    let phases = RelationCourse(of: dyad, in: subject).phases
    #expect(phases.map(\.starts) == [[], ["first"], ["second"]])
    #expect(
      phases.map(\.span) == [Fixture.span(1, 20), Fixture.span(21, 49), Fixture.span(50, 100)])
    #expect(phases.map(\.hasExactBounds) == [true, false, false])
    #expect(phases.map(\.acts) == [1.5, 0.5, 2])
    #expect(phases.map(\.least) == [1, 0, 2])
    #expect(phases.map(\.most) == [2, 1, 2])
    #expect(phases.map(\.sum) == [4, -4, -5])
    #expect(phases[2].meanWeight == -2.5)
    #expect(phases.map(\.hostileShare) == [0.5 / 1.5, 1, 0.5])
    #expect(phases[1].rows == ["B"])
  }

  @Test("are counted by calendar month")
  func months() throws {
    let subject = Fixture.subject([
      try Fixture.act("A", 31, code: "057"), try Fixture.act("B", 31, through: 32, code: "163"),
      try Fixture.act("C", 59, code: "010"),
    ])
    let months = RelationCourse(of: dyad, in: subject).months
    #expect(months.map(\.month) == ["2025-01", "2025-02", "2025-03", "2025-04"])
    #expect(months.map(\.acts) == [1.5, 1.5, 0, 0])
    #expect(months.map(\.hostile) == [0.5, 0.5, 0, 0])
    #expect(months.map(\.conciliatory) == [1, 0, 0, 0])
    #expect(months.map(\.sum) == [4, -4, 0, 0])
    #expect(months[3].span == Fixture.span(91, 100))
  }
}
