import Diplomacy
public import EventStore

/// The pairs of a store that a fit or a backtest may use, and the days of its record.
public struct TrainingRecord: Sendable {
  /// The histories of directed dyads, in the order of their codes; both directions of a pair.
  public let histories: [DyadHistory]
  /// The first day of the record, counted from 1970.
  public let start: Int
  /// The day after its last.
  public let end: Int
  /// The fewest acts within the look-back that make a pair one to learn from.
  public let fewestActs: Int
  /// The days of the look-back.
  public let lookBack: Int
  /// The days between two origins.
  public let step: Int
  /// Whether acts of and toward leaders by name count as their states'.
  public let persons: Bool

  /// States named less often than this, themselves and not by an organ, are torsos and left out.
  public static let fewestNames = 50

  /// Makes a record from histories.
  ///
  /// - Parameters:
  ///   - histories: Both directions of each pair.
  ///   - start: The first day of the record.
  ///   - end: The day after its last.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  public init(
    _ histories: [DyadHistory], from start: Int, before end: Int, persons: Bool = true
  ) {
    self.persons = persons
    self.histories = histories.sorted { $0.dyad < $1.dyad }
    self.start = start
    self.end = end
    fewestActs = 10
    let isLong = end - start >= 2 * 365
    lookBack = isLong ? 1096 : 212
    step = isLong ? 14 : 7
  }

  /// Reads the record of a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - until: The last day to read; that of the store where left out.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  ///   - progress: Told the share that is done.
  /// - Throws: `EventDatabaseError` where the store cannot be read.
  public init(
    of store: EventDatabase, through until: Int? = nil, persons: Bool = true,
    progress: (Double) -> Void = { _ in }
  ) throws(EventDatabaseError) {
    let days = try store.summary().days
    let start = days?.first.ordinal ?? 0
    let last = min(until ?? .max, days?.last.ordinal ?? start)
    let named = try store.timesNamed(before: last + 1)
    let isCarried = { (code: ActorCode) in
      CountryCodes.contains(code) && named[code, default: 0] >= Self.fewestNames
    }
    // A pair whose record is short is scaled up, so nothing near the rule is passed over here.
    let dyads = try store.dyads(withActs: 3, until: last).filter {
      $0.source != $0.target && isCarried($0.source) && isCarried($0.target)
    }
    var wanted = Set(dyads)
    for dyad in dyads { wanted.insert(dyad.reversed) }
    var acts: [Dyad: [DatedAct]] = [:]
    for (index, dyad) in wanted.sorted().enumerated() {
      acts[dyad] = try store.acts(of: dyad, persons: persons).prefix { $0.day <= last }.map(
        DatedAct.init)
      progress(Double(index) / Double(wanted.count))
    }
    self.init(
      dyads.map {
        DyadHistory(of: $0, from: start, own: acts[$0] ?? [], reverse: acts[$0.reversed] ?? [])
      }, from: start, before: last + 1, persons: persons)
  }

  /// Whether a pair is one to learn from at an origin, by what was known then.
  func isActive(_ history: DyadHistory, at origin: Int) -> Bool {
    let first = max(start, origin - lookBack)
    let acts = history.own[DyadHistory.place(of: first, in: history.own)...]
      .prefix { $0.day < origin }.count { !$0.kinds.isDisjoint(with: .any) }
    let scale = max(1, Double(lookBack) / Double(max(1, origin - start)))
    return Double(acts) * scale >= Double(fewestActs)
  }

  /// A digest of all acts, the same for the same acts in any store.
  public var digest: String {
    var hash = ActHash()
    for history in histories {
      hash.add(history.dyad.description)
      for act in history.own { hash.add("\(act.day) \(act.code.rawValue)") }
    }
    return hash.text
  }
}
