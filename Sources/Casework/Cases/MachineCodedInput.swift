public import Diplomacy
public import EventData
public import EventStore

/// Machine-coded events of a pair, from a store or from files.
public enum MachineCodedInput {
  /// What became of the machine-coded source that a case names.
  struct Reading {
    /// The events; nothing where the case names no source, or where it could not be read.
    var events: [CodedEvent]?
    /// Why the source could not be read.
    var problems: [Problem] = []
    /// What a person should know: rows that took no part.
    var notices: [String] = []
  }

  /// Reads the machine-coded events that a case names.
  ///
  /// Paths are relative to the case folder.
  static func reading(of subject: Case, folder: String) -> Reading {
    guard let source = subject.machineCoded else { return Reading() }
    func place(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
    let pair = Pair(subject.focal, subject.counterpart)
    let span =
      DateSpan(
        from: min(subject.window.first, subject.baseline?.first ?? subject.window.first),
        through: subject.window.last) ?? subject.window
    do {
      if let store = source.store {
        return Reading(events: try events(in: place(store), of: pair, within: span))
      }
      return try events(files: source.files.map(place), of: pair, within: span)
    } catch {
      let problem = Problem(
        file: folder + "/case.yaml", what: "the machine-coded source cannot be read: \(error)",
        fix: "fix the source, or take 'machine_coded' out of the case")
      return Reading(problems: [problem])
    }
  }

  /// Reads the acts of a pair from a store.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  public static func events(in store: String, of pair: Pair, within span: DateSpan?)
    throws(CaseworkFailure) -> [CodedEvent]
  {
    try reports(in: store, of: pair, within: span, everyReport: false).map(\.event)
  }

  /// Reads the acts of a pair from a store with where they came from, or every report of them.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  public static func reports(
    in store: String, of pair: Pair, within span: DateSpan?, everyReport: Bool
  ) throws(CaseworkFailure) -> [StoredEvent] {
    do {
      let database = try EventDatabase(reading: store)
      var found: [StoredEvent] = []
      for dyad in pair.dyads {
        var query = EventQuery()
        query.source = dyad.source.rawValue
        query.target = dyad.target.rawValue
        query.from = span?.first.ordinal
        query.until = span?.last.ordinal
        query.everyReport = everyReport
        found += try database.events(query)
      }
      return found
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    } catch {
      throw .inputOutput("\(store): \(error)")
    }
  }

  private static func events(files: [String], of pair: Pair, within span: DateSpan)
    throws(CaseworkFailure) -> Reading
  {
    var reading = Reading(events: [])
    let dyads = Set(pair.dyads)
    do {
      for file in try InputFile.expand(files) {
        let stream = try RowStream(file)
        let counts = try stream.events { event in
          if let dyad = event.dyad, dyads.contains(dyad), event.date.overlaps(span) {
            reading.events?.append(event)
          }
        } reject: { _ in
        }
        if counts.rejected > 0 {
          reading.notices.append(
            "\(file.name): \(counts.rejected) of \(counts.read) rows do not fit the format and take no part"
          )
        }
      }
    } catch let error as InputError {
      throw CaseworkFailure(error)
    } catch {
      throw .inputOutput("\(error)")
    }
    return reading
  }
}
