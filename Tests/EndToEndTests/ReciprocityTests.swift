import Foundation
import Testing

@Suite("Who reacts to whom, asked of the program")
struct ReciprocityTests {
  /// A table that cannot be used, the code that the program must end with, and what it must say.
  struct Slip: CustomTestStringConvertible, Sendable {
    let name: String
    let table: String
    var options: [String] = []
    var code: Int32 = 65
    let says: String
    var testDescription: String { name }
  }

  private static let slips = [
    Slip(name: "an empty file", table: "", says: "events.csv:1: the file is empty"),
    Slip(name: "only a header", table: "time,type\n", says: "events.csv:1: no event"),
    Slip(name: "one event", table: "time,type\n1,A\n", says: "events.csv:2: one event"),
    Slip(
      name: "a missing column", table: "time,kind\n1,A\n2,A\n", says: "events.csv:1: the header"),
    Slip(
      name: "a time that is not a number", table: "time,type\n1,A\nNaN,B\n",
      says: "events.csv:3: the time 'NaN' is not a number"),
    Slip(
      name: "an empty time", table: "time,type\n1,A\n,B\n", says: "events.csv:3: the time is empty"),
    Slip(
      name: "a time before the start", table: "time,type\n1,A\n-4,B\n",
      says: "events.csv:3: the time -4.0 is before the start"),
    Slip(
      name: "a time after the end", table: "time,type\n1,A\n4,B\n", options: ["--until", "3"],
      says: "events.csv:3: the time 4.0 is after the end"),
    Slip(
      name: "an empty type", table: "time,type\n1,A\n2,\n", says: "events.csv:3: the type is empty"),
    Slip(
      name: "a row with a field too many", table: "time,type\n1,A\n2,B,C\n",
      says: "events.csv:3: 3 fields where the header has 2"),
    Slip(
      name: "a quotation mark left open", table: "time,type\n1,A\n2,\"B\n",
      says: "events.csv:3: a quotation mark"),
    Slip(
      name: "a mark below zero", table: "time,type,mark\n1,A,1\n2,B,-1\n",
      says: "events.csv:3: the mark -1.0 is below 0"),
    Slip(
      name: "more types than a table of types has",
      table: "time,type\n" + (1...70).map { "\($0),name \($0)\n" }.joined(),
      says: "events.csv:66: 'name 65' is type number 65"),
    Slip(
      name: "a resolution of nothing", table: "time,type\n1,A\n2,A\n",
      options: ["--resolution", "0"], code: 64, says: "--resolution"),
  ]

  @Test("is refused with one line that names file and line", arguments: slips)
  func refusal(slip: Slip) throws {
    let scratch = try Scratch()
    let file = scratch.path("events.csv")
    try Data(slip.table.utf8).write(to: URL(filePath: file))
    let run = try Program.run(["reciprocity", file] + slip.options)
    #expect(!run.wasSignalled)
    #expect(run.code == slip.code)
    #expect(run.output.isEmpty)
    #expect(run.notes.contains(slip.says))
    if slip.code == 65 { #expect(run.notes.split(separator: "\n").count == 1) }
  }

  @Test("is refused with code 66 where there is no such file")
  func missing() throws {
    let run = try Program.run(["reciprocity", "no/such/file.csv"])
    #expect(run.code == 66)
    #expect(run.notes.contains("no/such/file.csv"))
  }

  /// A table of events, pseudo-random but always the same, with awkward names of types.
  private static func table(rows: Int, shuffled: Bool = false) -> String {
    var state: UInt64 = 88_172_645_463_325_252
    func next() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    var time = 0.0
    var lines: [String] = []
    for _ in 0..<rows {
      time += -log(1 - next()) * (next() < 0.5 ? 0.2 : 2)
      lines.append("\(time),\(next() < 0.4 ? "\"north, \"\"A\"\"\"" : "south")")
    }
    if shuffled { lines.sort { $0.hashed < $1.hashed } }
    return "time,type\n" + lines.joined(separator: "\n") + "\n"
  }

  @Test("gives the same answer whatever the order of the rows, with names in quotation marks")
  func order() throws {
    let scratch = try Scratch()
    var texts: [String] = []
    for shuffled in [false, true] {
      let file = scratch.path("events-\(shuffled).csv")
      try Data(Self.table(rows: 120, shuffled: shuffled).utf8).write(to: URL(filePath: file))
      let run = try Program.run(["reciprocity", file, "--simulations", "0"])
      #expect(run.code == 0)
      #expect(run.text.contains("north, \"A\""))
      texts.append(run.text)
    }
    #expect(texts[0] == texts[1])
  }

  @Test("writes text, JSON, Markdown and a picture, and draws coarse times many times")
  func formats() throws {
    let scratch = try Scratch()
    let file = scratch.path("days.csv")
    let days = (0..<60).map { "\($0 / 2),\($0 % 2 == 0 ? "A" : "B")\n" }.joined()
    try Data(("time,type\n" + days).utf8).write(to: URL(filePath: file))
    let options = ["reciprocity", file, "--resolution", "1", "--draws", "3", "--simulations", "5"]
    for (format, mark) in [
      ("text", "3 draws"), ("json", "\"branching\""), ("markdown", "## Who reacts to whom"),
      ("svg", "<svg"),
    ] {
      let run = try Program.run(options + ["--format", format])
      #expect(run.code == 0)
      #expect(run.text.contains(mark))
    }
  }

  @Test("places events of one time within the unit they are written in, and says so")
  func repeatedTimes() throws {
    let scratch = try Scratch()
    let file = scratch.path("days.csv")
    let rows = (0..<40).map { "\(Double($0 / 2) * 0.25),\($0 % 3 == 0 ? "A" : "B")\n" }.joined()
    try Data(("time,type\n" + rows).utf8).write(to: URL(filePath: file))
    let options = ["reciprocity", file, "--draws", "2", "--simulations", "0", "--format", "json"]
    let run = try Program.run(options)
    #expect(run.code == 0)
    #expect(run.notes.contains("days.csv:3: the time stands in line 2 too"))
    #expect(run.notes.contains("0.01"))
    let stated = try Program.run(options + ["--resolution", "0.01"])
    #expect(stated.notes.isEmpty)
    #expect(stated.text == run.text)
    let closed = try Program.run(options + ["--until", "4.75"])
    #expect(closed.code == 0)
  }

  @Test("gives the same bytes on one core and on all, and keeps times out of its output")
  func cores() throws {
    let scratch = try Scratch()
    let file = scratch.path("events.csv")
    // More events than one stretch of the pass, so that stretches are shared among cores.
    try Data(Self.table(rows: 17_000).utf8).write(to: URL(filePath: file))
    let all = try Program.run(["reciprocity", file, "--format", "json", "--timings"])
    #expect(all.code == 0)
    #expect(all.notes.contains("timing:"))
    #expect(!all.text.contains("timing"))
    let one = try Program.shell(
      "command -v taskset > /dev/null && exec taskset -c 0 \"$D\" reciprocity \(file) --format json; exec \"$D\" reciprocity \(file) --format json"
    )
    #expect(one.output == all.output)
  }
}

extension String {
  /// A number that has nothing to do with the order of the alphabet.
  fileprivate var hashed: UInt64 {
    utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
