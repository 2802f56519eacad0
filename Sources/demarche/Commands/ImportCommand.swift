import Casework
import ArgumentParser
import EventStore
import EventData
import Foundation

/// Imports event files into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import event files into a store, each once and whole.",
    discussion: """
      A file is known by its checksum: importing it twice adds nothing. Each file is one \
      transaction, so an import that was stopped goes on where it was when it is run again.

      Example: demarche import --store events.db gdelt/*.zip icews.tab
      """)

  @OptionGroup var input: EventInputOptions

  @Option(help: "The store, made where it is missing.")
  var store: String

  @Option(help: "The format of the files, where their content does not tell.")
  var format: EventFormat?

  func run() throws {
    let files = try input.expanded()
    let chronicle: EventDatabase
    do {
      chronicle = try EventDatabase(path: store)
    } catch {
      throw CaseworkFailure(error)
    }
    var total = ReadingCounts()
    var events = 0
    var unresolved = (source: 0, target: 0)
    var rejected: [RejectedRow] = []
    var stored = 0
    for (index, file) in files.enumerated() {
      StandardError.progress("importing", index, of: files.count)
      let report = try Self.taking(file) {
        try chronicle.importFile(file, format: format, skipInvalid: input.skipInvalid)
      }
      if report.wasStored {
        stored += 1
        continue
      }
      total += report.counts
      events += report.events
      unresolved.source += report.withoutSource
      unresolved.target += report.withoutTarget
      rejected += report.rejected
    }
    StandardError.progress("importing", files.count, of: files.count)
    if stored > 0 { StandardError.write("\(stored) of \(files.count) files were stored before") }
    EventNotes.tell(total)
    StandardError.write("\(events) events, \(total.kept - events) further reports of known events")
    StandardError.write(
      "actors resolved to no state or body: \(unresolved.source) sources, "
        + "\(unresolved.target) targets; kept as written")
    let beside = rejected.isEmpty ? nil : store + ".rejected.tsv"
    try EventNotes.tell(rejected, file: input.rejected ?? beside)
  }

  /// Runs an import and tells its failures with their exit codes.
  private static func taking<Value>(_ file: InputFile, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as InputError {
      throw CaseworkFailure(error)
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    }
  }
}
