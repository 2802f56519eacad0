package import Diplomacy
import EventData
package import EventStore
package import Forecasting
import Foundation

/// A store as forecasts read it: its days, its coverage, and the histories of pairs.
package struct OutlookStore: Sendable {
  /// The path.
  package let path: String
  /// The store.
  package let database: EventDatabase
  /// The days with reports.
  package let days: DateSpan

  /// Opens a store.
  ///
  /// - Throws: ``CaseworkFailure`` where it cannot be read or holds nothing.
  package init(_ path: String) throws(CaseworkFailure) {
    self.path = path
    do {
      database = try EventDatabase(reading: path)
      guard let days = try database.summary().days else {
        throw CaseworkFailure.badInput(
          "\(path): holds no events; import files of events first", remedy: .importing)
      }
      self.days = days
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    } catch let failure as CaseworkFailure {
      throw failure
    } catch {
      throw .inputOutput("\(path): \(error)")
    }
  }

  /// What two states did to each other.
  ///
  /// - Throws: ``CaseworkFailure`` where a code is no state, or the store has no act of the pair.
  package func history(of dyad: Dyad, persons: Bool = true) throws(CaseworkFailure) -> DyadHistory {
    guard dyad.source != dyad.target else {
      throw .usage("a forecast needs two actors; both are \(dyad.source)")
    }
    let history = try read { () throws(EventDatabaseError) in
      try DyadHistory(of: dyad, from: days.first.ordinal, in: database, persons: persons)
    }
    guard !history.own.isEmpty || !history.reverse.isEmpty else {
      throw .badInput(
        "\(path): no act of \(dyad.source) and \(dyad.target) toward each other; look up what there is",
        remedy: .eventList)
    }
    return history
  }

  /// The record for a fit or a backtest.
  package func record(
    through last: Day? = nil, persons: Bool = true, progress: (Double) -> Void = { _ in }
  ) throws(CaseworkFailure) -> TrainingRecord {
    try read { () throws(EventDatabaseError) in
      try TrainingRecord(of: database, through: last?.ordinal, persons: persons, progress: progress)
    }
  }

  /// The days on which the data were there, up to a day.
  package func coverage(before end: Int? = nil) throws(CaseworkFailure) -> DataCoverage {
    DataCoverage(
      try read { () throws(EventDatabaseError) in try database.reportsByDay() }, before: end)
  }

  /// The weights of a file, or those of the program.
  package static func weights(_ path: String?) throws(CaseworkFailure) -> OutlookWeights {
    do {
      guard let path else { return try OutlookWeights.shipped() }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CaseworkFailure.noInput("\(path): there is no such file of weights")
      }
      return try OutlookWeights(json: data, named: path)
    } catch let failure as CaseworkFailure {
      throw failure
    } catch {
      throw .badInput("\(error)")
    }
  }

  /// Does something with the store, its failures told as ours.
  package func read<Value>(
    _ work: () throws(EventDatabaseError) -> Value
  ) throws(CaseworkFailure) -> Value {
    do {
      return try work()
    } catch {
      throw CaseworkFailure(error)
    }
  }
}

/// The outlook of a pair in both directions, with the store it comes from.
package struct OutlookRun: Sendable {
  /// The outlook of each direction.
  package let outlooks: [Outlook]
  /// The weights.
  package let weights: OutlookWeights
  /// The store.
  package let store: String
  /// The days of the store.
  package let days: DateSpan
  /// What a reader should know of the data first: holes before the day of the forecast.
  package let notices: [String]
  /// A digest of the acts behind the forecast and of the weights.
  package let digest: String

  /// Makes the outlook.
  ///
  /// - Parameters:
  ///   - dyad: The pair.
  ///   - store: The path of the store.
  ///   - day: The first day of the forecast; the day after the store's last where left out.
  ///   - horizons: The numbers of days.
  ///   - weights: The path of weights; those of the program where left out.
  /// - Throws: ``CaseworkFailure`` with what is wrong.
  package init(
    of dyad: Dyad, in store: String, asOf day: Day?, horizons: [Int], weights: String?
  ) throws(CaseworkFailure) {
    let opened = try OutlookStore(store)
    self.weights = try OutlookStore.weights(weights)
    self.store = store
    days = opened.days
    let origin = day ?? opened.days.last + 1
    let history = try opened.history(of: dyad, persons: self.weights.persons)
    do {
      var outlooks: [Outlook] = []
      for side in [history, history.reversed] {
        outlooks.append(
          try Outlook(of: side, from: origin, by: self.weights, horizons: horizons))
      }
      self.outlooks = outlooks
    } catch {
      throw .usage("\(store): \(error)")
    }
    digest = history.before(origin.ordinal).digest + "-" + self.weights.digest
    notices = try Self.notices(opened, origin)
  }

  private static func notices(
    _ store: OutlookStore, _ origin: Day
  ) throws(CaseworkFailure) -> [String] {
    var notices: [String] = []
    if origin > store.days.last + 1 {
      notices.append(
        "the store ends on \(store.days.last): what happened from then to \(origin - 1) is unknown to "
          + "this forecast and counts as quiet")
    }
    let holes = try store.coverage().holes(from: origin.ordinal - 60, before: origin.ordinal)
      .filter {
        $0.lowerBound >= store.days.first.ordinal && $0.upperBound <= store.days.last.ordinal
      }
    if !holes.isEmpty {
      let text = holes.prefix(5).map {
        $0.count == 1
          ? "\(Day(ordinal: $0.lowerBound))"
          : "\(Day(ordinal: $0.lowerBound)) to \(Day(ordinal: $0.upperBound))"
      }
      notices.append(
        "the store has no report at all on \(text.joined(separator: ", "))"
          + (holes.count > 5 ? " and \(holes.count - 5) more stretches" : "")
          + " of the last 60 days: that is a hole in the data and no calm")
    }
    return notices
  }
}
