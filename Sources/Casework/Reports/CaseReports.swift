import Conduct
import Foundation
import Reporting

/// The reports of a case as files, for the command line, the workbench and programs alike.
public struct CaseReports: Hashable, Sendable {
  /// The report as a page.
  public let html: String
  /// The report as Markdown.
  public let markdown: String
  /// The assessment as JSON.
  public let json: String
  /// The brief of one page, as a page.
  public let brief: String
  /// The first sentence of the brief.
  public let answer: String

  /// Assesses a case and writes its reports.
  ///
  /// - Parameters:
  ///   - folder: The case folder.
  ///   - comparesExplanations: Whether the rival stories are compared, which takes a minute or more.
  ///   - progress: Told of each step of that comparison: what is done, how many steps, of how many.
  /// - Throws: ``CaseworkFailure`` where the case cannot be used.
  public init(
    of folder: String, comparesExplanations: Bool,
    progress: (@Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void)? = nil
  ) throws {
    let assessment = AssessmentRun.assess(
      try OpenedCase(at: folder), comparison: comparesExplanations ? ComparisonOptions() : nil
    ) { progress?($0.stage, $0.done, $0.total) }
    let report = AssessmentReport.report(for: assessment)
    html = HTMLReport.render(report)
    markdown = MarkdownReport.render(report)
    json = try AssessmentJSON.encode(assessment)
    let short = Brief(of: assessment)
    brief = HTMLReport.render(BriefDocument.report(short))
    answer = short.sentences.first?.plain ?? ""
  }

  /// Reads reports that were written before; nothing where one is missing.
  public init?(writtenTo folder: String) {
    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: folder + "/" + name)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let html = text("report.html"), let markdown = text("report.md"),
      let json = text("assessment.json"), let brief = text("brief.html"),
      let answer = text("answer.txt")
    else { return nil }
    self.html = html
    self.markdown = markdown
    self.json = json
    self.brief = brief
    self.answer = answer
  }

  /// Writes the reports into a folder, all or none.
  ///
  /// - Throws: ``CaseworkFailure`` where that fails.
  public func write(into folder: String) throws {
    try AtomicFiles.write(
      [
        ("report.html", html), ("report.md", markdown), ("assessment.json", json),
        ("brief.html", brief), ("answer.txt", answer),
      ], into: folder)
  }
}
