import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Relations

@Suite("The course of a relation")
struct RelationCourseTests {
  private let dyad = Dyad(from: "AAA", toward: "BBB")

  @Test("moves toward the weight of a lone act as the filter's gain says, and stays there")
  func loneAct() throws {
    // 163 weighs -8; ignorance 25, noise 9: the gain is 25/34, the variance left 25 - 625/34.
    let subject = Fixture.subject([try Fixture.act("X", 5, code: "163")])
    let course = RelationCourse(of: dyad, in: subject)
    #expect(course.level[3] == 0)
    let level = -8 * 25.0 / 34
    for index in [4, 5, 50, 99] { #expect(abs(course.level[index] - level) < 1e-12) }
    // The band: normal, its variance grown by 0.25 a day up to that of ignorance.
    let left = 25 - 625.0 / 34
    for days in [0, 10, 80] {
      let reach = 1.644_853_626_951_47 * min(25, left + 0.25 * Double(days)).squareRoot()
      #expect(abs(course.low[4 + days] - max(-10, level - reach)) < 1e-6)
      #expect(abs(course.high[4 + days] - (level + reach)) < 1e-6)
    }
    #expect(course.isKnown[4] && course.isKnown[12] && !course.isKnown[40] && !course.isKnown[3])
    #expect(course.daysSinceAct[3] == nil && course.daysSinceAct[14] == 10)
    #expect(course.actsBehind[4] == 1 && course.actsBehind[70] == 0)
    #expect(course.lowPoint?.day == Fixture.day(5))
    #expect(course.daily[4] == -8)
    #expect(course.daily.reduce(0, +) == -8)
  }

  @Test("is not lowered by a meeting or a routine statement, and raised by one less than by a deed")
  func routine() throws {
    let warm = try Fixture.act("A", 5, code: "057")
    let meeting = try Fixture.act("B", 10, code: "040")
    let course = RelationCourse(of: dyad, in: Fixture.subject([warm, meeting]))
    let alone = RelationCourse(of: dyad, in: Fixture.subject([warm]))
    #expect(course.level == alone.level)
    let cold = try Fixture.act("A", 5, code: "163")
    let met = RelationCourse(of: dyad, in: Fixture.subject([cold, meeting]))
    let helped = RelationCourse(
      of: dyad, in: Fixture.subject([cold, try Fixture.act("B", 10, code: "070")]))
    #expect(met.level[9] > met.level[8] && met.level[9] < helped.level[9])
  }

  @Test("agrees with a filter written out by brute force, whatever the days")
  func bruteForce() throws {
    // Bayes' rule for a normal level on a grid of values, day by day.
    let days = [3, 4, 17, 60, 61, 90]
    let codes = ["163", "172", "057", "112", "070", "173"]
    let events = try zip(days, codes).enumerated().map {
      try Fixture.act("E\($0.offset)", $0.element.0, code: $0.element.1)
    }
    let settings = CourseSettings(ignorance: 100)
    let course = RelationCourse(of: dyad, in: Fixture.subject(events), settings: settings)
    let grid = stride(from: -60.0, through: 60, by: 0.05).map { $0 }
    var density = grid.map { exp(-$0 * $0 / 20_000) }
    var last = days[0]
    for (day, act) in zip(days, course.acts) {
      let variance = 0.25 * Double(day - last)
      if variance > 0 {
        let reach = Int((6 * variance.squareRoot() / 0.05).rounded(.up))
        let kernel = (-reach...reach).map { exp(-pow(0.05 * Double($0), 2) / (2 * variance)) }
        density = grid.indices.map { index in
          (-reach...reach).reduce(0) { sum, step in
            let place = index + step
            return grid.indices.contains(place) ? sum + density[place] * kernel[step + reach] : sum
          }
        }
      }
      density = zip(grid, density).map { $1 * exp(-pow(act.weight - $0, 2) / 18) }
      let sum = density.reduce(0, +)
      let mean = zip(grid, density).reduce(0) { $0 + $1.0 * $1.1 } / sum
      #expect(abs(course.level[day - 1] - mean) < 0.02)
      last = day
    }
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

  @Test("has a band that widens with the date span, and only from its first day on")
  func dateBand() throws {
    let subject = Fixture.subject([try Fixture.act("X", 20, through: 40, code: "163")])
    let course = RelationCourse(of: dyad, in: subject)
    let exact = RelationCourse(
      of: dyad, in: Fixture.subject([try Fixture.act("X", 20, code: "163")]))
    #expect(course.high[18] == exact.high[18])
    #expect(course.high[29] - course.low[29] > exact.high[29] - exact.low[29])
    let low = try #require(course.lowPoint)
    #expect(low.from >= Fixture.day(20) && low.to <= Fixture.day(40))
    #expect(low.to - low.from > 10)
    #expect(abs(low.days.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test("gives the mean level over any days from all acts, with a band that covers the truth")
  func meanLevel() throws {
    // Levels that wander as the model says; the 90 % bands should hold the mean nine times in ten.
    var generator = SeededGenerator(seed: 3)
    var covered = 0
    let rounds = 60
    for _ in 0..<rounds {
      var level = 0.0
      var levels: [Double] = []
      var acts: [CourseFilter.Point] = []
      for day in 1...100 {
        level += 0.25.squareRoot() * generator.normal()
        levels.append(level)
        if generator.uniform() < 0.2 {
          acts.append(
            .init(
              day: Fixture.day(day), weight: level + 3 * generator.normal(), isRoutine: false))
        }
      }
      let filter = CourseFilter(acts, over: Fixture.span(1, 100), settings: CourseSettings())
      var means = (0..<200).map { _ in
        filter.path(&generator)[20..<60].reduce(0, +) / 40
      }
      let truth = levels[20..<60].reduce(0, +) / 40
      let band = Quantiles.band(of: &means, coverage: 0.9)
      if band.low <= truth && truth <= band.high { covered += 1 }
    }
    #expect(covered >= 47)
    let course = RelationCourse(of: dyad, in: Fixture.subject(try Fixture.manyActs()))
    let mean = course.meanLevel(over: Fixture.span(11, 30))
    #expect(mean.low < mean.level && mean.level < mean.high)
    let unknown = course.meanLevel(over: Fixture.span(-900, -880))
    #expect(unknown.high - unknown.low > 8)
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
    settings.noise = 0
    settings.changePerDay = -.infinity
    settings.draws = -3
    settings.coverage = .nan
    let course = RelationCourse(
      of: dyad, in: Fixture.subject(try Fixture.manyActs(count: 9)), settings: settings)
    #expect(course.settings.draws == 1 && course.settings.noise > 0)
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
