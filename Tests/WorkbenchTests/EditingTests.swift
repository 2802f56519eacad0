import Foundation
import HTTPTypes
import Testing

@testable import Casework
@testable import Workbench

@Suite("Editing in the workbench")
struct EditingTests {
  /// The fields of the form on a page, as a browser would send them.
  private static func fields(of page: String) throws -> [(String, String)] {
    var fields: [(String, String)] = []
    func plain(_ text: Substring) -> String {
      String(text)
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
    let start = try #require(page.range(of: "class=\"row-form\""))
    let form = page[start.upperBound...].prefix(
      upTo: page.range(of: "</form>", range: start.upperBound..<page.endIndex)?.lowerBound
        ?? page.endIndex)
    for match in form.matches(of: /<input [^>]*name="([^"]*)" value="([^"]*)"/) {
      fields.append((plain(match.1), plain(match.2)))
    }
    for match in form.matches(of: /<textarea [^>]*name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/) {
      fields.append((plain(match.1), plain(match.2).replacing("\n", with: "\r\n")))
    }
    for match in form.matches(
      of: /<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines())
    {
      let chosen = match.2.firstMatch(of: /value="([^"]*)" selected/)
      fields.append((plain(match.1), chosen.map { plain($0.1) } ?? ""))
    }
    return fields
  }

  private static func with(_ fields: [(String, String)], _ name: String, _ value: String)
    -> [(String, String)]
  {
    fields.filter { $0.0 != name } + [(name, value)]
  }

  @Test("a form sent back as it came changes nothing")
  func unchanged() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let before = try client.file("aze-rus-2025/events.csv")
    for id in ["AR041", "AR045", "AR180"] {
      let form = try Self.fields(
        of: try await client.page("/cases/aze-rus-2025/rows/\(id)/edit").text)
      #expect(form.count > 20)
      let answer = try await client.post("/cases/aze-rus-2025/rows/\(id)", form + [("do", "save")])
      #expect(answer.status == 303)
      #expect(try client.file("aze-rus-2025/events.csv") == before)
    }
  }

  @Test("a change is shown before it is saved, saved in one line, and taken back")
  func change() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let before = try client.file("aze-rus-2025/events.csv")
    let form = Self.with(
      try Self.fields(of: try await client.page("/cases/aze-rus-2025/rows/AR041/edit").text),
      "cell.note", "A remark\r\nof two lines")
    let preview = try await client.post(
      "/cases/aze-rus-2025/rows/AR041", form + [("do", "preview")])
    #expect(preview.status == 200 && preview.text.contains("<ins>"))
    #expect(try client.file("aze-rus-2025/events.csv") == before)
    let saved = try await client.post("/cases/aze-rus-2025/rows/AR041", form + [("do", "save")])
    #expect(saved.location == "/cases/aze-rus-2025/rows/AR041?saved=1")
    let after = try client.file("aze-rus-2025/events.csv")
    #expect(after.contains("\"A remark\nof two lines\""))
    #expect(try await client.page("/cases/aze-rus-2025/rows/AR041?saved=1").text.contains("Saved."))
    #expect(
      try await client.post("/cases/aze-rus-2025/history/1/undo").location
        == "/cases/aze-rus-2025/history?saved=2")
    #expect(try client.file("aze-rus-2025/events.csv") == before)
  }

  @Test("an edit that the check refuses is given back with what the person wrote")
  func refused() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let before = try client.file("aze-rus-2025/events.csv")
    let form = Self.with(
      try Self.fields(of: try await client.page("/cases/aze-rus-2025/rows/AR041/edit").text),
      "cell.code", "9x9")
    let answer = try await client.post("/cases/aze-rus-2025/rows/AR041", form + [("do", "save")])
    #expect(answer.status == 422)
    #expect(answer.text.contains("is not a CAMEO code") && answer.text.contains("value=\"9x9\""))
    #expect(try client.file("aze-rus-2025/events.csv") == before)
  }

  @Test("of two tabs on one row the second is told and can still save")
  func twoTabs() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let form = try Self.fields(
      of: try await client.page("/cases/aze-rus-2025/rows/AR041/edit").text)
    let path = "/cases/aze-rus-2025/rows/AR041"
    #expect(
      try await client.post(path, Self.with(form, "cell.note", "first") + [("do", "save")]).status
        == 303)
    let second = try await client.post(
      path, Self.with(form, "cell.note", "second") + [("do", "save")])
    #expect(second.status == 409)
    #expect(second.text.contains("first") && second.text.contains("second"))
    #expect(try client.file("aze-rus-2025/events.csv").contains("first"))
    let again = try Self.fields(of: second.text)
    #expect(try await client.post(path, again + [("do", "save")]).status == 303)
    #expect(try client.file("aze-rus-2025/events.csv").contains("second"))
  }

  @Test("a change by another program is seen at once and kept")
  func underneath() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let form = try Self.fields(
      of: try await client.page("/cases/aze-rus-2025/rows/AR041/edit").text)
    let text = try client.file("aze-rus-2025/events.csv")
    try client.write(
      text.replacing("Lavrov described relations as commendable", with: "Lavrov praised relations"),
      to: "aze-rus-2025/events.csv")
    #expect(
      try await client.page("/cases/aze-rus-2025/rows/AR025").text.contains("Lavrov praised"))
    let saved = try await client.post(
      "/cases/aze-rus-2025/rows/AR041", Self.with(form, "cell.note", "mine") + [("do", "save")])
    #expect(saved.status == 303)
    let after = try client.file("aze-rus-2025/events.csv")
    #expect(after.contains("Lavrov praised") && after.contains("mine"))
  }

  @Test("a new row is added with an id of its own and taken out again")
  func addAndRemove() async throws {
    let client = try Client()
    let before = try client.file("tutorial/events.csv")
    let page = try await client.page("/cases/tutorial/record/new").text
    var form = try Self.fields(of: page)
    let id = try #require(form.first { $0.0 == "cell.id" }?.1)
    #expect(!id.isEmpty && !before.contains("\n\(id),"))
    let snapshot = CaseSnapshot(folder: client.root + "/tutorial")
    let row = snapshot.record.text.rows[0]
    for column in ["date", "source", "target", "code"] {
      form = Self.with(form, "cell.\(column)", snapshot.record.text.value(column, of: row))
    }
    form = Self.with(form, "cell.summary", "A made act.")
    let answer = try await client.post("/cases/tutorial/record", form + [("do", "save")])
    #expect(answer.status == 303, "\(answer.text)")
    let shown = try await client.page("/cases/tutorial/rows/\(id)").text
    #expect(shown.contains("A made act."))
    let seen = try #require(
      shown.firstMatch(of: /name="seen" value="([^"]*)"/).map { String($0.1) })
    #expect(
      try await client.post("/cases/tutorial/rows/\(id)/remove", [("seen", seen)]).status == 303)
    #expect(try client.file("tutorial/events.csv") == before)
  }
}
