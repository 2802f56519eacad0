import CaseFiles
import Diplomacy
import Foundation
import Testing

/// The folders beside the package, and the cases in it.
private enum Places {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let episodes = package.deletingLastPathComponent()
    .appendingPathComponent("shared/conformance/episodes").standardizedFileURL.path
  static var hasEpisodes: Bool { FileManager.default.fileExists(atPath: episodes) }
}

@Suite("Cases from elsewhere")
struct SimulatedEpisodeTests {
  @Test(
    "that are simulated, with invented states and no assertions, can be analysed",
    .enabled(if: Places.hasEpisodes, "needs ../shared"))
  func episodes() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/demarche-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-xJf", Places.episodes + "/well15.tar.xz", "-C", folder]
    try tar.run()
    tar.waitUntilExit()
    try #require(tar.terminationStatus == 0)
    let set = folder + "/well15"
    let names = try FileManager.default.contentsOfDirectory(atPath: set).sorted()
      .filter { FileManager.default.fileExists(atPath: "\(set)/\($0)/case.yaml") }
    #expect(names.count > 10)
    for name in names {
      let reading = CaseFolder.read(at: "\(set)/\(name)")
      let found = try #require(reading.case, "\(reading.problems.map(\.description))")
      #expect(found.id == name && found.events.count == reading.tally.rows)
      #expect(reading.grave.allSatisfy { $0.severity == .flaw && $0.what.contains("'BBB'") })
    }
  }

  @Test("that come with the package pass", arguments: ["aze-rus-2025", "qat-2017", "tutorial"])
  func package(_ name: String) throws {
    let reading = CaseFolder.read(at: Places.package.path + "/cases/" + name)
    #expect(reading.isClean, "\(reading.grave.map(\.description))")
    #expect(reading.case?.id == name)
    #expect(reading.case?.events.count == reading.tally.rows)
  }
}
