public import Diplomacy

/// Days in a row with the same balance of leverage between two actors.
public struct LeverageStep: Hashable, Sendable, Codable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// The expected strength of what the pair's first actor holds over the second.
  public let first: Double
  /// The expected strength of what the second actor holds over the first.
  public let second: Double
  /// What the first holds less what the second holds: above zero the first has the upper hand.
  public let net: Double
  /// The balance with every uncertain date taken in the first's disfavour.
  public let low: Double
  /// The balance with every uncertain date taken in the first's favour.
  public let high: Double
  /// The ids of the levers that the first holds for certain.
  public let heldByFirst: [String]
  /// The ids of the levers that the second holds for certain.
  public let heldBySecond: [String]

  /// The days of the step.
  public var span: DateSpan { DateSpan(from: from, through: to) ?? DateSpan(from) }

  fileprivate func isLike(_ other: LeverageStep) -> Bool {
    first == other.first && second == other.second && low == other.low && high == other.high
      && heldByFirst == other.heldByFirst && heldBySecond == other.heldBySecond
  }

  fileprivate func lasting(through day: Day) -> LeverageStep {
    LeverageStep(
      from: from, to: day, first: first, second: second, net: net, low: low, high: high,
      heldByFirst: heldByFirst, heldBySecond: heldBySecond)
  }
}

/// Who held how much over whom, day by day, between two actors.
///
/// Strengths are one coder's judgement and are added up: read the balance for its changes and their
/// dates, not for its height.
public struct LeverageBalance: Hashable, Sendable, Codable {
  /// The two actors; the balance is seen from the first.
  public let pair: Pair
  /// The steps in order, without gaps.
  public let steps: [LeverageStep]

  /// Computes the balance of a pair.
  ///
  /// - Parameters:
  ///   - pair: The two actors.
  ///   - levers: The levers of the case; those of other pairs are left out.
  ///   - span: The days.
  /// - Complexity: O(days × levers).
  public init(of pair: Pair, levers: [Lever], over span: DateSpan) {
    self.pair = pair
    let ordered = levers.sorted { $0.id < $1.id }
    let ofFirst = ordered.filter { $0.isHeld(by: pair.first, over: pair.second) }
    let ofSecond = ordered.filter { $0.isHeld(by: pair.second, over: pair.first) }
    var steps: [LeverageStep] = []
    for day in (0..<span.length).map({ span.first + $0 }) {
      let first = Holding(of: ofFirst, on: day)
      let second = Holding(of: ofSecond, on: day)
      let step = LeverageStep(
        from: day, to: day, first: first.expected, second: second.expected,
        net: first.expected - second.expected, low: first.least - second.most,
        high: first.most - second.least, heldByFirst: first.ids, heldBySecond: second.ids)
      if let last = steps.last, last.isLike(step) {
        steps[steps.count - 1] = last.lasting(through: day)
      } else {
        steps.append(step)
      }
    }
    self.steps = steps
  }

  /// The step that a day belongs to, or nothing outside the days.
  public func step(on day: Day) -> LeverageStep? { steps.first { $0.span.contains(day) } }

  /// The balance on a day as an actor of the pair sees it, or nothing for another actor or day.
  public func net(of actor: ActorCode, on day: Day) -> Double? {
    guard let step = step(on: day) else { return nil }
    return actor == pair.first ? step.net : actor == pair.second ? -step.net : nil
  }

  /// The strength of some levers on a day.
  private struct Holding {
    var expected = 0.0
    var least = 0.0
    var most = 0.0
    var ids: [String] = []

    init(of levers: [Lever], on day: Day) {
      for lever in levers {
        switch lever.state(on: day) {
        case .held:
          expected += lever.strength
          least += lever.strength
          most += lever.strength
          ids.append(lever.id)
        case .uncertain:
          expected += lever.strength * lever.chanceOfBeingHeld(on: day)
          most += lever.strength
        case .notYet, .lost: break
        }
      }
    }
  }
}

extension Lever {
  fileprivate func isHeld(by holder: ActorCode, over actor: ActorCode) -> Bool {
    self.holder == holder && over.contains(actor)
  }
}
