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

  /// A YAML text with blanks in place of comments, quoted texts and blocks of text, so that a word
  /// before a colon is a key.
  private static func bare(_ text: String) -> String {
    var block: Int?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let indent = line.prefix { $0 == " " }.count
      if let block, indent > block || line.allSatisfy(\.isWhitespace) {
        return String(repeating: " ", count: line.count)
      }
      block = nil
      var kept = ""
      var quote: Character?
      var before: Character = " "
      for (place, character) in line.enumerated() {
        if let open = quote {
          if character == open { quote = nil }
          kept.append(" ")
        } else if "\"'".contains(character), " {[,:".contains(before) {
          quote = character
          kept.append(" ")
        } else if character == "#", before == " " {
          kept += String(repeating: " ", count: line.count - place)
          break
        } else {
          kept.append(character)
        }
        before = character
      }
      if kept.trimmingCharacters(in: .whitespaces).hasSuffix("|")
        || kept.trimmingCharacters(in: .whitespaces).hasSuffix(">")
      {
        block = indent
      }
      return kept
    }.joined(separator: "\n")
  }

  /// The places in a text where keys stand.
  private static func keys(of text: String) throws -> [Range<String.Index>] {
    let bare = bare(text)
    let key = try Regex(#"(?:^|[\s{,])([a-z][a-z_]*):(?=\s|$)"#).anchorsMatchLineEndings()
    return bare.matches(of: key).compactMap { match in
      guard let range = match.output[1].range else { return nil }
      let first = bare.distance(from: bare.startIndex, to: range.lowerBound)
      let start = text.index(text.startIndex, offsetBy: first)
      return start..<text.index(start, offsetBy: bare[range].count)
    }
  }

  /// The first and the last key of each name under each parent of its own indentation: together they
  /// stand for all.
  private static func chosen(_ text: String) throws -> [Range<String.Index>] {
    var first: [String: Range<String.Index>] = [:]
    var last: [String: Range<String.Index>] = [:]
    for range in try keys(of: text) {
      let start = text[..<range.lowerBound].lastIndex(of: "\n") ?? text.startIndex
      let name = "\(text.distance(from: start, to: range.lowerBound)) \(text[range])"
      if first[name] == nil { first[name] = range }
      last[name] = range
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
    let most = file == "game.yaml" ? 12 : 100
    let step = max(1, (all.count + most - 1) / most)
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
