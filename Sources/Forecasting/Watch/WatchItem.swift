public import Diplomacy

/// What a periodic brief says about one pair.
public struct WatchItem: Hashable, Sendable, Codable {
  /// The volume-normalised hostility of one direction: hostile acts over the root of all acts and four.
  public struct Hostility: Hashable, Sendable, Codable {
    /// Who acts toward whom.
    public let dyad: Dyad
    /// Since last time.
    public let now: Double
    /// The mean over stretches of the same length in the year before.
    public let usual: Double
    /// Acts since last time.
    public let acts: Int
    /// Hostile acts among them.
    public let hostile: Int
  }

  /// A chance over 30 days beside last time's.
  public struct Outlook: Hashable, Sendable, Codable {
    /// Who acts toward whom.
    public let dyad: Dyad
    /// The kind of act.
    public let kind: ActKind
    /// The chance now.
    public let chance: Double
    /// The chance last time, where one is on file.
    public let last: Double?
    /// The pair's usual rate.
    public let usual: Double
  }

  /// A chance of before whose days are over.
  public struct Outcome: Hashable, Sendable, Codable {
    /// The first day of the forecast.
    public let from: Day
    /// Who acts toward whom.
    public let dyad: Dyad
    /// The kind of act.
    public let kind: ActKind
    /// The chance that was said.
    public let chance: Double
    /// Whether such an act came.
    public let happened: Bool

    /// Makes an outcome.
    public init(from: Day, dyad: Dyad, kind: ActKind, chance: Double, happened: Bool) {
      self.from = from
      self.dyad = dyad
      self.kind = kind
      self.chance = chance
      self.happened = happened
    }
  }

  /// The pair.
  public let pair: Pair
  /// Whether it reaches the first screen.
  public let isOnScreen: Bool
  /// The share of the pair's weeks, this one among them, that were as surprising.
  public let rank: Double
  /// The number of earlier weeks behind the rank.
  public let weeks: Int
  /// What may be unusual, the strongest first; one of a sort.
  public let signals: [WatchSignal]
  /// Hostility by direction.
  public let hostility: [Hostility]
  /// The Monday since which both sides' hostility is at its steepest rise of two years, where that is
  /// new.
  public let turn: Day?
  /// The days since last time without any report in the data.
  public let holes: [DateSpan]
  /// The chances over 30 days.
  public let outlook: [Outlook]
  /// Chances of before whose days are over.
  public let outcomes: [Outcome]

  /// Makes an item.
  public init(
    pair: Pair, isOnScreen: Bool, rank: Double, weeks: Int, signals: [WatchSignal],
    hostility: [Hostility], turn: Day?, holes: [DateSpan], outlook: [Outlook], outcomes: [Outcome]
  ) {
    self.pair = pair
    self.isOnScreen = isOnScreen
    self.rank = rank
    self.weeks = weeks
    self.signals = signals
    self.hostility = hostility
    self.turn = turn
    self.holes = holes
    self.outlook = outlook
    self.outcomes = outcomes
  }
}

/// A periodic brief over many pairs, the most unusual first.
public struct WatchBrief: Hashable, Sendable, Codable {
  /// The day before which acts are known.
  public let asOf: Day
  /// The day since which changes are told.
  public let since: Day
  /// Whether neither the day nor any act has changed since the brief before.
  public let isUnchanged: Bool
  /// The pairs of which the store has acts.
  public let items: [WatchItem]
  /// The pairs of which it has none.
  public let unknown: [Pair]
  /// The days since last time without any report.
  public let holes: [DateSpan]
  /// The rank at or below which a pair reaches the first screen.
  public let threshold: Double
  /// The share of past pair-weeks of these pairs that would have reached it.
  public let placeboRate: Double
  /// The number of those pair-weeks.
  public let placeboWeeks: Int

  /// Makes a brief.
  public init(
    asOf: Day, since: Day, isUnchanged: Bool, items: [WatchItem], unknown: [Pair],
    holes: [DateSpan], threshold: Double, placeboRate: Double, placeboWeeks: Int
  ) {
    self.asOf = asOf
    self.since = since
    self.isUnchanged = isUnchanged
    self.items = items
    self.unknown = unknown
    self.holes = holes
    self.threshold = threshold
    self.placeboRate = placeboRate
    self.placeboWeeks = placeboWeeks
  }
}
