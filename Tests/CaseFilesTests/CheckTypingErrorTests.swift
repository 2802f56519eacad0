import CaseFiles
import Diplomacy
import Testing

@Suite("A slip in an assertion or in evidence")
struct CheckTypingErrorTests {
  private static let interval = "interval: { from: shock, to: R03, at_most: 7 }"

  /// A check in the place of the first one, and what is wrong with it.
  struct Wrong: Sendable, CustomTestStringConvertible {
    let check: String
    let what: String
    var fix = ""
    var severity = Problem.Severity.error
    var testDescription: String { check }
  }

  static let wrong: [Wrong] = [
    Wrong(
      check: "cuont: { rows: {}, at_least: 1 }", what: "unknown kind of check 'cuont'",
      fix: "write 'count'"),
    Wrong(check: "count: { rows: {} }", what: "count has no bound", fix: "at_least or at_most"),
    Wrong(check: "count: { at_least: 1 }", what: "count has no rows"),
    Wrong(
      check: "count: { rows: {}, at_least: 3, at_most: 2 }",
      what: "at_least of count is above at_most"),
    Wrong(
      check: "count: { rows: {}, at_least: 3, partly_at_least: 4 }",
      what: "partly_at_least of count is above at_least"),
    Wrong(
      check: "count: { rows: {}, at_most: 3, partly_at_most: 2 }",
      what: "at_most of count is above partly_at_most"),
    Wrong(
      check: "count: { rows: {}, at_least: many }",
      what: "at_least of count is 'many', not a whole number"),
    Wrong(
      check: "count: { rows: {}, at_least: -1 }", what: "at_least of count is -1, out of range"),
    Wrong(
      check: "count: { rows: { sorce: AAA }, at_least: 1 }",
      what: "unknown key 'sorce' in rows of count", fix: "write 'source'"),
    Wrong(
      check: "count: { rows: { source: AAC }, at_least: 1 }",
      what: "'AAC' is not an ISO 3166-1 alpha-3 code"),
    Wrong(
      check: "count: { rows: { code: 55 }, at_least: 1 }", what: "'55' is not a CAMEO code",
      fix: "perhaps 055"),
    Wrong(
      check: "count: { rows: { root: 10..21 }, at_least: 1 }",
      what: "root of rows of count is 10..21, out of range"),
    Wrong(
      check: "count: { rows: { root: high }, at_least: 1 }", what: "root of rows of count is 'high'"
    ),
    Wrong(
      check: "count: { rows: { quad: [1, 5] }, at_least: 1 }", what: "quad of rows of count is '5'"),
    Wrong(
      check: "count: { rows: { tone: hostle }, at_least: 1 }",
      what: "tone of rows of count is 'hostle'", fix: "write 'hostile'"),
    Wrong(
      check: "count: { rows: { issue: fery }, at_least: 1 }",
      what: "'fery' is not an issue of case.yaml", fix: "write 'ferry'"),
    Wrong(
      check: "count: { rows: { status: sure }, at_least: 1 }",
      what: "status of rows of count is 'sure'"),
    Wrong(
      check: "count: { rows: { channel: parliamentary }, at_least: 1 }",
      what: "'parliamentary' is not a level of any channel"),
    Wrong(
      check: "count: { rows: { channel_effect: helt }, at_least: 1 }",
      what: "channel_effect of rows of count is 'helt'", fix: "write 'held'"),
    Wrong(
      check: "count: { rows: { ids: [R01, R99] }, at_least: 1 }",
      what: "ids of rows of count names 'R99', which no row"),
    Wrong(
      check: "count: { rows: { include_excluded: maybe }, at_least: 1 }",
      what: "include_excluded of rows of count is 'maybe'"),
    Wrong(
      check: "count: { rows: { from: goal, until: shock }, at_least: 1 }",
      what: "rows of count ends on 2021-01-10 (shock) before it starts on 2021-05-20 (goal)"),
    Wrong(
      check: "count: { rows: { source: [] }, at_least: 1 }",
      what: "source of rows of count lists nothing"),
    Wrong(
      check: "count: { rows: { organ: presdent }, at_least: 1 }",
      what: "no row has the organ 'presdent'", severity: .note),
    Wrong(
      check: "exists: { rows: {}, claimed: nothing }", what: "claimed of exists is 'nothing'",
      fix: "some, none"),
    Wrong(check: "exists: { rows: {} }", what: "exists has no claimed"),
    Wrong(
      check: "order: { first: R01, then: R99 }",
      what: "then of order names 'R99', which is no date of case.yaml and no row"),
    Wrong(
      check: "order: { first: shock, then: shock }", what: "order compares 'shock' with itself"),
    Wrong(check: "order: { first: shock }", what: "order has no then"),
    Wrong(
      check: "interval: { from: shock, to: 2021-02-30, at_most: 7 }",
      what: "to of interval: the calendar has no day '2021-02-30'"),
    Wrong(check: "interval: { from: shock, to: goal }", what: "interval has no bound"),
    Wrong(
      check:
        "state: { channel: { between: [AAA, AAB], level: head_of_stat }, from: shock, is: open }",
      what: "case.yaml follows no level 'head_of_stat' between AAA and AAB",
      fix: "write 'head_of_state'"),
    Wrong(
      check:
        "state: { channel: { between: [AAA, AAB], level: head_of_state }, from: shock, is: [shut] }",
      what: "'shut' is not a state of a channel"),
    Wrong(
      check: "state: { lever: strat, from: shock, is: [lost] }",
      what: "'strat' is not a lever of case.yaml", fix: "write 'strait'"),
    Wrong(
      check: "state: { lever: strait, from: shock, is: [open] }",
      what: "'open' is not a state of a lever"),
    Wrong(check: "state: { from: shock, is: [open] }", what: "state asks for nothing"),
    Wrong(
      check: "state: { levers: { holder: AAB }, from: shock, is: [lost] }",
      what: "levers of state has no over"),
    Wrong(
      check: "state: { lever: strait, from: goal, through: shock, is: [lost] }",
      what: "state ends on 2021-01-10 (shock)"),
    Wrong(
      check: "state: { lever: strait, from: shock, is: [lost], share: 2 }",
      what: "share of state is 2, out of range"),
    Wrong(
      check: "share: { rows: {}, among: {}, at_least: 80 }",
      what: "at_least of share is 80, out of range", fix: "from 0 to 1"),
    Wrong(
      check: "trend: { dyad: AAA-AAB, from: shock, to: goal, direction: falls }",
      what: "dyad of trend is 'AAA-AAB'", fix: "AZE>RUS"),
    Wrong(
      check: "trend: { dyad: AAA>AAB, from: goal/shock, to: goal, direction: falls }",
      what: "trend ends on 2021-01-10 (shock)"),
    Wrong(
      check: "trend: { dyad: AAA>AAB, from: shock/gaol, to: goal, direction: falls }",
      what: "from of trend names 'gaol'", fix: "write 'goal'"),
    Wrong(
      check: "trend: { dyad: AAA>AAB, from: shock, to: goal, direction: down }",
      what: "direction of trend is 'down'", fix: "falls, rises"),
    Wrong(
      check: "turning-point: { dyad: AAA>AAB, near: shock, within: -1 }",
      what: "within of turning-point is -1"),
    Wrong(
      check: "turning-point: { dyad: AAA>AAB, near: shock, within: 7, what: bottom }",
      what: "what of turning-point is 'bottom'"),
    Wrong(check: "all: []", what: "all holds no list of checks"),
    Wrong(
      check: "all: [ { order: { first: shock, then: gaol } } ]", what: "then of order names 'gaol'"),
    Wrong(check: "untestable: ''", what: "untestable states no reason"),
    Wrong(
      check: "{ order: { first: shock, then: goal }, untestable: x }",
      what: "check has 2 kinds: order, untestable"),
    Wrong(check: "soon", what: "check is a single value"),
  ]

  @Test("of a check is one problem with its line and how to fix it", arguments: wrong)
  func check(_ wrong: Wrong) throws {
    let fixture = try CaseFixture()
    let line = try fixture.replace(Self.interval, by: wrong.check, in: "assertions.yaml")
    let reading = try fixture.read()
    let listed = reading.problems.filter { wrong.severity == .note || $0.severity != .note }
    let all = listed.map(\.description)
    let problem = try #require(listed.first { $0.what.contains(wrong.what) }, "\(all)")
    #expect(problem.line == line && problem.severity == wrong.severity)
    #expect(problem.fix.contains(wrong.fix), "\(problem.fix)")
    #expect(listed.count == 1, "\(all)")
    #expect((reading.case == nil) == (wrong.severity == .error))
  }

  @Test(
    "of evidence is one problem with its line",
    arguments: [
      Slip(
        file: "evidence.yaml", old: "test: hoop ", new: "test: hop ",
        what: "test of an item of evidence is 'hop'", fix: "write 'hoop'"),
      Slip(
        file: "evidence.yaml", old: "grievance: 0.8", new: "grievanc: 0.8",
        what: "likelihoods names 'grievanc'", fix: "write 'grievance'"),
      Slip(
        file: "evidence.yaml", old: "grievance: 0.8", new: "grievance: 1.8",
        what: "the likelihood under 'grievance' is out of range"),
      Slip(
        file: "evidence.yaml", old: "[0.3, 0.6]", new: "[0.6, 0.3]",
        what: "the range under 'insulation' ends before it starts"),
      Slip(
        file: "evidence.yaml", old: "[0.3, 0.6]", new: "[0.3, 0.5, 0.6]",
        what: "the likelihood under 'insulation' is neither a number nor a range"),
      Slip(
        file: "evidence.yaml", old: "events: []", new: "events: [R77]",
        what: "events names 'R77', which no row of events.csv has"),
      Slip(
        file: "evidence.yaml", old: "events: []", new: "events: [R03]",
        what: "the row 'R03' counts already as an act of the record"),
      Slip(
        file: "evidence.yaml", old: "id: P1", new: "id: E1",
        what: "the id 'E1' of a prospect is used twice"),
      Slip(
        file: "evidence.yaml", old: "prospects:", new: "prospect:",
        what: "unknown key 'prospect' in evidence.yaml", fix: "write 'prospects'"),
      Slip(
        file: "evidence.yaml", old: "    source: judgement of the analyst\n", new: "",
        severity: .flaw, below: -6, what: "an item of evidence names no source"),
      Slip(
        file: "assertions.yaml", old: "id: A2", new: "id: A1",
        what: "the id 'A1' of an assertion is used twice"),
      Slip(
        file: "assertions.yaml", old: "assertions:", new: "asertions:", count: 2,
        what: "unknown key 'asertions' in assertions.yaml"),
      Slip(
        file: "assertions.yaml",
        old: "    text: A did nothing to ease the dispute before the accord.\n", new: "", below: -2,
        what: "an assertion has no text"),
    ])
  func evidence(_ slip: Slip) throws {
    let fixture = try CaseFixture()
    let line = try fixture.replace(slip.old, by: slip.new, in: slip.file) + slip.below
    let reading = try fixture.read()
    let all = reading.grave.map(\.description)
    let problem = try #require(reading.grave.first { $0.what.contains(slip.what) }, "\(all)")
    #expect(problem.line == line && problem.severity == slip.severity)
    #expect(problem.fix.contains(slip.fix), "\(problem.fix)")
    #expect(reading.grave.count == slip.count, "\(all)")
  }
}
