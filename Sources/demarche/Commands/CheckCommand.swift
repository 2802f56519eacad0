import CaseFiles
import Casework
import ArgumentParser
import Diplomacy

/// Lists every problem of a case.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every problem of a case: file, line, what is wrong, and how to fix it.",
    discussion: """
      Exits with 0 where there is neither an error nor a flaw, else with 1. Notes are listed and \
      let pass. A record of any length is read row by row.

      Example: demarche check cases/aze-rus-2025
      """)

  /// The forms of the list.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The case folder.", completion: .directory)
  var folder: String

  @Option(help: "How to write the list: text or json.")
  var format: Format = .text

  /// How many problems are printed as text; JSON lists ten times as many of each severity.
  private static let limit = 1000

  func run() throws {
    let report = try OpenedCase.check(folder)
    switch format {
    case .json: try StandardOutput.write(try report.json())
    case .text: try StandardOutput.write(text(of: report))
    }
    if !report.passes {
      throw CaseworkFailure.checkFailed("\(folder): \(report.summary)")
    }
  }

  private func text(of report: CaseReport) -> String {
    let listed = report.listed(limit: Self.limit)
    var lines = listed.map(\.description)
    let rest = report.counts.values.reduce(0, +) - listed.count
    if rest > 0 { lines.append("\(folder): and \(rest) more problems") }
    let word = report.passes ? "passes" : "does not pass"
    lines.append("\(folder): \(word); read \(report.tally.summary)")
    return lines.joined(separator: "\n") + "\n"
  }
}
