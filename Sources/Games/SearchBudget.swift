/// How long a search may go on.
public struct SearchBudget: Sendable {
  private let deadline: ContinuousClock.Instant?

  /// A search without a limit of time.
  public static let unlimited = SearchBudget(deadline: nil)

  private init(deadline: ContinuousClock.Instant?) { self.deadline = deadline }

  /// A search that ends after a number of seconds from now.
  public init(seconds: Double) {
    // A century is as good as no limit, and within what a clock can add.
    let kept = seconds.isNaN ? 0 : min(max(0, seconds), 3e9)
    deadline = ContinuousClock.now + .seconds(kept)
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

/// How large a table of numbers a solver may ask for.
///
/// Dense methods take room by the square of the game. What would not fit is not begun: the method then
/// gives nothing, and another one or a note takes its place.
enum SolverMemory {
  /// The most cells of one table: 512 MiB of doubles.
  static let mostCells = 1 << 26

  /// Whether a table of rows and columns is within the bound.
  static func fits(rows: Int, columns: Int) -> Bool {
    let (cells, overflows) = max(0, rows).multipliedReportingOverflow(by: max(0, columns))
    return !overflows && cells <= mostCells
  }
}
