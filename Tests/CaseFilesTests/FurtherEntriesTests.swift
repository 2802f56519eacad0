import CaseFiles
import Diplomacy
import Foundation
import Testing

@Suite("Demands, searches, sources, coders and drafts")
struct FurtherEntriesTests {
  @Test("are read from the skeleton")
  func skeleton() throws {
    let found = try #require(try CaseFixture().read().case)
    #expect(
      found.demands == [
        Demand(
          id: "inquiry", by: "AAA", of: "AAB", what: "an inquiry into the loss of the ferry",
          since: .name("R03"), source: "R03")
      ])
    #expect(found.events[2].demands == ["inquiry"] && found.events[2].demandEffect == .made)
    #expect(found.events[2].answers == "R02" && found.events[4].demandEffect == .partlyMet)
    let search = try #require(found.searches.first)
    #expect(search.spans == [found.window] && search.pairs == [Pair("AAA", "AAB")])
    #expect(search.rows.tones == [.conciliatory] && search.publishers == ["Example"])
    #expect(search.when == (try DateSpan(parsing: "2021-07")))
    #expect(found.sources.map(\.reliability) == [.fairly])
    #expect(found.drafts == CaseDrafts() && !found.isDraft && found.codings.isEmpty)
  }

  @Test("with a slip bring one problem with its line", arguments: slips)
  func slip(_ slip: Slip) throws {
    let fixture = try CaseFixture()
    let line = try fixture.replace(slip.old, by: slip.new, in: slip.file) + slip.below
    let reading = try fixture.read()
    let grave = reading.problems.filter { slip.severity == .note || $0.severity != .note }
    let problem = try #require(
      grave.first { $0.what.contains(slip.what) }, "\(reading.problems.map(\.description))")
    #expect(problem.severity == slip.severity && problem.line == line)
    #expect(problem.file == "\(fixture.folder)/\(slip.file)")
    #expect(slip.fix.isEmpty || problem.fix.contains(slip.fix), "\(problem.fix)")
    #expect(grave.count == slip.count, "\(grave.map(\.description))")
    #expect(try fixture.check().problems == reading.problems)
  }

  @Test("that are drafts stand apart and take no part")
  func drafts() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace("source: R03 }", by: "source: R03, draft: true }", in: "case.yaml")
    _ = try fixture.replace(
      "kind: reciprocity, prior: 1", by: "kind: reciprocity, draft: true, prior: 1", in: "case.yaml"
    )
    _ = try fixture.replace(
      "paragraph: 1", by: "paragraph: 1\n    draft: true", in: "assertions.yaml")
    _ = try fixture.replace(
      "group: intent", by: "draft: yes\n    group: intent", in: "evidence.yaml")
    _ = try fixture.replace("language: en }", by: "language: en, draft: true }", in: "sources.yaml")
    _ = try fixture.replace(
      ",demand,demand_effect,answers", by: ",demand,demand_effect,draft", in: "events.csv")
    _ = try fixture.replace("inquiry,made,R02", by: ",,true", in: "events.csv")
    _ = try fixture.replace("inquiry,partly_met,", by: ",,", in: "events.csv")
    _ = try fixture.replace(
      "from: shock, to: R03", by: "from: shock, to: R04", in: "assertions.yaml")
    let reading = try fixture.read()
    let found = try #require(reading.case, "\(reading.problems.map(\.description))")
    #expect(found.demands.isEmpty && found.drafts.demands.map(\.id) == ["inquiry"])
    #expect(found.explanations.count == 3 && found.drafts.explanations.map(\.id) == ["tit-for-tat"])
    #expect(found.assertions.map(\.id) == ["A2", "A3"] && found.drafts.assertions.count == 1)
    #expect(found.evidence.isEmpty && found.drafts.evidence.count == 1)
    #expect(found.sources.isEmpty && found.drafts.sources.count == 1)
    #expect(found.events[2].exclusion == .draft && found.events[2].isDraft)
    #expect(reading.tally.drafts == 6)
    #expect(reading.tally.summary.hasSuffix("6 drafts"))
  }

  @Test("a whole case may be a draft, and says so")
  func wholeDraft() throws {
    let fixture = try CaseFixture()
    let line = try fixture.replace("title: A", by: "draft: true\ntitle: A", in: "case.yaml")
    let reading = try fixture.read()
    #expect(reading.case?.isDraft == true)
    #expect(reading.isClean)
    #expect(reading.problems.map(\.line) == [line])
  }

  @Test("an entry that rests on a draft is an error, a draft may")
  func restsOnDraft() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace(
      "what: the accord is signed, source: R06 }",
      by: "what: the accord is signed, source: R06, draft: true }", in: "case.yaml")
    let errors = try fixture.read().errors
    #expect(errors.count == 2, "the lever and the explanation: \(errors)")
    #expect(errors.allSatisfy { $0.what.contains("rests on 'goal', a draft") })
    _ = try fixture.replace(
      "until: goal, strength", by: "draft: true, until: goal, strength", in: "case.yaml")
    _ = try fixture.replace("goal_needs:", by: "draft: true, goal_needs:", in: "case.yaml")
    #expect(try fixture.read().errors.isEmpty)
  }

  @Test("a second coder's file is read, and who coded is known")
  func coders() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace(
      "explanations:  ",
      by: "coders:\n  - { id: B, who: a language model that saw the summaries }\nexplanations:  ",
      in: "case.yaml")
    try FileManager.default.createDirectory(
      atPath: fixture.folder + "/coders", withIntermediateDirectories: true)
    fixture.files["coders/B.csv"] = Array("id,code,tone\nR03,111,hostile\nR04,161,\n".utf8)
    let found = try #require(try fixture.read().case)
    let coding = try #require(found.codings.first)
    #expect(coding.coder == "B" && coding.who.contains("language model"))
    #expect(coding.columns == ["code", "tone"] && coding.rows["R03"]?["code"] == "111")

    fixture.files["coders/B.csv"] = Array("id,code,sumary\nR03,111,x\n".utf8)
    #expect(try fixture.read().errors.map(\.line) == [1])
    fixture.files["coders/B.csv"] = Array("id,code,tone\nR33,1111,hostle\n".utf8)
    let wrong = try fixture.read().errors
    #expect(wrong.count == 3 && wrong.allSatisfy { $0.line == 2 }, "\(wrong)")
    #expect(wrong.contains { $0.fix.contains("write 'hostile'") })
    fixture.files["coders/B.csv"] = nil
    fixture.files["coders/C.csv"] = Array("id,code\nR03,111\n".utf8)
    try FileManager.default.removeItem(atPath: fixture.folder + "/coders/B.csv")
    let flaws = try fixture.read().grave
    #expect(flaws.map(\.severity) == [.flaw, .flaw], "\(flaws)")
  }

  @Test("rows that look like demands or concessions and name none are proposed in one note")
  func proposals() throws {
    let fixture = try CaseFixture()
    _ = try fixture.replace("inquiry,made,R02", by: ",,R02", in: "events.csv")
    let line = try fixture.replace("AAA,AAB,111,", by: "AAA,AAB,100,", in: "events.csv")
    _ = try fixture.replace("inquiry,partly_met,", by: ",,", in: "events.csv")
    let reading = try fixture.read()
    let note = try #require(reading.problems.first { $0.what.contains("look by code") })
    #expect(note.severity == .note && note.line == line)
    #expect(note.what.contains("2 rows") && note.what.contains("demands: R03; concessions: R05"))
    #expect(reading.isClean)
  }

  static let slips: [Slip] = [
    Slip(
      old: "demands:   ", new: "demnds:   ", count: 3, what: "unknown key 'demnds' in case.yaml",
      fix: "write 'demands'"),
    Slip(
      old: "by: AAA, of: AAB", new: "by: AAA, of: AAA", what: "makes the demand 'inquiry' of itself"
    ),
    Slip(
      old: "since: R03,", new: "since: R33,", what: "since of a demand names 'R33'"),
    Slip(
      old: "source: R03 }", new: "source: R33 }", what: "source of the demand 'inquiry' names 'R33'"
    ),
    Slip(
      old: "what: a ferry is sunk, source: R02",
      new: "what: a ferry is sunk, source: R02, kind: domstic",
      what: "kind of a date is 'domstic'", fix: "write 'domestic'"),
    Slip(
      old: "pairs: [[AAA, AAB]]", new: "pairs: [AAA, AAB]", count: 2,
      what: "pairs of a search does not list pairs"),
    Slip(
      old: "rows: { tone: conciliatory },", new: "rows: { tone: conciliatry },",
      what: "tone of rows of a search is 'conciliatry'", fix: "write 'conciliatory'"),
    Slip(
      old: "spans: [2021-01-01/2021-06-30]", new: "spans: [goal/shock]",
      what: "'goal/shock' ends before it starts"),
    Slip(old: "by: the analyst, when", new: "when", below: -1, what: "a search has no by"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inqiry,made,R02",
      what: "'inqiry' is not a demand of case.yaml", fix: "write 'inquiry'"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,mde,R02",
      what: "'mde' is not an effect on a demand", fix: "write 'made'"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,,R02", severity: .flaw,
      what: "the demand 'inquiry' has no demand_effect"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: ",made,R02", severity: .flaw,
      what: "demand_effect says 'made' and no demand is named"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,met,R02", severity: .note,
      what: "the demand 'inquiry' is met by another than AAB"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,made,R22",
      what: "answers names 'R22', which no row has"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,made,R03",
      what: "answers names the row itself"),
    Slip(
      file: "events.csv", old: "inquiry,made,R02", new: "inquiry,made,R06", severity: .flaw,
      what: "the row answers 'R06', which came later"),
    Slip(
      file: "sources.yaml", old: "reliability: C", new: "reliability: G",
      what: "reliability of a source is 'G'"),
    Slip(
      file: "sources.yaml", old: "language: en", new: "language: english",
      what: "language of a source is 'english'", fix: "en, az or ru"),
    Slip(
      file: "events.csv", old: "intended,Example,Recall", new: "intended,Exmple,Recall",
      severity: .flaw, what: "the publisher 'Exmple' is not in sources.yaml",
      fix: "write 'Example'"),
  ]
}
