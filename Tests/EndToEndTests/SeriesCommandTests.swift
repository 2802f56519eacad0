import Foundation
import Testing

@Suite("The commands on series")
struct SeriesCommandTests {
  private static let step: String =
    "day,value\n"
    + (0..<60).map { "\($0 + 1),\($0 < 30 ? 1 : 4).\($0 * 7 % 10)" }.joined(separator: "\n") + "\n"

  private func file(_ text: String, _ scratch: Scratch) throws -> String {
    let path = scratch.path("series.csv")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test("give the turning points as one line of JSON with stated fields")
  func json() throws {
    let scratch = try Scratch()
    let path = try file(Self.step, scratch)
    let run = try Program.run([
      "turning-points", path, "--column", "value", "--format", "json",
    ])
    #expect(run.code == 0)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(run.text.utf8)) as? [String: Any])
    #expect(Set(answer.keys) == ["n", "turningPoints", "model", "penalty", "column"])
    #expect(answer["n"] as? Int == 60)
    let points = try #require(answer["turningPoints"] as? [[String: Any]])
    #expect(points.map { $0["index"] as? Int } == [30])
  }

  @Test("draw a series with its turns, and one with its level, as an SVG document")
  func figures() throws {
    let scratch = try Scratch()
    let path = try file(Self.step, scratch)
    for words in [["turning-points"], ["course", "--trend"], ["course", "--noise", "t"]] {
      let run = try Program.run(words + [path, "--column", "value", "--format", "svg"])
      #expect(run.code == 0)
      #expect(run.text.hasPrefix("<?xml"))
      #expect(run.text.contains("<title") && run.text.contains("<desc"))
      #expect(run.text.hasSuffix("</svg>\n"))
    }
  }

  @Test("write the whole path of optimal divisions on request")
  func path() throws {
    let scratch = try Scratch()
    let path = try file(Self.step, scratch)
    let run = try Program.run([
      "turning-points", path, "--column", "2", "--path", "--format", "csv",
    ])
    #expect(run.code == 0)
    let lines = run.text.split(separator: "\n")
    #expect(lines.first == "changes,price,cost,criterion,inflation,chosen,change_points")
    #expect(
      lines.dropFirst().filter { $0.contains(",true,") }.map { $0.hasSuffix(",30") } == [true])
    #expect(
      try Program.run(["turning-points", path, "--path", "--format", "svg"]).code == 64)
  }

  @Test("read the acts of one direction from JSON Lines as from any event format")
  func events() throws {
    let scratch = try Scratch()
    var text = "date,source,cameo,goldstein,relation,target,split\n"
      .replacing(",", with: "\t")
    for week in 0..<40 {
      let day = 1 + week % 4 * 7
      let month = 1 + week / 4
      let code = week < 20 ? "040\t1.0\tConsult" : "190\t-10.0\tUse force"
      text +=
        "2014-\(String(format: "%02d-%02d", month, day))\tGovernment (Russia)\t\(code)\tGovernment (Ukraine)\ttrain\n"
    }
    let path = scratch.path("events.tsv")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Program.run([
      "turning-points", "--events", path, "--dyad", "RUS>UKR", "--per", "month", "--measure",
      "mean", "--format", "csv",
    ])
    #expect(run.code == 0)
    #expect(run.text.contains(",2014-06-01,"))
    let none = try Program.run([
      "turning-points", "--events", path, "--dyad", "UKR>RUS", "--format", "json",
    ])
    #expect(none.code == 65)
  }

  @Test(
    "refuse what cannot be analysed with 65, and a missing file with 66",
    arguments: [
      ("", 65), ("value\n", 65), ("value\ninf\n1\n", 65), ("value\n1\nx\n", 65),
      ("value\nNA\nNaN\n", 65),
    ])
  func refusals(text: String, code: Int32) throws {
    let scratch = try Scratch()
    let path = try file(text, scratch)
    for command in ["turning-points", "course"] {
      let run = try Program.run([command, path, "--format", "json"])
      #expect(run.code == code)
      #expect(run.output.isEmpty)
      #expect(!run.notes.isEmpty)
    }
    #expect(try Program.run(["turning-points", scratch.path("none.csv")]).code == 66)
    let negative = try file("value\n1\n-2\n3\n", scratch)
    #expect(try Program.run(["turning-points", negative, "--model", "poisson"]).code == 65)
  }
}
