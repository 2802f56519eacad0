import Diplomacy
import EventData
import EventStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A store")
struct StoreGuardTests {
  private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

  @Test("leaves the database of another program as it is, byte for byte")
  func foreign() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/other.db"
    for table in ["place", "report"] {
      try? FileManager.default.removeItem(atPath: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE \(table) (id INTEGER, name TEXT)") }
      try queue.close()
      let before = bytes(path)
      #expect(throws: EventDatabaseError.self) { _ = try EventDatabase(path: path) }
      #expect(throws: EventDatabaseError.self) { _ = try EventDatabase(reading: path) }
      #expect(bytes(path) == before)
      #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }

  @Test("is no folder and no text, and says which")
  func otherThings() throws {
    let folder = try TemporaryFolder()
    do {
      _ = try EventDatabase(path: folder.path)
      Issue.record("opened without complaint")
    } catch {
      #expect(error.description.contains("folder"))
    }
    let text = try folder.file("notes.txt", Array(String(repeating: "notes ", count: 40).utf8))
    let before = bytes(text.path)
    #expect(throws: EventDatabaseError.self) { _ = try EventDatabase(path: text.path) }
    #expect(bytes(text.path) == before)
  }

  @Test("counts what fits up to the limit, and not what was looked at")
  func officialWithLimit() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    var lines = ""
    for index in 0..<30 {
      let day = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      let organ = index < 20 ? "rebels" : "government"
      lines +=
        "{\"id\":\"b\(index)\",\"date\":\"2020-01-\(day)\",\"source\":\"RUS\",\"source_organ\":\"\(organ)\",\"target\":\"UKR\",\"target_organ\":\"government\",\"code\":\"190\"}\n"
    }
    _ = try store.importFile(folder.file("a.jsonl", lines.utf8))
    var query = EventQuery()
    query.officialOnly = true
    query.limit = 5
    #expect(try store.events(query).count == 5)
  }

  @Test("tells of a row that cannot be read instead of leaving it out")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/s.db"
    let store = try EventDatabase(path: path)
    _ = try store.importFile(folder.file("a.tsv", MadeRows.gdelt2().utf8))
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "UPDATE report SET code = '99X'") }
    try queue.close()
    #expect(throws: EventDatabaseError.self) { try store.events(EventQuery()) }
  }

  @Test("keeps every list of rejected rows, and tells mentions of events it does not hold")
  func accounts() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    for name in ["a", "b"] {
      let text = MadeRows.gdelt2(id: name == "a" ? "1" : "2") + "\nbroken \(name)\n"
      _ = try store.importFile(folder.file(name, text.utf8), format: .gdelt2, skipInvalid: true)
    }
    #expect(try store.rejectedRows().count == 2)
    let row =
      "20200105120000\t20200105121500\t1\texample.org\thttps://example.org\t1\t-1\t10\t20\t1\t50\t1000\t-1.5\t\t"
    let mentions = "1\t" + row + "\n777\t" + row + "\n"
    let report = try store.importFile(folder.file("m.tsv", mentions.utf8))
    #expect(report.mentions.all == 2)
    #expect(report.mentions.known == 1)
    #expect(report.furtherReports == 0)
  }

  @Test("keeps two spellings of one name apart, as the files have them")
  func spellings() throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let names = ["caf\u{E9}", "cafe\u{301}"]
    let lines = names.enumerated().map {
      "{\"id\":\"x\($0)\",\"date\":\"2020-01-0\($0 + 1)\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"190\",\"summary\":\"\($1)\"}\n"
    }.joined()
    _ = try store.importFile(folder.file("a.jsonl", lines.utf8))
    let found = try store.events(EventQuery()).map { Array($0.event.summary.utf8) }
    #expect(found == names.map { Array($0.utf8) })
  }

  @Test(
    "finds words with marks in them",
    arguments: [
      "cease-fire", "it's", "x:y", "cease*", "\"cease-fire declared\"", "(cease-fire",
      "truce OR cease-fire", "(truce OR cease-fire) AND declared",
    ])
  func words(search: String) throws {
    let folder = try TemporaryFolder()
    let store = try EventDatabase(path: folder.path + "/s.db")
    let line =
      "{\"id\":\"x\",\"date\":\"2020-01-01\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"0871\",\"summary\":\"Cease-fire declared; it's x:y\"}\n"
    _ = try store.importFile(folder.file("a.jsonl", line.utf8))
    var query = EventQuery()
    query.search = search
    #expect(try store.events(query).count == 1)
  }

  @Test(
    "explains a search that asks nothing",
    arguments: [
      "", "(", "*", "\"", "NOT", "AND", "a AND", "NOT b", "a OR OR b", "(a OR b", "a) OR b", "- -",
    ])
  func noWords(search: String) {
    do {
      _ = try SearchWords(search)
      Issue.record("read without complaint")
    } catch {
      #expect(error.kind == .usage)
    }
  }
}
