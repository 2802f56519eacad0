import Assessment
import Diplomacy
import Foundation
import Testing

@testable import Reporting

@Suite("The report of a case", .serialized)
struct AssessmentReportTests {
  static let cases = ["aze-rus-2025", "qat-2017", "tutorial"]

  @Test("gives the same bytes for the same case", arguments: ["aze-rus-2025", "tutorial"])
  func sameBytes(name: String) throws {
    let first = try #require(ReportingSamples.assessments[name])
    let texts = try [first, CaseAssessment(of: first.subject)].map { assessment in
      let report = AssessmentReport.report(for: assessment)
      return [
        HTMLReport.render(report), MarkdownReport.render(report),
        try AssessmentJSON.encode(assessment),
        TerminalSummary.render(assessment, width: 80, colour: true),
      ]
    }
    #expect(texts[0] == texts[1])
  }

  @Test("leads from every row cited to the row and its source", arguments: cases)
  func links(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let subject = assessment.subject
    let tags = MarkupReader.tags(in: HTMLReport.render(AssessmentReport.report(for: assessment)))
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "an id is used twice")
    let known = Set(ids)
    for target in tags.compactMap({ $0.attributes["href"] }) where target.hasPrefix("#") {
      #expect(known.contains(String(target.dropFirst())), "\(target) leads nowhere")
    }
    let targets = Set(tags.compactMap { $0.attributes["href"] })
    for event in subject.events {
      #expect(known.contains(Escaping.rowAnchor(event.id)))
      if Escaping.webAddress(event.source.url) != nil {
        #expect(targets.contains(Escaping.markup(event.source.url)))
      }
    }
    for row in assessment.ledger.flatMap(\.rows) {
      #expect(targets.contains("#" + Escaping.rowAnchor(row)), "\(row) is cited and not linked")
    }
  }

  @Test("has landmarks, headings in order, and scoped headers", arguments: cases)
  func structure(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let tags = MarkupReader.tags(in: HTMLReport.render(AssessmentReport.report(for: assessment)))
    let names = tags.map(\.name)
    #expect(names.count { $0 == "main" } == 1)
    #expect(names.count { $0 == "nav" } == 1)
    #expect(!names.contains("script"))
    #expect(names.count { $0 == "h1" } == 1)
    #expect(tags.first { $0.name == "html" }?.attributes["lang"] == "en")
    var last = 1
    for name in names {
      guard let level = ["h1": 1, "h2": 2, "h3": 3, "h4": 4][name] else { continue }
      #expect(level <= last + 1)
      last = level
    }
    #expect(tags.allSatisfy { $0.name != "th" || $0.attributes["scope"] != nil })
    #expect(names.count { $0 == "svg" } == 2 * names.count { $0 == "figure" })
    #expect(names.count { $0 == "figure" } >= 3)
    #expect(!names.contains("script") && !names.contains("link") && !names.contains("img"))
  }

  @Test("fits a screen of 80 columns and 24 lines, path included", arguments: cases)
  func screen(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let text = TerminalSummary.render(assessment, width: 80, colour: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 23)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(!text.contains("\u{1B}"))
    #expect(Brief.Answer.allCases.contains { text.contains("\($0.words).") })
    #expect(TerminalSummary.render(assessment, width: 80, colour: true).contains("\u{1B}[1m"))
    let narrow = TerminalSummary.render(assessment, width: 30, colour: false)
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 30 })
  }

  @Test("holds every assertion in the Markdown of the ledger alone", arguments: cases)
  func ledger(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let text = MarkdownReport.render(AssessmentReport.ledger(for: assessment))
    let cards = text.split(separator: "\n").filter { $0.hasPrefix("<a id=\"assertion-") }
    #expect(cards.count == assessment.subject.assertions.count)
    #expect(!text.contains("#row-"))
    for entry in assessment.ledger {
      let anchor = "<a id=\"\(Glossary.anchor(ofAssertion: entry.id))\"></a>"
      let card = cards.first { $0.hasPrefix(anchor) }
      #expect(card?.contains(Glossary.name(entry.verdict)) == true)
    }
  }
}

@Suite("A headline in Markdown")
struct MarkdownHeadlineTests {
  @Test("is bold once, whatever carries weight within it")
  func bold() {
    let section = Section(
      id: "s", title: "Title", headline: "Count: \(strong: "7 of 9"), see \(code: "x")", blocks: [])
    #expect(MarkdownReport.render(section).contains("\n**Count: 7 of 9, see `x`**\n"))
  }
}
