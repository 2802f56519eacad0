public import Diplomacy
public import EventStore

/// An act on a day, with the kinds it belongs to.
public struct DatedAct: Hashable, Sendable {
  /// The day, counted from 1 January 1970.
  public let day: Int
  /// The code of the act.
  public let code: EventCode
  /// The kinds the act belongs to.
  public let kinds: KindSet
  /// The number of the leading report in the store; zero for an act of no store.
  public let report: Int

  /// Makes an act.
  public init(day: Int, code: EventCode, isTowardState: Bool = true, report: Int = 0) {
    self.day = day
    self.code = code
    self.report = report
    kinds = ActKind.kinds(of: code, isTowardState: isTowardState)
  }
}

/// What two states did to each other, seen from one of them.
public struct DyadHistory: Hashable, Sendable {
  /// Who acts toward whom.
  public let dyad: Dyad
  /// The first day for which the record looked for acts, counted from 1970.
  public let start: Int
  /// The acts of the source, in the order of days.
  public let own: [DatedAct]
  /// The acts of the target toward the source, in the order of days.
  public let reverse: [DatedAct]

  /// Makes a history.
  ///
  /// Acts of one code on one day count once, and so do acts toward the other side's people.
  ///
  /// - Parameters:
  ///   - dyad: Who acts toward whom.
  ///   - start: The first day of the record.
  ///   - own: The acts of the source, in any order.
  ///   - reverse: The acts of the target.
  public init(of dyad: Dyad, from start: Int, own: [DatedAct], reverse: [DatedAct]) {
    self.dyad = dyad
    self.start = start
    self.own = Self.once(own)
    self.reverse = Self.once(reverse)
  }

  /// Reads a history from a store.
  ///
  /// - Parameters:
  ///   - dyad: Who acts toward whom.
  ///   - start: The first day of the record.
  ///   - store: The store.
  ///   - persons: Whether acts of and toward leaders by name count as their states'.
  /// - Throws: `EventDatabaseError` where the store cannot be read.
  public init(
    of dyad: Dyad, from start: Int, in store: EventDatabase, persons: Bool = true
  ) throws(EventDatabaseError) {
    let own = try store.acts(of: dyad, persons: persons)
    let reverse = try store.acts(of: dyad.reversed, persons: persons)
    self.init(
      of: dyad, from: start, own: own.map(DatedAct.init), reverse: reverse.map(DatedAct.init))
  }

  /// The same record seen from the other side.
  public var reversed: DyadHistory {
    DyadHistory(sorted: dyad.reversed, start, own: reverse, reverse: own)
  }

  /// What was known before a day.
  public func before(_ day: Int) -> DyadHistory {
    DyadHistory(
      sorted: dyad, start, own: Array(own.prefix { $0.day < day }),
      reverse: Array(reverse.prefix { $0.day < day }))
  }

  /// Whether an act of a kind falls into the days from one up to but not including another.
  public func hasAct(_ kind: ActKind, from day: Int, before end: Int) -> Bool {
    own[Self.place(of: day, in: own)...].prefix { $0.day < end }.contains {
      $0.kinds.contains(kind)
    }
  }

  /// The index of the first act on a day or later.
  static func place(of day: Int, in acts: [DatedAct]) -> Int {
    var (low, high) = (0, acts.count)
    while low < high {
      let middle = (low + high) / 2
      if acts[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private init(sorted dyad: Dyad, _ start: Int, own: [DatedAct], reverse: [DatedAct]) {
    self.dyad = dyad
    self.start = start
    self.own = own
    self.reverse = reverse
  }

  private static func once(_ acts: [DatedAct]) -> [DatedAct] {
    struct Key: Hashable {
      let day: Int
      let code: EventCode
      let isTowardState: Bool
    }
    var seen: Set<Key> = []
    return acts.filter { act in
      !act.kinds.isEmpty
        && seen.insert(
          Key(day: act.day, code: act.code, isTowardState: !act.kinds.isDisjoint(with: .any))
        ).inserted
    }.sorted { ($0.day, $0.code, $0.report) < ($1.day, $1.code, $1.report) }
  }
}

extension DatedAct {
  /// The act as a store keeps it.
  public init(_ act: StoredAct) {
    self.init(
      day: act.day, code: act.code, isTowardState: act.isTowardState, report: act.report)
  }
}

extension DyadHistory {
  /// A digest of the acts of both sides, the same whatever the states are called.
  public var digest: String {
    var hash = ActHash()
    for acts in [own, reverse] {
      for act in acts { hash.add("\(act.day) \(act.code.rawValue) \(act.kinds.rawValue)") }
      hash.add("|")
    }
    return hash.text
  }
}
