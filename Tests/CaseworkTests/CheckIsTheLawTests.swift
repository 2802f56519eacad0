import CaseFiles
import Casework
import Foundation
import TestSupport
import Testing

/// What the check passes can be opened, and what it refuses cannot: one key broken at a time.
@Suite("The check is the law")
struct CheckIsTheLawTests {
  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("cases")

  /// A place in a text where a key stands.
  private static func keys(of text: String) throws -> [Range<String.Index>] {
    let lines = try Regex(#"(?m)^[^#\n]*"#)
    let key = try Regex(#"(?:^|[\s{,])([a-z][a-z_]*):(?=\s|$)"#).anchorsMatchLineEndings()
    var found: [Range<String.Index>] = []
    for line in text.matches(of: lines) {
      for match in text[line.range].matches(of: key) {
        if let range = match.output[1].range { found.append(range) }
      }
    }
    return found
  }

  /// Every key of a small text; of a long one the first and the last of each name.
  private static func chosen(_ text: String) throws -> [Range<String.Index>] {
    let all = try keys(of: text)
    guard all.count > 80 else { return all }
    var first: [Substring: Range<String.Index>] = [:]
    var last: [Substring: Range<String.Index>] = [:]
    for range in all {
      if first[text[range]] == nil { first[text[range]] = range }
      last[text[range]] = range
    }
    return Set(first.values).union(last.values).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Holds the check of a folder against opening it.
  private func agree(_ folder: String, _ what: String) throws {
    let report = try? OpenedCase.check(folder)
    let refuses = report.map { ($0.counts["error"] ?? 0) > 0 } ?? true
    do throws(CaseworkFailure) {
      _ = try OpenedCase(at: folder)
      #expect(!refuses, "\(what): opened, though the check finds an error")
    } catch {
      #expect(refuses, "\(what): refused, though the check finds no error: \(error)")
      #expect(!error.message.isEmpty)
    }
  }

  @Test(
    "for every key of every file", arguments: ["tutorial", "qat-2017", "aze-rus-2025"],
    [
      "case.yaml", "assertions.yaml", "evidence.yaml", "game.yaml", "sources.yaml",
    ])
  func everyKey(name: String, file: String) throws {
    let original = Self.cases.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: original.appendingPathComponent(file).path) else {
      return
    }
    let folder = try TemporaryFolder()
    let copy = URL(fileURLWithPath: folder.path).appendingPathComponent(name)
    try FileManager.default.copyItem(at: original, to: copy)
    // The game is solved anew at every opening, and only its own keys can change that.
    if file != "game.yaml" {
      try? FileManager.default.removeItem(at: copy.appendingPathComponent("game.yaml"))
    }
    try agree(copy.path, "unbroken")
    let place = copy.appendingPathComponent(file)
    let text = try String(contentsOf: place, encoding: .utf8)
    // Solving a game takes seconds in a debug build: a dozen keys spread over the file stand for all.
    let all = try Self.chosen(text)
    let most = file == "game.yaml" ? 12 : 40
    let step = max(1, all.count / most)
    let places = all.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    #expect(places.count > 2)
    var refused = 0
    for range in places {
      var broken = text
      broken.replaceSubrange(range, with: text[range] + "x")
      try broken.write(to: place, atomically: false, encoding: .utf8)
      try agree(copy.path, "\(name)/\(file): \(text[range])")
      if (try? OpenedCase.check(copy.path).passes) != true { refused += 1 }
    }
    // A misspelt key is never passed over in silence.
    // A word before a colon within a text is no key, and breaking it is let pass.
    #expect(2 * refused > places.count)
  }

  @Test("for a file that is missing or empty", arguments: ["tutorial", "aze-rus-2025"])
  func missingFiles(name: String) throws {
    let folder = try TemporaryFolder()
    let copy = URL(fileURLWithPath: folder.path).appendingPathComponent(name)
    try FileManager.default.copyItem(at: Self.cases.appendingPathComponent(name), to: copy)
    for file in try FileManager.default.contentsOfDirectory(atPath: copy.path).sorted() {
      let place = copy.appendingPathComponent(file)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      let held = try Data(contentsOf: place)
      try Data().write(to: place)
      try agree(copy.path, "\(file) empty")
      try FileManager.default.removeItem(at: place)
      try agree(copy.path, "\(file) missing")
      try held.write(to: place)
    }
  }
}
