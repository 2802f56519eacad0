/// A standard scale of words for probabilities.
public enum VerbalScale: String, CaseIterable, Hashable, Sendable, Codable {
  /// The scale of United States intelligence.
  ///
  /// > Office of the Director of National Intelligence, *Intelligence Community Directive 203*, 2015.
  case icd203
  /// The yardstick of United Kingdom intelligence; probabilities between two of its ranges have no
  /// word of their own and take that of the range below.
  ///
  /// > Professional Head of Intelligence Assessment, *Probability Yardstick*, 2018.
  case phia
  /// Numbers alone.
  case none

  /// The words with the probability from which each holds, in rising order.
  var steps: [(from: Double, term: String)] {
    switch self {
    case .icd203:
      [
        (0, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"),
        (0.45, "roughly even chance"), (0.55, "likely"), (0.8, "very likely"),
        (0.95, "almost certain"),
      ]
    case .phia:
      [
        (0, "remote chance"), (0.1, "highly unlikely"), (0.25, "unlikely"),
        (0.4, "realistic possibility"), (0.55, "likely"), (0.8, "highly likely"),
        (0.95, "almost certain"),
      ]
    case .none: []
    }
  }

  /// The word of a probability; nothing where the scale has none.
  public func term(for probability: Double) -> String? {
    steps.last { $0.from <= probability }?.term
  }

  /// The probability from which something is called likely; below it nothing is favoured.
  public static let leastLikely = 0.55
}
