import ArgumentParser
import Assessment
import Casework
import Reporting

/// Writes the answer to a claim on one page.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Writes the answer to the claim of a case on one page.",
    discussion: """
      The claim, the answer, the strongest findings for and against it, what the record cannot \
      tell, and what would change the answer: at most 350 words, and one figure in the HTML. \
      Nothing is written into the case or anywhere else.

      Example: demarche brief cases/aze-rus-2025
               demarche brief cases/aze-rus-2025 --format html > brief.html
      """)

  /// The forms of a brief.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json, svg
  }

  @OptionGroup var input: CaseArgument

  @Option(help: "What to write; svg is the figure alone.")
  var format: Format = .text

  @OptionGroup var wording: WordingChoices

  @OptionGroup var choices: AssessmentChoices

  @OptionGroup var comparison: ComparisonChoices

  func run() throws {
    let assessment = try comparison.assessment(of: input, choices)
    let brief = Brief(of: assessment, likelihood: wording.words)
    switch format {
    case .text:
      try StandardOutput.write(
        BriefText.render(brief, width: Terminal.width, colour: Terminal.usesColour))
    case .markdown: try StandardOutput.write(MarkdownReport.render(BriefDocument.report(brief)))
    case .html: try StandardOutput.write(HTMLReport.render(BriefDocument.report(brief)))
    case .json: try StandardOutput.write(try JSONText.text(brief))
    case .svg:
      guard let figure = brief.figure else {
        throw CaseworkFailure.badInput("the window holds no act of either side toward the other")
      }
      try StandardOutput.write(figure.standalone)
    }
  }
}
