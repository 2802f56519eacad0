/// Entries of a case that a machine proposed and nobody has confirmed: they take no part.
///
/// Drafted rows stay in the record, where ``Event/exclusion`` leaves them out.
public struct CaseDrafts: Hashable, Sendable, Codable {
  /// Drafted dates.
  public var dates: [NamedDate] = []
  /// Drafted levers.
  public var levers: [Lever] = []
  /// Drafted demands.
  public var demands: [Demand] = []
  /// Drafted explanations.
  public var explanations: [Explanation] = []
  /// Drafted assertions with their suggested checks.
  public var assertions: [Assertion] = []
  /// Drafted items of evidence.
  public var evidence: [EvidenceItem] = []
  /// Drafted prospects.
  public var prospects: [EvidenceItem] = []
  /// Drafted profiles of publishers.
  public var sources: [SourceProfile] = []

  /// Makes an empty list.
  public init() {}

  /// How many entries there are.
  public var count: Int {
    dates.count + levers.count + demands.count + explanations.count + assertions.count
      + evidence.count + prospects.count + sources.count
  }
}
