/// The verdict as data, made by rule from the numbers; what it says in words is up to the reader.
///
/// A word of likelihood comes from the lower end of the band over simulated worlds and is given only
/// where the same explanation leads in four of five specifications. Probabilities of explanations
/// that cannot be told apart are never added up.
public struct ConductVerdict: Hashable, Sendable, Codable {
  /// What the rules come to.
  public enum Outcome: String, Hashable, CaseIterable, Sendable, Codable {
    /// The numbers failed: there is no verdict.
    case refused
    /// The constant rate leads: nothing in the acts shows a story.
    case nothingShows = "nothing-shows"
    /// An explanation leads, but not so that a word of likelihood could be given.
    case cannotTell = "cannot-tell"
    /// An explanation is likely, by the lower end of its band, leads in four of five
    /// specifications, and foretold the end of the window better than a constant rate.
    case favours
  }

  /// An explanation, or a group that this record cannot tell apart, with what it is worth.
  public struct Contender: Hashable, Sendable, Codable {
    /// The ids; several where the record cannot tell them apart.
    public let members: [String]
    /// Whether it is the constant rate.
    public let isReference: Bool
    /// The probability from the acts.
    public let fromActs: ProbabilityBand
    /// The probability with other evidence, as far as it counts; nothing where there is none.
    public let withEvidence: ProbabilityBand?
    /// The share of specifications in which it leads; nothing where they were not run.
    public let leads: Double?
  }

  /// What the rules come to from the acts.
  public let outcome: Outcome
  /// Why the numbers cannot bear a verdict; empty where they can.
  public let failures: [NumericalFailure]
  /// The leading explanation by the acts, with those it cannot be told from; empty where refused.
  public let leading: [String]
  /// The word for the lower end of its band; nothing unless the outcome favours it.
  public let term: String?
  /// What the rules come to with other evidence; nothing where there is none.
  public let withEvidence: Outcome?
  /// The leading explanation with other evidence.
  public let leadingWithEvidence: [String]
  /// The word for the lower end of its band; nothing unless favoured.
  public let termWithEvidence: String?
  /// Every explanation or group, the likeliest by the acts first.
  public let contenders: [Contender]
  /// The explanations that this record cannot tell apart.
  public let groups: [StoryGroup]
  /// The scale of words.
  public let words: VerbalScale
  /// The share of specifications in which the leading explanation leads; nothing where not run.
  public let agreement: Double?
  /// The standard error of its log odds that comes from drawing dates, in nats.
  public let monteCarloError: Double
  /// The weight of evidence between the first and the second by the acts, in decibels.
  public let lead: Double
  /// What would turn the lead; nothing where it was not examined.
  public let flips: FlipNumbers?
  /// Where the calibration comes from.
  public let calibration: String
  /// The number of acts of the actor by which the curves of calibration were chosen.
  public let acts: Int

  /// The explanations that a reader must keep in mind where the record cannot tell: those that lead
  /// in one of twenty specifications, or are at least half as likely as the first.
  public var rivals: [Contender] {
    guard let first = contenders.first else { return [] }
    return contenders.filter {
      $0.members == first.members || ($0.leads ?? 0) >= 0.05
        || $0.fromActs.read >= 0.5 * first.fromActs.read
    }
  }
}
