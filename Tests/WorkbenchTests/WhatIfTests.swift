import Diplomacy
import Foundation
import HTTPTypes
import Testing

@testable import Casework
@testable import Workbench

@Suite("What if, in the workbench")
struct WhatIfTests {
  /// One workbench for the tests that change nothing.
  static let shared = Result { try Client() }

  /// The files of a case with what they hold, the program's own folder aside.
  private static func files(of client: Client) throws -> [String: Data] {
    let folder = client.root + "/tutorial"
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !name.hasPrefix(".") {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }

  @Test("what moves shows at once, and nothing of the case is written")
  func quick() async throws {
    let client = try Self.shared.get()
    let before = try Self.files(of: client)
    let page = try await client.page("/cases/tutorial/whatif?without=T05&prior-name=&prior-value=")
    #expect(page.status == 200)
    #expect(
      page.text.contains("without T05") && page.text.contains("Nothing here changes the case"))
    #expect(page.text.contains("no longer counted"))
    let piece = try await client.page(
      "/cases/tutorial/whatif/result?set-name=goal&set-value=2021-07-20")
    #expect(
      piece.text.contains("goal on <time>2021-07-20</time> instead of <time>2021-07-01</time>"))
    #expect(!piece.text.contains("<html"))
    let json = try await client.get("/api/cases/tutorial/whatif?without=T05")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(object["rowsLost"] as? [String] == ["T05"] && object["isEmpty"] as? Bool == false)
    let none = try await client.get("/api/cases/tutorial/whatif")
    #expect(none.text.contains("\"isEmpty\" : true") || none.text.contains("\"isEmpty\": true"))
    #expect(try Self.files(of: client) == before)
  }

  @Test("a change that cannot be made is told, with what could be meant")
  func wrong() async throws {
    let client = try Self.shared.get()
    let page = try await client.page("/cases/tutorial/whatif?without=NONE&set=goal")
    #expect(page.status == 200 && page.text.contains("class=\"bad\""))
    #expect(try await client.get("/api/cases/tutorial/whatif?code=T05%3D9x").status == 400)
    #expect(try await client.get("/api/cases/tutorial/whatif?without=NONE").status == 422)
    #expect(try await client.get("/api/cases/tutorial/whatif?without=a%00b").status == 400)
    #expect(try await client.get("/cases/none/whatif").status == 404)
  }

  @Test("what-ifs are kept by name, put side by side with the case, and forgotten")
  func kept() async throws {
    let client = try Client()
    let before = try Self.files(of: client)
    for (name, row) in [("without <it>", "T05"), ("other", "T02")] {
      let answer = try await client.post(
        "/cases/tutorial/whatif/save", [("name", name), ("without", row)])
      #expect(answer.status == 303 && answer.location?.contains("without=\(row)") == true)
    }
    let page = try await client.page("/cases/tutorial/whatif")
    #expect(page.text.contains("without &lt;it&gt;") && !page.text.contains("without <it>"))
    let both = try await client.page(
      "/cases/tutorial/whatif/compare?name=\(Address.encoded("without <it>"))&name=other")
    #expect(both.text.contains("as it is") && both.text.contains("without T02"))
    #expect(try await client.get("/cases/tutorial/whatif/compare?name=none").status == 404)
    #expect(
      try await client.post("/cases/tutorial/whatif/save", [("name", "x")]).status == 400)
    _ = try await client.post("/cases/tutorial/whatif/forget", [("name", "other")])
    #expect(SavedWhatIfs(folder: client.root + "/tutorial").all.map(\.name) == ["without <it>"])
    #expect(try Self.files(of: client) == before)
  }

  @Test("the simulated part is a computation that is started, followed and cancelled")
  func simulated() async throws {
    let client = try Client {
      $0.worker = ["/bin/sh", "-c", "printf 'weighing\\t2\\t9\\n'; exec sleep 86400"]
    }
    let fields = [("without", "T05")]
    #expect(try await client.post("/cases/tutorial/whatif/start", fields).status == 303)
    var page = ""
    while !page.contains("weighing: 2 of 9") {
      try await Task.sleep(for: .milliseconds(50))
      page = try await client.page("/cases/tutorial/whatif?without=T05").text
    }
    // Another what-if is not the one that is computed.
    #expect(
      try await !client.page("/cases/tutorial/whatif?without=T02").text.contains("weighing"))
    let start = ContinuousClock.now
    _ = try await client.post("/cases/tutorial/whatif/cancel", fields)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(
      try await client.page("/cases/tutorial/whatif?without=T05").text.contains("was cancelled"))
  }
}

@Suite("The game, notes and edits under a filter")
struct FurtherPagesTests {
  @Test("the game of a case shows its tree, region and beliefs, and follows the numbers")
  func game() async throws {
    let client = try Client()
    #expect(try await client.page("/cases/tutorial/game").text.contains("The case has no game"))
    try FileManager.default.copyItem(
      at: Client.shipped.appending(path: "aze-rus-2025/game.yaml"),
      to: URL(filePath: client.root + "/tutorial/game.yaml"))
    let page = try await client.page("/cases/tutorial/game")
    #expect(page.status == 200)
    for piece in [
      "rationality-tree", "rationality-region", "rationality-beliefs", "type=\"range\"",
    ] {
      #expect(page.text.contains(piece), "\(piece)")
    }
    let moved = try await client.page("/cases/tutorial/game/result?p.V=1&across=V&up=k")
    #expect(moved.status == 200 && moved.text != page.text)
    #expect(moved.text.contains("outside") || moved.text.contains("inside"))
    #expect(try await client.get("/cases/tutorial/game/result?p.none=1").status == 400)
    #expect(try await client.get("/cases/tutorial/game/result?p.V=x").status == 400)
    #expect(try await client.get("/cases/tutorial/game/result?across=V&up=V").status == 400)
  }

  @Test("notes are pinned to rows and days, go with the case, and are taken away")
  func notes() async throws {
    let client = try Client()
    for (pin, text) in [("T05", "Seen <twice>, \"quoted\"\nsecond line"), ("2021-07-04", "=1+1")] {
      #expect(
        try await client.post("/cases/tutorial/notes", [("pin", pin), ("text", text)]).status == 303
      )
    }
    let row = try await client.page("/cases/tutorial/rows/T05").text
    #expect(row.contains("Seen &lt;twice&gt;") && row.contains("N1"))
    let notes = PinnedNotes(folder: client.root + "/tutorial").all
    #expect(notes.map(\.pin) == ["T05", "2021-07-04"])
    #expect(notes.map(\.text) == ["Seen <twice>, \"quoted\"\nsecond line", "=1+1"])
    #expect(try client.file("tutorial/pinned.csv").contains("'=1+1"))
    #expect(try await client.page("/cases/tutorial").text.contains("passes the check"))
    let zip = try await client.get("/cases/tutorial/share/tutorial.zip")
    #expect(String(decoding: zip.bytes, as: UTF8.self).contains("tutorial/pinned.csv"))
    #expect(
      try await client.post("/cases/tutorial/notes", [("pin", "NONE"), ("text", "x")]).status == 400
    )
    #expect(
      try await client.post("/cases/tutorial/notes", [("pin", "T05"), ("text", " ")]).status == 400)
    _ = try await client.post("/cases/tutorial/notes/N1/remove")
    #expect(PinnedNotes(folder: client.root + "/tutorial").all.map(\.id) == ["N2"])
    #expect(try await client.post("/cases/tutorial/notes/N9/remove").status == 404)
  }

  @Test("an edit under a filter is shown first, saved as one step and taken back as one")
  func filtered() async throws {
    let client = try Client()
    let before = try client.file("tutorial/events.csv")
    let address = "/cases/tutorial/record/filtered"
    let page = try await client.page("\(address)?side=XAA&column=status&value=reported").text
    let stamp = try #require(
      page.firstMatch(of: /name="stamp" value="([^"]*)"/).map { String($0.1) })
    #expect(page.contains("rows found"))
    #expect(try client.file("tutorial/events.csv") == before)
    let fields = [("side", "XAA"), ("column", "status"), ("value", "reported")]
    #expect(try await client.post(address, fields + [("stamp", "0")]).status == 409)
    #expect(try client.file("tutorial/events.csv") == before)
    #expect(try await client.post(address, fields + [("stamp", stamp)]).status == 303)
    let snapshot = CaseSnapshot(folder: client.root + "/tutorial")
    let rows = try #require(snapshot.subject).events
    #expect(rows.allSatisfy { $0.sources != ["XAA"] || $0.status.rawValue == "reported" })
    #expect(rows.contains { $0.sources != ["XAA"] && $0.status.rawValue != "reported" })
    _ = try await client.post("/cases/tutorial/history/1/undo")
    #expect(try client.file("tutorial/events.csv") == before)
    #expect(try await client.get("\(address)?column=id&value=x").status == 400)
    let wrong = try await client.page("\(address)?side=XAA&column=code&value=9x").text
    #expect(wrong.contains("What the check would say anew") && !wrong.contains("Save:"))
  }

  @Test("the coders' agreement stands beside their differences")
  func agreement() async throws {
    let client = try Client(cases: ["settled/ut-2018"])
    let page = try await client.page("/cases/ut-2018/coding")
    #expect(page.status == 200)
    #expect(page.text.contains("Krippendorff") && page.text.contains("95% interval"))
    #expect(page.text.contains("The verdict under each coding"))
  }
}
