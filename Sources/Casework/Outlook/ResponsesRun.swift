package import Diplomacy
import EventStore
package import Forecasting

/// What the other side does after an act, from a store or several.
package struct ResponsesRun: Sendable {
  /// The cases.
  package let study: ResponseStudy
  /// The summary.
  package let summary: ResponseSummary

  /// Studies an act.
  ///
  /// - Parameters:
  ///   - question: Which acts.
  ///   - target: Only acts toward this state; toward any where left out.
  ///   - source: Only acts of this state.
  ///   - store: The path of the store.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  ///   - everyPair: Whether pairs of which the data hold next to nothing take part too.
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  package init(
    after question: ResponseStudy.Question, of source: ActorCode? = nil,
    toward target: ActorCode? = nil, in store: String, persons: Bool = true,
    everyPair: Bool = false
  ) throws(CaseworkFailure) {
    let record = try ResponseRecord(store, persons: persons, everyPair: everyPair)
    let histories = record.histories.filter {
      (target == nil || $0.dyad.target == target) && (source == nil || $0.dyad.source == source)
    }
    study = ResponseStudy(
      question, in: histories, spans: record.spans, fewestActs: record.fewestActs)
    summary = ResponseSummary(study)
  }

  /// The table of base rates from a store.
  ///
  /// - Parameters:
  ///   - store: The path of the store.
  ///   - origin: What it holds, in words.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  ///   - everyPair: Whether pairs of which the data hold next to nothing take part too.
  ///   - progress: Told how many rows are done.
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  package static func table(
    from store: String, origin: String, persons: Bool = true, everyPair: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws(CaseworkFailure) -> ResponseTable {
    let record = try ResponseRecord(store, persons: persons, everyPair: everyPair)
    let rows = ResponseTable.questions.enumerated().map { index, question in
      progress(index)
      return ResponseSummary(
        ResponseStudy(
          question, in: record.histories, spans: record.spans,
          fewestActs: record.fewestActs))
    }
    return ResponseTable(origin: origin, rows: rows)
  }
}

/// The pairs of a store that its data carry, with the stretches of days without holes.
///
/// Both states must be named themselves often enough, and the acting side needs ten acts: a pair of
/// which the data hold next to nothing would say that nothing follows anything.
private struct ResponseRecord {
  let fewestActs: Int
  let histories: [DyadHistory]
  let spans: [DateSpan]

  init(_ path: String, persons: Bool, everyPair: Bool) throws(CaseworkFailure) {
    fewestActs = everyPair ? 1 : 10
    let fewest = fewestActs
    let store = try OutlookStore(path)
    let start = store.days.first.ordinal
    spans = try store.coverage().stretches().compactMap {
      DateSpan(from: Day(ordinal: $0.lowerBound), through: Day(ordinal: $0.upperBound))
    }
    histories = try store.read { () throws(EventDatabaseError) in
      let named = try store.database.timesNamed(before: store.days.last.ordinal + 1)
      func isCarried(_ code: ActorCode) -> Bool {
        CountryCodes.contains(code)
          && (everyPair || named[code, default: 0] >= TrainingRecord.fewestNames)
      }
      let dyads = try store.database.dyads(withActs: fewest).filter {
        $0.source != $0.target && isCarried($0.source) && isCarried($0.target)
      }
      var acts: [Dyad: [DatedAct]] = [:]
      for dyad in Set(dyads + dyads.map(\.reversed)).sorted() {
        acts[dyad] = try store.database.acts(of: dyad, persons: persons).map(DatedAct.init)
      }
      return dyads.map {
        DyadHistory(of: $0, from: start, own: acts[$0] ?? [], reverse: acts[$0.reversed] ?? [])
      }
    }
  }
}
