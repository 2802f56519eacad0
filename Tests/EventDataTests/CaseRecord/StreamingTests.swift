import Diplomacy
import EventData
import Foundation
import Testing

@Suite("A long record")
struct StreamingTests {
  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/demarche-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("reads the same through a window of any size", arguments: [16, 17, 31, 64, 1000, 1 << 20])
  func windowSize(_ chunk: Int) throws {
    var text = "\u{FEFF}id,date,source,target,code,summary,url,same_as\r\n"
    for row in 0..<60 {
      text +=
        "R\(row),2020-01-\(10 + row % 20),AZE,RUS,0\(40 + row % 3),\"Ä, \"\"\(row)\"\"\r\nb\",u,"
      text += row % 7 == 3 ? "R\(row - 1)\r\n" : "\r\n"
    }
    text += "R5,2020-01-01,AZE,RUS,040,again,u,\r\n"
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = CaseRecordReader(file: "events.csv")
    let reading = try reader.read(ByteWindow(path: path, chunk: chunk))
    let whole = try record(text)
    #expect(reading.rows == 61 && reading.events.count == 60)
    #expect(reading.events == whole.reading.events)
    #expect(reader.problems.problems == whole.problems)
    #expect(whole.problems.map(\.what) == ["the id 'R5' is used twice, first on line 12"])
    #expect(reading.index.row("R59") == 59 && reading.index.row("R60") == nil)
    #expect(reading.index.id(ofRow: 17) == "R17")
  }

  @Test("is held a window at a time, whatever its length")
  func memory() throws {
    var text = "id,date,source,target,code,summary,url\n"
    for row in 0..<5000 { text += "R\(row),2020-01-01,AZE,RUS,040,the ministers met,u\n" }
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let window = try ByteWindow(path: path, chunk: 4096)
    var reader = CaseRecordReader(file: "events.csv", keepsEvents: false)
    let reading = try reader.read(window)
    #expect(reading.rows == 5000 && reading.events.isEmpty && reader.problems.total == 0)
    #expect(window.bytes.count == 4096)
  }

  @Test("is refused where a row is longer than the limit, and says so")
  func rowLimit() throws {
    let path = try file(
      "id,date,source,target,code,summary\nA,2020-01-01,AZE,RUS,040,\""
        + String(repeating: "x", count: 5000))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = CaseRecordReader(file: "events.csv")
    _ = try reader.read(ByteWindow(path: path, chunk: 64, limit: 2048))
    let problem = try #require(reader.problems.problems.first)
    #expect(problem.line == 2 && problem.what.contains("the row is longer than"))
    #expect(problem.fix == "look for a quote that is never closed")
  }

  @Test("keeps so many problems of each severity and counts the rest")
  func manyProblems() throws {
    var text = "id,date,source,target,code,summary,url\n"
    for row in 0..<300 { text += "R\(row),2020-02-30,AZE,RUS,040,x,\n" }
    var reader = CaseRecordReader(file: "events.csv", log: ProblemLog(limit: 100))
    _ = try reader.read(ByteWindow(Array(text.utf8)))
    #expect(reader.problems.problems.count == 200)
    #expect(reader.problems.counts == [.error: 300, .note: 300])
  }

  @Test("that is missing is a failure with its reason")
  func missing() {
    #expect(throws: FileFailure.self) { try ByteWindow(path: "/no/such/file.csv") }
    #expect(FileFailure(number: 2).isMissing)
  }
}
