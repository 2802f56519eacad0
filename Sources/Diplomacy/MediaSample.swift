/// A dated sample of media that somebody drew, as `demarche read --survey` counts it: `media.csv`.
public struct MediaSample: Hashable, Sendable, Codable {
  /// Texts of one outlet toward one side in one month.
  public struct Row: Hashable, Sendable, Codable {
    /// The outlet.
    public let outlet: String
    /// Whose outlet it is; empty where nobody said.
    public let side: String
    /// Toward whom.
    public let toward: ActorCode
    /// The days of the month; nothing where its texts have no date.
    public let month: DateSpan?
    /// How many texts there are.
    public let texts: Int
    /// How many of them show each stance.
    public let counts: [MediaStance: Int]

    /// Makes a row.
    public init(
      outlet: String, side: String, toward: ActorCode, month: DateSpan?, texts: Int,
      counts: [MediaStance: Int]
    ) {
      self.outlet = outlet
      self.side = side
      self.toward = toward
      self.month = month
      self.texts = texts
      self.counts = counts
    }
  }

  /// The rows.
  public let rows: [Row]

  /// Makes a sample.
  public init(rows: [Row]) { self.rows = rows }
}

/// What a text shows toward a side.
public enum MediaStance: String, Hashable, CaseIterable, Sendable, Codable {
  /// A hostile act or statement.
  case hostile
  /// Conciliatory ones and no hostile one.
  case calming
  /// Neither.
  case neutral
  /// Nothing toward that side.
  case silent
}

/// Asks which share of the texts of some outlets shows a stance toward a side.
public struct MediaCheck: Hashable, Sendable, Codable {
  /// The outlets by name; all of the sample where none is named.
  public let outlets: [String]
  /// Whose outlets; any where left out.
  public let side: ActorCode?
  /// Toward whom.
  public let toward: ActorCode
  /// The stance whose share is asked for.
  public let shows: MediaStance
  /// The first day; open where left out.
  public let from: DateReference?
  /// The last day; open where left out.
  public let until: DateReference?
  /// The assertion holds with at least this share, within 0 to 1.
  public let atLeast: Double?
  /// The assertion holds with at most this share.
  public let atMost: Double?

  /// Makes a check.
  public init(
    outlets: [String] = [], side: ActorCode? = nil, toward: ActorCode, shows: MediaStance,
    from: DateReference? = nil, until: DateReference? = nil, atLeast: Double? = nil,
    atMost: Double? = nil
  ) {
    self.outlets = outlets
    self.side = side
    self.toward = toward
    self.shows = shows
    self.from = from
    self.until = until
    self.atLeast = atLeast
    self.atMost = atMost
  }
}
