/// One assertion of the article, with the check that a machine runs on the record.
public struct Assertion: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique in the case.
  public let id: String
  /// The assertion in our own words.
  public let text: String
  /// What sort of assertion it is, such as count, sequence or mechanism.
  public let kind: String
  /// How sure the article is of it, in the coder's words.
  public let certainty: String
  /// Where in the article it stands.
  public let paragraph: String
  /// The check.
  public let check: Check
  /// Whether this is what the article is about: a report puts it first, whatever its number.
  public let isCentral: Bool
  /// The explanation of the case that says the same; empty where none does.
  public let explanation: String

  /// Makes an assertion.
  public init(
    id: String, text: String, kind: String = "", certainty: String = "", paragraph: String = "",
    check: Check, isCentral: Bool = false, explanation: String = ""
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.certainty = certainty
    self.paragraph = paragraph
    self.check = check
    self.isCentral = isCentral
    self.explanation = explanation
  }
}
