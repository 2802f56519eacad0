import Diplomacy
import Foundation
import Testing

@testable import Relations

@Suite("The course against a plain twin")
struct CourseTwinTests {
  private let dyad = Dyad(from: "AAA", toward: "BBB")

  /// The level of a day straight from the formula; acts as (day, weight, amount).
  private func level(
    on day: Int, of acts: [(day: Int, weight: Double, amount: Double)], usual: Double,
    _ settings: CourseSettings
  ) -> Double {
    var sum = settings.pull * usual
    var mass = settings.pull
    for act in acts where act.day <= day {
      let fading = act.amount * exp2(-Double(day - act.day) / settings.halfLife)
      sum += fading * act.weight
      mass += fading
    }
    return sum / mass
  }

  @Test(
    "has the levels of the formula, act by act",
    arguments: [(14.0, 1.0), (3.5, 0.25), (60.0, 4.0)])
  func formula(halfLife: Double, pull: Double) throws {
    let settings = CourseSettings(halfLife: halfLife, pull: pull, draws: 1)
    let events = try Fixture.manyActs(count: 80, days: 160)
    let subject = Fixture.subject(
      events, window: Fixture.span(61, 160), baseline: Fixture.span(1, 60))
    let course = RelationCourse(of: dyad, in: subject, settings: settings)
    var acts: [(day: Int, weight: Double, amount: Double)] = []
    var (sum, mass) = (0.0, pull)
    for event in events where event.sources == ["AAA"] {
      let weight = IntensityScale.goldsteinGDELT.weightOrOther(of: event.code)
      for offset in 0..<event.date.length {
        let day = event.date.first - Fixture.day(0) + offset
        let share = 1 / Double(event.date.length)
        acts.append((day, weight, share))
        if day <= 60 {
          sum += share * weight
          mass += share
        }
      }
    }
    #expect(abs(course.usual.level - sum / mass) < 1e-9)
    for (index, value) in course.level.enumerated() {
      let twin = level(on: 61 + index, of: acts, usual: sum / mass, settings)
      #expect(abs(value - twin) < 1e-9)
    }
  }

  @Test("has a band of dates that reaches over every line the dates allow, and no further")
  func enumeration() throws {
    // Two acts with 2 and 3 possible days allow six lines; a full band holds exactly those.
    let settings = CourseSettings(
      halfLife: 5, draws: 400, coverage: 1, resamplesActs: false)
    let subject = Fixture.subject(
      [
        try Fixture.act("X", 4, through: 5, code: "163"),
        try Fixture.act("Y", 5, through: 7, code: "057"),
      ], window: Fixture.span(1, 20))
    let course = RelationCourse(of: dyad, in: subject, settings: settings)
    for day in 1...20 {
      var lines: [Double] = []
      for first in 4...5 {
        for second in 5...7 {
          lines.append(level(on: day, of: [(first, -8, 1), (second, 8, 1)], usual: 0, settings))
        }
      }
      let (low, high) = (try #require(lines.min()), try #require(lines.max()))
      #expect(abs(course.low[day - 1] - low) < 1e-12)
      #expect(abs(course.high[day - 1] - high) < 1e-12)
    }
  }
}
