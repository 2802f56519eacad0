/// How the answer changes when something about the record or the settings changes.
public struct RobustnessReport: Hashable, Sendable, Codable {
  /// The posterior under a variation.
  public struct Variation: Hashable, Sendable, Codable {
    /// What was changed.
    public let name: String
    /// The probabilities, in the order of ``RobustnessReport/explanations``.
    public let posterior: [Double]
  }

  /// The effect of leaving something out.
  public struct Omission: Hashable, Sendable, Codable {
    /// The row or the source left out.
    public let name: String
    /// How many acts went with it.
    public let acts: Int
    /// The probabilities without it.
    public let posterior: [Double]
    /// How much of the lead of the first explanation over the second was lost, in decibels.
    public let lostLead: Double
  }

  /// The goal date among random dates.
  public struct Placebo: Hashable, Sendable, Codable {
    /// The explanation whose goal date was replaced.
    public let explanation: String
    /// The rank of the true date among all, from 1 for the best.
    public let rank: Int
    /// The number of placebo dates.
    public let dates: Int
    /// The log evidence with each placebo date less that with the true date, in nats.
    public let differences: [Double]

    /// The share of dates that do at least as well as the true one, itself included.
    public var share: Double { Double(rank) / Double(dates + 1) }
  }

  /// Every variation of scale, merging and prior.
  public var variations: [Variation] { scales + [merged, ownRate] + priorScales }

  /// The ids of the explanations.
  public let explanations: [String]
  /// The explanation in first place on the acts alone.
  public let leading: String
  /// The explanation in second place on the acts alone.
  public let second: String
  /// The lead of the first over the second, in decibels.
  public let lead: Double
  /// The result with each published scale in place of stated weights.
  public let scales: [Variation]
  /// The result with acts of one day and tone counted as one decision.
  public let merged: Variation
  /// The result with base rates expected from the actor's own acts alone, whatever the other side's
  /// number of acts.
  public let ownRate: Variation
  /// The result with the expected effects scaled from 0.6 to 2.
  public let priorScales: [Variation]
  /// The result without each act.
  public let withoutAct: [Omission]
  /// The result without each source.
  public let withoutSource: [Omission]
  /// The acts without which over half of the lead is gone.
  public let decisiveActs: [String]
  /// The placebo test of each goal date.
  public let placebos: [Placebo]
}
