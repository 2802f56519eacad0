import Conduct
import Casework
import ArgumentParser
import Assessment
import Diplomacy
import Reporting

/// Assesses a case and writes the report.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Holds every assertion of a case against its record and writes the report.",
    discussion: """
      Writes report.html, report.md and assessment.json into a folder, and the answer with its \
      strongest findings to the terminal; the path of the report is on the last line. With another format the assessment \
      goes to standard output and files are written only where --output names a folder.

      Example: demarche assess cases/aze-rus-2025
      """)

  /// The forms of an assessment.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown, html
  }

  @OptionGroup var input: CaseArgument

  @Option(help: "What to write to standard output.")
  var format: Format = .text

  @Option(
    help: "The folder for report.html, report.md and assessment.json (default: report/<case>).",
    completion: .directory)
  var output: String?

  @Flag(help: "Write report.html with every part open, for printing in full.")
  var fullPrint = false

  @OptionGroup var wording: WordingChoices

  @OptionGroup var choices: AssessmentChoices

  @OptionGroup var comparison: ComparisonChoices

  func run() throws {
    let assessment = try comparison.assessment(of: input, choices, variants: 40)
    let report = AssessmentReport.report(for: assessment, likelihood: wording.words)
    let page = HTMLReport.render(report, isUnfolded: fullPrint)
    if let folder = output
      ?? (format == .text ? "report/\(PathName.part(assessment.subject.id))" : nil)
    {
      try ReportFolder.write(
        [
          ("report.html", page),
          ("report.md", MarkdownReport.render(report)),
          ("assessment.json", try AssessmentJSON.encode(assessment, likelihood: wording.words)),
        ], into: folder)
      if format == .text {
        let summary = TerminalSummary.render(
          assessment, likelihood: wording.words, width: Terminal.width,
          colour: Terminal.usesColour)
        // The summary is clean, and its colours are escapes.
        try StandardOutput.write(data: summary)
        try StandardOutput.write("Report: \(folder)/report.html\n")
        return
      }
    }
    switch format {
    case .text: break
    case .json:
      try StandardOutput.write(
        try AssessmentJSON.encode(assessment, likelihood: wording.words))
    case .markdown: try StandardOutput.write(MarkdownReport.render(report))
    case .html: try StandardOutput.write(page)
    }
  }
}
