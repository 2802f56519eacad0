/// The same record read under many defensible specifications at once.
///
/// > Steegen, S. et al. "Increasing transparency through a multiverse analysis." *Perspectives on
/// > Psychological Science* 11(5), 2016, 702-712.
public struct Multiverse: Hashable, Sendable, Codable {
  /// One specification and what it reads from the acts.
  public struct Specification: Hashable, Sendable, Codable {
    /// The weights of acts: the coder's and a scale, or a scale alone.
    public let scale: String
    /// The window within which acts are one decision; nothing where it is integrated over.
    public let merging: MergingWindow?
    /// The factor on the expected effects.
    public let priorScale: Double
    /// The power on the evidence of the acts.
    public let power: Double
    /// Whether base rates may be those of the other side, or follow the actor's own count alone.
    public let usesParity: Bool
    /// The mean delay of answers; nothing where it is integrated over.
    public let answerDays: Double?
    /// The share of the window left out at its start and at its end.
    public let leftOutAtStart: Double
    /// The same at its end.
    public let leftOutAtEnd: Double
    /// The publisher whose rows are left out, or the sources of poor grade; nothing where all are in.
    public let withoutPublisher: String?
    /// The first member of the group of explanations that leads.
    public let leader: String
    /// The probability of that group.
    public let probability: Double
    /// The probability of the group that leads the comparison.
    public let ofLeading: Double
  }

  /// The first member of the group that leads the comparison.
  public let leading: String
  /// The share of specifications in which it leads.
  public let share: Double
  /// How often each group leads, by its first member, the most frequent first.
  public let leaders: [Count]
  /// The least, the median and the greatest probability of the leading group.
  public let range: [Double]
  /// Every specification.
  public let specifications: [Specification]

  /// How often one group leads.
  public struct Count: Hashable, Sendable, Codable {
    /// The first member of the group.
    public let id: String
    /// The number of specifications in which it leads.
    public let specifications: Int
  }

  /// The share of specifications that must agree for a word of likelihood.
  public static let leastShare = 0.8
}
