import Diplomacy
import EventData
import Foundation
import Testing

/// Reads a record from its text.
func record(
  _ text: String, vocabulary: RecordVocabulary = RecordVocabulary()
) throws -> (reading: RecordReading, problems: [Problem]) {
  try record(Array(text.utf8), vocabulary: vocabulary)
}

/// Reads a record from its bytes.
func record(
  _ bytes: [UInt8], vocabulary: RecordVocabulary = RecordVocabulary()
) throws -> (reading: RecordReading, problems: [Problem]) {
  var reader = CaseRecordReader(file: "events.csv", vocabulary: vocabulary)
  let reading = try reader.read(ByteWindow(bytes))
  return (reading, reader.problems.problems)
}

private let header = "id,date,source,target,code,summary,url\n"

@Suite("A record")
struct CaseRecordReaderTests {
  @Test("with an empty file says so")
  func emptyFile() throws {
    let (reading, problems) = try record("")
    #expect(reading.rows == 0)
    #expect(problems.map(\.what) == ["the file is empty"])
    #expect(problems.first?.fix.contains("id,date,source,target,code,summary") == true)
  }

  @Test("with a header only says so", arguments: ["", "\n", "\r\n\r\n"])
  func headerOnly(_ end: String) throws {
    let (_, problems) = try record("id,date,source,target,code,summary,url" + end)
    #expect(problems.map(\.what) == ["the file has a header and no rows"])
    #expect(problems.map(\.severity) == [.error])
  }

  @Test("without required columns names each, and the one that may be meant")
  func missingColumns() throws {
    let (_, problems) = try record("id,dte,source,target,code\nA,2020-01-01,AZE,RUS,040\n")
    let missing = problems.filter { $0.what.contains("is missing") }
    #expect(
      missing.map(\.what) == [
        "the required column 'date' is missing", "the required column 'summary' is missing",
      ])
    #expect(missing.first?.fix == "rename the column 'dte'")
    #expect(problems.allSatisfy { $0.line == 1 })
  }

  @Test("keeps line breaks, quotes and commas of a quoted field")
  func quotedField() throws {
    let (reading, problems) = try record(
      header
        + "A,2020-01-01,AZE,RUS,040,\"one, \"\"two\"\"\nthree\",u\nB,2020-01-02,AZE,RUS,040,x,u\n")
    #expect(problems.isEmpty)
    #expect(reading.events.map(\.summary) == ["one, \"two\"\nthree", "x"])
    #expect(reading.events.map(\.line) == [2, 4])
  }

  @Test("reads the same with CRLF and with a byte order mark")
  func lineEndsAndMark() throws {
    let text = header + "A,2020-01-01,AZE,RUS,040,met,u\nB,2020-01,RUS,AZE;TUR,0211,asked,u\n"
    let plain = try record(text)
    let crlf = try record(
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    let marked = try record([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(plain.problems.isEmpty && plain.reading.events.count == 2)
    #expect(crlf.reading.events == plain.reading.events && crlf.problems.isEmpty)
    #expect(marked.reading.events == plain.reading.events && marked.problems.isEmpty)
  }

  @Test("in Latin-1 names the line and says to save as UTF-8")
  func latinOne() throws {
    let bytes =
      Array((header + "A,2020-01-01,AZE,RUS,040,\"a\nvis").utf8) + [0xE9]
      + Array("e\",u\n".utf8)
    let (_, problems) = try record(bytes)
    #expect(problems.map(\.line) == [3])
    #expect(problems.first?.what.contains("the byte 0xE9 is not UTF-8") == true)
    #expect(problems.first?.fix == "save the file as UTF-8")
  }

  @Test("in UTF-16 says so")
  func utf16() throws {
    let (_, problems) = try record([0xFF, 0xFE, 0x69, 0x00])
    #expect(problems.map(\.what) == ["the file is in UTF-16"])
  }

  @Test("takes a field of 10 MB and says no more of a wrong one than can be read")
  func tenMegabytes() throws {
    let long = String(repeating: "x", count: 10_000_000)
    let (reading, problems) = try record(header + "A,2020-01-01,AZE,RUS,040,\"\(long)\",u\n")
    #expect(problems.isEmpty)
    #expect(reading.events.first?.summary.utf8.count == 10_000_000)
    let wrong = try record(header + "A,\(long),AZE,RUS,040,x,u\n")
    #expect(wrong.problems.count == 1)
    #expect(wrong.problems.allSatisfy { $0.what.utf8.count < 1000 })
  }

  @Test("keeps HTML and script in every text field as text")
  func markup() throws {
    let evil = "<script>alert('x')</script><img src=x onerror=y>"
    let text =
      "id,date,source,target,code,summary,source_organ,target_organ,publisher,title,url,published,note,other\n"
      + "A,2020-01-01,AZE,RUS,040" + String(repeating: ",\(evil)", count: 9) + "\n"
    let (reading, problems) = try record(text)
    #expect(problems.isEmpty)
    let event = try #require(reading.events.first)
    let texts = [
      event.summary, event.sourceOrgan, event.targetOrgan, event.source.publisher,
      event.source.title, event.source.url, event.source.published, event.note,
      event.extra["other"] ?? "",
    ]
    #expect(texts.allSatisfy { $0 == evil })
  }

  @Test("has its weights from -10 to 10", arguments: ["10.5", "-11", "nan", "inf", "strong"])
  func intensity(_ text: String) throws {
    let (reading, problems) = try record(
      "id,date,source,target,code,summary,url,intensity\nA,2020-01-01,AZE,RUS,040,x,u,\(text)\n")
    #expect(problems.count == 1 && problems.first?.what.contains("intensity") == true)
    #expect(reading.events.isEmpty && reading.rows == 1)
  }

  @Test("says where second reports name no row, themselves, one another, or a second report")
  func sameAs() throws {
    let rows = [("A", ""), ("B", "A"), ("C", "B"), ("D", "D"), ("E", "X"), ("F", "G"), ("G", "F")]
    let text =
      "id,date,source,target,code,summary,url,same_as\n"
      + rows.map { "\($0.0),2020-01-01,AZE,RUS,040,x,u,\($0.1)\n" }.joined()
    let (_, problems) = try record(text)
    #expect(
      problems.map { "\($0.line) \($0.severity): \($0.what)" } == [
        "5 error: same_as names the row itself",
        "6 error: same_as names 'X', which no row has",
        "4 flaw: same_as names 'B', itself a second report",
        "7 error: same_as goes in a circle through 'G'",
        "8 error: same_as goes in a circle through 'F'",
      ])
    #expect(problems.first { $0.line == 4 }?.fix == "name 'A'")
  }

  @Test("names the row at the end of a chain of second reports of any length")
  func longChain() throws {
    var text = "id,date,source,target,code,summary,url,same_as\nR0,2020-01-01,AZE,RUS,040,x,u,\n"
    for row in 1...200 { text += "R\(row),2020-01-01,AZE,RUS,040,x,u,R\(row - 1)\n" }
    let (_, problems) = try record(text)
    #expect(problems.count == 199)
    #expect(problems.allSatisfy { $0.severity == .flaw && $0.fix == "name 'R0'" })
  }

  @Test("makes an event or a problem of every row", arguments: 0..<40)
  func losesNoRow(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var text = header
    for row in 0..<20 {
      let dates = ["2020-01-01", "2020-02-30", "", "2020-01"]
      let actors = ["AZE", "RUS", "QQ", "", "IGO:EU;RUS"]
      let codes = ["040", "999", "14", ""]
      let summaries = ["x", "\"a,b\"", "a,b", "", "\"q\"\"\n\""]
      text += "R\(draw(3) == 0 ? 1 : row),\(dates[draw(4)]),\(actors[draw(5)]),\(actors[draw(5)])"
      text += ",\(codes[draw(4)]),\(summaries[draw(5)]),u\n"
    }
    let (reading, problems) = try record(text)
    #expect(reading.rows == 20)
    let wrong = Set(problems.filter { $0.severity == .error }.map(\.line))
    #expect(reading.events.count + wrong.count == 20)
    #expect(wrong.isDisjoint(with: reading.events.map(\.line)))
  }
}
