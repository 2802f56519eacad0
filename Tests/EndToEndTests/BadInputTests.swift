import Foundation
import Testing

@Suite("Bad input, given to the program")
struct BadInputTests {
  private static let header = "id,date,source,target,code,summary,publisher,url\n"

  /// A record in a form that is wrong, and what `check` must say of it.
  struct Slip: CustomTestStringConvertible, Sendable {
    let name: String
    let record: Data
    let says: String
    var testDescription: String { name }
  }

  private static let slips = [
    Slip(name: "an empty file", record: Data(), says: "events.csv"),
    Slip(
      name: "a missing column", record: Data("id,date,source,target,summary\n".utf8), says: "code"),
    Slip(
      name: "a day that does not exist",
      record: Data((header + "T01,2025-02-30,XAA,XBB,010,words,P,u\n").utf8),
      says: "events.csv:2"),
    Slip(
      name: "Latin-1 bytes",
      record: Data((header + "T01,2024-01-05,XAA,XBB,010,caf").utf8) + Data([0xE9])
        + Data(",P,u\n".utf8), says: "events.csv:2"),
    Slip(
      name: "a quote that never closes",
      record: Data((header + "T01,2024-01-05,XAA,XBB,010,\"words,P,u\n").utf8),
      says: "events.csv:2"),
  ]

  @Test("is refused with the file and line, never with a crash", arguments: slips)
  func refusal(slip: Slip) throws {
    let scratch = try Scratch()
    let folder = try scratch.tutorial(record: slip.record)
    let run = try Program.run(["check", folder])
    #expect(!run.wasSignalled)
    #expect(run.code == 1)
    #expect(run.text.contains("error"))
    #expect(run.text.contains(slip.says))
    let assess = try Program.run(["ledger", folder])
    #expect(!assess.wasSignalled)
    #expect(assess.code == 65)
    #expect(assess.output.isEmpty)
    #expect(!assess.notes.isEmpty)
  }

  @Test("of only a header says that there are no rows, without a crash")
  func headerOnly() throws {
    let scratch = try Scratch()
    let run = try Program.run(["check", scratch.tutorial(record: Data(Self.header.utf8))])
    #expect(!run.wasSignalled)
    #expect(run.text.contains("0 rows"))
  }

  @Test(
    "in another line ending, with a mark of byte order, or with quoted breaks loses no row",
    arguments: ["\r\n", "\n"], [true, false])
  func lineEndings(ending: String, mark: Bool) throws {
    let scratch = try Scratch()
    let source = try String(
      contentsOf: Program.root.appending(path: "cases/tutorial/events.csv"), encoding: .utf8)
    var lines = source.split(separator: "\n").map(String.init)
    let quoted = lines[1].replacingOccurrences(of: "T01,", with: "T99,")
    lines.append(quoted)
    var bytes = Data(mark ? [0xEF, 0xBB, 0xBF] : [])
    bytes += Data((lines.joined(separator: ending) + ending).utf8)
    let run = try Program.run(["check", scratch.tutorial(record: bytes)])
    #expect(!run.wasSignalled)
    #expect(run.text.contains("read \(lines.count - 1) rows"))
  }

  @Test("a field of ten megabytes neither crashes nor goes unsaid")
  func longField() throws {
    let scratch = try Scratch()
    let field = String(repeating: "x", count: 10_000_000)
    let record = Data((Self.header + "T01,2024-01-05,XAA,XBB,010,\(field),P,u\n").utf8)
    let run = try Program.run(["check", scratch.tutorial(record: record)])
    #expect(!run.wasSignalled)
    #expect(run.text.contains("read 1 row") || run.text.contains("events.csv:2: error"))
    #expect(run.output.count < 1_000_000)
  }

  @Test("aliases that would grow beyond bounds are refused")
  func anchorBomb() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "tutorial")
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let reference = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(reference)]\n"
    }
    try Data(text.utf8).write(to: URL(filePath: folder + "/case.yaml"))
    let run = try Program.run(["check", folder])
    #expect(!run.wasSignalled)
    #expect(run.code == 1 || run.code == 65)
    #expect((run.text + run.notes).contains("case.yaml"))
  }

  @Test("a path that is a file is wrong input; one that is missing is none")
  func paths() throws {
    let file = try Program.run(["assess", "README.md"])
    #expect(file.code == 65)
    #expect(file.output.isEmpty)
    let missing = try Program.run(["assess", "no-such-case"])
    #expect(missing.code == 66)
    #expect(missing.notes.contains("no-such-case"))
  }

  @Test("a folder that may not be read is no input", .enabled(if: getuid() != 0, "root reads all"))
  func unreadable() throws {
    let scratch = try Scratch()
    let folder = try scratch.copy(of: "tutorial")
    chmod(folder + "/events.csv", 0)
    defer { chmod(folder + "/events.csv", 0o644) }
    #expect(try Program.run(["assess", folder]).code == 66)
  }
}
