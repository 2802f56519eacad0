public import Diplomacy

/// One assertion of the article with what the record says of it.
public struct LedgerEntry: Hashable, Sendable, Codable, Identifiable {
  /// The id of the assertion.
  public let id: String
  /// The assertion in our own words.
  public let text: String
  /// What sort of assertion it is.
  public let kind: String
  /// How sure the article is of it.
  public let certainty: String
  /// Where in the article it stands.
  public let paragraph: String
  /// The verdict.
  public let verdict: Verdict
  /// The number that the check computed, in the unit stated.
  public let computed: Double?
  /// The smallest and largest value that uncertain dates allow, where they differ.
  public let range: [Double]?
  /// The unit of the number: rows, days, share or level.
  public let unit: String
  /// The ids of the rows on which the verdict rests.
  public let rows: [String]
  /// The kind of check.
  public let check: String
  /// Why the verdict is what it is, in one sentence.
  public let reason: String
  /// The findings of the parts, where the check has several.
  public let parts: [Finding]

  /// Joins an assertion and what its check found.
  public init(_ assertion: Assertion, _ finding: Finding) {
    id = assertion.id
    text = assertion.text
    kind = assertion.kind
    certainty = assertion.certainty
    paragraph = assertion.paragraph
    verdict = finding.verdict
    computed = finding.computed
    range = finding.range
    unit = finding.unit
    rows = finding.rows
    check = finding.check
    reason = finding.reason
    parts = finding.parts
  }

  /// Writes every field; a number that is not there is written as null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(text, forKey: .text)
    try container.encode(kind, forKey: .kind)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(paragraph, forKey: .paragraph)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(computed, forKey: .computed)
    try container.encodeIfPresent(range, forKey: .range)
    try container.encode(unit, forKey: .unit)
    try container.encode(rows, forKey: .rows)
    try container.encode(check, forKey: .check)
    try container.encode(reason, forKey: .reason)
    try container.encode(parts, forKey: .parts)
  }
}
