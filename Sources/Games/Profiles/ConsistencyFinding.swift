/// Whether beliefs that make a profile's choices best are the limit of those of small trembles.
public enum ConsistencyFinding: String, Hashable, Sendable, Codable, CaseIterable {
  /// Such beliefs were found: with them the profile is a sequential equilibrium.
  case passes
  /// It has been shown that there are none.
  case fails
  /// Neither has been shown.
  case undecided
}
