import Diplomacy
import EventData
import TestSupport
import Testing

@Suite("Weekly series")
struct SeriesTests {
  private func event(
    _ day: Int, _ source: ActorCode, _ target: ActorCode, _ code: String, organ: String = ""
  ) throws -> CodedEvent {
    CodedEvent(
      date: DateSpan(Day(ordinal: day)), source: CodedActor(source, organ: organ),
      target: CodedActor(target), code: try #require(EventCode(code)))
  }

  /// 5 January 1970, a Monday.
  private let monday = 4

  @Test("count acts and weights of whole weeks, officials only unless asked")
  func weeks() throws {
    let span = try #require(DateSpan(from: Day(ordinal: 0), through: Day(ordinal: monday + 19)))
    let events = [
      try event(monday, "AZE", "RUS", "112"), try event(monday + 6, "RUS", "AZE", "042"),
      try event(monday + 7, "RUS", "AZE", "190", organ: "military"),
      try event(monday + 7, "RUS", "AZE", "190", organ: "media"),
      try event(monday - 1, "RUS", "AZE", "190"), try event(monday, "RUS", "USA", "190"),
    ]
    let pair = Pair("RUS", "AZE")
    let weeks = RelationWeeks(events, of: pair, in: span).weeks
    #expect(weeks.map(\.monday.ordinal) == [4, 11])
    #expect(weeks.map(\.acts) == [2, 1])
    #expect(weeks.map(\.hostileActs) == [1, 1])
    #expect(weeks.map(\.hostileTenths) == [-20, -100])
    #expect(weeks[0].hostileShare == 0.5)
    #expect(weeks[0].hostility == 1 / 6.0.squareRoot())
    let everyone = RelationWeeks(events, of: pair, in: span, officialOnly: false).weeks
    #expect(everyone.map(\.acts) == [2, 2])
    let oneWay = RelationWeeks(events, of: Dyad(from: "AZE", toward: "RUS"), in: span).weeks
    #expect(oneWay.map(\.acts) == [1, 0])
    #expect(oneWay[1].hostileShare == nil)
  }

  @Test("keep the share where attention alone grows, though sums swell")
  func attention() throws {
    let span = try #require(DateSpan(from: Day(ordinal: 4), through: Day(ordinal: 17)))
    var events: [CodedEvent] = []
    for (week, copies) in [(0, 2), (1, 20)] {
      for _ in 0..<copies {
        events.append(try event(4 + 7 * week, "AZE", "RUS", "112"))
        events.append(try event(4 + 7 * week, "AZE", "RUS", "010"))
      }
    }
    let weeks = RelationWeeks(events, of: Pair("AZE", "RUS"), in: span).weeks
    #expect(weeks.map(\.hostileShare) == [0.5, 0.5])
    #expect(weeks[1].tenths == 10 * weeks[0].tenths)
  }

  @Test("show a rupture in the week where a jump was made, and its lowest week", arguments: 1...8)
  func rupture(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var hostility = (0..<52).map { _ in Double.random(in: 0..<0.3, using: &dice) }
    let onset = Int.random(in: 10..<40, using: &dice)
    for week in onset..<onset + 5 { hostility[week] += 2 }
    hostility[onset + 1] += 1
    let found = try #require(
      RuptureFinder().rupture(in: hostility, from: Day(ordinal: monday)))
    #expect(found.onset == Day(ordinal: monday + 7 * onset))
    #expect(found.low == Day(ordinal: monday + 7 * (onset + 1)))
    #expect(RuptureFinder().rupture(in: [1, 2, 3], from: Day(ordinal: monday)) == nil)
  }

  @Test("name who began, whichever side is named first")
  func initiator() throws {
    let events = [
      try event(100, "AZE", "RUS", "190"), try event(101, "RUS", "AZE", "112"),
      try event(200, "RUS", "AZE", "190"),
    ]
    for pair in [Pair("AZE", "RUS"), Pair("RUS", "AZE")] {
      let finder = RuptureFinder()
      #expect(finder.initiator(events, of: pair, onset: Day(ordinal: 100)) == "AZE")
      #expect(finder.initiator(events, of: pair, onset: Day(ordinal: 150)) == nil)
    }
  }
}

@Suite("A record against machine-coded events")
struct BaselineTests {
  @Test("shows rows the machine missed, acts without a row, and months that disagree")
  func comparison() throws {
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    func row(_ id: String, _ date: String, _ code: String, _ status: EventStatus = .confirmed)
      throws -> Event
    {
      Event(
        id: id, date: DateSpan(try day(date)), sources: ["AZE"], targets: ["RUS"],
        code: try #require(EventCode(code)), summary: "x", status: status)
    }
    func act(_ date: String, _ code: String, organ: String = "") throws -> CodedEvent {
      CodedEvent(
        date: DateSpan(try day(date)), source: CodedActor("AZE", organ: organ),
        target: CodedActor("RUS"), code: try #require(EventCode(code)))
    }
    let window = try #require(
      DateSpan(from: try day("2025-01-01"), through: try day("2025-12-31")))
    let comparison = BaselineComparison(
      record: [
        try row("A", "2025-06-10", "112"), try row("B", "2025-06-20", "130"),
        try row("C", "2025-07-05", "112"), try row("D", "2025-07-06", "112", .alleged),
      ],
      machine: [
        try act("2025-06-12", "173"), try act("2025-06-20", "042"), try act("2025-07-20", "190"),
        try act("2025-06-13", "190", organ: "media"),
      ], pair: Pair("AZE", "RUS"), window: window)
    #expect(comparison.compared == 3)
    #expect(comparison.missedByMachine == ["B", "C"])
    #expect(comparison.machineActs == 3)
    #expect(comparison.machineActsWithoutRow == 2)
    #expect(comparison.months.map(\.month.description) == ["2025-06-01", "2025-07-01"])
    #expect(comparison.months.map(\.disagrees) == [true, false])
    #expect(comparison.correlation == nil)
  }
}

@Suite("Writers")
struct WriterTests {
  @Test("write case rows that are read back")
  func caseRows() throws {
    let code = try #require(EventCode("112"))
    let day = try #require(Day("2025-06-27"))
    let event = CodedEvent(
      id: "x", date: DateSpan(day), source: CodedActor("AZE", organ: "court"),
      target: CodedActor("RUS"), code: code, tenths: -20, summary: "says \"no\", twice",
      publisher: "P", url: "https://example.org", line: 2)
    let row = try #require(event.recordRow(id: "x"))
    #expect(row.statedIntensity == -2)
    let reading = try Reading(text: CaseRecordWriter.text(of: [row]))
    #expect(reading.rejected == [])
    let back = try #require(reading.events.first)
    #expect(back.dyad == event.dyad)
    #expect(back.date == event.date)
    #expect(back.tenths == -20)
    #expect(back.summary == event.summary)
    #expect(back.source.organ == "court")
    #expect(back.publisher == "P")
  }

  @Test("give back what they were given", arguments: 1...6)
  func roundTrip(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let texts = [
      "", "plain", "a,b", "say \"no\"", "NA", "Größe…", "'); DROP TABLE x;--", "tab\there",
    ]
    func text() -> String { texts.randomElement(using: &dice) ?? "" }
    var events: [CodedEvent] = []
    for line in 2..<40 {
      let first = Day(ordinal: Int.random(in: 10_000..<20_000, using: &dice))
      let code = try #require(EventCode.all.randomElement(using: &dice))
      let date = try #require(
        DateSpan(from: first, through: first + Int.random(in: 0..<3, using: &dice)))
      events.append(
        CodedEvent(
          id: text(), date: date,
          source: CodedActor(
            "AZE", organ: "court", code: text(), name: text(), sectors: ["A", "B"]),
          target: CodedActor(nil, code: "XXGOV", name: text()), code: code,
          rawCode: Bool.random(using: &dice) ? nil : code.rawValue + "9",
          tenths: Bool.random(using: &dice) ? nil : Int.random(in: -100...100, using: &dice),
          summary: text() + "\nsecond line", publisher: text(), url: text(),
          mentions: Int.random(in: 1...9, using: &dice),
          addedMinute: Bool.random(using: &dice) ? nil : 25_000_000, line: line))
    }
    let csv = EventCSVWriter.header + events.map(EventCSVWriter.line).joined()
    let fromCSV = try Reading(text: csv)
    #expect(fromCSV.rejected == [])
    #expect(fromCSV.events.map { $0.at(line: 0) } == events.map { $0.at(line: 0) })
    let lines = events.map(JSONLinesWriter.line).joined()
    let fromJSON = try Reading(text: lines)
    #expect(fromJSON.rejected == [])
    #expect(fromJSON.events.map { $0.at(line: 0) } == events.map { $0.at(line: 0) })
  }
}

extension CodedEvent {
  /// The event as if it stood on another line.
  fileprivate func at(line: Int) -> CodedEvent {
    var copy = self
    copy.line = line
    return copy
  }
}
