import Casework
import ArgumentParser
import EventData

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
    let beside = store + ".rejected.tsv"
    let list = input.rejected ?? beside
    try RejectedList.refuse(
      list, over: files.map(\.path) + [store, store + "-wal", store + "-shm"])
    let outcome = try StoreImport(
      of: files, into: store, format: format, dates: input.dates, skipsInvalid: input.skipInvalid
    ) { done in
      StandardError.progress("importing", done, of: files.count)
      return true
    }
    if outcome.storedBefore > 0 {
      StandardError.write("\(outcome.storedBefore) of \(outcome.files) files were stored before")
    }
    EventNotes.tell(outcome.counts)
    StandardError.write(
      "\(outcome.events) events, \(outcome.furtherReports) further reports of known events")
    if outcome.mentions > 0 {
      StandardError.write(
        "\(outcome.mentions) mentions, \(outcome.mentions - outcome.mentionsKnown) of them of events that the store does not hold (yet)"
      )
    }
    StandardError.write(
      "actors resolved to no state or body: \(outcome.withoutSource) sources, "
        + "\(outcome.withoutTarget) targets; kept as written")
    let isListed = input.rejected != nil || !outcome.rejected.isEmpty
    try EventNotes.tell(outcome.rejected, file: isListed ? list : nil)
  }
}
