import CaseFiles
import Diplomacy
import Testing

/// A slip of the pen in the skeleton, and the one problem that it should bring.
struct Slip: Sendable, CustomTestStringConvertible {
  var file = "case.yaml"
  let old: String
  let new: String
  var severity = Problem.Severity.error
  /// How many lines below the old text the problem is reported.
  var below = 0
  /// How many problems it brings in all.
  var count = 1
  let what: String
  var fix = ""

  var testDescription: String { what }
}

@Suite("A slip in a case")
struct TypingErrorTests {
  @Test("in who, when and what is one problem with its line and how to fix it", arguments: head)
  func isFoundInTheHead(_ slip: Slip) throws { try expectOne(slip) }

  @Test("in dates, levers and explanations is one problem with its line", arguments: story)
  func isFoundInTheStory(_ slip: Slip) throws { try expectOne(slip) }

  @Test("in the record is one problem with its line", arguments: record)
  func isFoundInTheRecord(_ slip: Slip) throws { try expectOne(slip) }

  private func expectOne(_ slip: Slip) throws {
    let fixture = try CaseFixture()
    let line = try fixture.replace(slip.old, by: slip.new, in: slip.file) + slip.below
    let reading = try fixture.read()
    let grave = reading.problems.filter { slip.severity == .note || $0.severity != .note }
    let problem = try #require(
      grave.first { $0.what.contains(slip.what) }, "\(reading.problems.map(\.description))")
    #expect(problem.severity == slip.severity)
    #expect(problem.file == "\(fixture.folder)/\(slip.file)")
    #expect(problem.line == line)
    #expect(problem.fix.contains(slip.fix), "\(problem.fix)")
    #expect(grave.count == 1, "\(grave.map(\.description))")
    #expect((reading.case == nil) == (slip.severity == .error))
    #expect(reading.isClean == (slip.severity == .note))
    let checked = try fixture.check()
    #expect(checked.problems == reading.problems, "check and read say the same")
  }

  static let head: [Slip] = [
    Slip(
      old: "baseline: 2020", new: "basline: 2020", what: "unknown key 'basline' in case.yaml",
      fix: "write 'baseline'"),
    Slip(
      old: "window: 2021-01-01/2021-06-30", new: "window: 2021-01-01/2021-02-30",
      what: "the calendar has no day '2021-02-30'"),
    Slip(
      old: "window: 2021-01-01/2021-06-30", new: "window: 2021-06-30/2021-01-01",
      what: "ends before it starts", fix: "the earlier day first"),
    Slip(
      old: "window: 2021-01-01/2021-06-30", new: "window: [2021-01-01, 2021-06-30]",
      what: "window of case.yaml is a list, not a single value"),
    Slip(
      old: "baseline: 2020-07-01/2020-12-31", new: "baseline: 2020-07-01/2021-01-31",
      severity: .flaw, what: "the baseline 2020-07-01/2021-01-31 overlaps the window"),
    Slip(
      old: "counterpart: AAB", new: "counterpart: AAA",
      what: "focal and counterpart are both AAA"),
    Slip(
      old: "focal: AAA", new: "focal: ZZZZ", what: "'ZZZZ' is not an ISO 3166-1 alpha-3 code",
      fix: "declare the actor"),
    Slip(
      old: "id: AAB, name: Beland }", new: "id: AAB, name: Beland }\n  - { id: BBB, name: Bland }",
      severity: .flaw, below: 1, what: "the declared actor 'BBB' is not an ISO 3166-1"),
    Slip(
      old: "id: AAB, name: Beland }", new: "id: AAB, name: Beland }\n  - { id: AAB, name: Bland }",
      below: 1, what: "the id 'AAB' of an actor is used twice"),
    Slip(
      old: "name: Beland }", new: "name: Beland, allies: [AZR] }",
      what: "'AZR' is not an ISO 3166-1 alpha-3 code"),
    Slip(
      old: "name: Beland }", new: "name: Beland, allies: ['igo:eu'] }",
      what: "'igo:eu' is not the code of a body", fix: "IGO:EU"),
    Slip(
      old: "levels: [head_of_state, foreign_minister] }",
      new: "levels: [head_of_state, foreign_minister, head_of_state] }",
      what: "the level 'head_of_state' between AAA and AAB stands twice"),
    Slip(
      old: "between: [AAA, AAB], levels: [head_of_state, foreign_minister] }",
      new:
        "between: [AAA, AAB], levels: [head_of_state, foreign_minister] }\n  - { between: [AAA], levels: [x] }",
      below: 1, what: "does not name two actors"),
    Slip(
      old: "  - { id: strait, name: passage",
      new: "  - { id: ferry, name: again }\n  - { id: strait, name: passage",
      what: "the id 'ferry' of an issue is used twice"),
    Slip(
      old: "title: A and B", new: "title: A\ntitle: A and B",
      what: "the key 'title' is written twice", fix: "keep one of the two"),
    Slip(
      old: "article: { publisher: \"\"", new: "article: { publisher: \"\", author: x",
      what: "unknown key 'author' in article"),
  ]

  static let story: [Slip] = [
    Slip(
      old: "day: 2021-05-20,", new: "day: 2021-04-31,", what: "the calendar has no day '2021-04-31'"
    ),
    Slip(
      old: "day: 2021-05-20,", new: "day: May 2021,", what: "'May 2021' is not a date"),
    Slip(
      old: "signed, source: R06", new: "signed, source: R60", what: "names 'R60', which no row"),
    Slip(
      old: "  - { id: goal, day",
      new: "  - { id: goal, day: 2021-05-20, what: again, source: R06 }\n  - { id: goal, day",
      below: 1, what: "the id 'goal' of a date is used twice"),
    Slip(
      old: "  - { id: goal, day",
      new: "  - { id: R05, day: 2021-03, what: again, source: R05 }\n  - { id: goal, day",
      what: "'R05' is the id of a date and of a row"),
    Slip(
      old: "until: goal, strength: 0.5, source: R06",
      new: "until: goal, strength: 1.5, source: R06",
      what: "strength of a lever is 1.5, out of range", fix: "from 0 to 1"),
    Slip(
      old: "until: goal, strength: 0.5, source: R06", new: "until: goal, strength: 0.5, source: X",
      what: "source of the lever 'strait' names 'X'"),
    Slip(
      old: "until: goal, strength", new: "from: goal, until: shock, strength",
      what: "a lever ends on 2021-01-10 (shock) before it starts on 2021-05-20 (goal)"),
    Slip(
      old: "holder: AAB, over: [AAA]", new: "holder: AAB, over: [AAB]",
      what: "AAB holds the lever 'strait' over itself"),
    Slip(
      old: "from: shock, until: goal, goal_needs", new: "from: shock, until: gaol, goal_needs",
      what: "until of an explanation names 'gaol'", fix: "write 'goal'"),
    Slip(
      old: "from: shock, until: goal, goal_needs", new: "from: goal, until: shock, goal_needs",
      what: "an explanation ends on 2021-01-10 (shock)"),
    Slip(
      old: "goal_needs: non-interference", new: "goal_needs: non-interferrence",
      what: "goal_needs of an explanation is 'non-interferrence'", fix: "write 'non-interference'"),
    Slip(
      old: "kind: reciprocity", new: "kind: reciprocty",
      what: "'reciprocty' is not a kind of explanation", fix: "write 'reciprocity'"),
    Slip(
      old: "kind: reciprocity", new: "kind: bargaining, rounds: [goal, 2021-02-31]",
      what: "rounds of an explanation: the calendar has no day '2021-02-31'"),
    Slip(
      old: "kind: reciprocity", new: "kind: rally, shocks: [shok]",
      what: "shocks of an explanation names 'shok'", fix: "write 'shock'"),
    Slip(
      old: "kind: reciprocity", new: "kind: rally", severity: .flaw,
      what: "the explanation 'tit-for-tat' of the kind rally has no shocks"),
    Slip(
      old: "prior: 0.5", new: "prior: -0.5", what: "prior of an explanation is -0.5, out of range"),
    Slip(
      old: "prior: 0.5", new: "prior: half", what: "prior of an explanation is 'half', not a number"
    ),
    Slip(
      old: "  - { id: tit-for-tat", new: "  - tit\n  - { id: tit-for-tat",
      what: "an explanation is a single value, not keys with values"),
    Slip(
      old: "R06, note: \"\" }", new: "R06, note: \"\", weight: 2 }",
      severity: .error, what: "unknown key 'weight' in a lever"),
  ]

  static let record: [Slip] = [
    Slip(
      file: "events.csv", old: "R02,2021-01-10", new: "R02,2021-02-30",
      what: "the calendar has no day '2021-02-30'"),
    Slip(
      file: "events.csv", old: "2021-02-01/2021-02-05", new: "2021-02-05/2021-02-01",
      what: "ends before it starts"),
    Slip(
      file: "events.csv", old: "R02,2021-01-10", new: "R02,10.1.2021",
      what: "'10.1.2021' is not a date", fix: "2025-06-27"),
    Slip(
      file: "events.csv", old: "R05,2021-03,AAB", new: "R05,2021-03,BEL;AAC",
      what: "'AAC' is not an ISO 3166-1 alpha-3 code"),
    Slip(
      file: "events.csv", old: "R05,2021-03,AAB", new: "R05,2021-03,",
      what: "the required field 'source' is empty"),
    Slip(
      file: "events.csv", old: "AAA,AAB,161,", new: "AAA,AAB,1619,",
      what: "'1619' is not a CAMEO code", fix: "perhaps 161"),
    Slip(
      file: "events.csv", old: "AAB,AAA,055,", new: "AAB,AAA,55,",
      what: "'55' is not a CAMEO code", fix: "perhaps 055"),
    Slip(
      file: "events.csv", old: "A recalled its ambassador.", new: "",
      what: "the required field 'summary' is empty"),
    Slip(
      file: "events.csv", old: "A recalled its ambassador.", new: "A recalled, loudly.",
      what: "the row has 20 fields, the header 19", fix: "in quotes"),
    Slip(
      file: "events.csv", old: "reported,intended,Example,Recall",
      new: "rumoured,intended,Example,Recall",
      what: "'rumoured' is not a status", fix: "confirmed, reported"),
    Slip(
      file: "events.csv", old: "confirmed,unintentional,", new: "confirmed,unintentonal,",
      what: "'unintentonal' is not an intent", fix: "write 'unintentional'"),
    Slip(
      file: "events.csv", old: "foreign_minister,restricted", new: "foreign_minister,restrcted",
      what: "'restrcted' is not an effect on a channel", fix: "write 'restricted'"),
    Slip(
      file: "events.csv", old: "foreign_minister,restricted", new: "foriegn_minister,restricted",
      severity: .flaw, what: "'foriegn_minister' is not a level", fix: "write 'foreign_minister'"),
    Slip(
      file: "events.csv", old: "A recalled its ambassador.,ferry",
      new: "A recalled its ambassador.,fery",
      what: "'fery' is not an issue of case.yaml", fix: "write 'ferry'"),
    Slip(
      file: "events.csv", old: "R05,2021-03,", new: "R04,2021-03,",
      what: "the id 'R04' is used twice, first on line 5"),
    Slip(
      file: "events.csv", old: "R05,2021-03,", new: "R/5,2021-03,",
      what: "the id 'R/5' has a mark that an id may not have"),
    Slip(
      file: "events.csv", old: "https://example.org/5", new: "", severity: .note,
      what: "the row has no url"),
    Slip(
      file: "events.csv", old: "R01,2020-09-14", new: "R01,2019-09-14", severity: .note,
      what: "the row lies outside the window and the baseline"),
    Slip(
      file: "events.csv", old: "publisher,title,url,published,note",
      new: "publisher,title,url,publishd,note",
      severity: .note, what: "the column 'publishd' is kept and takes no part", fix: "'published'"),
    Slip(
      file: "events.csv", old: "A was sunk in", new: "\"A\" was sunk in", severity: .flaw,
      what: "a quote stands within a field that is not in quotes"),
  ]
}
