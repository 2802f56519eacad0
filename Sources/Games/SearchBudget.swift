/// How long a search may go on.
public struct SearchBudget: Sendable {
  private let deadline: ContinuousClock.Instant?

  /// A search without a limit of time.
  public static let unlimited = SearchBudget(deadline: nil)

  private init(deadline: ContinuousClock.Instant?) { self.deadline = deadline }

  /// A search that ends after a number of seconds from now.
  public init(seconds: Double) {
    deadline = ContinuousClock.now + .seconds(max(0, seconds))
  }

  /// A search that may use a share of what time is left.
  public func share(_ part: Double) -> SearchBudget {
    guard let deadline else { return self }
    return SearchBudget(seconds: (deadline - ContinuousClock.now) / .seconds(1) * part)
  }

  /// Whether the time is up.
  public var isSpent: Bool {
    if let deadline { ContinuousClock.now >= deadline } else { false }
  }
}
