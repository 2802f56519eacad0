import Assessment
import Casework
import Conduct
import Diplomacy
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("What if")
struct WhatIfTests {
  private static let tutorial = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("cases/tutorial").path

  private static let quick = ComparisonOptions(draws: 20, includesTrust: false)

  private func difference(_ changes: CaseChange...) throws -> AssessmentDifference {
    try WhatIf.difference(
      try OpenedCase(at: Self.tutorial), changes: changes, comparison: Self.quick)
  }

  @Test("nothing moves where nothing is changed")
  func nothing() throws {
    let subject = try OpenedCase(at: Self.tutorial).subject
    let story = try #require(subject.explanations.first)
    let same = try difference(.prior(story.id, story.prior))
    #expect(same.isEmpty)
    // The constant rate is compared beside the stories of the case.
    #expect(same.stories.count == subject.explanations.count + 1)
    #expect(DifferenceReport.text(same).contains("Nothing moved."))
  }

  @Test("a row that is left out is lost, one that is recoded is changed, and the folder stays")
  func rows() throws {
    let before = try Self.bytes()
    let subject = try OpenedCase(at: Self.tutorial).subject
    let row = try #require(
      ActRule().acts(of: subject.events).first { act in
        act.tone == .hostile && !subject.events.contains { $0.sameAs == act.row.id }
      }?.row)
    let lost = try difference(.withoutEntry(row.id))
    #expect(lost.rowsLost == [row.id])
    #expect(lost.rowsGained.isEmpty && lost.rowsChanged.isEmpty)
    #expect(lost.stories.contains { $0.before != $0.after })
    let friendly = try #require(EventCode("042"))
    let changed = try difference(.code(row.id, friendly))
    #expect(changed.rowsChanged == [row.id])
    #expect(changed.rowsLost.isEmpty)
    #expect(try Self.bytes() == before)
  }

  @Test("a story's prior moves its probability the same way")
  func prior() throws {
    let subject = try OpenedCase(at: Self.tutorial).subject
    let story = try #require(subject.explanations.first)
    let more = try difference(.prior(story.id, story.prior * 4))
    let change = try #require(more.stories.first { $0.id == story.id })
    #expect(try #require(change.after).probability > #require(change.before).probability)
    #expect(more.rowsLost.isEmpty && more.turns.isEmpty && more.channels.isEmpty)
  }

  @Test("two saved assessments differ as the same two do unsaved")
  func saved() throws {
    let folder = try TemporaryFolder()
    let opened = try OpenedCase(at: Self.tutorial)
    let date = try #require(opened.subject.dates.last)
    let change = CaseChange.date(date.id, DateSpan(date.day.first + 9))
    let unsaved = try difference(change)
    for (name, subject) in [
      ("a", opened.subject), ("b", try change.applied(to: opened.subject).case),
    ] {
      let assessment = CaseAssessment(
        of: subject,
        conduct: ComparisonRun.compare(subject, options: Self.quick, usesCache: false),
        game: opened.game, machineCoded: opened.machineCoded)
      let json = try AssessmentJSON.encode(assessment)
      try json.write(toFile: folder.path + "/\(name).json", atomically: true, encoding: .utf8)
    }
    let saved = try WhatIf.difference(folder.path + "/a.json", folder.path + "/b.json")
    #expect(saved.changes.isEmpty && unsaved.changes.count == 1)
    #expect(saved.verdicts == unsaved.verdicts)
    #expect(saved.stories == unsaved.stories)
    #expect(saved.turns == unsaved.turns && saved.channels == unsaved.channels)
    #expect(saved.before == unsaved.before && saved.after == unsaved.after)
    #expect(!saved.after.sentences.isEmpty)
    #expect(throws: CaseworkFailure.self) {
      _ = try WhatIf.difference(folder.path + "/a.json", folder.path + "/none.json")
    }
  }

  @Test(
    "what the case does not have is refused by name",
    arguments: [
      "row", "publisher", "grade", "date", "story", "coder",
    ])
  func unknown(what: String) throws {
    let change: CaseChange =
      switch what {
      case "row": .withoutEntry("NONE")
      case "publisher": .withoutPublisher("Nobody")
      case "grade": .withoutGrades(.notUsually ... .unjudged)
      case "date": .date("never", DateSpan(Day(ordinal: 0)))
      case "story": .prior("fairy-tale", 1)
      default: .secondCoder("nobody")
      }
    let subject = try OpenedCase(at: Self.tutorial).subject
    do throws(CaseworkFailure) {
      _ = try change.applied(to: subject)
      Issue.record("applied")
    } catch {
      #expect(error.kind == .badInput && !error.message.isEmpty)
    }
  }

  @Test("a publisher's rows go with its name, and grades take what they grade")
  func publishers() throws {
    var subject = try OpenedCase(at: Self.tutorial).subject
    let publisher = try #require(subject.events.first).source.publisher
    let own = subject.events.count { $0.source.publisher == publisher }
    let left = try CaseChange.withoutPublisher(publisher).applied(to: subject).case
    #expect(left.events.count == subject.events.count - own)
    subject.sources = [SourceProfile(id: "p", name: publisher, reliability: .unreliable)]
    let graded = try CaseChange(without: "source-grade:D-F").applied(to: subject).case
    #expect(graded.events == left.events)
    let kept = try CaseChange(without: "source-grade:A-C").applied(to: subject).case
    #expect(kept.events == subject.events)
  }

  @Test("a second coder's codes take the place of the first's, empty cells left alone")
  func secondCoder() throws {
    var subject = try OpenedCase(at: Self.tutorial).subject
    let row = try #require(subject.events.first)
    subject.codings = [
      SecondCoding(
        coder: "second", who: "somebody", columns: ["code", "status"],
        rows: [row.id: ["code": "190", "status": ""]])
    ]
    let recoded = try CaseChange.secondCoder("second").applied(to: subject).case
    #expect(recoded.events.first?.code.rawValue == "190")
    #expect(recoded.events.first?.status == row.status)
    #expect(recoded.events.dropFirst() == subject.events.dropFirst())
  }

  @Test(
    "a change that cannot be read is refused",
    arguments: ["goal", "goal=", "=2025", "goal=soon", "goal=2025-13-40"])
  func unreadable(text: String) {
    #expect(throws: CaseworkFailure.self) { try CaseChange(date: text) }
    #expect(throws: CaseworkFailure.self) { try CaseChange(code: text) }
    #expect(throws: CaseworkFailure.self) { try CaseChange(prior: text) }
    #expect(throws: CaseworkFailure.self) { try CaseChange(without: "source-grade:" + text) }
  }

  /// Every file of the tutorial's folder.
  private static func bytes() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: tutorial) {
      found[name] = FileManager.default.contents(atPath: tutorial + "/" + name)
    }
    return found
  }
}
