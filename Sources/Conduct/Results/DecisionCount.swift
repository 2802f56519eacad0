/// How many decisions are behind the acts of the actor.
public struct DecisionCount: Hashable, Sendable, Codable {
  /// One window of merging.
  public struct Window: Hashable, Sendable, Codable {
    /// How near one another acts lie to be one decision.
    public let merging: MergingWindow
    /// The number of decisions that this leaves.
    public let decisions: Int
    /// The probability of the window.
    public let probability: Double
  }

  /// The windows.
  public let windows: [Window]
  /// The expected number of decisions.
  public var expected: Double { windows.reduce(0) { $0 + $1.probability * Double($1.decisions) } }

  init(_ evidence: DecisionEvidence, posterior: [Double]) {
    windows = zip(evidence.readings, evidence.shares(posterior)).map {
      Window(merging: $0.window, decisions: $0.decisions, probability: $1)
    }
  }
}
