/// A check of an assertion: data, not code.
///
/// The YAML of each case is shown in the documentation of the case format. A check that cannot be
/// run on the record gives the verdict untested with the reason.
public indirect enum Check: Hashable, Sendable, Codable {
  /// How many rows fit, against bounds.
  case count(CountCheck)
  /// Whether a row fits: a counter-example to an absolute, or an instance of a kind.
  case exists(ExistsCheck)
  /// Which of two dates came first.
  case order(OrderCheck)
  /// How many days lie between two dates.
  case interval(IntervalCheck)
  /// What state a channel or a lever was in, on a day or over a span.
  case state(StateCheck)
  /// Which share of some rows fits a narrower description.
  case share(ShareCheck)
  /// How the level of a course changed between two spans.
  case trend(TrendCheck)
  /// Whether a course turned, or was lowest, near a date.
  case turningPoint(TurningPointCheck)
  /// How one side compares with another: counts or shares of rows side by side.
  case compare(CompareCheck)
  /// Which share of a sample of media shows a stance toward a side.
  case media(MediaCheck)
  /// Several clauses that must all hold: the weakest verdict is the assertion's.
  case all([Check])
  /// Several clauses of which one is enough: the strongest verdict is the assertion's.
  case any([Check])
  /// Two readings of an ambiguous sentence: the strict one asks for more than the loose one.
  case readings(loose: Check, strict: Check)
  /// A check with the words of the assertion that it tests.
  case clause(says: String, Check)
  /// No check of the public record can tell; the reason is shown.
  case untestable(String)

  /// The name of the kind of check as written in a case.
  public var name: String {
    switch self {
    case .count: "count"
    case .exists: "exists"
    case .order: "order"
    case .interval: "interval"
    case .state: "state"
    case .share: "share"
    case .trend: "trend"
    case .turningPoint: "turning-point"
    case .compare: "compare"
    case .media: "media"
    case .all: "all"
    case .any: "any"
    case .readings: "readings"
    case .clause(_, let check): check.name
    case .untestable: "untestable"
    }
  }
}

/// Counts the rows that fit.
public struct CountCheck: Hashable, Sendable, Codable {
  /// Which rows to count.
  public let rows: RowFilter
  /// The assertion holds with at least this many.
  public let atLeast: Int?
  /// The assertion holds with at most this many.
  public let atMost: Int?
  /// The assertion holds in part with at least this many.
  public let partlyAtLeast: Int?
  /// The assertion holds in part with at most this many.
  public let partlyAtMost: Int?

  /// Makes a count check.
  public init(
    rows: RowFilter, atLeast: Int? = nil, atMost: Int? = nil, partlyAtLeast: Int? = nil,
    partlyAtMost: Int? = nil
  ) {
    self.rows = rows
    self.atLeast = atLeast
    self.atMost = atMost
    self.partlyAtLeast = partlyAtLeast
    self.partlyAtMost = partlyAtMost
  }
}

/// Looks for a row that fits.
public struct ExistsCheck: Hashable, Sendable, Codable {
  /// Which rows to look for.
  public let rows: RowFilter
  /// Whether the assertion claims that there is one, or that there is none.
  public let claimed: Claimed
  /// The largest number of counter-examples that leaves the assertion partly supported.
  public let tolerated: Int

  /// What the assertion claims of such rows.
  public enum Claimed: String, Hashable, CaseIterable, Sendable, Codable {
    case some
    case none
  }

  /// Makes an exists check.
  public init(rows: RowFilter, claimed: Claimed, tolerated: Int = 0) {
    self.rows = rows
    self.claimed = claimed
    self.tolerated = tolerated
  }
}

/// Asks which of two dates came first.
public struct OrderCheck: Hashable, Sendable, Codable {
  /// The date claimed to be earlier.
  public let first: DateReference
  /// The date claimed to be later.
  public let then: DateReference

  /// Makes an order check.
  public init(first: DateReference, then: DateReference) {
    self.first = first
    self.then = then
  }
}

/// Asks how many days lie between two dates.
public struct IntervalCheck: Hashable, Sendable, Codable {
  /// Where the interval starts.
  public let from: DateReference
  /// Where it ends.
  public let to: DateReference
  /// The smallest number of days that fits the assertion.
  public let atLeast: Int?
  /// The largest number of days that fits the assertion.
  public let atMost: Int?

  /// Makes an interval check.
  public init(from: DateReference, to: DateReference, atLeast: Int? = nil, atMost: Int? = nil) {
    self.from = from
    self.to = to
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// Asks in what state a channel or a lever was.
public struct StateCheck: Hashable, Sendable, Codable {
  /// The thing whose state is asked for.
  public enum Subject: Hashable, Sendable, Codable {
    /// A level of contact between two actors.
    case channel(Pair, ChannelLevel)
    /// A lever by its id.
    case lever(String)
    /// Every lever of a holder over an actor.
    case levers(holder: ActorCode, over: ActorCode)
  }

  /// The channel or lever.
  public let subject: Subject
  /// The first day asked for.
  public let from: DateReference
  /// The last day asked for; the same day where left out.
  public let through: DateReference?
  /// The states that fit the assertion: open, strained, suspended, restored; held, lost.
  public let states: [String]
  /// The share of days that must fit for the assertion to be supported, within 0 to 1.
  public let share: Double

  /// Makes a state check.
  public init(
    subject: Subject, from: DateReference, through: DateReference? = nil, states: [String],
    share: Double = 1
  ) {
    self.subject = subject
    self.from = from
    self.through = through
    self.states = states
    self.share = share
  }
}

/// Asks which share of some rows fits a narrower description.
public struct ShareCheck: Hashable, Sendable, Codable {
  /// The rows in the numerator; only those that also fit the denominator count.
  public let rows: RowFilter
  /// The rows in the denominator.
  public let among: RowFilter
  /// The assertion holds with at least this share, within 0 to 1.
  public let atLeast: Double?
  /// The assertion holds with at most this share.
  public let atMost: Double?
  /// The assertion holds in part within this distance of a bound.
  public let partlyWithin: Double

  /// Makes a share check.
  public init(
    rows: RowFilter, among: RowFilter, atLeast: Double? = nil, atMost: Double? = nil,
    partlyWithin: Double = 0
  ) {
    self.rows = rows
    self.among = among
    self.atLeast = atLeast
    self.atMost = atMost
    self.partlyWithin = partlyWithin
  }
}

/// Asks how the level of a course changed between two spans.
public struct TrendCheck: Hashable, Sendable, Codable {
  /// The direction of conduct.
  public let dyad: Dyad
  /// Words, deeds or both.
  public let part: CoursePart
  /// The earlier span.
  public let from: DateReferenceSpan
  /// The later span.
  public let to: DateReferenceSpan
  /// Whether the assertion says that the level fell or rose.
  public let direction: Direction

  /// The way a level went.
  public enum Direction: String, Hashable, CaseIterable, Sendable, Codable {
    case falls
    case rises
  }

  /// Makes a trend check.
  public init(
    dyad: Dyad, part: CoursePart = .all, from: DateReferenceSpan, to: DateReferenceSpan,
    direction: Direction
  ) {
    self.dyad = dyad
    self.part = part
    self.from = from
    self.to = to
    self.direction = direction
  }
}

/// Asks whether a course turned, or was lowest, near a date.
public struct TurningPointCheck: Hashable, Sendable, Codable {
  /// The direction of conduct.
  public let dyad: Dyad
  /// The date near which the assertion puts it.
  public let near: DateReference
  /// How many days off still fits.
  public let within: Int
  /// Whether a turning point or the low point is meant.
  public let what: What

  /// The feature of the course.
  public enum What: String, Hashable, CaseIterable, Sendable, Codable {
    case turningPoint = "turning-point"
    case lowPoint = "low-point"
  }

  /// Makes a turning-point check.
  public init(dyad: Dyad, near: DateReference, within: Int, what: What = .turningPoint) {
    self.dyad = dyad
    self.near = near
    self.within = within
    self.what = what
  }
}

/// Compares the same measure of two selections of rows: a count, or a share where both name `among`.
public struct CompareCheck: Hashable, Sendable, Codable {
  /// One side of the comparison.
  public struct Side: Hashable, Sendable, Codable {
    /// The rows that are counted, the numerator of a share.
    public let rows: RowFilter
    /// The rows of which the share is taken; nothing where counts are compared.
    public let among: RowFilter?

    /// Makes a side.
    public init(rows: RowFilter, among: RowFilter? = nil) {
      self.rows = rows
      self.among = among
    }
  }

  /// How the first side is said to stand to the second.
  public enum Relation: String, Hashable, CaseIterable, Sendable, Codable {
    case more
    case less
  }

  /// The side of which the assertion speaks.
  public let first: Side
  /// The side it is held against.
  public let second: Side
  /// How the first is said to stand to the second.
  public let relation: Relation
  /// The least difference that the assertion needs, in rows or as a share; zero unless stated.
  public let by: Double

  /// Makes a comparison.
  public init(first: Side, second: Side, relation: Relation, by: Double = 0) {
    self.first = first
    self.second = second
    self.relation = relation
    self.by = by
  }
}

/// A span whose ends are references.
public struct DateReferenceSpan: Hashable, Sendable, Codable {
  /// The first day.
  public let from: DateReference
  /// The last day.
  public let through: DateReference

  /// Makes a span of references.
  public init(from: DateReference, through: DateReference) {
    self.from = from
    self.through = through
  }
}

/// Which acts a course follows.
public enum CoursePart: String, Hashable, CaseIterable, Sendable, Codable {
  case all
  case words
  case deeds
}
