import Assessment
import CaseFiles
import Foundation
import Testing

@testable import Reporting

@Suite("Pages to look at")
struct PagesToLookAt {
  @Test(
    "are written where DEMARCHE_PAGES names a folder",
    .enabled(if: ProcessInfo.processInfo.environment["DEMARCHE_PAGES"] != nil),
    arguments: AssessmentReportTests.cases)
  func write(name: String) throws {
    let folder = URL(
      fileURLWithPath: ProcessInfo.processInfo.environment["DEMARCHE_PAGES"] ?? ".")
    let assessment = try #require(ReportingSamples.assessments[name])
    let report = AssessmentReport.report(for: assessment)
    let brief = Brief(of: assessment)
    let pages = [
      ("\(name).html", HTMLReport.render(report)),
      ("\(name)-full.html", HTMLReport.render(report, isUnfolded: true)),
      ("\(name).md", MarkdownReport.render(report)),
      ("\(name)-brief.html", HTMLReport.render(BriefDocument.report(brief))),
      ("\(name)-brief.txt", BriefText.render(brief)),
      ("\(name)-summary.txt", TerminalSummary.render(assessment, colour: false)),
      ("\(name)-ledger.txt", LedgerText.render(assessment, width: 80)),
    ]
    for (file, text) in pages {
      let url = folder.appendingPathComponent(file)
      try Data(text.utf8).write(to: url)
      #expect(FileManager.default.fileExists(atPath: url.path))
    }
  }
}
