package import EventData
import EventStore

/// Event files taken into a store.
package struct StoreImport: Sendable {
  /// Rows read, kept and rejected.
  package private(set) var counts = ReadingCounts()
  /// Events that were new to the store.
  package private(set) var events = 0
  /// Reports of events that the store held.
  package private(set) var furtherReports = 0
  /// Mentions of documents.
  package private(set) var mentions = 0
  /// Mentions of events that the store held when they were imported.
  package private(set) var mentionsKnown = 0
  /// Events whose source is no known state or body.
  package private(set) var withoutSource = 0
  /// Events whose target is no known state or body.
  package private(set) var withoutTarget = 0
  /// Every rejected row with file, line and reason.
  package private(set) var rejected: [RejectedRow] = []
  /// The files named.
  package let files: Int
  /// Files that the store held before.
  package private(set) var storedBefore = 0

  /// Imports files, each once and whole.
  ///
  /// Each file is one transaction: an import that stops early leaves the files before it stored.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - store: The path of the store, made where it is missing.
  ///   - format: The format of the files, where their content does not tell.
  ///   - dates: The order of day and month, where it is stated.
  ///   - skipsInvalid: Whether rows that do not fit are passed over and counted.
  ///   - progress: Told how many files are done; the import stops before the next file once it
  ///     gives back false.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(
    of files: [InputFile], into store: String, format: EventFormat?, dates: DateOrder? = nil,
    skipsInvalid: Bool,
    progress: (Int) -> Bool = { _ in true }
  ) throws(CaseworkFailure) {
    self.files = files.count
    do {
      let database = try EventDatabase(path: store)
      for (index, file) in files.enumerated() {
        guard progress(index) else { return }
        let report = try database.importFile(
          file, format: format, dates: dates, skipInvalid: skipsInvalid)
        if report.wasStored {
          storedBefore += 1
          continue
        }
        counts += report.counts
        events += report.events
        furtherReports += report.furtherReports
        mentions += report.mentions.all
        mentionsKnown += report.mentions.known
        withoutSource += report.withoutSource
        withoutTarget += report.withoutTarget
        rejected += report.rejected
      }
      _ = progress(files.count)
    } catch let error as InputError {
      throw CaseworkFailure(error)
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    } catch {
      throw .inputOutput("\(store): \(error)")
    }
  }
}
