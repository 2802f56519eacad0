/// A piece of process-tracing evidence that is not an act in the record.
///
/// > Van Evera, S. *Guide to Methods for Students of Political Science*, 1997, ch. 1; Fairfield, T.,
/// > Charman, A. *Social Inquiry and Bayesian Inference*, 2022.
public struct EvidenceItem: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique in the case.
  public let id: String
  /// What was seen, or looked for and not seen, in one neutral sentence.
  public let text: String
  /// The kind of test the item makes.
  public let test: EvidenceTest
  /// The group of items that depend on one another: a group counts once.
  public let group: String
  /// The rows that the item cites; a row already in the stream of acts is refused.
  public let events: [String]
  /// The chance of seeing the item under each explanation, as a range within 0 to 1.
  public let likelihoods: [String: ClosedRange<Double>]
  /// Where the item comes from.
  public let source: String

  /// Makes an item.
  public init(
    id: String, text: String, test: EvidenceTest, group: String = "", events: [String] = [],
    likelihoods: [String: ClosedRange<Double>], source: String
  ) {
    self.id = id
    self.text = text
    self.test = test
    self.group = group
    self.events = events
    self.likelihoods = likelihoods
    self.source = source
  }
}

/// The four tests of process tracing.
public enum EvidenceTest: String, Hashable, CaseIterable, Sendable, Codable {
  /// Must be seen if the story is true.
  case hoop
  /// Seen only if the story is true.
  case smokingGun = "smoking_gun"
  /// Somewhat more likely under the story.
  case strawInTheWind = "straw_in_the_wind"
  /// Both a hoop and a smoking gun.
  case doublyDecisive = "doubly_decisive"
}
