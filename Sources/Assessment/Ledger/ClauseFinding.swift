public import Diplomacy

/// What the record says of one clause: a verdict with its numbers, rows and margin, and no sentence.
public struct ClauseFinding: Hashable, Sendable, Encodable {
  /// The place of the clause within its assertion, from 1.
  public internal(set) var number: Int
  /// The words of the assertion that the clause tests; empty where the author gave none.
  public internal(set) var says: String
  /// The check as written: its kind, filter and bounds.
  public let check: Check
  /// The verdict.
  public let verdict: Verdict
  /// What was computed.
  public let evidence: ClauseEvidence
  /// Why there is no verdict, where there is none.
  public let untested: UntestedReason?
  /// How far the verdict is from another one; nothing where nothing near would change it.
  public let margin: ClauseMargin?
  /// The ids of the rows on which the verdict rests.
  public let rows: [String]
  /// Whether the verdict would be another if the record lacked rows: it rests on rows not being there.
  public let restsOnAbsence: Bool
  /// The searches that make a verdict from absence possible, by their place in the case.
  public let searches: [Int]

  init(
    _ check: Check, _ verdict: Verdict, _ evidence: ClauseEvidence,
    untested: UntestedReason? = nil, margin: ClauseMargin? = nil, rows: [String] = [],
    restsOnAbsence: Bool = false, searches: [Int] = []
  ) {
    number = 1
    says = ""
    self.check = check
    self.verdict = verdict
    self.evidence = evidence
    self.untested = untested
    self.margin = margin
    self.rows = rows
    self.restsOnAbsence = restsOnAbsence
    self.searches = searches
  }

  static func untested(
    _ check: Check, _ reason: UntestedReason, _ evidence: ClauseEvidence = .none,
    rows: [String] = [], restsOnAbsence: Bool = false
  ) -> ClauseFinding {
    ClauseFinding(
      check, .untested, evidence, untested: reason, rows: rows, restsOnAbsence: restsOnAbsence)
  }

  private enum CodingKeys: String, CodingKey {
    case number, says, kind, check, verdict, computed, range, unit, of, evidence, untested, margin,
      rows, restsOnAbsence, searches
  }

  /// Writes the check as its author wrote it and the numbers in fields of their own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    try container.encode(says, forKey: .says)
    try container.encode(check.name, forKey: .kind)
    try container.encode(check.description, forKey: .check)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(evidence.value, forKey: .computed)
    try container.encodeIfPresent(evidence.range, forKey: .range)
    try container.encode(evidence.unit, forKey: .unit)
    try container.encodeIfPresent(evidence.total, forKey: .of)
    try container.encode(evidence, forKey: .evidence)
    try container.encodeIfPresent(untested, forKey: .untested)
    try container.encodeIfPresent(margin, forKey: .margin)
    try container.encode(rows, forKey: .rows)
    try container.encode(restsOnAbsence, forKey: .restsOnAbsence)
    try container.encode(searches, forKey: .searches)
  }
}

/// How far a verdict is from another one.
public struct ClauseMargin: Hashable, Sendable, Codable {
  /// What would have to change.
  public enum Unit: String, Hashable, Sendable, Codable {
    /// Rows more, fewer or coded otherwise.
    case rows
    /// Days.
    case days
    /// Units of the intensity scale.
    case level
    /// Share of the strength of levers.
    case strength
  }

  /// The least change that would move the verdict.
  public let flipsBy: Double
  /// The unit of that change.
  public let unit: Unit
  /// Whether the bound was met or missed by so little that one coder's choice decides.
  public let isJust: Bool
}

/// Why a clause has no verdict.
public enum UntestedReason: Hashable, Sendable, Codable {
  /// No check of the public record can tell, as the author of the case says.
  case byNature(String)
  /// The check names a date that the case does not have.
  case unknownDate(String)
  /// The clause rests on rows not being there, and nobody is said to have looked for them.
  case notSearched(SearchGap)
  /// The record holds too few rows: what is there, and what is needed.
  case tooFew(Int, needed: Int)
  /// No act is of the kind asked for.
  case noSuchRows
  /// Both acts are of one day, and no row says which answers which.
  case sameDay
  /// Either order is possible on the days that the record gives.
  case eitherOrder
  /// The state is known on too few of the days.
  case unknownDays(known: Int, of: Int)
  /// The case does not follow that channel, or lists no such lever.
  case notFollowed
  /// The change lies within the bands of the levels.
  case withinBands
  /// Where the turn or low point may lie reaches too far to either side.
  case tooSpread
  /// The course does not reach over the days asked for, or rests on no act there.
  case noCourse
}

/// What a search would have to cover and does not.
public struct SearchGap: Hashable, Sendable, Codable {
  /// The pair whose rows nobody is said to have looked for; nothing where a side is left open.
  public let pair: Pair?
  /// The days that no fitting search covers.
  public let days: DateSpan
  /// For a record that holds fewer rows than its search found: what it holds.
  public let holds: Int?
  /// And what the search found.
  public let found: Int?
}
