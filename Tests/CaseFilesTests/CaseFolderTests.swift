import CaseFiles
import Diplomacy
import Foundation
import Testing

@Suite("A case folder")
struct CaseFolderTests {
  @Test("as new is read whole and has no problem, not even a note")
  func skeleton() throws {
    let reading = try CaseFixture().read()
    #expect(reading.problems.map(\.description) == [])
    let found = try #require(reading.case)
    #expect(found.id == "strait" && found.focalDyad == Dyad(from: "AAA", toward: "AAB"))
    #expect(found.window == (try DateSpan(parsing: "2021-01-01/2021-06-30")))
    #expect(found.actors.map(\.name) == ["Aland", "Beland"])
    #expect(found.events.map(\.id) == ["R01", "R02", "R03", "R04", "R05", "R06"])
    #expect(found.events[3].date == (try DateSpan(parsing: "2021-02-01/2021-02-05")))
    #expect(found.events[5].sources == ["AAA", "AAB"] && found.events[5].line == 7)
    #expect(found.events[1].exclusion == .unintentional)
    #expect(found.levers.map(\.until) == [try DateSpan(parsing: "2021-05-20")])
    #expect(found.explanations.map(\.kind) == ["insulation", "grievance", "reciprocity", "none"])
    #expect(found.explanations[0].goalNeeds == .nonInterference)
    #expect(found.explanations[0].until == .name("goal"))
    #expect(found.evidence.first?.likelihoods == ["insulation": 0.3...0.6, "grievance": 0.8...0.8])
    #expect(found.prospects.first?.test == .smokingGun)
    var rows = RowFilter()
    rows.sources = ["AAA"]
    rows.targets = ["AAB"]
    rows.tones = [.conciliatory]
    rows.from = .name("shock")
    rows.until = .span(try DateSpan(parsing: "2021-05-19"))
    #expect(
      found.assertions.map(\.check) == [
        .interval(IntervalCheck(from: .name("shock"), to: .name("R03"), atMost: 7)),
        .exists(ExistsCheck(rows: rows, claimed: .none)),
        .untestable("needs minutes of the cabinet, which are not public"),
      ])
    #expect(
      reading.tally.summary
        == "6 rows, 3 assertions, 4 explanations, 2 dates, 1 lever, 1 item of evidence, 1 prospect")
  }

  @Test("says in one line that a path is missing, a file, or holds no case")
  func obstacles() throws {
    let fixture = try CaseFixture()
    try fixture.write()
    let missing = CaseFolder.read(at: fixture.folder + "/none")
    #expect(missing.obstacle == .missing && missing.problems.count == 1)
    let file = CaseFolder.read(at: fixture.folder + "/case.yaml")
    #expect(file.obstacle == .notACase)
    #expect(file.problems.first?.description.contains("is a file, not a case folder") == true)
    let below = CaseFolder.read(at: fixture.folder + "/case.yaml/x")
    #expect(below.obstacle == .missing)
    let parent = CaseFolder.read(at: fixture.folder + "/..")
    #expect(parent.obstacle == .notACase && parent.case == nil && !parent.isClean)
  }

  @Test("whose file cannot be read says why", arguments: ["events.csv", "case.yaml"])
  func unreadable(_ name: String) throws {
    let fixture = try CaseFixture()
    try fixture.write()
    let path = "\(fixture.folder)/\(name)"
    try FileManager.default.removeItem(atPath: path)
    // A folder of that name cannot be read by anyone, not even by the owner of the machine.
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let reading = CaseFolder.read(at: fixture.folder)
    let problem = try #require(reading.grave.first)
    #expect(problem.file == path && problem.what.contains("cannot be read"))
    #expect(reading.case == nil)
  }

  @Test(
    "that may not be entered is unreadable", .enabled(if: getuid() != 0, "root may enter all"))
  func forbidden() throws {
    let fixture = try CaseFixture()
    try fixture.write()
    defer { chmod(fixture.folder, 0o755) }
    chmod(fixture.folder, 0)
    #expect(CaseFolder.read(at: fixture.folder).obstacle == .unreadable)
  }

  @Test("without its record names the file that may be meant")
  func missingRecord() throws {
    let fixture = try CaseFixture()
    fixture.files["event.csv"] = fixture.files.removeValue(forKey: "events.csv")
    let reading = try fixture.read()
    #expect(reading.grave.map(\.what) == ["the file is missing"])
    #expect(reading.grave.first?.fix == "rename 'event.csv'")
  }

  @Test("without assertions and evidence is a case")
  func optionalFiles() throws {
    let fixture = try CaseFixture()
    fixture.files["assertions.yaml"] = nil
    fixture.files["evidence.yaml"] = nil
    let reading = try fixture.read()
    #expect(reading.problems.isEmpty && reading.case?.assertions.isEmpty == true)
  }

  @Test("lists the problems of all files in their order, and all of them")
  func everyProblem() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace("likelihoods:", by: "likelihood:", in: "evidence.yaml")
    _ = try fixture.replace("at_most: 7", by: "at_most: seven", in: "assertions.yaml")
    _ = try fixture.replace("R02,2021-01-10", by: "R02,2021-01-32", in: "events.csv")
    _ = try fixture.replace("2020-07-01/2020-12-31", by: "2020-07-01/2020-12-32", in: "case.yaml")
    let found = try fixture.read().grave
    let files = found.map { $0.file.split(separator: "/").last ?? "" }
    #expect(
      files == ["case.yaml", "events.csv", "assertions.yaml", "evidence.yaml", "evidence.yaml"])
  }

  @Test("keeps HTML and script in its texts as text")
  func markup() throws {
    let evil = "<script>alert(1)</script>"
    let fixture = try CaseFixture()
    _ = try fixture.replace("title: A and B", by: "title: \(evil)", in: "case.yaml")
    _ = try fixture.replace("what: a ferry is sunk", by: "what: \(evil)", in: "case.yaml")
    _ = try fixture.replace("text: A blamed B", by: "text: \(evil)", in: "assertions.yaml")
    let found = try #require(try fixture.read().case)
    #expect(found.title.hasPrefix(evil) && found.dates.first?.what == evil)
    #expect(found.assertions.first?.text.hasPrefix(evil) == true)
  }

  @Test("takes kinds of explanation from the list that it is given")
  func kinds() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace("kind: reciprocity", by: "kind: hubris", in: "case.yaml")
    #expect(try fixture.read().grave.map(\.what) == ["'hubris' is not a kind of explanation"])
    let kinds = ExplanationKind.standard + [ExplanationKind(name: "hubris")]
    #expect(CaseFolder.read(at: fixture.folder, kinds: kinds).isClean)
  }

  @Test("is reported as JSON with its counts and problems")
  func json() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace("R02,2021-01-10", by: "R02,2021-02-30", in: "events.csv")
    let text = try CaseReport(try fixture.check(), folder: "x").json()
    let report = try JSONDecoder().decode(CaseReport.self, from: Data(text.utf8))
    #expect(report.schemaVersion == 1 && !report.passes && report.tally.rows == 6)
    #expect(report.counts == ["error": 1, "flaw": 0, "note": 0])
    #expect(report.problems.first?.line == 3 && report.summary == "1 error")
  }

  @Test("prints graver problems first where there are too many")
  func listed() {
    let notes = (1...5).map { Problem(.note, file: "f", line: $0, what: "n", fix: "") }
    let error = Problem(file: "f", line: 9, what: "e", fix: "")
    let reading = CaseReading(
      case: nil, problems: notes + [error], counts: [.note: 5, .error: 1], tally: CaseTally(),
      obstacle: nil)
    let report = CaseReport(reading, folder: "f")
    #expect(report.listed(limit: 3).map(\.line) == [9, 1, 2])
    #expect(report.listed(limit: 6).count == 6)
  }
}
