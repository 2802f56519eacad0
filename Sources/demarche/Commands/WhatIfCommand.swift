import ArgumentParser
import Assessment
import Casework
import Conduct
import Diplomacy
import Reporting

/// Assesses a case as it is and otherwise, and says what moved.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Says what would move were the case otherwise; nothing in the case is written.",
    discussion: """
      Each option may be repeated; all changes are made together. A second report of a row that is \
      left out may count in its place. What is found by simulation is left out.

      Example: demarche whatif cases/aze-rus-2025 --without AR052 --set goal=2025-07-10
      Example: demarche whatif cases/aze-rus-2025 --without source-grade:D-F --format markdown
      """)

  /// The forms of the difference.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown, html
  }

  @OptionGroup var input: CaseArgument

  @Option(
    help: ArgumentHelp(
      "Leave out a row, assertion, story or item of evidence; or publisher:NAME, source-grade:D-F.",
      valueName: "id"))
  var without: [String] = []

  @Option(help: ArgumentHelp("Put a named date elsewhere.", valueName: "date=day"))
  var set: [String] = []

  @Option(help: ArgumentHelp("Give a row another code.", valueName: "row=code"))
  var code: [String] = []

  @Option(help: ArgumentHelp("Give a story another prior weight.", valueName: "story=weight"))
  var prior: [String] = []

  @Option(help: ArgumentHelp("Take the codes of a second coder.", valueName: "name"))
  var secondCoder: [String] = []

  @Option(help: "How to write what moved.")
  var format: Format = .text

  @OptionGroup var choices: AssessmentChoices

  func run() throws {
    let stated =
      without.map { StatedChange(.without, $0) } + set.map { StatedChange(.set, $0) }
      + secondCoder.map { StatedChange(.coder, $0) } + code.map { StatedChange(.code, $0) }
      + prior.map { StatedChange(.prior, $0) }
    let changes = try StatedChange.changes(stated)
    let difference = try WhatIf.difference(
      try CaseInput.open(input.path), changes: changes, options: choices.options,
      comparison: ComparisonOptions(
        seed: choices.seed, includesTrust: false, scale: choices.scale))
    try DifferenceOutput.write(difference, as: format)
  }
}

/// Holds two saved assessments against each other.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what differs between two saved assessments.",
    discussion: """
      An assessment may be named by its JSON file or by the folder of its report.

      Example: demarche diff report/before/assessment.json report/after/assessment.json
      """)

  @Argument(help: "The one assessment.", completion: .file(extensions: ["json"]))
  var before: String

  @Argument(help: "The other assessment.", completion: .file(extensions: ["json"]))
  var after: String

  @Option(help: "How to write what differs.")
  var format: WhatIfCommand.Format = .text

  func run() throws {
    try DifferenceOutput.write(try WhatIf.difference(before, after), as: format)
  }
}

/// What moved between two assessments on standard output.
enum DifferenceOutput {
  static func write(_ difference: AssessmentDifference, as format: WhatIfCommand.Format) throws {
    switch format {
    case .text: try StandardOutput.write(DifferenceReport.text(difference))
    case .json: try StandardOutput.write(try JSONText.text(difference))
    case .markdown:
      try StandardOutput.write(MarkdownReport.render(DifferenceReport.report(difference)))
    case .html: try StandardOutput.write(HTMLReport.render(DifferenceReport.report(difference)))
    }
  }
}
