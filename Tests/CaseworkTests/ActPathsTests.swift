import Assessment
import Casework
import Conduct
import Diplomacy
import Estimation
import EventData
import Foundation
import Relations
import TestSupport
import Testing
import TimeSeries

/// One record with stated weights through every path: each has to find the same acts.
@Suite("One act, one rule")
struct ActPathsTests {
  /// Who did what on which day of June 2018, with the weight that the row states.
  private struct Row {
    let day: Int
    let code: String
    let weight: Double
    var isOfficial = true
    var isReversed = false
  }

  /// Three whole weeks, Monday the 4th to Sunday the 24th.
  private static let rows: [Row] = {
    var rows: [Row] = []
    for day in 4...24 {
      rows.append(Row(day: day, code: "112", weight: 5))
      rows.append(Row(day: day, code: "042", weight: -3))
      if day % 3 == 0 { rows.append(Row(day: day, code: "190", weight: -10)) }
      if day % 4 == 0 { rows.append(Row(day: day, code: "010", weight: 0)) }
      if day % 5 == 0 { rows.append(Row(day: day, code: "190", weight: -10, isOfficial: false)) }
      if day % 2 == 0 { rows.append(Row(day: day, code: "130", weight: 2, isReversed: true)) }
    }
    return rows
  }()

  private struct Tally: Hashable {
    var acts = 0
    var hostile = 0
    var conciliatory = 0
    var tenths = 0
  }

  /// What the rule demands, straight from the rows.
  private static func expected(reversed: Bool) -> Tally {
    let acts = rows.filter { $0.isReversed == reversed && $0.isOfficial }
    return Tally(
      acts: acts.count, hostile: acts.count { $0.weight < 0 },
      conciliatory: acts.count { $0.weight > 0 },
      tenths: acts.reduce(0) { $0 + Int(($1.weight * 10).rounded()) })
  }

  private static let dyad = Dyad(from: "RUS", toward: "UKR")

  @Test("gives every path the same acts, hostile acts and weights")
  func everyPath() throws {
    let folder = try TemporaryFolder()
    var text = ""
    for (number, row) in Self.rows.enumerated() {
      let (source, target) = row.isReversed ? ("UKR", "RUS") : ("RUS", "UKR")
      text +=
        MadeRows.gdelt2(
          id: "\(number + 1)", day: "201806\(row.day < 10 ? "0" : "")\(row.day)", source: source,
          target: target, code: row.code, weight: "\(row.weight)",
          sourceType: row.isOfficial ? "GOV" : "MED") + "\n"
    }
    let file = try folder.file("june.tsv", text.utf8)
    let store = folder.path + "/store.db"
    _ = try StoreImport(of: [file], into: store, format: .gdelt2, skipsInvalid: false)
    let wanted = Self.expected(reversed: false)
    let answered = Self.expected(reversed: true)
    #expect(wanted.hostile > 0 && wanted.conciliatory > 0 && answered.conciliatory > 0)

    // The store, by week and by month.
    let relation = StoreRelation(of: Self.dyad, in: store)
    for (direction, tally) in zip(
      try relation.weeks(scale: .goldsteinGDELT), [wanted, answered])
    {
      #expect(direction.weeks.reduce(0) { $0 + $1.acts } == tally.acts)
      #expect(direction.weeks.reduce(0) { $0 + $1.hostileActs } == tally.hostile)
      #expect(direction.weeks.reduce(0) { $0 + $1.tenths } == tally.tenths)
    }
    let months = try relation.months()
    #expect(months.map(\.events) == [wanted.acts, answered.acts])
    #expect(months.map(\.hostileEvents) == [wanted.hostile, answered.hostile])
    #expect(months.map { Int(($0.sum * 10).rounded()) } == [wanted.tenths, answered.tenths])

    // A series straight from the file.
    let series = try SeriesReading(
      record: file.path, of: Self.dyad, per: .day, measure: .total, scale: .goldsteinGDELT,
      skipsInvalid: false
    ).series
    #expect(Self.tenths(series.values) == wanted.tenths)

    // A case made from the store.
    let made = try StoredCase(
      id: "made", of: Self.dyad, from: Day("2018-06-04"), through: Day("2018-06-24"), in: store,
      folder: folder.path + "/made")
    try AtomicFiles.write(made.files, into: folder.path + "/made")
    let opened = try OpenedCase(at: folder.path + "/made")
    let subject = opened.subject
    let machine = try #require(opened.machineCoded)

    // The rule itself.
    let acts = subject.acts(on: .goldsteinGDELT).filter { $0.isOf(Self.dyad) }
    #expect(acts.count == wanted.acts)
    #expect(acts.count { $0.tone == .hostile } == wanted.hostile)

    // Course, record table and checks.
    let course = RelationCourse(of: Self.dyad, in: subject)
    #expect(course.months.reduce(0) { $0 + $1.acts } == Double(wanted.acts))
    #expect(Self.tenths(course.months.map(\.sum)) == wanted.tenths)
    let assertions = Tone.allCases.map { tone in
      var filter = RowFilter()
      filter.sources = [Self.dyad.source]
      filter.targets = [Self.dyad.target]
      filter.tones = [tone]
      return Assertion(
        id: tone.rawValue, text: "", check: .count(CountCheck(rows: filter, atLeast: 0)))
    }
    let questioned = Case(
      id: subject.id, title: subject.title, claim: subject.claim, focal: subject.focal,
      counterpart: subject.counterpart, window: subject.window, events: subject.events,
      assertions: assertions)
    let assessment = CaseAssessment(
      of: questioned, conduct: nil, game: nil, machineCoded: machine)
    let counted = assessment.record.filter {
      $0.excluded == nil && $0.source == [Self.dyad.source]
    }
    #expect(counted.count { $0.tone == .hostile } == wanted.hostile)
    #expect(Self.tenths(counted.map(\.weight)) == wanted.tenths)
    let byTone = Dictionary(
      uniqueKeysWithValues: assessment.ledger.map {
        ($0.id, $0.clauses.first?.evidence.value ?? -1)
      })
    #expect(byTone["hostile"] == Double(wanted.hostile))
    #expect(byTone["conciliatory"] == Double(wanted.conciliatory))

    // The record beside the machine's events, which are the same ones.
    let baseline = try #require(assessment.machineCoded)
    #expect(baseline.compared == wanted.acts + answered.acts)
    #expect(baseline.missedByMachine == [])
    #expect(baseline.machineActsWithoutRow == 0)
    let own = baseline.months.filter { $0.dyad == Self.dyad }
    #expect(own.reduce(0) { $0 + $1.recordHostile } == wanted.hostile)
    #expect(own.reduce(0) { $0 + $1.machineHostile } == wanted.hostile)
    #expect(own.reduce(0) { $0 + $1.machineActs } == wanted.acts)

    // The explanations.
    let record = ConductRecord(subject)
    #expect(record.count(.hostile) == wanted.hostile)
    #expect(record.count(.conciliatory) == wanted.conciliatory)
    #expect(record.count(.conciliationReceived) == answered.conciliatory)
    #expect(record.count(.hostilityReceived) == answered.hostile)

    // Series and reciprocity from the record.
    let counts = try SeriesReading(
      record: folder.path + "/made/events.csv", of: Self.dyad, per: .week, measure: .count,
      scale: .goldsteinGDELT, skipsInvalid: false
    ).series
    #expect(counts.values.reduce(0) { $0 + ($1 ?? 0) } == Double(wanted.acts))
    for (tone, number) in [(Tone.hostile, wanted.hostile), (.conciliatory, wanted.conciliatory)] {
      var random = SeededGenerator(seed: 1)
      let drawn = try #require(
        try MarkedPointProcess.drawn(
          from: subject.events, among: ["RUS", "UKR"], tone: tone, on: .goldsteinGDELT,
          using: &random))
      let type = try #require(drawn.series.types.firstIndex(of: Self.dyad.description))
      #expect(drawn.series.counts[type] == number)
    }
  }

  private static func tenths(_ values: [Double?]) -> Int {
    values.reduce(0) { $0 + Int((($1 ?? 0) * 10).rounded()) }
  }
}
