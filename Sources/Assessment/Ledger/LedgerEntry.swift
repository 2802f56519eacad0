import Diplomacy

/// One assertion of the article with what the record says of it, clause by clause.
public struct LedgerEntry: Hashable, Sendable, Encodable, Identifiable {
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
  /// Whether this is what the article is about.
  public let isCentral: Bool
  /// The explanation of the case that says the same; empty where none does.
  public let explanation: String
  /// The clauses and the rule that joins them.
  public let finding: ClauseTree

  /// The verdict, which follows from the clauses by the rule.
  public var verdict: Verdict { finding.verdict }
  /// The clauses in order.
  public var clauses: [ClauseFinding] { finding.clauses }
  /// The ids of the rows on which the verdict rests, in the order of the clauses.
  public var rows: [String] {
    var seen: Set<String> = []
    return clauses.flatMap(\.rows).filter { seen.insert($0).inserted }
  }

  init(_ assertion: Assertion, _ finding: ClauseTree) {
    id = assertion.id
    text = assertion.text
    kind = assertion.kind
    certainty = assertion.certainty
    paragraph = assertion.paragraph
    isCentral = assertion.isCentral
    explanation = assertion.explanation
    var number = 0
    self.finding = finding.numbered(from: &number)
  }

  private enum CodingKeys: String, CodingKey {
    case id, text, kind, certainty, paragraph, central, explanation, verdict, rule, clauses, tree,
      rows
  }

  /// Writes every field, the clauses both flat and as the rule joins them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(text, forKey: .text)
    try container.encode(kind, forKey: .kind)
    try container.encode(certainty, forKey: .certainty)
    try container.encode(paragraph, forKey: .paragraph)
    try container.encode(isCentral, forKey: .central)
    try container.encode(explanation, forKey: .explanation)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(finding.rule, forKey: .rule)
    try container.encode(clauses, forKey: .clauses)
    try container.encode(finding, forKey: .tree)
    try container.encode(rows, forKey: .rows)
  }
}

/// Clauses, and the rule by which their verdicts make one.
public indirect enum ClauseTree: Hashable, Sendable, Encodable {
  /// A single clause.
  case clause(ClauseFinding)
  /// All must hold: the weakest verdict.
  case all([ClauseTree])
  /// One is enough: the strongest verdict.
  case any([ClauseTree])
  /// A loose and a strict reading of one sentence.
  case readings(loose: ClauseTree, strict: ClauseTree)

  /// The name of a rule.
  public enum Rule: String, Hashable, Sendable, Codable {
    case clause, all, any, readings
  }

  /// The rule at the top.
  public var rule: Rule {
    switch self {
    case .clause: .clause
    case .all: .all
    case .any: .any
    case .readings: .readings
    }
  }

  /// The verdict by the rule.
  ///
  /// Where two readings differ, what holds loosely and fails, or cannot be tested, strictly holds in
  /// part; what fails loosely fails; what cannot be tested loosely cannot be tested.
  public var verdict: Verdict {
    switch self {
    case .clause(let finding): return finding.verdict
    case .all(let parts): return parts.map(\.verdict).min() ?? .untested
    case .any(let parts): return parts.map(\.verdict).max() ?? .untested
    case .readings(let loose, let strict):
      let (loose, strict) = (loose.verdict, strict.verdict)
      if loose == .contradicted || loose == .untested { return loose }
      return strict.holds ? min(loose, strict) : .partly
    }
  }

  /// The clauses in order.
  public var clauses: [ClauseFinding] {
    switch self {
    case .clause(let finding): [finding]
    case .all(let parts), .any(let parts): parts.flatMap(\.clauses)
    case .readings(let loose, let strict): loose.clauses + strict.clauses
    }
  }

  func numbered(from number: inout Int) -> ClauseTree {
    switch self {
    case .clause(var finding):
      number += 1
      finding.number = number
      return .clause(finding)
    case .all(let parts): return .all(parts.map { $0.numbered(from: &number) })
    case .any(let parts): return .any(parts.map { $0.numbered(from: &number) })
    case .readings(let loose, let strict):
      let first = loose.numbered(from: &number)
      return .readings(loose: first, strict: strict.numbered(from: &number))
    }
  }

  private enum CodingKeys: String, CodingKey { case rule, verdict, clause, parts, loose, strict }

  /// Writes the rule, its verdict, and its parts; a clause by its number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    try container.encode(verdict, forKey: .verdict)
    switch self {
    case .clause(let finding): try container.encode(finding.number, forKey: .clause)
    case .all(let parts), .any(let parts): try container.encode(parts, forKey: .parts)
    case .readings(let loose, let strict):
      try container.encode(loose, forKey: .loose)
      try container.encode(strict, forKey: .strict)
    }
  }
}
