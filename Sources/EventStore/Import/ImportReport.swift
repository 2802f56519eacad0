public import EventData

/// What became of one file.
public struct ImportReport: Sendable {
  /// The file, as the user named it.
  public let file: String
  /// Whether the store held the file already; nothing was then added.
  public let wasStored: Bool
  /// The format found or stated.
  public let format: EventFormat?
  /// Rows read, kept and rejected.
  public let counts: ReadingCounts
  /// Reports that lead an event of their own.
  public let events: Int
  /// Mentions of documents, and how many of them are of events that the store holds.
  public let mentions: (all: Int, known: Int)
  /// Rows whose source was resolved to no state or body.
  public let withoutSource: Int
  /// Rows whose target was resolved to no state or body.
  public let withoutTarget: Int
  /// The rejected rows; the store keeps them too.
  public let rejected: [RejectedRow]

  /// Reports of events that were known already.
  public var furtherReports: Int { wasStored ? 0 : counts.kept - events - mentions.all }
}
