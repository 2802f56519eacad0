import Assessment
import CaseFiles
import Casework
import Diplomacy
import EventCoding
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("A drafted case")
struct CaseDraftTests {
  private static let article = NewsDocument(
    id: "article", published: Day("2025-10-20"),
    text: """
      Norway spoiled its relations with Sweden deliberately, in order to secure the accord with \
      Denmark. Oslo was not willing to ease the dispute in any way. Sweden apologised several times. \
      Norway kept up the quarrel until the accord was signed on 8 August 2025.
      """, publisher: "Example Review", title: "Why Norway kept up the quarrel")

  private static func draft(_ document: NewsDocument) throws -> CaseDraft {
    try CaseDraft(
      id: "drafted", ArticleReader().read(document), assuming: Day(ordinal: 20_000))
  }

  @Test("passes the check of cases, and everything in it is a draft")
  func passes() throws {
    let draft = try Self.draft(Self.article)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("drafted-\(UUID().uuidString)/drafted").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFiles.write(draft.files, into: folder)
    let reading = CaseFolder.read(at: folder)
    #expect(reading.isClean, "\(reading.problems)")
    let subject = try #require(reading.case)
    #expect(subject.isDraft)
    #expect(subject.focal == "NOR")
    #expect(subject.counterpart == "SWE")
    #expect(subject.assertions.isEmpty)
    #expect(reading.tally.drafts >= draft.assertions)
  }

  @Test("asks for the day of the goal and for the search of the record")
  func questions() throws {
    let questions = try Self.draft(Self.article).questions
    #expect(questions.contains { $0.hasPrefix("When was the goal reached") })
    #expect(questions.contains { $0.contains("searched") })
  }

  @Test(
    "its brief says that it is a draft, how much nobody has confirmed, and what to answer first")
  func brief() throws {
    let news = NewsDocument(
      id: "n1", published: Day("2025-07-02"), text: "Norway expelled two Swedish diplomats.",
      publisher: "Agency One")
    let acts = EventCoder().acts(in: news.text, published: news.published).map { (news, $0) }
    let draft = try CaseDraft(
      id: "drafted", ArticleReader().read(Self.article), news: acts, assuming: Day(ordinal: 20_000))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("drafted-\(UUID().uuidString)/drafted").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFiles.write(draft.files, into: folder)
    let reading = CaseFolder.read(at: folder)
    #expect(reading.isClean, "\(reading.problems)")
    let subject = try #require(reading.case)
    #expect(Set(subject.drafts.sources.map(\.name)) == ["Agency One", "Example Review"])
    let note = try #require(
      Brief(of: CaseAssessment(of: subject)).notes.first { $0.title == "A draft." })
    let text = note.text.plain
    #expect(text.contains(NumberWords.count(subject.drafts.assertions.count, "assertion")))
    #expect(text.contains("one act"))
    #expect(text.hasSuffix("Answer first: when was the goal reached?"), "\(text)")
  }

  @Test("is refused where the article names nobody")
  func nobody() {
    #expect(throws: CaseworkFailure.self) {
      try Self.draft(NewsDocument(id: "x", text: "The weather was fine all week long."))
    }
  }
}
