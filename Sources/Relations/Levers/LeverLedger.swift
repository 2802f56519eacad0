public import Diplomacy

/// The levers of a case with their states over time, and the balance of leverage of each pair.
public struct LeverLedger: Hashable, Sendable, Codable {
  /// The days of the ledger.
  public let span: DateSpan
  /// The levers in the order of the case.
  public let levers: [LeverRecord]
  /// The balance of each pair that a lever joins, the focal pair first.
  public let balances: [LeverageBalance]

  /// Draws up the ledger of a case.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - span: The days; from the start of the baseline to the end of the window where left out.
  /// - Complexity: O(levers² × pairs).
  public init(of subject: Case, over span: DateSpan? = nil) {
    let first = min(subject.baseline?.first ?? subject.window.first, subject.window.first)
    let days = span ?? DateSpan(from: first, through: subject.window.last) ?? subject.window
    self.span = days
    levers = subject.levers.map { LeverRecord($0, over: days) }
    var joined: Set<Pair> = []
    for lever in subject.levers {
      for actor in lever.over where actor != lever.holder {
        joined.insert(Pair(lever.holder, actor))
      }
    }
    let focal = Pair(subject.focal, subject.counterpart)
    let pairs = joined.sorted { ($0 == focal ? 0 : 1, $0) < ($1 == focal ? 0 : 1, $1) }
    balances = pairs.map { LeverageBalance(of: $0, levers: subject.levers, over: days) }
  }

  /// The balance of a pair, or nothing where no lever joins it.
  public func balance(of pair: Pair) -> LeverageBalance? { balances.first { $0.pair == pair } }

  /// The state of a lever on a day, or nothing where the case has no such lever.
  public func state(of lever: String, on day: Day) -> LeverState? {
    levers.first { $0.lever.id == lever }?.lever.state(on: day)
  }

  /// Whether a lever is held on a day, or nothing where its dates leave that open or it is not listed.
  public func isHeld(_ lever: String, on day: Day) -> Bool? {
    levers.first { $0.lever.id == lever }?.lever.isHeld(on: day)
  }
}
