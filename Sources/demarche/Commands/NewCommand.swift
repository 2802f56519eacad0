import Casework
import ArgumentParser
import CaseFiles
import Diplomacy
import Foundation

/// Writes a commented skeleton of a case, or a case from the events of a store.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a small, commented case to start from.",
    discussion: """
      The case passes 'demarche check' as it is: change it row by row. A folder that holds \
      anything is left alone. With --from-store the record holds the machine-coded events of a pair \
      in both directions, one row an event, each with the file and line it came from.

      Example: demarche new my-case
      Example: demarche new my-case --from-store events.db --dyad 'AZE>RUS' --from 2024-12-25 \
      --to 2025-11-30
      """)

  @Argument(help: "The folder to write, which must not exist or be empty.")
  var folder: String

  @Option(help: "A store made by the import command, whose events become the record.")
  var fromStore: String?

  @Option(help: "With --from-store: whose conduct is in question toward whom, as in 'AZE>RUS'.")
  var dyad: String?

  @Option(help: "With --from-store: the first day, or month; the first one stored unless stated.")
  var from: String?

  @Option(help: "With --from-store: the last day, or month; the last one stored unless stated.")
  var to: String?

  func validate() throws {
    let stated = [("dyad", dyad), ("from", from), ("to", to)]
    if fromStore == nil, let option = stated.first(where: { $0.1 != nil }) {
      throw ValidationError("--\(option.0) needs --from-store, the store to take events from")
    }
    if fromStore != nil, dyad == nil {
      throw ValidationError("--from-store needs --dyad, the pair of the case, as in 'AZE>RUS'")
    }
  }

  func run() throws {
    try NewCaseFolder.refuseHeld(folder)
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    let files =
      try fromStore.map { store in try storedCase(id: name, store: store) }
      ?? CaseSkeleton.files(id: name)
    try AtomicFiles.write(files, into: folder)
    try StandardOutput.write(files.map { "\(folder)/\($0.name)\n" }.joined())
    StandardError.write("next: demarche check \(folder)")
  }

  /// The files of a case from a store.
  private func storedCase(id: String, store: String) throws -> [(name: String, text: String)] {
    let dyad = try pair()
    let first = try QueryDays.span("--from", from)?.first
    let last = try QueryDays.span("--to", to)?.last
    if let first, let last, last < first {
      throw CaseworkFailure.usage("--to: \(last) lies before --from \(first)")
    }
    let made = try StoredCase(
      id: id, of: dyad, from: first, through: last, in: store, folder: folder)
    StandardError.write("\(made.events) events, \(made.reports) further reports")
    return made.files
  }

  /// The pair asked for, both sides known to the case format.
  private func pair() throws -> Dyad {
    guard let text = dyad, let dyad = Dyad(text) else {
      throw CaseworkFailure.usage(
        "--dyad: '\(dyad ?? "")' is not a dyad; write for instance 'AZE>RUS'")
    }
    guard dyad.source != dyad.target else {
      throw CaseworkFailure.usage("--dyad: both sides are \(dyad.source); name two actors")
    }
    for code in [dyad.source, dyad.target] where !CountryCodes.contains(code) && !code.isPrefixed {
      throw CaseworkFailure.usage(
        "--dyad: '\(code)' is no ISO 3166-1 alpha-3 code; write for instance AZE, or a body as IGO:EU"
      )
    }
    return dyad
  }
}
