import Assessment
import Diplomacy
import Foundation
import Testing

@testable import Reporting

@Suite("The brief")
struct BriefTests {
  @Test(
    "has at most 350 words, and stands first in the report", arguments: AssessmentReportTests.cases)
  func length(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let brief = Brief(of: assessment)
    #expect(brief.wordCount <= Brief.wordLimit)
    #expect(brief.wordCount > 60)
    let blocks = BriefDocument.blocks(of: Brief(of: assessment, hasRecord: true))
    #expect(AssessmentReport.report(for: assessment).lead == blocks)
    #expect(brief.supporting.count <= 3 && brief.opposing.count <= 3)
    #expect(brief.sentences.count == 2)
  }

  @Test("keeps to its limit whatever the length of the case's words")
  func longWords() {
    let text = Array(repeating: "word", count: 120).joined(separator: " ")
    let brief = Brief(of: CaseAssessment(of: ReportingSamples.everyField(text)))
    #expect(brief.wordCount <= Brief.wordLimit)
  }

  @Test(
    "shows only findings of their side, each with its own act",
    arguments: AssessmentReportTests.cases)
  func sides(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let brief = Brief(of: assessment)
    for (findings, isFor) in [(brief.supporting, true), (brief.opposing, false)] {
      for finding in findings {
        let entry = try #require(assessment.ledger.first { $0.id == finding.assertion })
        let clause = try #require(entry.clauses.first { $0.number == finding.clause })
        #expect(clause.verdict.holds == isFor)
        #expect(isFor ? entry.verdict.holds : entry.verdict == .contradicted)
        for row in finding.rows { #expect(clause.rows.contains(row)) }
      }
    }
    let assertions = (brief.supporting + brief.opposing).map(\.assertion)
    #expect(Set(assertions).count == assertions.count)
  }

  @Test(
    "draws every act that counts, each with its words and a way to it",
    arguments: AssessmentReportTests.cases)
  func figure(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let figure = try #require(Brief(of: assessment, hasRecord: true).figure)
    let subject = assessment.subject
    let counted = assessment.record.filter { row in
      row.excluded == nil && row.date.overlaps(subject.window)
        && ((row.source.contains(subject.focal) && row.target.contains(subject.counterpart))
          || (row.source.contains(subject.counterpart) && row.target.contains(subject.focal)))
    }
    #expect(!counted.isEmpty)
    for drawing in [figure.wide, figure.narrow] {
      let links = MarkupReader.tags(in: drawing).filter { $0.name == "a" }
        .compactMap { $0.attributes["href"] }
      for row in counted { #expect(links.contains("#" + Escaping.rowAnchor(row.id)), "\(row.id)") }
      for row in counted { #expect(drawing.contains(Escaping.markup(row.summary))) }
    }
    let alone = try #require(Brief(of: assessment).figure)
    #expect(!alone.wide.contains("#row-"))
  }

  @Test("leads nowhere that its page does not hold", arguments: AssessmentReportTests.cases)
  func links(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let html = HTMLReport.render(BriefDocument.report(Brief(of: assessment)))
    let tags = MarkupReader.tags(in: html)
    let ids = Set(tags.compactMap { $0.attributes["id"] })
    for target in tags.compactMap({ $0.attributes["href"] }) where target.hasPrefix("#") {
      #expect(ids.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test("changes with what it shows: a weight, a date, a summary, a title")
  func mutation() throws {
    let subject = try #require(ReportingSamples.stored("tutorial"))
    let before = HTMLReport.render(
      BriefDocument.report(Brief(of: CaseAssessment(of: subject))))
    var others: [Case] = []
    var claim = subject
    claim.claim = "Another claim."
    others.append(claim)
    var later = subject
    later.dates = subject.dates.map { date in
      guard let day = DateSpan(from: date.day.first + 1, through: date.day.last + 1) else {
        return date
      }
      return NamedDate(id: date.id, day: day, what: date.what, source: date.source)
    }
    others.append(later)
    var fewer = subject
    fewer.events.removeAll { $0.id == "T05" }
    others.append(fewer)
    for other in others {
      let after = HTMLReport.render(BriefDocument.report(Brief(of: CaseAssessment(of: other))))
      #expect(after != before)
    }
  }

  @Test("is the same as it was when it was read and approved", arguments: ["tutorial"])
  func golden(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    try Golden.check(BriefText.render(Brief(of: assessment)), "brief-\(name).txt")
  }
}

@Suite("Days without an act")
struct SilenceTests {
  static func span(_ first: Int, _ last: Int) -> DateSpan {
    DateSpan(from: Day(ordinal: first), through: Day(ordinal: last))
      ?? DateSpan(Day(ordinal: first))
  }

  @Test("are the stretches between acts that are long beside the window")
  func silences() {
    let window = Self.span(0, 299)
    let acts = [Self.span(50, 50), Self.span(60, 90), Self.span(92, 92), Self.span(200, 200)]
    #expect(
      BriefFigure.silences(acts, in: window) == [
        Self.span(0, 49), Self.span(93, 199), Self.span(201, 299),
      ])
    #expect(BriefFigure.silences([window], in: window).isEmpty)
    #expect(BriefFigure.silences([], in: window) == [window])
  }
}
