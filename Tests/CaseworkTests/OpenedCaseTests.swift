import CaseFiles
import Casework
import Foundation
import TestSupport
import Testing

@Suite("Opening a case folder")
struct OpenedCaseTests {
  private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("cases")

  @Test("refuses a broken game.yaml, and so does the check")
  func brokenGame() throws {
    let folder = try TemporaryFolder()
    let copy = URL(fileURLWithPath: folder.path + "/aze-rus-2025")
    try FileManager.default.copyItem(
      at: Self.cases.appendingPathComponent("aze-rus-2025"), to: copy)
    let game = copy.appendingPathComponent("game.yaml")
    let text = try String(contentsOf: game, encoding: .utf8)
    #expect(try OpenedCase.check(copy.path).passes)
    _ = try OpenedCase(at: copy.path)
    let broken = text.replacingOccurrences(of: "players:", with: "plyers:")
    #expect(broken != text)
    try broken.write(to: game, atomically: true, encoding: .utf8)
    #expect(try OpenedCase.check(copy.path).passes == false)
    #expect(throws: CaseworkFailure.self) { try OpenedCase(at: copy.path) }
  }
}
