/// The answer to a claim on one page: what the record says, on what it rests, and what would change it.
///
/// A brief is made from an assessment by rule and says nothing that the assessment does not hold; the
/// report behind it gives every number with its rows.
public struct Brief: Sendable {
  /// What the record says of the claim.
  public enum Answer: String, Hashable, CaseIterable, Sendable, Codable {
    /// The record bears the claim out.
    case borneOut = "borne-out"
    /// The record fits another story better, or speaks against the claim.
    case notBorneOut = "not-borne-out"
    /// The record cannot tell.
    case cannotTell = "cannot-tell"
  }

  /// One thing the record shows, with the act itself.
  public struct Finding: Hashable, Sendable {
    /// The id of the assertion.
    public let assertion: String
    /// The number of the clause within the assertion.
    public let clause: Int
    /// The rows shown.
    public let rows: [String]
    /// The sentence, with its links.
    public let text: Prose
  }

  /// One of the short paragraphs at the end: its first words and the rest.
  public struct Note: Hashable, Sendable {
    /// What it is about, such as what the record cannot tell.
    public let title: String
    /// What there is to say.
    public let text: Prose
  }

  /// The title of the case.
  public let title: String
  /// The claim.
  public let claim: String
  /// Who made it, where and when.
  public let origin: Prose?
  /// What the record says of it.
  public let answer: Answer
  /// The answer in two sentences.
  public let sentences: [Prose]
  /// The strongest findings for the claim, at most three.
  public let supporting: [Finding]
  /// The strongest findings against it, at most three.
  public let opposing: [Finding]
  /// What the record cannot tell, the best rival, how often such a verdict is right, what would
  /// change it, and what to look for next.
  public let notes: [Note]
  /// Both sides' acts on one time line; nothing where there is none to draw.
  public let figure: Figure?

  /// Whether the case has sentences to test at all, so that something could speak for or against them.
  public let hasFindings: Bool

  /// The number of words that a reader reads, the figure aside.
  public var wordCount: Int {
    let texts =
      [title, claim, origin?.plain ?? ""] + sentences.map(\.plain)
      + (supporting + opposing).map(\.text.plain) + notes.map { "\($0.title) \($0.text.plain)" }
    return texts.reduce(0) { $0 + Self.words(in: $1) } + Self.fixedWords
  }

  /// The most words that a brief may have.
  public static let wordLimit = 350
  /// Words of the headings.
  static let fixedWords = 14

  static func words(in text: String) -> Int {
    text.split { $0 == " " || $0 == "\n" }.count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}

extension Brief.Answer {
  /// The answer in a few words, before the sentences.
  public var words: String {
    switch self {
    case .borneOut: "Borne out"
    case .notBorneOut: "Not borne out"
    case .cannotTell: "Cannot be told"
    }
  }
}

extension Brief: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, claim, origin, answer, sentences, supporting, opposing, notes, words
  }

  /// Writes the brief as text with the rows that each finding shows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encode(claim, forKey: .claim)
    try container.encodeIfPresent(origin?.plain, forKey: .origin)
    try container.encode(answer, forKey: .answer)
    try container.encode(sentences.map(\.plain), forKey: .sentences)
    try container.encode(supporting, forKey: .supporting)
    try container.encode(opposing, forKey: .opposing)
    try container.encode(notes, forKey: .notes)
    try container.encode(wordCount, forKey: .words)
  }
}

extension Brief.Finding: Encodable {
  private enum CodingKeys: String, CodingKey {
    case assertion, clause, rows, text
  }

  /// Writes the finding with its sentence as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(assertion, forKey: .assertion)
    try container.encode(clause, forKey: .clause)
    try container.encode(rows, forKey: .rows)
    try container.encode(text.plain, forKey: .text)
  }
}

extension Brief.Note: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, text
  }

  /// Writes the note as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(title, forKey: .title)
    try container.encode(text.plain, forKey: .text)
  }
}
