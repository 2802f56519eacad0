import Diplomacy
import Foundation
import HTTPTypes
import Testing

@testable import Casework
@testable import Workbench

@Suite("Review and second coding")
struct ReviewTests {
  /// A case with simulated drafts behind its rows.
  private static func drafted(_ count: Int) throws -> Client {
    let client = try Client()
    let text = try client.file("tutorial/events.csv")
    let record = RecordText(Array(text.utf8))
    var lines = text.split(separator: "\n").map(String.init)
    lines[0] += ",draft,rule"
    for index in 1..<lines.count { lines[index] += ",," }
    for number in 1...count {
      var values = record.values(of: record.rows[0])
      values["id"] = "D\(number)"
      values["code"] = number % 2 == 0 ? "111" : "130"
      values["summary"] = "Simulated draft \(number)."
      lines.append(record.text(of: values) + ",true,rule\(number % 2)")
    }
    try client.write(lines.joined(separator: "\n") + "\n", to: "tutorial/events.csv")
    return client
  }

  private static func seen(_ page: String) throws -> String {
    try #require(page.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.1) })
  }

  @Test("a draft is accepted, the next shown, and the mark alone is taken away")
  func accept() async throws {
    let client = try Self.drafted(3)
    let before = try client.file("tutorial/events.csv")
    let page = try await client.page("/cases/tutorial/review").text
    #expect(page.contains("1 of 3 drafts") && page.contains("Simulated draft 1."))
    let answer = try await client.post(
      "/cases/tutorial/review/D1",
      [("seen", try Self.seen(page)), ("do", "accept"), ("next", "D2")])
    #expect(answer.location == "/cases/tutorial/review?at=D2&saved=1")
    let line = try #require(before.split(separator: "\n").first { $0.hasPrefix("D1,") })
    #expect(
      try client.file("tutorial/events.csv")
        == before.replacing(line, with: line.replacing(",true,", with: ",,")))
    #expect(try await client.page("/cases/tutorial/review").text.contains("1 of 2 drafts"))
  }

  @Test("a draft is rejected and can be had back")
  func reject() async throws {
    let client = try Self.drafted(3)
    let before = try client.file("tutorial/events.csv")
    let page = try await client.page("/cases/tutorial/review?at=D2").text
    _ = try await client.post(
      "/cases/tutorial/review/D2", [("seen", try Self.seen(page)), ("do", "reject")])
    #expect(try !client.file("tutorial/events.csv").contains("Simulated draft 2."))
    _ = try await client.post("/cases/tutorial/history/1/undo")
    #expect(try client.file("tutorial/events.csv") == before)
  }

  @Test("all like one are accepted in one step and taken back in one")
  func alike() async throws {
    let client = try Self.drafted(7)
    let before = try client.file("tutorial/events.csv")
    let page = try await client.page("/cases/tutorial/review").text
    #expect(page.contains("Accept all 4"))
    _ = try await client.post(
      "/cases/tutorial/review/D1", [("seen", try Self.seen(page)), ("do", "alike")])
    #expect(try await client.page("/cases/tutorial/review").text.contains("1 of 3 drafts"))
    _ = try await client.post("/cases/tutorial/history/1/undo")
    #expect(try client.file("tutorial/events.csv") == before)
  }

  @Test("a drafted assertion is accepted by its mark alone, or taken out, and had back")
  func assertions() async throws {
    let client = try Client()
    let text = try client.file("tutorial/assertions.yaml")
    let entry = """
        - id: X1
          draft: true
          paragraph: 9
          text: A simulated draft.
          kind: intention
          certainty: plain
          check:
            untestable: a draft for a test

      """
    try client.write(text + entry, to: "tutorial/assertions.yaml")
    let snapshot = CaseSnapshot(folder: client.root + "/tutorial")
    try #require(snapshot.subject?.drafts.assertions.map(\.id) == ["X1"], "\(snapshot.problems)")
    let page = try await client.page("/cases/tutorial/review").text
    #expect(page.contains("A simulated draft."))
    let seen = RowForm.packed(entry)
    _ = try await client.post(
      "/cases/tutorial/review/assertions/X1", [("seen", seen), ("do", "accept")])
    #expect(
      try client.file("tutorial/assertions.yaml")
        == text + entry.replacing("    draft: true\n", with: ""))
    _ = try await client.post("/cases/tutorial/history/1/undo")
    #expect(try client.file("tutorial/assertions.yaml") == text + entry)
    _ = try await client.post(
      "/cases/tutorial/review/assertions/X1", [("seen", seen), ("do", "reject")])
    #expect(try client.file("tutorial/assertions.yaml") == text)
  }

  @Test("a second coder sees no first code and gets every row once")
  func coder() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    #expect(
      try await client.post("/cases/aze-rus-2025/coding", [("coder", "../x")]).status == 400)
    _ = try await client.post("/cases/aze-rus-2025/coding", [("coder", "second")])
    let coders = SecondCoders(folder: client.root + "/aze-rus-2025")
    let coder = try #require(coders.all.first)
    #expect(coder.key.count == 52)
    #expect(try await client.page("/code/\(coder.key.dropLast())0x").status == 404)
    let record = CaseSnapshot(folder: client.root + "/aze-rus-2025").record.text
    let order = SecondCoders.order(coder, of: record)
    #expect(order.sorted() == Array(record.rows.indices) && order != Array(record.rows.indices))
    for number in 0..<3 {
      let page = try await client.page("/code/\(coder.key)").text
      let row = record.rows[order[number]]
      #expect(page.contains("Row \(number + 1) of \(record.rows.count)"))
      #expect(page.contains("id=\"code\" name=\"code\" value=\"\""))
      #expect(!page.contains(record.value("id", of: row) + "</"))
      let id = Address.encoded(record.value("id", of: row))
      #expect(
        try await client.post("/code/\(coder.key)/\(id)", [("code", "9x")]).status == 422)
      #expect(
        try await client.post(
          "/code/\(coder.key)/\(id)", [("code", "112"), ("status", "reported")]
        )
        .status == 303)
    }
    #expect(coders.codes(of: coder).count == 3)
    let page = try await client.page("/cases/aze-rus-2025/coding").text
    #expect(page.contains("3 of \(record.rows.count) rows coded"))
  }
}
