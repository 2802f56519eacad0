import Casework
import Conduct
import Diplomacy
import Foundation
import Testing

@Suite("Predictions on file")
struct PredictionFileTests {
  private static let text = """
    made,id,source,target,tone,kinds,from,through,probability,under,outcome
    2025-12-01,hostile-30,AAA,BBB,hostile,,2025-12-01,2025-12-30,0.7,x=0.9;y=0.5,
    2025-12-01,demand-90,AAA,BBB,hostile,demand;threaten,2025-12-01,2026-02-28,0.2,x=0.4;y=0.1,
    2025-12-01,quiet,AAA,BBB,conciliatory,,2025-12-01,2025-12-30,0.6,x=0.5;y=0.8,

    """

  private static func row(_ code: String, _ date: String) throws -> Event {
    Event(
      id: "N\(code)", date: try DateSpan(parsing: date), sources: ["AAA"], targets: ["BBB"],
      code: try #require(EventCode(code)), summary: "simulated")
  }

  @Test("are written back as they were read")
  func roundTrip() throws {
    let file = try PredictionFile(Array(Self.text.utf8), named: "predictions.csv")
    #expect(file.entries.count == 3 && file.entries[1].prediction.kinds == [.demand, .threaten])
    #expect(file.text == Self.text)
  }

  @Test("are resolved by rows, and only as far as rows were looked for")
  func resolution() throws {
    let file = try PredictionFile(Array(Self.text.utf8), named: "predictions.csv")
    let last = try DateSpan(parsing: "2026-01-15").last
    let done = file.resolved(by: [try Self.row("112", "2025-12-05")], through: last)
    #expect(done.entries.map(\.outcome) == [true, nil, false])
    let score = PredictionScore(done)
    #expect(score.resolved == 2 && score.open == 1)
    #expect(abs(try #require(score.logScore) - (log(0.7) + log(0.4)) / 2) < 1e-12)
    #expect(abs(try #require(score.brier) - (0.09 + 0.36) / 2) < 1e-12)
    #expect(abs((score.underExplanation["x"] ?? 0) - (log(0.9) + log(0.5))) < 1e-12)
    // A later threat settles the second; the first two stay as they are.
    let later = done.resolved(by: [try Self.row("130", "2026-02-01")], through: last)
    #expect(later.entries.map(\.outcome) == [true, true, false])
    #expect(
      try PredictionFile(Array(later.text.utf8), named: "p").entries.map(\.outcome) == [
        true, true, false,
      ])
  }

  @Test(
    "that cannot be read are refused by line",
    arguments: [
      ("0.7,x=0.9", "1.7,x=0.9"), ("2025-12-30,0.7", "2025-11-30,0.7"), ("demand;", "demnd;"),
      ("x=0.4", "x=much"),
    ])
  func faults(_ old: String, _ new: String) throws {
    let text = Self.text.replacingOccurrences(of: old, with: new)
    let failure = #expect(throws: CaseworkFailure.self) {
      try PredictionFile(Array(text.utf8), named: "predictions.csv")
    }
    #expect(failure?.message.contains("predictions.csv:") == true)
  }
}
