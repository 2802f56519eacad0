/// Something that may still be seen or found, with the information it is expected to bring.
public struct Prospect: Hashable, Sendable, Codable, Identifiable {
  /// Where the likelihoods of a prospect come from.
  public enum Basis: String, Hashable, Sendable, Codable {
    /// Stated by the analyst in the case.
    case stated
    /// Expected by the fitted model.
    case model
  }

  /// The id in the case, or a name for what the model itself proposes.
  public let id: String
  /// What would be seen.
  public let text: String
  /// Where the likelihoods come from.
  public let basis: Basis
  /// The chance of seeing it under each explanation, as a range.
  public let likelihoods: [ClosedRange<Double>]
  /// The expected information about which explanation holds, in bits.
  public let bits: Double
  /// The least and the greatest expected information that the ranges allow.
  public let range: ClosedRange<Double>
  /// The probability of each explanation if it is seen.
  public let ifSeen: [Double]
  /// The probability of each explanation if it is looked for and not seen.
  public let ifNotSeen: [Double]
}
