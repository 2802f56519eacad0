/// How the lead changes when a row, a publisher or a goal date changes; readings under other
/// settings are in ``Multiverse``.
public struct RobustnessReport: Hashable, Sendable, Codable {
  /// The effect of leaving something out.
  public struct Omission: Hashable, Sendable, Codable {
    /// The row or the source left out.
    public let name: String
    /// How many acts went with it.
    public let acts: Int
    /// The probabilities from the acts without it, in the order of ``RobustnessReport/explanations``.
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

  /// The ids of the explanations.
  public let explanations: [String]
  /// The explanation in first place on the acts alone.
  public let leading: String
  /// The explanation in second place on the acts alone, of those that can be told from the first.
  public let second: String
  /// The lead of the first over the second, in decibels.
  public let lead: Double
  /// The result without each act.
  public let withoutAct: [Omission]
  /// The result without each source.
  public let withoutSource: [Omission]
  /// The acts without which over half of the lead is gone.
  public let decisiveActs: [String]
  /// The placebo test of each goal date.
  public let placebos: [Placebo]
}
