import Diplomacy
import Estimation
import Testing

@testable import Relations

@Suite("The course of a relation")
struct RelationCourseTests {
  private let dyad = Dyad(from: "AAA", toward: "BBB")

  @Test("moves halfway to the weight of a lone act and halves its memory each half-life")
  func loneAct() throws {
    // 163 weighs -8; usual level 0, pull 1, half-life 10: levels -8/2, then -8 f/(1+f), f = 2^(-a/10).
    let subject = Fixture.subject([try Fixture.act("X", 5, code: "163")])
    let course = RelationCourse(of: dyad, in: subject, settings: CourseSettings(halfLife: 10))
    #expect(course.level[0] == 0)
    #expect(course.level[3] == 0)
    #expect(abs(course.level[4] - -4) < 1e-12)
    #expect(abs(course.level[14] - -8 * 0.5 / 1.5) < 1e-12)
    #expect(abs(course.level[24] - -8 * 0.25 / 1.25) < 1e-12)
    #expect(course.lowPoint?.day == Fixture.day(5))
    #expect(course.lowPoint?.level == course.level[4])
    #expect(course.daily[4] == -8)
    #expect(course.daily.reduce(0, +) == -8)
  }

  @Test("spreads an act over its possible days and adds what is left of earlier acts")
  func spreadAct() throws {
    // 057 weighs 8 on day 1 for certain; 172 (-5) on day 3 or 4. Half-life 1, pull 1, usual 0.
    let subject = Fixture.subject([
      try Fixture.act("X", 1, code: "057"), try Fixture.act("Y", 3, through: 4, code: "172"),
    ])
    let course = RelationCourse(of: dyad, in: subject, settings: CourseSettings(halfLife: 1))
    #expect(course.acts.map(\.weight) == [8, -5])
    let expected = [
      8.0 / 2, 4.0 / 1.5, (2 - 2.5) / (1 + 0.25 + 0.5), (1 - 1.25 - 2.5) / (1 + 0.125 + 0.25 + 0.5),
    ]
    for (level, value) in zip(course.level, expected) { #expect(abs(level - value) < 1e-12) }
    #expect(course.daily[2] == -2.5 && course.daily[3] == -2.5)
  }

  @Test("drifts back to the baseline's mean weight, pulled toward zero")
  func usualLevel() throws {
    // Baseline acts 8, 8 and -5 with pull 1: (8+8-5)/(1+3) = 2.75.
    let subject = Fixture.subject(
      [
        try Fixture.act("P", -900, code: "057"), try Fixture.act("Q", -800, code: "057"),
        try Fixture.act("R", -700, code: "172"), try Fixture.act("S", 50, code: "172"),
      ], baseline: Fixture.span(-1000, 0))
    let course = RelationCourse(of: dyad, in: subject)
    #expect(abs(course.usual.level - 2.75) < 1e-12)
    #expect(course.baselineActs == 3)
    #expect(abs(course.level[10] - 2.75) < 1e-6)
    #expect(abs(course.level[49] - (2.75 - 5) / 2) < 1e-6)
    #expect(course.phases.map(\.starts) == [["baseline"], []])
    #expect(course.phases[0].acts == 3)
  }

  @Test("uses nothing later than a day")
  func isCausal() throws {
    let events = try Fixture.manyActs()
    let course = RelationCourse(of: dyad, in: Fixture.subject(events))
    let early = events.filter { $0.date.last <= Fixture.day(40) }
    let known = RelationCourse(of: dyad, in: Fixture.subject(early))
    // Acts that may have been before day 40 and may have been later are left out: check before them.
    let blurred = events.filter { !early.contains($0) }.map(\.date.first).min() ?? Fixture.day(40)
    let length = min(40, blurred - Fixture.day(1))
    #expect(length > 5)
    #expect(Array(course.level[0..<length]) == Array(known.level[0..<length]))
  }

  @Test("has a band without width where dates are exact and acts are not resampled")
  func exactBand() throws {
    let events = try Fixture.manyActs().map { event in
      try Fixture.act(
        event.id, event.date.first - Fixture.day(0), code: event.code.rawValue, from: event.sources,
        toward: event.targets)
    }
    let settings = CourseSettings(resamplesActs: false)
    let course = RelationCourse(of: dyad, in: Fixture.subject(events), settings: settings)
    for (low, high) in zip(course.low, course.high) { #expect(high - low < 1e-12) }
    #expect(course.lowPoint?.from == course.lowPoint?.to)
    let resampled = RelationCourse(of: dyad, in: Fixture.subject(events))
    #expect(zip(resampled.low, resampled.high).contains { $1 - $0 > 0.5 })
  }

  @Test("has a band that widens with the date span alone, and only where it matters")
  func dateBand() throws {
    let settings = CourseSettings(resamplesActs: false)
    let subject = Fixture.subject([try Fixture.act("X", 20, through: 40, code: "163")])
    let course = RelationCourse(of: dyad, in: subject, settings: settings)
    #expect(course.high[18] - course.low[18] == 0)
    #expect(course.high[29] - course.low[29] > 3)
    // Afterwards the draws differ only in the act's age: 100 - 20 = 80 days against 60.
    #expect(course.high[99] - course.low[99] < 0.5)
    let low = try #require(course.lowPoint)
    #expect(low.from <= Fixture.day(22) && low.to >= Fixture.day(38))
    #expect(low.from >= Fixture.day(20) && low.to <= Fixture.day(40))
    // The level is lowest on the last possible day; 8 of 21 possible days lie within a week of it.
    #expect(low.day == Fixture.day(40))
    #expect(abs(low.shareWithinWeek - 8.0 / 21) < 0.12)
  }

  @Test("has a band that agrees with the closed form for a lone act")
  func bandOfLoneAct() throws {
    // Level -8 g/(u+g) with g and u exponential: the fraction is uniform from 0 to 1.
    let settings = CourseSettings(draws: 20_000)
    let subject = Fixture.subject(
      [try Fixture.act("X", 1, code: "163")], window: Fixture.span(1, 2))
    let course = RelationCourse(of: dyad, in: subject, settings: settings)
    #expect(abs(course.high[0] - -8 * 0.05) < 0.05)
    #expect(abs(course.low[0] - -8 * 0.95) < 0.05)
  }

  @Test("gives the mean level over any days, inside the course the mean of its levels")
  func meanLevel() throws {
    let course = RelationCourse(of: dyad, in: Fixture.subject(try Fixture.manyActs()))
    let mean = course.meanLevel(over: Fixture.span(11, 30))
    let direct = course.level[10..<30].reduce(0, +) / 20
    #expect(abs(mean.level - direct) < 1e-9)
    #expect(mean.low < mean.level && mean.level < mean.high)
    let before = course.meanLevel(over: Fixture.span(-300, -280))
    #expect(before == CourseLevel(0, within: (0, 0)))
  }

  @Test("is written as JSON with the keys of the report, and read back the same")
  func coding() throws {
    let course = RelationCourse(of: dyad, in: Fixture.subject(try Fixture.manyActs(count: 9)))
    try expectRoundTrip(
      course, keys: ["scale", "part", "days", "level", "low", "high", "lowPoint", "daily"])
  }

  @Test("bears settings out of range, such as a file may hold")
  func wildSettings() throws {
    var settings = CourseSettings()
    settings.pull = 0
    settings.halfLife = -.infinity
    settings.draws = -3
    settings.coverage = .nan
    let course = RelationCourse(
      of: dyad, in: Fixture.subject(try Fixture.manyActs(count: 9)), settings: settings)
    #expect(course.settings.draws == 1 && course.settings.pull > 0)
    for level in course.level { #expect(level.isFinite) }
    for (low, high) in zip(course.low, course.high) { #expect(low <= high) }
  }

  @Test("has quantiles that agree with sorting", arguments: [0.0, 0.05, 0.31, 0.5, 0.95, 1.0])
  func quantiles(share: Double) {
    var generator = SeededGenerator(seed: 7)
    for count in [1, 2, 3, 10, 199, 200] {
      let values = (0..<count).map { _ in Double(generator.next() % 50) }
      var shuffled = values
      #expect(
        abs(Quantiles.quantile(share, of: &shuffled) - Summaries.quantile(values, share)) < 1e-12)
    }
  }
}
