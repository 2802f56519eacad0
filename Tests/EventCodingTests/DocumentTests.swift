import Diplomacy
import EventCoding
import EventData
import Foundation
import TestSupport
import Testing

@Suite("Texts")
struct DocumentTests {
  private func read(_ name: String, _ text: String) throws -> ([NewsDocument], [SkippedInput]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    let stream = DocumentStream([InputFile(path: file.path)])
    var documents: [NewsDocument] = []
    while let document = try stream.next() { documents.append(document) }
    return (documents, stream.skipped)
  }

  @Test("of JSON Lines: unknown fields are passed over, a bad line is named and skipped")
  func jsonLines() throws {
    let text = """
      {"id":"a","date":"2025-06-30","text":"One \\u00e9 \\"two\\".","x":{"y":[1,{"z":null}]}}
      not json
      {"id":7,"text":"Three."}
      {"id":"b"}
      {"id":"c","date":"June","text":"x"}
      """
    let (documents, skipped) = try read("n.jsonl", text)
    #expect(documents.map(\.id) == ["a", "7"])
    #expect(documents[0].text == "One é \"two\".")
    #expect(documents[0].published == Day("2025-06-30"))
    #expect(skipped.map(\.line) == [2, 4, 5])
  }

  @Test("of web pages: navigation and counters are left out, tag soup is mended")
  func webPage() throws {
    let text = """
      <html><head><title>T</title><meta property="og:site_name" content="Paper">
      <meta property="article:published_time" content="2025-07-01T10:00"></head><body>
      <nav><a href=x>Home is where the heart is, they say.</a></nav>
      <div class="share-bar">Shared 300 times by our readers today.</div>
      <p>Norway &amp; Sweden signed a treaty on Tuesday.<p>It was a long day for everyone there.
      <script>var x = "not a sentence at all.";</script></body>
      """
    let document = try #require(try read("p.html", text).0.first)
    #expect(
      document.text
        == "Norway & Sweden signed a treaty on Tuesday.\n\nIt was a long day for everyone there.")
    #expect(document.published == Day("2025-07-01"))
    #expect(document.publisher == "Paper")
  }

  @Test("of feeds: every entry with its date and address")
  func feed() throws {
    let text = """
      <rss version="2.0"><channel><title>Agency</title><item><title>Norway recalls envoy</title>
      <link>http://x/1</link><pubDate>Tue, 01 Jul 2025 10:00:00 GMT</pubDate>
      <description>&lt;p&gt;Norway recalled its ambassador from Sweden on Monday.&lt;/p&gt;</description>
      </item></channel></rss>
      """
    let document = try #require(try read("f.xml", text).0.first)
    #expect(document.published == Day("2025-07-01"))
    #expect(document.publisher == "Agency")
    #expect(document.url == "http://x/1")
    #expect(document.text.contains("Norway recalled its ambassador from Sweden on Monday."))
  }

  @Test("of plain text: a head of title, date and publisher is understood")
  func plainText() throws {
    let text = "title: A title\ndate: 2025-06-30\npublisher: Paper\n\nThe text itself.\n"
    let document = try #require(try read("t.txt", text).0.first)
    #expect(document.title == "A title")
    #expect(document.published == Day("2025-06-30"))
    #expect(SentenceSplitter.sentences(of: document.text) == ["The text itself."])
  }

  @Test("are coded to the same acts on one core and two")
  func cores() throws {
    let sentences = Fixture.tellings.map(\.sentence)
    let lines = sentences.enumerated().map { "{\"id\":\"\($0)\",\"text\":\"\($1)\"}" }
    func acts(_ workers: Int) throws -> String {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("n.jsonl")
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      var out = ""
      try CodingRun(EventCoder(), workers: workers).run(
        DocumentStream([InputFile(path: file.path)])
      ) { document, acts in
        for act in acts { out += ActLines.line(of: act, in: document) }
      }
      return out
    }
    #expect(try acts(1) == acts(2))
  }

  @Test("random bytes do no harm to any reader")
  func noise() throws {
    var state: UInt64 = 7
    func byte() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for round in 0..<16 {
      let marks = Array("<>&\"'{}[]\\u:,.!? \nRussia on 31 Feb ".utf8)
      let bytes = (0..<200).map { _ in
        let next = byte()
        return round % 2 == 0 ? next : marks[Int(next) % marks.count]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = EventCoder().acts(in: text, published: Day("2025-06-30"))
      for name in ["n.jsonl", "n.html", "n.xml", "n.txt"] { _ = try read(name, text) }
    }
  }
}
