import CaseFiles
import Casework
import Diplomacy
import EventCoding
import Foundation
import Testing

@Suite("Drafts of a case")
struct DraftDeskTests {
  /// A case folder of the skeleton, with two acts taken in as drafts.
  private func withDrafts(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("desk-\(UUID().uuidString)/desk").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFiles.write(CaseSkeleton.files(id: "desk"), into: folder)
    var desk = try DraftDesk(at: folder)
    let texts = [
      "Norway summoned the Swedish ambassador over the raid.",
      "Norway expelled two Swedish diplomats.",
    ]
    let acts = texts.enumerated().flatMap { index, text in
      let document = NewsDocument(
        id: "t\(index)", published: Day("2021-03-0\(index + 1)"), text: text,
        publisher: "Paper", url: "https://example.org/\(index)")
      return EventCoder().acts(in: text, published: document.published).map {
        ReportedAct($0, in: document)
      }
    }
    _ = try desk.take(acts)
    try body(folder)
  }

  private func file(_ folder: String, _ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  @Test("count in nothing until they are accepted, and then are rows of the record")
  func accepting() throws {
    try withDrafts { folder in
      let before = try #require(CaseFolder.read(at: folder).case).events.count
      var desk = try DraftDesk(at: folder)
      #expect(desk.waiting.map(\.id) == ["D001", "D002"])
      let outcome = try desk.accept(["D001"])
      let subject = try #require(CaseFolder.read(at: folder).case)
      #expect(subject.events.count == before + 1)
      let row = try #require(subject.events.first { $0.id == outcome.accepted[0] })
      #expect(row.code.root == 11)
      #expect(!row.isDraft)
      #expect(try DraftDesk(at: folder).waiting.map(\.id) == ["D002"])
    }
  }

  @Test("each change is taken back to the byte")
  func undoing() throws {
    try withDrafts { folder in
      let record = try file(folder, "events.csv")
      let drafts = try file(folder, "drafts.csv")
      var desk = try DraftDesk(at: folder)
      _ = try desk.accept(["D002"])
      #expect(try DraftDesk.undo(at: folder) == "accept")
      desk = try DraftDesk(at: folder)
      _ = try desk.reject(["D001"])
      #expect(try DraftDesk.undo(at: folder) == "reject")
      desk = try DraftDesk(at: folder)
      try desk.edit("D001", [("code", "112")])
      #expect(try DraftDesk(at: folder).waiting[0].fields["code"] == "112")
      #expect(try DraftDesk.undo(at: folder) == "edit")
      #expect(try file(folder, "events.csv") == record)
      #expect(try file(folder, "drafts.csv") == drafts)
    }
  }

  @Test("are not taken back over a change made by hand")
  func changedByHand() throws {
    try withDrafts { folder in
      var desk = try DraftDesk(at: folder)
      _ = try desk.accept(["D001"])
      let record = try file(folder, "events.csv")
      try (record + "\n").write(toFile: folder + "/events.csv", atomically: true, encoding: .utf8)
      #expect(throws: CaseworkFailure.self) { try DraftDesk.undo(at: folder) }
    }
  }

  @Test("are chosen by id or by what a column holds; what does not wait is refused")
  func choosing() throws {
    try withDrafts { folder in
      let desk = try DraftDesk(at: folder)
      #expect(try desk.selection([], allWith: "rule=summon") == ["D001"])
      #expect(throws: CaseworkFailure.self) { try desk.selection(["D009"]) }
      #expect(throws: CaseworkFailure.self) { try desk.selection([], allWith: "rule") }
      var open = desk
      #expect(throws: CaseworkFailure.self) { try open.edit("D001", [("code", "999")]) }
    }
  }

  @Test("read twice from the same texts stay one")
  func twice() throws {
    try withDrafts { folder in
      var desk = try DraftDesk(at: folder)
      let text = "Norway expelled two Swedish diplomats."
      let document = NewsDocument(id: "t1", published: Day("2021-03-02"), text: text)
      let acts = EventCoder().acts(in: text, published: document.published)
      let counts = try desk.take(acts.map { ReportedAct($0, in: document) })
      #expect(counts.new == 0)
      #expect(desk.waiting.count == 2)
    }
  }
}
