/// A solution concept: when a decision maker would stay in a state.
public enum StabilityConcept: String, Hashable, CaseIterable, Sendable, Codable {
  /// No unilateral improvement (Nash; rationality, R).
  case nash
  /// Every improvement can be punished by the others (general metarationality).
  case gmr
  /// Every improvement can be punished, and no counter-move escapes (symmetric metarationality).
  case smr
  /// Every improvement can be punished by moves that improve the punishers' own lot.
  case seq
  /// Improvements made at the same time by all leave the mover no better off.
  case sim

  /// The concept in words.
  public var label: String {
    switch self {
    case .nash: "Nash (no improvement)"
    case .gmr: "general metarational"
    case .smr: "symmetric metarational"
    case .seq: "sequentially stable"
    case .sim: "simultaneously stable"
    }
  }
}
