import Foundation
import Testing

@testable import Conduct

@Suite("How far acts bring forth acts")
struct BurstinessTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Benchmarks/priors")

  /// Where Python is, if it is.
  private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(
    separator: ":"
  )
  .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "is found again by its script on simulated pairs of states whose truth is known",
    .enabled(if: BurstinessTests.python != nil))
  func script() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.arguments = ["burstiness.py", "--rounds", "4", "simulated-pairs.csv"]
    process.currentDirectoryURL = Self.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    func figure(after word: String) throws -> Double {
      let rest = try #require(text.range(of: "\(word) median ")).upperBound
      return try #require(Double(text[rest...].prefix(4)))
    }
    // Simulated with .20 and .30.
    #expect((0.12...0.33).contains(try figure(after: "answers")), "\(text)")
    #expect((0.18...0.5).contains(try figure(after: "momentum")), "\(text)")
  }

  @Test("is the same for every story that does not expect more, the constant rate among them")
  func fair() {
    for kind in ConductKind.table where kind.name != "none" {
      for coefficient in Coefficient.allCases where coefficient.bringsForth {
        let prior = kind.prior(of: coefficient, burstiness: .reported)
        let expected =
          coefficient == .momentum ? Burstiness.reported.momentum : Burstiness.reported.answers
        #expect(kind.active[coefficient] != nil || prior == expected, "\(kind.name)")
      }
    }
  }
}
