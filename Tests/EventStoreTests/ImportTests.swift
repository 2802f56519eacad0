import EventStore
import Diplomacy
import EventData
import Foundation
import TestSupport
import Testing

@Suite("Importing")
struct ImportTests {
  private func rows(_ rows: String...) -> String { rows.joined(separator: "\n") + "\n" }

  @Test("a file twice adds nothing, under whatever name")
  func twice() throws {
    let folder = try TemporaryFolder()
    let text = rows(MadeRows.gdelt2())
    let store = try EventDatabase(path: folder.path + "/s.db")
    let first = try store.importFile(folder.file("a.tsv", text.utf8))
    #expect(!first.wasStored)
    #expect(first.counts.kept == 1)
    #expect(try store.importFile(folder.file("a.tsv", text.utf8)).wasStored)
    #expect(try store.importFile(folder.file("b.tsv", text.utf8)).wasStored)
    #expect(try store.summary().rowsKept == 1)
  }

  @Test("keeps every field, and where the row came from")
  func provenance() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let text = rows(
      MadeRows.gdelt2(id: "1"), MadeRows.gdelt2(id: "2", source: "ROM", code: "0130", weight: ""))
    let file = try folder.file("a.tsv", text.utf8)
    _ = try store.importFile(file)
    var read: [CodedEvent] = []
    _ = try RowStream(file).events(keep: { read.append($0) }, reject: { _ in })
    let stored = try store.events(EventQuery())
    #expect(Set(stored.map(\.event)) == Set(read))
    #expect(stored.allSatisfy { $0.file == file.path && $0.reader == "gdelt2/1" })
    #expect(Set(stored.map(\.event.line)) == [1, 2])
    #expect(stored.allSatisfy { $0.outlet == "example.org" })
  }

  @Test("takes the same id, and the same act on the same day, as reports of one event")
  func duplicates() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let first = try store.importFile(
      folder.file(
        "a.tsv",
        rows(
          MadeRows.gdelt2(id: "10"), MadeRows.gdelt2(id: "11"),
          MadeRows.gdelt2(id: "12", code: "190"), MadeRows.gdelt2(id: "13", day: "20180602")
        ).utf8))
    // 11 reports the act of 10; the others differ in code or day.
    #expect(first.events == 3)
    #expect(first.furtherReports == 1)
    let second = try store.importFile(
      folder.file(
        "b.tsv",
        rows(
          // The id of a stored row, though coded otherwise now; the act of 12; a new act, twice.
          MadeRows.gdelt2(id: "13", code: "112", weight: "-3.0"),
          MadeRows.gdelt2(id: "20", code: "190"), MadeRows.gdelt2(id: "21", code: "042"),
          MadeRows.gdelt2(id: "21", code: "042"), MadeRows.gdelt2(id: "5", source: "USA")
        ).utf8))
    #expect(second.events == 2)
    #expect(second.furtherReports == 3)
    var query = EventQuery()
    #expect(try store.events(query).count == 5)
    query.everyReport = true
    #expect(try store.events(query).count == 9)
    let reports = try store.events(EventQuery()).map { [$0.event.id, String($0.reports)] }
    #expect(Set(reports) == [["10", "2"], ["12", "2"], ["13", "2"], ["21", "2"], ["5", "1"]])
  }

  @Test("counts by month agree with the rows, however the files are cut", arguments: 1...5)
  func months(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    for index in 0..<3 {
      let bytes = MadeRows.random(60, broken: 0.1, using: &dice)
      let report = try store.importFile(
        folder.file("\(index).tsv", bytes), format: .gdelt2, skipInvalid: true)
      #expect(report.counts.read == report.counts.kept + report.counts.rejected)
      #expect(report.rejected.count == report.counts.rejected)
    }
    var query = EventQuery()
    query.source = "RUS"
    query.target = "UKR"
    let events = try store.events(query).map(\.event).filter { $0.exclusion == nil }
    query.everyReport = true
    let reports = try store.events(query).map(\.event).filter { $0.exclusion == nil }
    #expect(!events.isEmpty)
    let months = try store.months(of: Dyad(from: "RUS", toward: "UKR"))
    #expect(months.reduce(0) { $0 + $1.events } == events.count)
    #expect(months.reduce(0) { $0 + $1.reports } == reports.count)
    let weights = events.map { $0.tenths(on: .goldsteinGDELT) }
    #expect(months.reduce(0) { $0 + $1.eventTenths } == weights.reduce(0, +))
    let hostile = events.filter { $0.tone() == .hostile }
    #expect(months.reduce(0) { $0 + $1.hostileEvents } == hostile.count)
    #expect(months.reduce(0) { $0 + $1.hostileTenths } == weights.reduce(0) { $0 + min(0, $1) })
  }

  @Test("stops at a row that does not fit, and leaves nothing of the file")
  func invalid() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let file = try folder.file("a.tsv", rows(MadeRows.gdelt2(), "1\t2").utf8)
    do {
      _ = try store.importFile(file)
      Issue.record("imported without complaint")
    } catch {
      let failure = error as? InputError
      #expect(failure?.kind == .malformed)
      #expect(failure?.problem.line == 2)
    }
    #expect(try store.summary().files == 0)
    #expect(try store.events(EventQuery()).isEmpty)
    #expect(try store.importFile(file, skipInvalid: true).counts.rejected == 1)
  }

  @Test("finds words of summaries, and takes hostile texts as texts")
  func search() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let lines = """
      {"id":"a","date":"2025-06-27","source":"AZE","target":"RUS","code":"112","summary":"Protest note over raids"}
      {"id":"b","date":"2025-06-28","source":"RUS","target":"AZE","code":"042","summary":"Visit to Baku"}
      {"id":"c","date":"2025-06-29","source":"AZE","target":"RUS","code":"010","summary":"'; DROP TABLE report; --"}
      """
    _ = try store.importFile(folder.file("a.jsonl", lines.utf8))
    var query = EventQuery()
    query.search = "raids"
    #expect(try store.events(query).map(\.event.id) == ["a"])
    query.search = "protest OR visit"
    #expect(try store.events(query).map(\.event.id) == ["a", "b"])
    #expect(try store.events(EventQuery()).count == 3)
    query.search = "\"open quote"
    #expect(throws: EventDatabaseError.self) { try store.events(query) }
  }

  @Test("answers by dyad, days, roots and limit")
  func questions() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    _ = try store.importFile(
      folder.file(
        "a.tsv",
        rows(
          MadeRows.gdelt2(id: "1"), MadeRows.gdelt2(id: "2", day: "20180701", code: "190"),
          MadeRows.gdelt2(id: "3", source: "UKR", target: "RUS"),
          MadeRows.gdelt2(id: "4", target: "")
        ).utf8))
    func ids(_ change: (inout EventQuery) -> Void) throws -> [String] {
      var query = EventQuery()
      change(&query)
      return try store.events(query).map(\.event.id)
    }
    #expect(
      try ids {
        $0.source = "RUS"; $0.target = "UKR"
      } == ["1", "2"])
    #expect(try ids { $0.source = "RUS" } == ["1", "4", "2"])
    #expect(try ids { $0.target = "RUS" } == ["3"])
    #expect(try ids { $0.source = "XXX" } == [])
    #expect(try ids { $0.roots = 18...20 } == ["2"])
    #expect(try ids { $0.from = Day("2018-06-02")?.ordinal } == ["2"])
    #expect(
      try ids {
        $0.until = Day("2018-06-02")?.ordinal; $0.limit = 2
      } == ["1", "3"])
    #expect(try ids { $0.officialOnly = true } == ["1", "3", "2"])
  }

  @Test("finds a missing day, a missing quarter hour and a jump in volume")
  func gaps() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    var lines: [String] = []
    for day in 1...28 where day != 9 {
      let date = "201806" + (day < 10 ? "0" : "") + String(day)
      for copy in 0..<(day == 20 ? 40 : 4) {
        lines.append(MadeRows.gdelt2(id: "\(day * 100 + copy)", day: date))
      }
    }
    _ = try store.importFile(folder.file("a.tsv", rows(lines.joined(separator: "\n")).utf8))
    let gaps = try store.gaps()
    let days = gaps.filter { $0.kind == .missingDays }
    #expect(days.map(\.from) == ["2018-06-09"])
    #expect(days.map(\.until) == ["2018-06-09"])
    let volume = gaps.filter { $0.kind == .volume }
    #expect(volume.map(\.from) == ["2018-06-20"])
    #expect(volume.first?.ratio == 10)
    let slots = gaps.filter { $0.kind == .missingSlots }
    #expect(slots.first?.from == "2018-06-01 12:30")
    #expect(slots.first?.until == "2018-06-02 12:00")
  }

  @Test("keeps mentions of events")
  func mentions() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let line = [
      "5", "20180601120000", "20180601121500", "1", "bbc.co.uk", "http://x", "1", "-1", "2", "3",
      "1", "80", "100", "-1.5", "", "",
    ].joined(separator: "\t")
    let report = try store.importFile(folder.file("m.csv", rows(line, line).utf8))
    #expect(report.format == .gdeltMentions)
    #expect(report.counts.kept == 2)
  }
}
