import Conduct
import Foundation
import Testing

@Suite("Base rates of endings")
struct RuptureEndingsTests {
  @Test("are what the file of endings counts")
  func counts() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Benchmarks/settled/endings.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    let endings = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] }
    func count(_ ending: String) -> Int { endings.count { $0 == ending } }
    #expect(endings.count == RuptureEndings.ruptures)
    #expect(count("redress") == RuptureEndings.redress)
    #expect(count("accord") == RuptureEndings.accord)
    #expect(count("restored") == RuptureEndings.restored)
    #expect(count("none") == RuptureEndings.none)
    #expect(count("goal") == RuptureEndings.goal)
  }
}
