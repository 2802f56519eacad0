import EventStore
import Diplomacy
import EventData
import Foundation

/// Machine-coded events of a pair, from a store or from files.
enum MachineCodedInput {
  /// Reads the machine-coded events that a case names, or nothing where it names none.
  ///
  /// Paths are relative to the case folder.
  ///
  /// - Throws: ``CommandFailure`` where a file or store cannot be read.
  static func events(of subject: Case, folder: String) throws -> [CodedEvent]? {
    guard let source = subject.machineCoded else { return nil }
    func place(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
    let pair = Pair(subject.focal, subject.counterpart)
    let span =
      DateSpan(
        from: min(subject.window.first, subject.baseline?.first ?? subject.window.first),
        through: subject.window.last) ?? subject.window
    if let store = source.store { return try events(in: place(store), of: pair, within: span) }
    return try events(files: source.files.map(place), of: pair, within: span)
  }

  /// Reads the acts of a pair from a store.
  static func events(in store: String, of pair: Pair, within span: DateSpan?) throws
    -> [CodedEvent]
  {
    try reports(in: store, of: pair, within: span, everyReport: false).map(\.event)
  }

  /// Reads the acts of a pair from a store with where they came from, or every report of them.
  static func reports(
    in store: String, of pair: Pair, within span: DateSpan?, everyReport: Bool
  ) throws -> [StoredEvent] {
    do {
      let chronicle = try EventDatabase(reading: store)
      var found: [StoredEvent] = []
      for dyad in pair.dyads {
        var query = EventQuery()
        query.source = dyad.source.rawValue
        query.target = dyad.target.rawValue
        query.from = span?.first.ordinal
        query.until = span?.last.ordinal
        query.everyReport = everyReport
        found += try chronicle.events(query)
      }
      return found
    } catch let error as EventDatabaseError {
      throw CommandFailure(error)
    }
  }

  private static func events(files: [String], of pair: Pair, within span: DateSpan) throws
    -> [CodedEvent]
  {
    var found: [CodedEvent] = []
    let dyads = Set(pair.dyads)
    do {
      for file in try InputFile.expand(files) {
        let stream = try RowStream(file)
        let counts = try stream.events { event in
          if let dyad = event.dyad, dyads.contains(dyad), event.date.overlaps(span) {
            found.append(event)
          }
        } reject: { _ in
        }
        if counts.rejected > 0 {
          StandardError.write(
            "\(file.name): \(counts.rejected) of \(counts.read) rows do not fit the format and take no part; 'demarche import' lists them"
          )
        }
      }
    } catch let error as InputError {
      throw CommandFailure(error)
    }
    return found
  }
}
