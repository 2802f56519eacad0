/// What the model expects of the focal actor had one thing been otherwise.
///
/// Both actors are simulated forward together, each answering the other, with the same random
/// numbers in every scenario. It is a statement about the model, not about the world: nothing
/// outside the model identifies it.
public struct Counterfactual: Hashable, Sendable, Codable {
  /// The expected course under one explanation.
  public struct Expectation: Hashable, Sendable, Codable {
    /// The explanation, or nothing for the average over all.
    public let explanation: String?
    /// The mean number of hostile acts as things were.
    public let factual: Double
    /// The mean number had the one thing been otherwise.
    public let altered: Double
    /// The 5 and 95 per cent points of the difference between the two.
    public let difference: ClosedRange<Double>
  }

  /// What was changed, in words.
  public let scenario: String
  /// Whether the numbers rest on the model alone; always true, and said wherever they are shown.
  public var isModelBased: Bool { true }
  /// The average over the explanations by their probabilities.
  public let average: Expectation
  /// Each explanation.
  public let expectations: [Expectation]

  enum CodingKeys: String, CodingKey {
    case scenario, average, expectations
  }
}
