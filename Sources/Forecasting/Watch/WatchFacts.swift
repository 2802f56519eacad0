public import Diplomacy
import EventData

/// What a brief says of a pair beside its alarm: hostility, turns, outlook.
public enum WatchFacts {
  /// Volume-normalised hostility of both directions since a day, beside the year before.
  public static func hostility(
    of history: DyadHistory, _ coverage: DataCoverage, since: Int, before day: Int
  ) -> [WatchItem.Hostility] {
    [(history.dyad, history.own), (history.dyad.reversed, history.reverse)]
      .sorted { $0.0 < $1.0 }.map { dyad, acts in
        let hostile = DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .hostile) }
        let all = DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .any) }
        func level(_ first: Int, _ last: Int) -> Double {
          let total = Double(all.count(from: first, before: last))
          return Double(hostile.count(from: first, before: last)) / (total + 4).squareRoot()
        }
        let length = max(1, day - since)
        var (past, end) = ([Double](), since)
        while end - length >= max(coverage.start, since - 365) {
          past.append(level(end - length, end))
          end -= length
        }
        return WatchItem.Hostility(
          dyad: dyad, now: level(since, day),
          usual: past.isEmpty ? 0 : past.reduce(0, +) / Double(past.count),
          acts: all.count(from: since, before: day),
          hostile: hostile.count(from: since, before: day))
      }
  }

  /// The Monday of the steepest rise of hostility in two years, where it lies in the last five weeks.
  ///
  /// The rise must be above one on the scale of `RuptureFinder`.
  public static func turn(
    in history: DyadHistory, _ coverage: DataCoverage, before day: Int
  ) -> Day? {
    let acts = (history.own + history.reverse).sorted { $0.day < $1.day }
    let hostile = DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .hostile) }
    let all = DailyCounts(acts, coverage) { !$0.kinds.isDisjoint(with: .any) }
    let weeks = min(104, (day - coverage.start) / 7)
    guard weeks >= 26 else { return nil }
    let first = day - 7 * weeks
    let series = (0..<weeks).map { week -> Double in
      let (start, end) = (first + 7 * week, first + 7 * week + 7)
      return Double(hostile.count(from: start, before: end))
        / Double(all.count(from: start, before: end) + 4).squareRoot()
    }
    guard let found = RuptureFinder().rupture(in: series, from: Day(ordinal: first)),
      found.strength > 1, found.onset.ordinal >= day - 35
    else { return nil }
    return found.onset
  }

  /// The chances of both directions over a number of days, without shares.
  public static func outlook(
    of history: DyadHistory, from day: Int, days: Int, by weights: OutlookWeights
  ) -> [WatchItem.Outlook] {
    [history, history.reversed].sorted { $0.dyad < $1.dyad }.flatMap { side in
      let kinds = ActKind.allCases.filter { weights.entry($0, days: days) != nil }
      let chances = OutlookBatch.chances(side, kinds.map { (day, $0, days) }, by: weights)
      return zip(kinds, chances).map { kind, chance in
        WatchItem.Outlook(
          dyad: side.dyad, kind: kind, chance: chance, last: nil,
          usual: UsualRate.rate(
            of: kind, in: side, before: day, days: days,
            prior: weights.entry(kind, days: days)?.rate ?? 0))
      }
    }
  }
}

extension WatchItem.Outlook {
  /// The same beside last time's chance.
  public func beside(_ last: Double?) -> WatchItem.Outlook {
    WatchItem.Outlook(dyad: dyad, kind: kind, chance: chance, last: last, usual: usual)
  }
}
