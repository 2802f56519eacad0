/// Where a fact was published.
public struct Source: Hashable, Sendable, Codable {
  /// The outlet or institution.
  public let publisher: String
  /// The title of the piece.
  public let title: String
  /// The address, empty where the fact is from memory.
  public let url: String
  /// The day, month or year of publication as the record gives it.
  public let published: String

  /// Makes a source.
  public init(publisher: String, title: String = "", url: String = "", published: String = "") {
    self.publisher = publisher
    self.title = title
    self.url = url
    self.published = published
  }
}
