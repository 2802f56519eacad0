import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import Casework

/// A copy of a shipped case that goes with the test.
struct CopiedCase {
  let home: TemporaryFolder
  var folder: String { home.path + "/case" }
  var editor: CaseEditor { CaseEditor(folder: folder) }

  init(_ name: String = "tutorial") throws {
    home = try TemporaryFolder()
    let cases = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "cases")
    try FileManager.default.copyItem(
      at: cases.appending(path: name), to: URL(filePath: home.path).appending(path: "case"))
  }

  func bytes(_ name: String = "events.csv") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  func write(_ bytes: [UInt8], to name: String = "events.csv") throws {
    try Data(bytes).write(to: URL(filePath: folder + "/" + name))
  }

  /// The text of a row as it is now.
  func seen(_ id: String) throws -> String {
    let record = try editor.record()
    let number = try #require(record.number(of: id))
    return record.text(of: record.rows[number])
  }
}

/// The lines of a file that differ between two states of it.
private func changedLines(_ before: [UInt8], _ after: [UInt8]) -> (gone: Int, new: Int) {
  let old = before.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  let new = after.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  let difference = new.difference(from: old)
  return (difference.removals.count, difference.insertions.count)
}

@Suite("Edits of a case's record")
struct CaseEditorTests {
  @Test("touch the one row and give it back byte for byte when taken back")
  func change() throws {
    let copy = try CopiedCase("aze-rus-2025")
    let before = try copy.bytes()
    for id in try copy.editor.record().rows.map({ $0.cells[0] }).prefix(8) {
      let entry = try #require(
        try copy.editor.save(
          [
            .change(
              id: id, seen: try copy.seen(id), values: ["note": "a \"new\" note, with a comma"])
          ],
          what: "test"))
      let (gone, new) = changedLines(before, try copy.bytes())
      #expect(gone == 1 && new == 1)
      try copy.editor.undo(entry.id)
      #expect(try copy.bytes() == before)
    }
  }

  @Test(
    "keep CR LF, a mark of byte order, quotes that were not needed and a last line without break")
  func oddFiles() throws {
    let copy = try CopiedCase()
    let text = String(decoding: try copy.bytes(), as: UTF8.self)
    let crlf = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    let odd = crlf.replacing("T02,", with: "\"T02\",").dropLast()
    let before = Array(odd.utf8)
    try copy.write(before)
    let record = try copy.editor.record()
    #expect(record.columns.first == "id")
    let ids = record.rows.map { $0.cells[0] }
    for id in ids {
      let entry = try #require(
        try copy.editor.save(
          [.change(id: id, seen: try copy.seen(id), values: ["note": "x"])], what: "test"))
      let after = try copy.bytes()
      #expect(after.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(changedLines(before, after) == (1, 1))
      try copy.editor.undo(entry.id)
      #expect(try copy.bytes() == before)
    }
  }

  @Test("put a new row at its date and take it away again")
  func add() throws {
    let copy = try CopiedCase("aze-rus-2025")
    let before = try copy.bytes()
    let values = [
      "id": "NEW1", "date": "2025-03-05", "source": "AZE", "target": "RUS", "code": "112",
      "summary": "A test.", "url": "https://example.org/",
    ]
    let entry = try #require(try copy.editor.save([.add(values: values)], what: "test"))
    let record = try copy.editor.record()
    let number = try #require(record.number(of: "NEW1"))
    #expect(changedLines(before, try copy.bytes()) == (0, 1))
    #expect(record.value("date", of: record.rows[number - 1]) <= "2025-03-05")
    #expect(record.value("date", of: record.rows[number + 1]) > "2025-03-05")
    try copy.editor.undo(entry.id)
    #expect(try copy.bytes() == before)
  }

  @Test("add a row to a file whose last line has no break")
  func addAtEnd() throws {
    let copy = try CopiedCase()
    let before = Array(try copy.bytes().dropLast())
    try copy.write(before)
    var values = try copy.editor.record().values(of: try copy.editor.record().rows[0])
    values["id"] = "Z9"
    values["date"] = "2030-01-01"
    let entry = try #require(try copy.editor.save([.add(values: values)], what: "test"))
    let after = try copy.bytes()
    #expect(after.starts(with: before))
    #expect(try copy.editor.record().rows.last?.cells[0] == "Z9")
    try copy.editor.undo(entry.id)
    #expect(try copy.bytes() == before)
  }

  @Test("take a row out and put it back where it was")
  func remove() throws {
    let copy = try CopiedCase("aze-rus-2025")
    // Second coders name the row too, and a row that is named cannot go.
    try FileManager.default.removeItem(atPath: copy.folder + "/coders")
    let before = try copy.bytes()
    let entry = try #require(
      try copy.editor.save([.remove(id: "AR041", seen: try copy.seen("AR041"))], what: "test"))
    #expect(changedLines(before, try copy.bytes()) == (1, 0))
    try copy.editor.undo(entry.id)
    #expect(try copy.bytes() == before)
  }

  @Test("that bring an error are refused with the check's own words and leave the file alone")
  func refused() throws {
    let copy = try CopiedCase("aze-rus-2025")
    let before = try copy.bytes()
    let seen = try copy.seen("AR041")
    for (column, value, word) in [
      ("code", "999", "CAMEO"), ("date", "2025-02-30", "calendar"), ("status", "sure", "status"),
      ("source", "ZZZ", "ISO"), ("id", "AR042", "twice"), ("summary", "", "empty"),
    ] {
      let told = #expect(throws: EditFailure.self) {
        try copy.editor.save([.change(id: "AR041", seen: seen, values: [column: value])], what: "t")
      }
      guard case .refused(let preview) = told else {
        Issue.record("\(column)=\(value) was not refused")
        continue
      }
      #expect(preview.problems.contains { $0.what.contains(word) }, "\(preview.problems)")
      #expect(try copy.bytes() == before)
    }
    #expect(CaseHistory(folder: copy.folder).last(10).isEmpty)
  }

  @Test("of two people in different columns are both kept; in the same column the second is told")
  func conflict() throws {
    let copy = try CopiedCase("aze-rus-2025")
    let seen = try copy.seen("AR041")
    try copy.editor.save([.change(id: "AR041", seen: seen, values: ["note": "one"])], what: "a")
    try copy.editor.save(
      [.change(id: "AR041", seen: seen, values: ["issue": "alliance"])], what: "b")
    let record = try copy.editor.record()
    let row = record.rows[try #require(record.number(of: "AR041"))]
    #expect(record.value("note", of: row) == "one" && record.value("issue", of: row) == "alliance")
    let before = try copy.bytes()
    let told = #expect(throws: EditFailure.self) {
      try copy.editor.save([.change(id: "AR041", seen: seen, values: ["note": "two"])], what: "c")
    }
    guard case .conflict(let conflict) = told else {
      Issue.record("no conflict is told")
      return
    }
    #expect(conflict.columns == ["note"])
    #expect(conflict.now?["note"] == "one" && conflict.wanted?["note"] == "two")
    #expect(try copy.bytes() == before)
    try copy.editor.save(
      [.change(id: "AR041", seen: conflict.text, values: ["note": "two"])], what: "d")
    let removal = #expect(throws: EditFailure.self) {
      try copy.editor.save([.remove(id: "AR041", seen: seen)], what: "e")
    }
    guard case .conflict = removal else {
      Issue.record("a row that somebody else changed was taken out")
      return
    }
  }

  @Test("add a column that the file lacks, and nothing else")
  func column() throws {
    let copy = try CopiedCase()
    let before = try copy.bytes()
    let entry = try #require(
      try copy.editor.save(
        [.change(id: "T01", seen: try copy.seen("T01"), values: ["intensity": "2"])], what: "t"))
    let record = try copy.editor.record()
    let row = record.rows[try #require(record.number(of: "T01"))]
    #expect(record.value("intensity", of: row) == "2")
    #expect(record.rows.allSatisfy { $0.cells.count == record.columns.count })
    try copy.editor.undo(entry.id)
    #expect(try copy.bytes() == before)
  }

  @Test("that a later edit wrote over cannot be taken back before it")
  func undoOrder() throws {
    let copy = try CopiedCase()
    let before = try copy.bytes()
    let one = try #require(
      try copy.editor.save(
        [.change(id: "T01", seen: try copy.seen("T01"), values: ["note": "1"])], what: "1"))
    let two = try #require(
      try copy.editor.save(
        [.change(id: "T01", seen: try copy.seen("T01"), values: ["note": "2"])], what: "2"))
    #expect(throws: EditFailure.self) { try copy.editor.undo(one.id) }
    try copy.editor.undo(two.id)
    try copy.editor.undo(one.id)
    #expect(try copy.bytes() == before)
    #expect(CaseHistory(folder: copy.folder).last(10).map(\.id) == [4, 3, 2, 1])
  }

  @Test("survive a history whose last line was cut off")
  func cutHistory() throws {
    let copy = try CopiedCase()
    try copy.editor.save(
      [.change(id: "T01", seen: try copy.seen("T01"), values: ["note": "1"])], what: "1")
    let path = copy.folder + "/.demarche/history.jsonl"
    var history = Array(try Data(contentsOf: URL(filePath: path)))
    history += history.prefix(40)
    try Data(history).write(to: URL(filePath: path))
    let next = try #require(
      try copy.editor.save(
        [.change(id: "T02", seen: try copy.seen("T02"), values: ["note": "2"])], what: "2"))
    #expect(next.id == 2)
    #expect(CaseHistory(folder: copy.folder).last(10).map(\.id) == [2, 1])
  }

  @Test("made by many at once are all kept")
  func many() async throws {
    let copy = try CopiedCase("aze-rus-2025")
    let ids = try copy.editor.record().rows.map { $0.cells[0] }.prefix(24)
    let editor = copy.editor
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in ids {
        let seen = try copy.seen(id)
        group.addTask {
          try editor.save([.change(id: id, seen: seen, values: ["note": "by \(id)"])], what: id)
        }
      }
      try await group.waitForAll()
    }
    let record = try copy.editor.record()
    for id in ids {
      #expect(
        record.value("note", of: record.rows[try #require(record.number(of: id))]) == "by \(id)")
    }
  }
}
