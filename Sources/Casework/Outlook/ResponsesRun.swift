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
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  package init(
    after question: ResponseStudy.Question, of source: ActorCode? = nil,
    toward target: ActorCode? = nil, in store: String, persons: Bool = true
  ) throws(CaseworkFailure) {
    let record = try ResponseRecord(store, persons: persons)
    let histories = record.histories.filter {
      (target == nil || $0.dyad.target == target) && (source == nil || $0.dyad.source == source)
    }
    study = ResponseStudy(question, in: histories, spans: record.spans)
    summary = ResponseSummary(study)
  }

  /// The table of base rates from a store.
  ///
  /// - Parameters:
  ///   - store: The path of the store.
  ///   - origin: What it holds, in words.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  ///   - progress: Told how many rows are done.
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  package static func table(
    from store: String, origin: String, persons: Bool = true, progress: (Int) -> Void = { _ in }
  ) throws(CaseworkFailure) -> ResponseTable {
    let record = try ResponseRecord(store, persons: persons)
    let rows = ResponseTable.questions.enumerated().map { index, question in
      progress(index)
      return ResponseSummary(
        ResponseStudy(question, in: record.histories, spans: record.spans))
    }
    return ResponseTable(origin: origin, rows: rows)
  }
}

/// All pairs of states of a store, with the stretches of days without holes.
private struct ResponseRecord {
  let histories: [DyadHistory]
  let spans: [DateSpan]

  init(_ path: String, persons: Bool) throws(CaseworkFailure) {
    let store = try OutlookStore(path)
    let start = store.days.first.ordinal
    spans = try store.coverage().stretches().compactMap {
      DateSpan(from: Day(ordinal: $0.lowerBound), through: Day(ordinal: $0.upperBound))
    }
    histories = try store.read { () throws(EventDatabaseError) in
      let dyads = try store.database.dyads(withActs: 1).filter {
        $0.source != $0.target && CountryCodes.contains($0.source)
          && CountryCodes.contains($0.target)
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
