import Assessment
import Diplomacy
import Foundation
import Testing

@testable import Reporting

@Suite("Plain and neutral language")
struct PlainLanguageTests {
  /// The text between quotation marks in every file of the room that speaks, but for the lists.
  static let templates: [(file: String, text: String)] = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let sources = root.appendingPathComponent("Sources/Reporting")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") && !$0.hasSuffix("PlainLanguage.swift") }
      .sorted()
      .map { path in
        let url = sources.appendingPathComponent(path)
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return (path, literals(in: text))
      }
  }()

  private static func literals(in text: String) -> String {
    var literals: [Substring] = []
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("//") { continue }
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      literals += parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      if parts.count == 1 { literals.append(line) }
    }
    return literals.joined(separator: "\n")
  }

  @Test("no template takes a side")
  func neutral() {
    #expect(Self.templates.count > 50)
    for template in Self.templates {
      let found = PlainLanguage.words(of: PlainLanguage.loaded, in: template.text)
      #expect(found.isEmpty, "\(template.file): \(found)")
    }
  }

  @Test(
    "words of method stand in no brief and in no ledger", arguments: AssessmentReportTests.cases)
  func plain(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let brief = BriefText.render(Brief(of: assessment))
    #expect(PlainLanguage.words(of: PlainLanguage.technical, in: brief).isEmpty)
    let sentences = FindingSentence(CaseWords(assessment.subject))
    for clause in assessment.ledger.flatMap(\.clauses) {
      let text = sentences.sentence(clause)
      #expect(PlainLanguage.words(of: PlainLanguage.technical, in: text).isEmpty, "\(text)")
    }
  }

  @Test(
    "words of method stand in no part of the page but that on method",
    arguments: AssessmentReportTests.cases)
  func page(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let report = AssessmentReport.report(for: assessment)
    let method: Set<String> = ["method", "record", "rationality"]
    for section in report.sections where !method.contains(section.id) {
      var part = Report(title: "", sections: [section])
      part.lead = []
      let text = MarkdownReport.render(part)
      let found = PlainLanguage.words(of: PlainLanguage.technical, in: text)
      #expect(found.isEmpty, "\(section.id): \(found)")
    }
  }

  @Test("whole words are found whatever their case, parts of words are not")
  func words() {
    #expect(
      PlainLanguage.words(of: ["dB", "bits", "area under the curve"], in: "+3 DB; orbits") == ["dB"]
    )
    #expect(
      PlainLanguage.words(of: ["area under the curve"], in: "The area under the Curve.").count == 1)
  }
}
