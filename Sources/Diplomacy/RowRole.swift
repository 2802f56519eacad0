/// What a row is in the story that the record tells.
public enum RowRole: String, Hashable, CaseIterable, Sendable, Codable {
  /// An act of one side, to be explained or answered.
  case act
  /// The incident that the dispute is about.
  case incident
  /// A circumstance that a reader should know, and no conduct of either side: it takes no part.
  case context
}
