/// A statement that somebody looked for rows of some kinds, where, and when.
///
/// Without one, that the record has no such row says nothing: nobody may have looked.
public struct RecordSearch: Hashable, Sendable, Codable {
  /// The days that were searched.
  public let spans: [DateSpan]
  /// The pairs whose acts were searched for, in both directions.
  public let pairs: [Pair]
  /// The kinds of rows that were looked for; every row fits where the case names none.
  public let rows: RowFilter
  /// Where they were looked for.
  public let publishers: [String]
  /// Who looked.
  public let by: String
  /// When they looked.
  public let when: DateSpan?
  /// How many rows of these kinds the search put into the record; nothing where the case does not
  /// say. A record that holds far fewer is not the one that was searched.
  public let found: Int?

  /// Makes a search.
  public init(
    spans: [DateSpan], pairs: [Pair], rows: RowFilter = RowFilter(), publishers: [String],
    by: String, when: DateSpan? = nil, found: Int? = nil
  ) {
    self.spans = spans
    self.pairs = pairs
    self.rows = rows
    self.publishers = publishers
    self.by = by
    self.when = when
    self.found = found
  }
}
