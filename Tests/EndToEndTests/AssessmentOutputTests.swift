import Foundation
import Testing

@Suite("The assessment of the first case")
struct AssessmentOutputTests {
  /// One report, made once for all tests of its content.
  private static let made = Result { try Made() }

  private final class Made: Sendable {
    let scratch: Scratch
    let summary: String
    let notes: String
    init() throws {
      scratch = try Scratch()
      let run = try Program.run([
        "assess", "cases/aze-rus-2025", "--no-trust", "--draws", "20", "--output",
        scratch.path("report"),
      ])
      summary = run.text
      notes = run.notes
    }
    func file(_ name: String) throws -> Data {
      try Data(contentsOf: URL(filePath: scratch.path("report/" + name)))
    }
    func page() throws -> String { String(decoding: try file("report.html"), as: UTF8.self) }
  }

  @Test("ends with the path of the report and leaves three files and nothing else")
  func files() throws {
    let made = try Self.made.get()
    #expect(made.notes.isEmpty)
    let folder = made.scratch.path("report")
    #expect(made.summary.hasSuffix("Report: \(folder)/report.html\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["assessment.json", "report.html", "report.md"])
  }

  @Test("has the keys that its readers rely on")
  func keys() throws {
    let data = try Self.made.get().file("assessment.json")
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["schemaVersion"] as? String == "2")
    #expect(root["case"] as? String == "aze-rus-2025")
    let ledger = try #require(root["ledger"] as? [[String: Any]])
    #expect(ledger.count == 43)
    for entry in ledger {
      #expect(entry["id"] is String && entry["text"] is String && entry["verdict"] is String)
      #expect(entry["rows"] is [String])
      for clause in try #require(entry["clauses"] as? [[String: Any]]) {
        #expect(clause["check"] is String && clause["verdict"] is String)
        #expect(
          clause["computed"] is Double || clause["untested"] != nil || clause["evidence"] != nil)
      }
    }
    let course = try #require(root["course"] as? [String: [String: Any]])
    for dyad in ["AZE>RUS", "RUS>AZE"] {
      let direction = try #require(course[dyad])
      let days = try #require(direction["days"] as? [String])
      #expect(direction["scale"] is String)
      for band in ["level", "low", "high"] {
        #expect((direction[band] as? [Double])?.count == days.count)
      }
      let low = try #require(direction["lowPoint"] as? [String: Any])
      let day = try #require(low["day"] as? String)
      let from = try #require(low["from"] as? String)
      let to = try #require(low["to"] as? String)
      #expect(from <= day && day <= to)
      #expect(days.contains(day))
    }
    let channels = try #require(root["channels"] as? [[String: Any]])
    for channel in channels {
      #expect((channel["pair"] as? [String])?.count == 2)
      #expect(channel["level"] is String)
      for spell in try #require(channel["spells"] as? [[String: Any]]) {
        #expect(spell["state"] is String && spell["from"] is String && spell["to"] is String)
        #expect(spell["rows"] is [String])
      }
    }
    #expect((root["levers"] as? [Any])?.isEmpty == false)
    let excluded = try #require(root["excluded"] as? [String: Int])
    #expect(excluded["unverified"] == 3)
    #expect(excluded["unintentional"] != nil)
  }

  @Test("is one page that runs and fetches nothing")
  func selfContained() throws {
    let page = try Self.made.get().page()
    #expect(!page.contains("<script"))
    #expect(!page.contains("<link") && !page.contains("<iframe") && !page.contains("@import"))
    #expect(page.firstMatch(of: /<(?:img|image|use|source)[^>]+(?:src|href)="https?:/) == nil)
    #expect(page.firstMatch(of: /url\(\s*['"]?https?:/) == nil)
    #expect(page.firstMatch(of: /<[^>]+\son[a-z]+="/) == nil)
  }

  @Test("names every figure by its caption")
  func figures() throws {
    let page = try Self.made.get().page()
    let figures = page.matches(of: /<svg[^>]*>/).map { String(page[$0.range]) }
    #expect(figures.count >= 4)
    for figure in figures {
      let name = try #require(figure.firstMatch(of: /aria-labelledby="([^"]+)"/)?.1, "\(figure)")
      for id in name.split(separator: " ") {
        #expect(page.contains(" id=\"\(id)\""), "\(id)")
      }
    }
  }

  @Test("has an anchor for every row, and every link within the page has its end")
  func links() throws {
    let page = try Self.made.get().page()
    let anchors = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(anchors).count == anchors.count)
    let known = Set(anchors)
    for link in page.matches(of: /href="#([^"]+)"/) {
      #expect(known.contains(String(link.1)), "#\(link.1)")
    }
    let rows = try String(
      contentsOf: Program.root.appending(path: "cases/aze-rus-2025/events.csv"), encoding: .utf8)
    let ids = Set(rows.matches(of: /(?m)^(AR\d+),/).map { String($0.1) })
    #expect(ids.count == 181)
    for id in ids { #expect(known.contains { $0 == id || $0.hasSuffix("-" + id) }, "\(id)") }
  }
}
