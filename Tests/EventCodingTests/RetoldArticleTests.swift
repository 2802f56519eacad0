import Diplomacy
import EventCoding
import Foundation
import Testing

/// The first case's article in other words, held against the assertions that a person made of it.
@Suite("An article told again")
struct RetoldArticleTests {
  private struct Told {
    let ids: [String]
    let kind: AssertionKind
    let sentence: String
  }

  private static let told: [Told] = Fixture.lines("retold.tsv").compactMap { line in
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 2, let kind = AssertionKind(rawValue: fields[1]) else { return nil }
    let ids = fields[0].split(whereSeparator: { $0 == " " || $0 == "+" }).map(String.init)
    return Told(ids: ids, kind: kind, sentence: fields.count > 2 ? fields[2] : "")
  }

  private static let reading = ArticleReader().read(
    NewsDocument(
      id: "retold", published: Day("2025-10-31"),
      text: told.map(\.sentence).filter { !$0.isEmpty }.joined(separator: " ")))

  @Test("every assertion of the case is in the text")
  func complete() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("cases/aze-rus-2025/assertions.yaml")
    let ids = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .compactMap { line in
        line.hasPrefix("  - id: ") ? String(line.dropFirst(8)) : nil
      }
    #expect(ids.count > 40)
    #expect(Set(ids) == Set(Self.told.flatMap(\.ids)))
  }

  @Test("nine in ten are found, and four in five with the right kind")
  func found() {
    let stated = Self.told.filter { !$0.sentence.isEmpty }
    let drafts = Self.reading.assertions.filter { !$0.isImplied }
    let found = stated.filter { told in drafts.contains { $0.sentence == told.sentence } }
    let right = stated.filter { told in
      drafts.contains { $0.sentence == told.sentence && $0.kind == told.kind }
    }
    #expect(found.count * 10 >= stated.count * 9)
    #expect(
      right.count * 5 >= stated.count * 4,
      "\(stated.filter { told in !right.contains { $0.sentence == told.sentence } }.map(\.sentence))"
    )
  }

  @Test("the implied counterfactuals are drafted, and the two sides are told apart")
  func sides() {
    let implied = Self.reading.assertions.filter(\.isImplied)
    let wanted = Self.told.filter(\.sentence.isEmpty).flatMap(\.ids).count
    #expect(implied.count >= wanted)
    #expect(Self.reading.focal == "AZE")
    #expect(Self.reading.counterpart == "RUS")
  }
}
