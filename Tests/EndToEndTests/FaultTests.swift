import Foundation
import Testing

/// Faults of kinds that public reports, real files and attacks found: one of each that only the whole
/// program shows. Their twins within a room are tested there.
@Suite("Faults by kind")
struct FaultTests {
  private static let series =
    (0..<40).map { "\(Double(($0 * 7919) % 101) / 10)" }
    .joined(separator: "\n") + "\n"

  private func file(_ scratch: Scratch, _ name: String, _ text: String) throws -> String {
    let path = scratch.path(name)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test(
    "a number of an option has a range, and beyond it a reason",
    arguments: [
      ["turning-points", "S", "--minimum-length", "9223372036854775807"],
      ["turning-points", "S", "--minimum-length", "0"],
      ["turning-points", "S", "--credibility", "nan"],
      ["course", "S", "--noise", "t", "--freedom", "inf"], ["course", "S", "--freedom", "3"],
      ["turning-points", "S", "--per", "day"], ["course", "S", "--measure", "mean"],
      ["play", "S", "--timeout", "inf"], ["play", "S", "--timeout", "nan"],
      ["play", "S", "--timeout", "1e300"], ["play", "S", "--timeout", "-1"],
      ["reciprocity", "S", "--simulations", "1152921504606846976"],
      ["reciprocity", "S", "--draws", "100000000"],
      ["reciprocity", "S", "--totals", "--lags", "0"],
      ["reciprocity", "S", "--totals", "--draws", "0"],
      ["aggregate", "S", "--cores", "1000000"], ["aggregate", "S", "--cores", "0"],
      ["events", "--store", "S", "--limit", "-1"],
      ["events", "--store", "S", "--gaps", "--dyad", "RUS>AZE"],
      ["events", "--store", "S", "--dyad", "aze>rus"],
      ["events", "--store", "S", "--from", "2025-06", "--to", "2025-01"],
      ["play", "S", "--lambda", "1", "--all"], ["play", "S", "--lambda", "1", "--solver", "lp"],
      ["reciprocity", "S", "--totals", "--draws", "5"],
      ["reciprocity", "S", "--totals", "--timings"],
      ["turning-points", "S", "--path", "--credibility", "0.5"],
      [
        "turning-points", "--events", "cases/tutorial/events.csv", "--dyad", "XAA>XBB",
        "--minimum-length", "5",
      ],
      ["explain", "cases/tutorial", "--draws", "20000"],
      ["explain", "cases/tutorial", "--between", "a,b", "--score-after", "S"],
      ["nonsense", "--help"], ["nonsense"],
    ])
  func options(arguments: [String]) throws {
    let scratch = try Scratch()
    let path = try file(scratch, "s.csv", Self.series)
    let run = try Program.run(arguments.map { $0 == "S" ? path : $0 })
    #expect(!run.wasSignalled)
    #expect(run.code == 64, "\(run.notes)")
  }

  @Test("a stream that cannot be written, or is closed, costs notes and not the work")
  func streams() throws {
    let scratch = try Scratch()
    let path = try file(scratch, "s.csv", Self.series)
    for redirection in ["2>/dev/full", "2>&-", "2>&- 0<&-"] {
      let run = try Program.shell("\"$D\" course '\(path)' --format csv \(redirection) >/dev/null")
      #expect(run.code == 0)
      let failing = try Program.shell("\"$D\" assess /nonexistent \(redirection)")
      #expect(failing.code == 66)
    }
    #expect(try Program.shell("\"$D\" course '\(path)' >&-").code == 74)
  }

  @Test("a list of rejected rows is written over nothing else")
  func rejected() throws {
    let scratch = try Scratch()
    let path = try file(scratch, "in.tsv", "some text\n")
    for other in [path, scratch.path("s.db"), try file(scratch, "notes.txt", "kept\n")] {
      let before = FileManager.default.contents(atPath: other)
      let run = try Program.run([
        "import", "--store", scratch.path("s.db"), "--skip-invalid", "--rejected", other,
        "--format", "gdelt2", path,
      ])
      #expect(run.code == 64, "\(run.notes)")
      #expect(FileManager.default.contents(atPath: other) == before)
    }
  }

  @Test("text from a case reaches a terminal without controls")
  func terminal() throws {
    let scratch = try Scratch()
    let row =
      "{\"date\":\"2020-01-01\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"190\",\"summary\":\"a\\u001b[31m\\u0007\\u202eb\"}\n"
    let path = try file(scratch, "a.jsonl", row)
    _ = try Program.run(["import", "--store", scratch.path("s.db"), path])
    let shown = try Program.run(["events", "--store", scratch.path("s.db")])
    #expect(
      !shown.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    #expect(shown.text.contains("\\u001B"))
    let rows = try Program.run(["events", "--store", scratch.path("s.db"), "--format", "csv"])
    #expect(rows.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("cells that begin like a formula are texts to a spreadsheet")
  func formulas() throws {
    let scratch = try Scratch()
    let row =
      "{\"date\":\"2020-01-01\",\"source\":\"RUS\",\"target\":\"UKR\",\"code\":\"190\",\"intensity\":-10,\"summary\":\"=cmd()\"}\n"
    let path = try file(scratch, "a.jsonl", row)
    let store = scratch.path("s.db")
    _ = try Program.run(["import", "--store", store, path])
    let rows = try Program.run(["events", "--store", store, "--format", "csv"])
    #expect(rows.text.contains(",'=cmd(),"))
    #expect(rows.text.contains(",-10.0,"))
    let copy = try file(scratch, "copy.csv", rows.text)
    let second = scratch.path("t.db")
    _ = try Program.run(["import", "--store", second, copy])
    let again = try Program.run(["events", "--store", second, "--format", "csv"])
    #expect(again.text == rows.text)
  }

  @Test("a game of another program is named, and how games begin")
  func games() throws {
    let scratch = try Scratch()
    for (text, word) in [
      ("<gte version=\"0.1\"><strategicForm/></gte>", "Theory Explorer"), ("0.5 1.2\n", "numbers"),
      ("#AGG\n", "AGG"), ("{}", "JSON"), ("", "empty"),
    ] {
      let run = try Program.run(["play", try file(scratch, "game.nfg", text)])
      #expect(run.code == 65)
      #expect(run.notes.contains(word) && run.notes.contains("NFG 1 R"))
    }
  }

  @Test("a game is solved to the same bytes twice, in every form")
  func twice() throws {
    let scratch = try Scratch()
    let table = "NFG 1 R \"t\" { \"a\" \"b\" } { 2 2 }\n1 -1 -1 1 -1 1 1 -1\n"
    let path = try file(scratch, "t.nfg", table)
    for form in ["text", "json"] {
      let runs = try (0..<2).map { _ in try Program.run(["play", path, "--format", form]) }
      #expect(runs[0].code == 0 && runs[0].output == runs[1].output)
    }
  }

  @Test("a crisis of many moves keeps its time while its tree grows", .timeLimit(.minutes(1)))
  func growth() throws {
    let scratch = try Scratch()
    var text = """
      title: t
      players: [{id: A, name: a}, {id: B, name: b}]
      focal: A
      parameters: [{name: V, value: 10, what: w, low: 1, high: 20, basis: b}]
      types: [{id: t1, chance: "0.5"}, {id: t2, chance: "0.5"}]
      moves:

      """
    for move in 0..<7 {
      text += "  - {id: m\(move), by: \(move % 2 == 0 ? "A" : "B"), options: [a, b, c, d, e]}\n"
    }
    text += "stakes: [{what: s, to: A, amount: V, when: {m0: a}}]\nstory: t1\n"
    let path = try file(scratch, "many.yaml", text)
    for further in [[], ["--lambda", "1"], ["--region", "V,V"]] {
      let run = try Program.run(["play", path, "--timeout", "0.5"] + further)
      #expect(!run.wasSignalled)
      #expect([1, 64].contains(run.code), "\(run.notes)")
    }
  }

  @Test("a game keeps its time", .timeLimit(.minutes(1)))
  func time() throws {
    let scratch = try Scratch()
    var text = "EFG 2 R \"t\" { \"a\" \"b\" }\n"
    for index in 0..<20_000 {
      text +=
        "p \"\" \(1 + index % 2) \(index + 1) \"\" { \"s\" \"g\" } 0\nt \"\" \(index + 1) \"\" { \(index), \(20_000 - index) }\n"
    }
    text += "t \"\" 20001 \"\" { 1, 1 }\n"
    let path = try file(scratch, "chain.efg", text)
    for arguments in [
      ["play", path, "--timeout", "5"], ["play", path, "--timeout", "2", "--lambda", "1"],
    ] {
      #expect(!(try Program.run(arguments).wasSignalled))
    }
  }
}
