/// The yardstick whose words name a probability.
public enum LikelihoodWords: String, Hashable, CaseIterable, Sendable, Codable {
  /// Intelligence Community Directive 203, 2015, D.6.e.(2)(a).
  case icd203
  /// The probability yardstick of the Professional Head of Intelligence Assessment, 2019.
  case phia
  /// No words: the numbers alone.
  case none

  /// The word for a probability, from 0 to 1; nothing where the yardstick has none or is none.
  public func word(_ probability: Double) -> String? {
    guard probability.isFinite, (0...1).contains(probability) else { return nil }
    switch self {
    case .none: return nil
    case .icd203:
      switch probability {
      case ..<0.05: return "almost no chance"
      case ..<0.20: return "very unlikely"
      case ..<0.45: return "unlikely"
      case ..<0.55: return "roughly even chance"
      case ..<0.80: return "likely"
      case ..<0.95: return "very likely"
      default: return "almost certain"
      }
    case .phia:
      switch probability {
      case ..<0.075: return "remote chance"
      case ..<0.225: return "highly unlikely"
      case ..<0.375: return "unlikely"
      case ..<0.525: return "realistic possibility"
      case ..<0.775: return "likely or probable"
      case ..<0.925: return "highly likely"
      default: return "almost certain"
      }
    }
  }
}
