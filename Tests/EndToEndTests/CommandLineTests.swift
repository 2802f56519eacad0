import Foundation
import Testing

@Suite("Command lines")
struct CommandLineTests {
  @Test("on the shipped cases pass check", arguments: ["aze-rus-2025", "qat-2017", "tutorial"])
  func check(name: String) throws {
    let run = try Program.run(["check", "cases/\(name)"])
    #expect(run.code == 0)
    #expect(run.notes.isEmpty)
    #expect(run.text.contains("passes"))
  }

  @Test("show the ledger as a Markdown table of all 43 assertions")
  func ledger() throws {
    let run = try Program.run(["ledger", "cases/aze-rus-2025", "--format", "markdown"])
    #expect(run.code == 0)
    #expect(run.notes.isEmpty)
    for number in 1...43 {
      #expect(run.text.contains(String(format: "A%02d", number)))
    }
  }

  @Test("draw the course as one SVG figure with a title and a description")
  func relation() throws {
    let run = try Program.run([
      "relation", "cases/aze-rus-2025", "AZE", "RUS", "--format", "svg",
    ])
    #expect(run.code == 0)
    #expect(run.notes.isEmpty)
    #expect(run.text.hasPrefix("<svg") || run.text.hasPrefix("<?xml"))
    #expect(run.text.contains("<title") && run.text.contains("<desc"))
    #expect(run.text.contains("</svg>"))
  }

  @Test("write a skeleton that passes check, and never write over it")
  func skeleton() throws {
    let scratch = try Scratch()
    #expect(try Program.run(["new", scratch.path("mine")]).code == 0)
    #expect(try Program.run(["check", scratch.path("mine")]).code == 0)
    #expect(try Program.run(["new", scratch.path("mine")]).code != 0)
  }

  @Test(
    "with wrong words exit with 64 and write no data",
    arguments: [
      ["assess"], ["relation", "cases/tutorial", "XAA"], ["ledger", "cases/tutorial", "--no-such"],
      ["relation", "cases/tutorial", "XAA", "XAA"],
    ])
  func usage(words: [String]) throws {
    let run = try Program.run(words)
    #expect(run.code == 64)
    #expect(run.output.isEmpty)
    #expect(!run.notes.isEmpty)
  }

  @Test("weigh each day for one explanation against another, in decibels that sum to the whole")
  func weights() throws {
    let pair = ["explain", "cases/tutorial", "--draws", "20", "--no-trust", "--between"]
    let ids = try Program.run(["explain", "cases/tutorial", "--no-trust", "--format", "jsonl"])
    let line = try JSONSerialization.jsonObject(with: Data(ids.text.utf8)) as? [String: Any]
    let names = try #require(line?["posterior"] as? [String: Double]).keys.sorted()
    let run = try Program.run(pair + ["\(names[0]),\(names[1])", "--format", "json"])
    #expect(run.code == 0)
    let weights = try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any]
    let total = try #require(weights?["total"] as? Double)
    let stretches = try #require(weights?["stretches"] as? [[String: Any]])
    let sum = stretches.reduce(0) { $0 + ($1["decibels"] as? Double ?? .nan) }
    #expect(abs(sum - total) < 1e-6)
    #expect(stretches.contains { ($0["acts"] as? [String])?.isEmpty == true })
    let stray = try Program.run(pair + ["\(names[0]),nothing"])
    #expect(stray.code == 65)
    #expect(stray.notes.contains("nothing"))
  }

  @Test("write no colour into a file, and keep within the columns asked for")
  func columns() throws {
    let run = try Program.run(
      ["ledger", "cases/tutorial"], environment: ["COLUMNS": "60", "NO_COLOR": "1"])
    #expect(run.code == 0)
    #expect(!run.text.contains("\u{1B}"))
    for line in run.text.split(separator: "\n") where line.contains(" ") {
      #expect(line.count <= 60, "\(line)")
    }
  }

  @Test("end quietly where the reader has gone away")
  func closedPipe() throws {
    let run = try Program.shell(
      "\"$D\" relation cases/aze-rus-2025 AZE RUS --format csv | head -n 1")
    #expect(run.code == 0)
    #expect(run.notes.isEmpty)
    #expect(run.text == "dyad,scale,day,level,low,high,known,acts,days_since_act\n")
  }

  @Test("say with 74 that standard output cannot be written")
  func fullOutput() throws {
    let run = try Program.shell("\"$D\" ledger cases/tutorial > /dev/full")
    #expect(run.code == 74)
    #expect(run.notes.contains("standard output"))
  }
}
