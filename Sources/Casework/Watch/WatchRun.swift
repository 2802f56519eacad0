import CaseFiles
package import Diplomacy
import Estimation
import EventStore
package import Forecasting
import Foundation
import Reporting

/// The periodic brief over a file of pairs.
package struct WatchRun: Sendable {
  /// The brief.
  package let brief: WatchBrief
  private let statePath: String
  private let state: WatchState

  /// The days of the outlook.
  static let horizon = 30

  /// Looks at every pair.
  ///
  /// - Parameters:
  ///   - pairs: The path of the file of pairs.
  ///   - store: The path of the store.
  ///   - day: The day before which acts are known; the day after the store's last where left out.
  ///   - since: The day since which changes are told; that of the brief before, or a week, where left
  ///     out.
  ///   - weights: The path of weights; those of the program where left out.
  ///   - progress: Told how many pairs are done.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(
    over pairs: String, in store: String, asOf day: Day? = nil, since: Day? = nil,
    weights: String? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CaseworkFailure) {
    let reading = PairsFile.read(at: pairs)
    guard let wanted = reading.pairs else { throw .badInput(reading.problems) }
    statePath = WatchState.path(beside: pairs)
    let before = try WatchState.read(statePath)
    let opened = try OutlookStore(store)
    let weights = try OutlookStore.weights(weights)
    let asOf = day ?? opened.days.last + 1
    guard asOf > opened.days.first else {
      throw .usage("\(store): begins on \(opened.days.first), so nothing is known before \(asOf)")
    }
    // The same day again tells the same changes again.
    let last = before.map { $0.asOf < asOf ? $0.asOf : $0.since }
    let start = since ?? last ?? asOf - 7
    guard start < asOf else {
      throw .usage("changes since \(start) cannot be told up to \(asOf): name an earlier day")
    }
    let coverage = try opened.coverage(before: asOf.ordinal)
    // What is unusual is looked for in all acts; the outlook counts as its weights do.
    var (histories, forecast, unknown) = ([DyadHistory](), [DyadHistory](), [Pair]())
    for (index, pair) in wanted.enumerated() {
      progress(index, wanted.count)
      func history(persons: Bool) throws(CaseworkFailure) -> DyadHistory {
        try opened.read { () throws(EventDatabaseError) in
          try DyadHistory(
            of: pair.dyads[0], from: opened.days.first.ordinal, in: opened.database,
            persons: persons)
        }.before(asOf.ordinal)
      }
      let all = try history(persons: true)
      if all.own.isEmpty, all.reverse.isEmpty {
        unknown.append(pair)
      } else {
        histories.append(all)
        forecast.append(weights.persons ? all : try history(persons: false))
      }
    }
    let known = histories
    let alarms = concurrentMap(known.count) {
      WatchAlarm(of: known[$0], coverage, before: asOf.ordinal)
    }
    let limit = WatchAlarm.threshold(alarms)
    let digests = Dictionary(
      uniqueKeysWithValues: known.map { (Self.key($0), $0.digest) })
    let holes = Self.holes(coverage, from: start.ordinal, before: asOf.ordinal)
    var open = before?.chances ?? []
    let items = known.indices.map { place in
      Self.item(
        known[place], forecast[place], alarms[place], coverage, start, asOf, limit.threshold,
        weights, holes, open)
    }
    let isUnchanged = before.map { $0.asOf == asOf && $0.digests == digests } ?? false
    brief = WatchBrief(
      asOf: asOf, since: start, isUnchanged: isUnchanged,
      items: items.sorted {
        ($0.isOnScreen ? 0 : 1, $0.rank, -($0.signals.first?.surprise ?? 0), $0.pair)
          < ($1.isOnScreen ? 0 : 1, $1.rank, -($1.signals.first?.surprise ?? 0), $1.pair)
      }, unknown: unknown, holes: holes, threshold: limit.threshold, placeboRate: limit.rate,
      placeboWeeks: limit.weeks)
    // Chances whose days are over have been told; those of today are added once.
    open.removeAll { $0.from + Self.horizon <= asOf }
    let fresh = items.flatMap(\.outlook).map {
      WatchState.Chance(from: asOf, dyad: $0.dyad, kind: $0.kind, chance: $0.chance)
    }
    state = WatchState(
      asOf: asOf, since: start, digests: digests,
      chances: open.filter { $0.from != asOf } + fresh)
  }

  /// Writes the brief as page, Markdown, JSON and Atom feed, then what the next one needs to know.
  ///
  /// - Throws: ``CaseworkFailure`` where that fails; the state is left as it was then.
  package func write(into folder: String) throws(CaseworkFailure) {
    let json: String
    let remembered: String
    do {
      json = try JSONText.text(brief)
      remembered = try JSONText.text(state)
    } catch {
      throw .inputOutput("\(folder): the brief cannot be written as JSON")
    }
    let report = WatchReport.report(brief)
    try AtomicFiles.write(
      [
        ("watch.html", HTMLReport.render(report)), ("watch.md", MarkdownReport.render(report)),
        ("watch.json", json), ("watch.atom", WatchFeed.atom(brief)),
      ], into: folder)
    let address = URL(fileURLWithPath: statePath)
    try AtomicFiles.write(
      [(address.lastPathComponent, remembered)], into: address.deletingLastPathComponent().path)
  }

  private static func key(_ history: DyadHistory) -> String {
    let pair = Pair(history.dyad.source, history.dyad.target)
    return "\(pair.first)-\(pair.second)"
  }

  private static func holes(
    _ coverage: DataCoverage, from first: Int, before last: Int
  ) -> [DateSpan] {
    coverage.holes(from: first, before: last).compactMap {
      DateSpan(from: Day(ordinal: $0.lowerBound), through: Day(ordinal: $0.upperBound))
    }
  }

  private static func item(
    _ history: DyadHistory, _ forecast: DyadHistory, _ alarm: WatchAlarm, _ coverage: DataCoverage,
    _ since: Day,
    _ asOf: Day, _ threshold: Double, _ weights: OutlookWeights, _ holes: [DateSpan],
    _ open: [WatchState.Chance]
  ) -> WatchItem {
    var kinds: Set<String> = []
    let signals = alarm.signals.filter {
      $0.surprise >= 1 && kinds.insert("\($0.kind) \($0.dyad?.description ?? "")").inserted
    }
    let pair = Pair(history.dyad.source, history.dyad.target)
    let ours = open.filter { Pair($0.dyad.source, $0.dyad.target) == pair }
    let latest = ours.filter { $0.from < asOf }.map(\.from).max()
    let outlook = WatchFacts.outlook(
      of: forecast, from: asOf.ordinal, days: horizon, by: weights
    ).map { line in
      line.beside(
        ours.first { $0.from == latest && $0.dyad == line.dyad && $0.kind == line.kind }?.chance)
    }
    let outcomes = ours.filter { $0.from + horizon <= asOf }.map { chance in
      let side = chance.dyad == forecast.dyad ? forecast : forecast.reversed
      return WatchItem.Outcome(
        from: chance.from, dyad: chance.dyad, kind: chance.kind, chance: chance.chance,
        happened: side.hasAct(
          chance.kind, from: chance.from.ordinal, before: chance.from.ordinal + horizon))
    }
    return WatchItem(
      pair: pair, isOnScreen: alarm.reachesScreen(at: threshold), rank: alarm.rank,
      weeks: alarm.weeks, signals: Array(signals.prefix(6)),
      hostility: WatchFacts.hostility(
        of: history, coverage, since: since.ordinal, before: asOf.ordinal),
      turn: WatchFacts.turn(in: history, coverage, before: asOf.ordinal), holes: holes,
      outlook: outlook, outcomes: outcomes)
  }
}
