import Casework
import Conduct
import Diplomacy
import Estimation
import Foundation
import Testing

@Suite("A second coder")
struct RecodingTests {
  private static func subject() throws -> Case {
    let start = Day(ordinal: 18_628)
    func row(_ id: String, _ day: Int, _ code: String, by: ActorCode = "AAA") throws -> Event {
      Event(
        id: id, date: DateSpan(start + day), sources: [by], targets: [by == "AAA" ? "BBB" : "AAA"],
        code: try #require(EventCode(code)), summary: "Act \(id), with a comma.",
        statedIntensity: id == "R1" ? -7 : nil,
        channel: id == "R3" ? ChannelLevel(rawValue: "diplomatic") : nil)
    }
    var subject = Case(
      id: "simulated", title: "Simulated", claim: "None.", focal: "AAA", counterpart: "BBB",
      window: try #require(DateSpan(from: start, through: start + 99)),
      channels: [
        Channel(between: Pair("AAA", "BBB"), levels: [ChannelLevel(rawValue: "diplomatic")])
      ],
      explanations: [
        Explanation(id: "bargaining", kind: "bargaining", rounds: [.span(DateSpan(start + 50))]),
        Explanation(id: "reciprocity", kind: "reciprocity"),
      ])
    subject.events = [
      try row("R1", 5, "112"), try row("R2", 20, "130"), try row("R3", 40, "161"),
      try row("R4", 41, "112", by: "BBB"), try row("R5", 60, "057"),
    ]
    subject.codings = [
      SecondCoding(
        coder: "B", who: "a language model that saw the summaries", columns: ["code", "status"],
        rows: [
          "R1": ["code": "100", "status": "reported"], "R2": ["code": "130", "status": ""],
          "R3": ["code": "161", "status": ""], "R4": ["code": "112", "status": ""],
        ])
    ]
    return subject
  }

  @Test("gets every row once, in an order of the seed, without the first codes")
  func sheet() throws {
    let subject = try Self.subject()
    let sheet = BlindSheet(subject, coder: "C", seed: 3)
    let lines = sheet.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 6 && lines[0].hasPrefix("id,date,source,target,summary,code,tone,"))
    #expect(Set(lines.dropFirst().map { $0.prefix(2) }) == ["R1", "R2", "R3", "R4", "R5"])
    for line in lines.dropFirst() {
      #expect(line.contains("with a comma.\"") && line.hasSuffix(",,,,,,,,,,"))
      #expect(!["112", "130", "161", "057"].contains { line.contains($0) })
    }
    #expect(BlindSheet(subject, coder: "C", seed: 3).text == sheet.text)
    let orders = (0..<8).map { BlindSheet(subject, coder: "C", seed: $0).text }
    #expect(Set(orders).count > 1)
    #expect(sheet.instructions.contains("diplomatic") && sheet.instructions.contains("partly_met"))
  }

  @Test("a filled sheet becomes a file of codes alone; rows left empty are left out")
  func taking() throws {
    let text = "id,date,summary,code,tone\nR1,2020,\"a, b\",112,hostile\nR2,2020,x,,\n"
    #expect(
      try BlindSheet.codes(of: Array(text.utf8), named: "s") == "id,code,tone\nR1,112,hostile\n")
    #expect(throws: CaseworkFailure.self) {
      try BlindSheet.codes(of: Array("id,summary\nR1,x\n".utf8), named: "s")
    }
    #expect(throws: CaseworkFailure.self) {
      try BlindSheet.codes(of: Array("id,code\nR1\n".utf8), named: "s")
    }
  }

  @Test("replaces codes and keeps what was not coded")
  func recoded() throws {
    let subject = try Self.subject()
    let other = subject.recoded(by: subject.codings[0])
    #expect(other.events.map(\.code.rawValue) == ["100", "130", "161", "112", "057"])
    #expect(other.events[0].status == .reported && other.events[1].status == .confirmed)
    #expect(other.events[0].statedIntensity == nil, "a weight goes with its code")
    #expect(other.events[2].channel == subject.events[2].channel)
    #expect(other.events[4] == subject.events[4])
  }

  @Test("is compared column by column, and by what the explanations get")
  func comparison() throws {
    let options = ComparisonOptions(
      draws: 20, includesTrust: false, model: ConductModel(answerDays: [.init(10, weight: 1)]))
    let found = try CodingComparison(try Self.subject(), options: options, draws: 3)
    let root = try #require(found.columns.first { $0.name == "root" })
    #expect(root.agreement.units == 4 && root.agreement.agreement == 0.75)
    #expect(root.coders == ["first", "B"] && found.disagreement == 0.25)
    #expect(found.coders["B"]?.contains("language model") == true)
    #expect(found.readings.map(\.name) == ["first", "B"])
    for reading in found.readings { #expect(abs(reading.fromActs.reduce(0, +) - 1) < 1e-9) }
    #expect(found.readings[1].fromActs[0] > found.readings[0].fromActs[0], "a demand coded in")
    #expect(found.noise.count == 2 && found.noise.allSatisfy { $0[0] <= $0[1] && $0[1] <= $0[2] })
    var bare = try Self.subject()
    bare.codings = []
    #expect(throws: CaseworkFailure.self) { try CodingComparison(bare, options: options) }
  }
}
