import Foundation
import Testing

/// Files of expected text, kept beside the tests.
///
/// With `DEMARCHE_RECORD=1` in the environment a run writes them anew; then they are to be read.
enum Golden {
  /// Holds a text against its file.
  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let file = folder.appendingPathComponent("Golden/Reporting/\(name)")
    if ProcessInfo.processInfo.environment["DEMARCHE_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == wanted.count, "\(name)", sourceLocation: sourceLocation)
    for (line, want) in zip(lines, wanted) where line != want {
      Issue.record("\(name): found \(line), expected \(want)", sourceLocation: sourceLocation)
    }
  }
}
