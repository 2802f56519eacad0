/// How a row can be looked up again, and how far its report is believed.
public struct Provenance: Hashable, Sendable, Codable {
  /// How credible the report is: 1 (confirmed by others) to 6 (cannot be judged).
  ///
  /// > NATO. *AJP-2.1: Allied Joint Doctrine for Intelligence Procedures*, 2016, table of
  /// > information credibility.
  public let credibility: Int?
  /// The address of an archived copy.
  public let archived: String
  /// The SHA-256 of the copy that the coder read, in hexadecimal.
  public let sha256: String
  /// The words that the code rests on, at most ``wordLimit``.
  public let excerpt: String
  /// The language of the excerpt as a BCP 47 tag.
  public let excerptLanguage: String

  /// How many words an excerpt may have.
  public static let wordLimit = 50

  /// Makes a provenance; without arguments, one that says nothing.
  public init(
    credibility: Int? = nil, archived: String = "", sha256: String = "", excerpt: String = "",
    excerptLanguage: String = ""
  ) {
    self.credibility = credibility
    self.archived = archived
    self.sha256 = sha256
    self.excerpt = excerpt
    self.excerptLanguage = excerptLanguage
  }
}
