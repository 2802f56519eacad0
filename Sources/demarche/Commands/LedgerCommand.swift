import Casework
import ArgumentParser
import Assessment
import Reporting

/// Shows the assertions of a case with their verdicts, and nothing else.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Shows every assertion of a case with its verdict, its number and its rows.",
    discussion: "Example: demarche ledger cases/aze-rus-2025 --format markdown")

  /// The forms of a ledger.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @OptionGroup var input: CaseArgument

  @Option(help: "What to write.")
  var format: Format = .text

  @OptionGroup var choices: AssessmentChoices

  func run() throws {
    let subject = try CaseInput.open(input.path).subject
    let assessment = CaseAssessment(of: subject, options: choices.options)
    switch format {
    case .text:
      try StandardOutput.write(LedgerText.render(assessment, width: Terminal.width))
    case .json: try StandardOutput.write(try JSONText.text(assessment.ledger))
    case .markdown:
      try StandardOutput.write(MarkdownReport.render(AssessmentReport.ledger(for: assessment)))
    }
  }
}
