import Assessment
import CaseFiles
import Casework
import ArgumentParser
import Diplomacy
import Reporting

/// Lists every problem of a case.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every problem of a case: file, line, what is wrong, and how to fix it.",
    discussion: """
      Exits with 0 where there is neither an error nor a flaw, else with 1. Notes are listed and \
      let pass. A record of any length is read row by row. Every assertion that rests on rows not being \
      there is named, with whether the case says that they were searched for.

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

  @Flag(
    help:
      "Build for each check a record that satisfies it and one that violates it, and name the checks for which one of them does not exist."
  )
  var power = false

  /// How many problems are printed as text; JSON lists ten times as many of each severity.
  private static let limit = 1000

  func run() throws {
    let check = try CaseCheck(folder, power: power)
    let report = check.report
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(check))
    case .text: try StandardOutput.write(text(of: report) + further(check))
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

  /// What rests on absence, and the checks that decide nothing.
  private func further(_ check: CaseCheck) -> String {
    var lines: [String] = []
    let entries = check.absence?.entries ?? []
    let searched = entries.filter(\.isSearched).map(\.assertion)
    let open = entries.filter { !$0.isSearched }.map(\.assertion)
    if !searched.isEmpty {
      lines.append(
        "rests on rows not being there, in a record that was searched for them: \(searched.joined(separator: " "))"
      )
    }
    if !open.isEmpty {
      lines.append(
        "rests on rows not being there, and no search covers them (untested unless a row decides): \(open.joined(separator: " "))"
      )
    }
    if check.waitingDrafts > 0 {
      lines.append(
        "\(check.waitingDrafts) drafted rows wait in drafts.csv and count in nothing: "
          + "demarche accept \(folder) ID… or --all-with rule=…, reject, edit")
    }
    for entry in check.power?.idle ?? [] {
      let what = entry.canHold ? "no record violates it" : "no record satisfies it"
      lines.append("\(entry.assertion), clause \(entry.clause): \(what): \(entry.check)")
    }
    if let power = check.power, power.idle.isEmpty {
      lines.append("each of \(power.entries.count) clauses could come out either way")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
