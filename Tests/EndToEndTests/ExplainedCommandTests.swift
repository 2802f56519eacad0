import Foundation
import Testing

/// The commands that compare explanations, on the tutorial, whose states are invented.
@Suite("Explanations, end to end")
struct ExplainedCommandTests {
  private static let tutorial = "cases/tutorial"

  private func object(_ run: Program.Run) throws -> [String: Any] {
    #expect(run.code == 0, "\(run.notes)")
    return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private func ids(_ case: String) throws -> [String] {
    let run = try Program.run(["explain", `case`, "--no-trust", "--format", "jsonl"])
    let line = try #require(run.text.split(separator: "\n").first)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let posterior = try #require(answer["posterior"] as? [String: Double], "\(line.prefix(300))")
    #expect(abs(posterior.values.reduce(0, +) - 1) < 1e-6)
    return posterior.keys.sorted()
  }

  @Test("explain names every story, as text and as JSON, with trust and without")
  func explain() throws {
    let ids = try ids(Self.tutorial)
    #expect(ids.count >= 3)
    for options in [[], ["--no-trust"], ["--times-only"], ["--words", "none"]] {
      let text = try Program.run(["explain", Self.tutorial] + options)
      #expect(text.code == 0, "\(text.notes)")
      for id in ids { #expect(text.text.contains(id), "\(id) with \(options)") }
    }
    let json = try object(Program.run(["explain", Self.tutorial, "--format", "json"]))
    // The constant rate, which no case names, stands beside the stories of the case.
    #expect((json["explanations"] as? [Any])?.count ?? 0 >= ids.count)
    let pair = Array(ids.prefix(2))
    let between = try Program.run([
      "explain", Self.tutorial, "--between", pair.joined(separator: ","),
    ])
    #expect(between.code == 0, "\(between.notes)")
    #expect(pair.allSatisfy { between.text.contains($0) })
  }

  @Test("predictions are put on file and scored by rows that came later")
  func predictions() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "tutorial")
    let made = try Program.run([
      "explain", folder, "--no-trust", "--predict", "2021-09-01",
    ])
    #expect(made.code == 0, "\(made.notes)")
    #expect(FileManager.default.fileExists(atPath: folder + "/predictions.csv"))
    let rows = scratch.path("later.csv")
    let record = try String(contentsOfFile: folder + "/events.csv", encoding: .utf8)
    let header = try #require(record.split(separator: "\n").first)
    let columns = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    func row(_ id: String, _ day: String, _ code: String) -> String {
      let cells = [
        "id": id, "date": day, "source": "XAA", "target": "XBB", "code": code,
        "summary": "An act", "publisher": "P", "url": "https://example.org/\(id)",
      ]
      return columns.map { cells[$0] ?? "" }.joined(separator: ",")
    }
    let text = [String(header), row("L1", "2021-09-10", "112"), row("L2", "2021-10-02", "057")]
      .joined(separator: "\n")
    try Data((text + "\n").utf8).write(to: URL(filePath: rows))
    let resolved = try Program.run([
      "resolve", folder, rows, "--through", "2022-12-31", "--format", "json",
    ])
    #expect(resolved.code == 0, "\(resolved.notes)")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: resolved.output) }
    #expect(try Program.run(["resolve", folder, rows, "--through", "2022-12-31"]).code == 0)
    let scored = try Program.run(["explain", folder, "--no-trust", "--score-after", rows])
    #expect(scored.code == 0, "\(scored.notes)")
  }

  @Test("assess with explanations gives a page without words of the inside, and what if moves it")
  func assessed() throws {
    let scratch = try Scratch()
    let (one, two) = (scratch.path("one"), scratch.path("two"))
    #expect(try Program.run(["assess", Self.tutorial, "--no-cache", "--output", one]).code == 0)
    #expect(
      try Program.run([
        "assess", Self.tutorial, "--no-cache", "--seed", "2", "--output", two,
      ]).code == 0)
    let page = try String(contentsOfFile: one + "/report.html", encoding: .utf8)
    #expect(page.contains("id=\"trust") || page.contains("trust"))
    for inside in ["Optional(", "nan<", "[exists]"] { #expect(!page.contains(inside), "\(inside)") }
    for format in ["text", "json", "markdown", "html"] {
      let diff = try Program.run([
        "diff", one + "/assessment.json", two + "/assessment.json", "--format", format,
      ])
      #expect(diff.code == 0, "\(diff.notes)")
      #expect(!diff.text.isEmpty)
      let whatIf = try Program.run([
        "whatif", Self.tutorial, "--without", "T04", "--code", "T06=042", "--format", format,
      ])
      #expect(whatIf.code == 0, "\(whatIf.notes)")
      #expect(whatIf.text.contains("T04") || whatIf.text.contains("before"), "\(format)")
    }
    let same = try Program.run([
      "diff", one + "/assessment.json", one + "/assessment.json", "--format", "json",
    ])
    #expect(same.code == 0)
    for format in ["text", "markdown", "html"] {
      let brief = try Program.run(["brief", Self.tutorial, "--format", format])
      #expect(brief.code == 0, "\(brief.notes)")
      #expect(brief.text.contains("Northland"))
    }
  }

  @Test("the table of calibration is remade from simulated records, the same for the same seed")
  func calibration() throws {
    let words = ["calibrate-explanations", "--records", "20", "--draws", "1"]
    let one = try Program.run(words)
    #expect(one.code == 0, "\(one.notes)")
    #expect(one.text.contains("CalibrationTable"))
    #expect(try Program.run(words).output == one.output)
    #expect(try Program.run(words + ["--seed", "3"]).output != one.output)
    #expect(try Program.run(["calibrate-explanations", "--records", "1"]).code == 64)
  }

  @Test("codes are found by word and by number, and what no code fits says so")
  func codes() throws {
    let word = try Program.run(["codes", "expel"])
    #expect(word.code == 0)
    #expect(word.text.contains("161"))
    let number = try Program.run(["codes", "161", "--format", "json"])
    #expect(number.code == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: number.output) }
    #expect(try Program.run(["codes", "xyzzy"]).notes.isEmpty == false)
  }

  @Test("a second coder's sheet hides the first codes, and the codings are compared")
  func recoded() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "tutorial")
    let sheet = scratch.path("sheet")
    let made = try Program.run(["recode", folder, "--coder", "second", "--output", sheet])
    #expect(made.code == 0, "\(made.notes)")
    let compared = try Program.run([
      "recode", "cases/aze-rus-2025", "--compare", "--no-verdict", "--format", "json",
    ])
    #expect(compared.code == 0, "\(compared.notes)")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: compared.output) }
    let text = try Program.run(["recode", "cases/aze-rus-2025", "--compare", "--no-verdict"])
    #expect(text.text.contains("alpha"))
  }
}
