import Foundation
import Testing

@Suite("Event data, end to end")
struct EventDataEndToEndTests {
  /// Rows in JSON Lines: two reports of one act, an answer, one act of the press, one line that is none.
  private static let lines = """
    {"id":"a","date":"2025-06-27","source":"AZE","target":"RUS","code":"112","intensity":-2,"summary":"Protest note, \\"sharp\\"","publisher":"P","url":"https://example.org/a"}
    {"id":"b","date":"2025-06-27","source":"AZE","target":"RUS","code":"112","summary":"A note again","publisher":"Q","url":"https://example.org/b"}
    {"id":"c","date":"2025-06-28","source":"RUS","target":"AZE","code":"042","summary":"Visit","publisher":"P","url":"https://example.org/c"}
    {"id":"d","date":"2025-06-29","source":"AZE","source_organ":"media","target":"RUS","code":"111","summary":"An editorial","publisher":"P","url":"https://example.org/d"}
    {"id":"e","date":"2025-07-29","source":"AZE","target":"RUS","code":"190","summary":"Later","publisher":"P","url":"https://example.org/e"}
    {"id":"f","date":"99999999","source":"AZE","target":"RUS","code":"190"}

    """

  private func store(_ scratch: Scratch) throws -> String {
    let file = scratch.path("rows.jsonl")
    try Data(Self.lines.utf8).write(to: URL(filePath: file))
    let store = scratch.path("events.db")
    let run = try Program.run(["import", "--store", store, "--skip-invalid", file])
    #expect(run.code == 0)
    #expect(run.notes.contains("6 rows read: 5 kept, 1 rejected"))
    #expect(run.notes.contains("4 events, 1 further reports"))
    return store
  }

  @Test("a case from a store passes check and holds the pair's events with their reports")
  func newFromStore() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let folder = scratch.path("case")
    let made = try Program.run([
      "new", folder, "--from-store", store, "--dyad", "AZE>RUS", "--from", "2025-06", "--to",
      "2025-06-30",
    ])
    #expect(made.code == 0)
    #expect(try Program.run(["check", folder]).code == 0)
    let record = try String(contentsOfFile: folder + "/events.csv", encoding: .utf8)
    let rows = record.split(separator: "\n")
    #expect(rows.count == 5)
    #expect(rows[1].hasPrefix("E0001,2025-06-27,AZE,RUS,112,\"Protest note, \"\"sharp\"\"\",,"))
    #expect(rows[2].hasPrefix("E0002,2025-06-27,AZE,RUS,112,A note again,E0001,"))
    #expect(rows[4].contains("non_state"))
    for part in ["https://example.org/b", "jsonl/1", "rows.jsonl"] {
      #expect(record.contains(part))
    }
    let text = try String(contentsOfFile: folder + "/case.yaml", encoding: .utf8)
    for part in ["focal: \"AZE\"", "window: 2025-06-01/2025-06-30", "store: \"../events.db\""] {
      #expect(text.contains(part))
    }
    let assessed = try Program.run([
      "assess", folder, "--output", scratch.path("report"), "--no-explanations",
    ])
    #expect(assessed.code == 0)
    let page = try String(contentsOfFile: scratch.path("report") + "/report.md", encoding: .utf8)
    #expect(page.contains("The record beside machine-coded events"))
    // With a damaged store, or without it, the case says so and names it.
    let whole = try Data(contentsOf: URL(filePath: store))
    try Data("no store at all".utf8).write(to: URL(filePath: store))
    let damaged = try Program.run([
      "assess", folder, "--output", scratch.path("other"), "--no-explanations",
    ])
    #expect(damaged.code == 65)
    #expect(damaged.notes.contains("events.db"))
    #expect(damaged.notes.contains("no SQLite database"))
    try whole.write(to: URL(filePath: store))
    try FileManager.default.removeItem(atPath: store)
    let without = try Program.run([
      "assess", folder, "--output", scratch.path("other"), "--no-explanations",
    ])
    #expect(without.code == 65)
    #expect(without.notes.contains("events.db"))
  }

  @Test(
    "a case from a store is refused with a reason where the question is wrong",
    arguments: [
      (["--dyad", "AZE"], 64), (["--dyad", "AZE>AZE"], 64), (["--dyad", "AZE>XYZW"], 64),
      (["--dyad", "AZE>RUS", "--from", "soon"], 64),
      (["--dyad", "AZE>RUS", "--from", "2025-07", "--to", "2025-06"], 64),
      (["--dyad", "AZE>FRA"], 65), ([], 64),
    ])
  func refusals(options: [String], code: Int) throws {
    let scratch = try Scratch()
    let folder = scratch.path("case")
    let run = try Program.run(["new", folder, "--from-store", store(scratch)] + options)
    #expect(run.code == Int32(code))
    #expect(!run.notes.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("a case from a store needs one that is there, and a dyad needs a store")
  func withoutStore() throws {
    let scratch = try Scratch()
    let missing = scratch.path("none.db")
    let run = try Program.run(["new", scratch.path("c"), "--from-store", missing, "--dyad", "A>B"])
    #expect(run.code == 64)
    let other = try Program.run([
      "new", scratch.path("c"), "--from-store", missing, "--dyad", "AZE>RUS",
    ])
    #expect(other.code == 66)
    #expect(try Program.run(["new", scratch.path("c"), "--dyad", "AZE>RUS"]).code == 64)
  }

  @Test("rejected rows stand beside the store, as many as were read and not kept")
  func rejected() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let text = try String(contentsOfFile: store + ".rejected.tsv", encoding: .utf8)
    let rows = text.split(separator: "\n")
    #expect(rows.count == 2)
    #expect(rows[0] == "file\tline\treason")
    #expect(rows[1].contains("\t6\t"))
    let strict = try Program.run([
      "import", "--store", scratch.path("t.db"), scratch.path("rows.jsonl"),
    ])
    #expect(strict.code == 65)
    #expect(strict.notes.contains("rows.jsonl:6"))
  }

  @Test("events answers in three forms; a search, roots and gaps are understood")
  func questions() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let base = ["events", "--store", store]
    let csv = try Program.run(
      base + ["--dyad", "AZE>RUS", "--root", "10..20", "--format", "csv", "--to", "2025-06-30"])
    #expect(csv.text.split(separator: "\n").count == 3)
    let lines = try Program.run(base + ["--search", "visit OR editorial", "--format", "jsonl"])
    #expect(lines.text.split(separator: "\n").count == 2)
    let table = try Program.run(base + ["--reports", "--dyad", "AZE>RUS"])
    #expect(table.notes.contains("4 events"))
    #expect(try Program.run(base + ["--gaps", "--format", "csv"]).text.contains("missing-days"))
    #expect(try Program.run(base + ["--root", "0..3"]).code == 64)
    #expect(try Program.run(base + ["--search", "\"open"]).code == 64)
  }

  @Test("relation over a store gives weeks with shares, and outlets with their rates")
  func relation() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let weeks = try Program.run(["relation", "--store", store, "AZE", "RUS", "--format", "csv"])
    #expect(
      weeks.text.hasPrefix("dyad,scale,monday,acts,hostile_acts,sum,hostile_sum,hostile_share"))
    let outlets = try Program.run([
      "relation", "--store", store, "AZE", "RUS", "--outlets", "--format", "csv",
    ])
    #expect(outlets.text.contains("2025-06-23,P,3,0.75\n2025-06-23,Q,1,0.25\n"))
    let months = try Program.run([
      "relation", "--store", store, "AZE", "RUS", "--per", "month", "--format", "csv",
    ])
    #expect(
      months.text == """
        dyad,month,events,reports,hostile_events,sum,hostile_sum,hostile_share
        AZE>RUS,2025-06,1,2,1,-2.0,-2.0,1.0
        AZE>RUS,2025-07,1,1,1,-10.0,-10.0,1.0
        RUS>AZE,2025-06,1,1,0,1.9,0.0,0.0

        """)
    let offScale = ["--per", "month", "--scale", "goldstein-icews"]
    #expect(try Program.run(["relation", "--store", store, "AZE", "RUS"] + offScale).code == 64)
    #expect(try Program.run(["relation", "--store", store, "AZE", "FRA"]).code == 65)
    #expect(
      try Program.run(["relation", "--store", store, "AZE", "RUS", "--format", "svg"]).code != 0)
  }

  @Test("a disk that is full is told, and what was stored before stays whole")
  func fullDisk() throws {
    let scratch = try Scratch()
    let store = try store(scratch)
    let row = #"{"date":"2025-01-01","source":"AZE","target":"RUS","code":"112","summary":"#
    let many = (0..<20_000).map { row + "\"number \($0) of many rows that fill a disk\"}\n" }
      .joined()
    try Data(many.utf8).write(to: URL(filePath: scratch.path("many.jsonl")))
    // No file may grow beyond 300 blocks of 512 bytes.
    let run = try Program.shell(
      "ulimit -f 300; \"$D\" import --store \"$S\" \"$F\"",
      environment: ["S": store, "F": scratch.path("many.jsonl")])
    #expect(!run.wasSignalled)
    #expect(run.code == 74)
    #expect(run.notes.contains("unharmed"))
    let after = try Program.run(["events", "--store", store])
    #expect(after.notes.contains("4 events"))
  }

  @Test("a folder that may not be written lets a store be read and refuses an import")
  func readOnlyFolder() throws {
    let scratch = try Scratch()
    let folder = scratch.path("locked")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try store(scratch)
    for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: store + end) {
      try FileManager.default.moveItem(atPath: store + end, toPath: folder + "/events.db" + end)
    }
    chmod(folder + "/events.db", 0o444)
    chmod(scratch.folder, 0o755)
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    // The superuser may write everywhere, so that it hands its rights over first.
    let drop = "setpriv --reuid 65534 --regid 65534 --clear-groups"
    let prefix = geteuid() == 0 ? drop : ""
    let probe = try Program.shell("\(prefix) test -x \"$D\"")
    guard probe.code == 0 else {
      print("skipped: no other user may run the program here, and the superuser writes everywhere")
      return
    }
    let place = ["S": folder + "/events.db", "F": scratch.path("rows.jsonl")]
    let read = try Program.shell("\(prefix) \"$D\" events --store \"$S\"", environment: place)
    #expect(read.code == 0)
    #expect(read.notes.contains("4 events"))
    let write = try Program.shell(
      "\(prefix) \"$D\" import --store \"$S\" --skip-invalid \"$F\"", environment: place)
    #expect(write.code == 74)
    #expect(!write.wasSignalled)
  }

  @Test("aggregate reads plain, gzip and standard input alike, and counts what lacks an actor")
  func aggregate() throws {
    let scratch = try Scratch()
    var fields = [String](repeating: "", count: 61)
    fields[0] = "1"
    fields[1] = "20180601"
    fields[7] = "RUS"
    fields[17] = "UKR"
    fields[26] = "112"
    fields[30] = "-2.0"
    let row = fields.joined(separator: "\t") + "\n"
    fields[17] = ""
    let lacking = fields.joined(separator: "\t") + "\n"
    let file = scratch.path("rows.tsv")
    try Data((row + row + lacking).utf8).write(to: URL(filePath: file))
    let expected = "source,target,month,count,sum\nRUS,UKR,2018-06,2,-4.0\n"
    let options = "--by dyad,month --sum goldstein --count --format csv"
    for line in [
      "\"$D\" aggregate \"$F\" \(options)", "\"$D\" aggregate - \(options) < \"$F\"",
      "gzip -c \"$F\" | \"$D\" aggregate - \(options) --where 'source=RUS & root>=10'",
    ] {
      let run = try Program.shell(line, environment: ["F": file])
      #expect(run.text == expected)
      #expect(run.notes.contains("1 rows left out: they lack an actor"))
    }
  }
}
