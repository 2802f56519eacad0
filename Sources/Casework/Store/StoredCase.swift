import CaseFiles
package import Diplomacy
import EventData
import EventStore
import Foundation

/// A new case whose record holds the machine-coded events of a pair, from a store.
package struct StoredCase: Sendable {
  /// The files of the case.
  package let files: [(name: String, text: String)]
  /// The events in the record.
  package let events: Int
  /// The second reports of them.
  package let reports: Int

  /// Takes the events of a pair from a store.
  ///
  /// - Parameters:
  ///   - id: The id of the new case.
  ///   - dyad: Whose conduct is in question toward whom; both directions are read.
  ///   - first: The first day; the first one stored where left out.
  ///   - last: The last day; the last one stored where left out.
  ///   - store: The path of the store.
  ///   - folder: Where the case will lie, which decides how it names the store.
  /// - Throws: ``CaseworkFailure`` where the store cannot be read or has no act of the pair.
  package init(
    id: String, of dyad: Dyad, from first: Day?, through last: Day?, in store: String,
    folder: String
  ) throws(CaseworkFailure) {
    do {
      let database = try EventDatabase(reading: store)
      var reports: [StoredEvent] = []
      for direction in [dyad, dyad.reversed] {
        var query = EventQuery()
        query.source = direction.source.rawValue
        query.target = direction.target.rawValue
        query.from = first?.ordinal
        query.until = last?.ordinal
        query.everyReport = true
        reports += try database.events(query)
      }
      reports.sort { ($0.event.date.first, $0.report) < ($1.event.date.first, $1.report) }
      guard let earliest = reports.first?.event.date.first,
        let latest = reports.map(\.event.date.last).max(),
        let window = DateSpan(from: first ?? earliest, through: last ?? latest)
      else {
        let held = try database.summary().days.map { "the store holds \($0.first) to \($0.last)" }
        throw CaseworkFailure.badInput(
          "\(store): no act of \(dyad.source) and \(dyad.target) toward each other in these days; "
            + (held ?? "the store holds no events"))
      }
      let rows = StoredRecord.rows(reports)
      events = rows.count { $0.sameAs == nil }
      self.reports = rows.count - events
      files = StoredCaseSkeleton.files(
        id: id, of: dyad, window: window, store: RelativePath.path(to: store, from: folder),
        events: rows)
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    } catch let failure as CaseworkFailure {
      throw failure
    } catch {
      throw .inputOutput("\(store): \(error)")
    }
  }
}

/// The folder of a case that is yet to be written.
package enum NewCaseFolder {
  /// Refuses a folder that holds anything, and a file.
  ///
  /// - Throws: ``CaseworkFailure`` that says what is in the way.
  package static func refuseHeld(_ folder: String) throws(CaseworkFailure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw .usage("\(folder): is a file; name a folder that does not exist yet")
    }
    let held = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    guard held.isEmpty else {
      throw .usage(
        "\(folder): holds \(held.count == 1 ? "a file" : "\(held.count) files") already; "
          + "name a folder that does not exist yet")
    }
  }
}
