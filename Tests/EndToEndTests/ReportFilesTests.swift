import Foundation
import Testing

@Suite("Reports on disk")
struct ReportFilesTests {
  @Test("have the same bytes on two runs, computed anew")
  func sameBytes() throws {
    let words = [
      "assess", "cases/tutorial", "--no-trust", "--draws", "20", "--no-cache", "--format", "json",
    ]
    let first = try Program.run(words)
    #expect(first.code == 0)
    #expect(!first.output.isEmpty)
    #expect(first.output == (try Program.run(words)).output)
  }

  @Test("stay whole where a file may not grow to its size")
  func fileSizeLimit() throws {
    let scratch = try Scratch()
    let old = try older(in: scratch)
    let run = try Program.shell(
      "ulimit -f 8; \"$D\" assess cases/tutorial --no-trust --draws 20 --output '\(scratch.path("report"))'"
    )
    #expect(!run.wasSignalled)
    #expect(run.code == 74)
    #expect(run.notes.contains("unchanged"))
    try expect(old, in: scratch)
  }

  @Test("stay where the folder is a file")
  func folderIsFile() throws {
    let scratch = try Scratch()
    try Data("mine".utf8).write(to: URL(filePath: scratch.path("report")))
    let run = try Program.run([
      "assess", "cases/tutorial", "--no-trust", "--draws", "20", "--output", scratch.path("report"),
    ])
    #expect(run.code == 74)
    #expect(try Data(contentsOf: URL(filePath: scratch.path("report"))) == Data("mine".utf8))
  }

  @Test("stay or are new, never half written, where the program is killed")
  func killed() throws {
    let scratch = try Scratch()
    _ = try older(in: scratch)
    let report = scratch.path("report")
    for delay in ["0.01", "0.05", "0.2"] {
      _ = try Program.shell(
        "\"$D\" assess cases/tutorial --no-trust --draws 20 --output '\(report)' & p=$!; sleep \(delay); kill -9 $p; wait $p; true"
      )
      for name in ["report.html", "report.md", "assessment.json"] {
        let data = try Data(contentsOf: URL(filePath: report + "/" + name))
        let text = String(decoding: data, as: UTF8.self)
        #expect(text == "old" || data.count > 1000, "\(name) after \(delay) s")
      }
    }
  }

  @Test("show markup in the fields of a record as text")
  func hostile() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "tutorial")
    let record = folder + "/events.csv"
    let bait = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    let lines = try String(contentsOfFile: record, encoding: .utf8).split(separator: "\n")
    let column = try #require(lines[0].split(separator: ",").firstIndex(of: "summary"))
    var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    cells[column] = "\"\(bait)\""
    let changed =
      [
        String(lines[0]),
        cells.prefix(column + 1).joined(separator: ",")
          + String(repeating: ",", count: lines[0].split(separator: ",").count - column - 1),
      ]
      + lines.dropFirst(2).map(String.init)
    try Data((changed.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: record))
    let run = try Program.run(["assess", folder, "--no-trust", "--draws", "20", "--format", "html"])
    #expect(run.code == 0, "\(run.notes)")
    #expect(run.text.contains("&lt;script&gt;alert(1)"))
    #expect(!run.text.contains("<script") && !run.text.contains("<img src=x"))
  }

  private func older(in scratch: Scratch) throws -> Data {
    let folder = scratch.path("report")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let old = Data("old".utf8)
    for name in ["report.html", "report.md", "assessment.json"] {
      try old.write(to: URL(filePath: folder + "/" + name))
    }
    return old
  }

  private func expect(_ old: Data, in scratch: Scratch) throws {
    let folder = scratch.path("report")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["assessment.json", "report.html", "report.md"])
    for name in ["report.html", "report.md", "assessment.json"] {
      #expect(try Data(contentsOf: URL(filePath: folder + "/" + name)) == old)
    }
  }
}
