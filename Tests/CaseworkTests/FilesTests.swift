import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("Files that belong together")
struct FilesTests {
  private func entries(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a report takes the place of an earlier one whole, and nothing is left beside it")
  func swapped() throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/deep/report"
    for number in 1...3 {
      try ReportFolder.write([("a", "a\(number)"), ("b", "b\(number)")], into: report)
      #expect(try text(report + "/a") == "a\(number)")
      #expect(try text(report + "/b") == "b\(number)")
    }
    #expect(try entries(report) == ["a", "b"])
    #expect(try entries(folder.path + "/deep") == ["report"])
  }

  @Test("a report that has fewer files than the one before leaves none of it behind")
  func fewer() throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report"
    try ReportFolder.write([("a", "1"), ("b", "1")], into: report)
    try FileManager.default.removeItem(atPath: report + "/b")
    try ReportFolder.write([("a", "2"), ("b", "2")], into: report)
    #expect(try text(report + "/b") == "2")
  }

  @Test("a folder under the name of a file is not replaced, nor anything beside it")
  func folderInTheWay() throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report"
    try FileManager.default.createDirectory(
      atPath: report + "/b", withIntermediateDirectories: true)
    try "old".write(toFile: report + "/a", atomically: true, encoding: .utf8)
    #expect(throws: CaseworkFailure.self) {
      try ReportFolder.write([("a", "new"), ("b", "new")], into: report)
    }
    #expect(try text(report + "/a") == "old")
    #expect(try entries(report) == ["a", "b"])
  }

  @Test("other files of a folder stay as they are")
  func others() throws {
    let folder = try TemporaryFolder()
    let notes = folder.path + "/notes.txt"
    try "mine".write(toFile: notes, atomically: true, encoding: .utf8)
    try ReportFolder.write([("a", "1")], into: folder.path)
    try ReportFolder.write([("a", "2")], into: folder.path)
    #expect(try text(notes) == "mine")
    #expect(try text(folder.path + "/a") == "2")
    #expect(try entries(folder.path) == ["a", "notes.txt"])
  }

  @Test("what killed runs left is removed, what a running one writes is not")
  func stale() throws {
    let folder = try TemporaryFolder()
    let report = folder.path + "/report"
    // No process has this number: it is above the largest that the system gives.
    for name in [".a.2147483646.part", ".a.2147483646-ff.part"] {
      try ReportFolder.write([("a", "1")], into: report)
      try "half".write(toFile: report + "/" + name, atomically: true, encoding: .utf8)
      try ReportFolder.write([("a", "2")], into: report)
      #expect(try entries(report) == ["a"])
    }
    let running = folder.path + "/.report.\(getpid())-ff.part"
    try FileManager.default.createDirectory(atPath: running, withIntermediateDirectories: true)
    let gone = folder.path + "/.report.2147483646-ff.part"
    try FileManager.default.createDirectory(atPath: gone, withIntermediateDirectories: true)
    try ReportFolder.write([("a", "3")], into: report)
    #expect(try entries(folder.path) == [".report.\(getpid())-ff.part", "report"])
    #expect(!PartName.isStale("notes.part", of: "a"))
    #expect(!PartName.isStale(".a.x.part", of: "a"))
  }

  @Test("a link that lies where a part or a file is to go is not followed")
  func links() throws {
    let folder = try TemporaryFolder()
    let (report, outside) = (folder.path + "/report", folder.path + "/outside")
    try "untouched".write(toFile: outside, atomically: true, encoding: .utf8)
    try ReportFolder.write([("a", "1")], into: report)
    for name in ["a", ".a.\(getpid()).part"] {
      try? FileManager.default.removeItem(atPath: report + "/" + name)
      try FileManager.default.createSymbolicLink(
        atPath: report + "/" + name, withDestinationPath: outside)
    }
    try ReportFolder.write([("a", "2")], into: report)
    #expect(try text(outside) == "untouched")
    #expect(try text(report + "/a") == "2")
    #expect(AtomicFiles.writeWhole("x", to: outside) != nil)
    #expect(try text(outside) == "untouched")
  }

  @Test("a link to a folder is written through to the folder")
  func linkedFolder() throws {
    let folder = try TemporaryFolder()
    let (real, link) = (folder.path + "/real", folder.path + "/link")
    try ReportFolder.write([("a", "1")], into: real)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
    try ReportFolder.write([("a", "2")], into: link)
    #expect(try text(real + "/a") == "2")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
  }

  @Test(
    "a name from inside a case is one part of a path",
    arguments: [
      ("../../outside", "-.-..-outside"), ("/etc/passwd", "-etc-passwd"), ("", "case"),
      ("..", "-."), (".hidden", "-hidden"), ("aze-rus-2025", "aze-rus-2025"), ("a\u{0}b", "a-b"),
      ("Ärger", "-rger"),
    ])
  func parts(name: String, part: String) {
    #expect(PathName.part(name) == part)
    #expect(!PathName.part(name).contains("/"))
  }

  @Test("digests differ where a byte, the length or the order does")
  func digests() {
    var seen: Set<String> = []
    for length in 0..<40 {
      let bytes = [UInt8](repeating: 0, count: length)
      seen.insert(ContentDigest(Data(bytes)).text)
      for place in bytes.indices {
        var changed = bytes
        changed[place] = 1
        seen.insert(ContentDigest(Data(changed)).text)
      }
    }
    #expect(seen.count == 40 + 40 * 39 / 2)
    let data = Data((0..<100).map { UInt8($0) })
    #expect(ContentDigest(data[10...]) == ContentDigest(Data(data[10...])))
  }
}
