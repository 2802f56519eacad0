public import Diplomacy

/// Days in a row on which no lever between two actors changes its state.
public struct LeverageStep: Hashable, Sendable, Codable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// The expected strength, on the first day, of what the first actor holds over the second.
  public let first: Double
  /// The expected strength, on the first day, of what the second actor holds over the first.
  public let second: Double
  /// What the first holds less what the second holds, expected for the first day.
  public let net: Double
  /// The same on the last day: another number only where a lever may have been gained or lost.
  public let netAtEnd: Double
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

  /// The expected balance on a day of the step, on the line from its first to its last day.
  ///
  /// Exact unless the possible days of a lever's gain and loss overlap.
  func net(on day: Day) -> Double {
    from == to ? net : net + (netAtEnd - net) * Double(day - from) / Double(to - from)
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
  /// - Complexity: O(levers²).
  public init(of pair: Pair, levers: [Lever], over span: DateSpan) {
    self.pair = pair
    let ordered = levers.sorted { $0.id < $1.id }
    let ofFirst = ordered.filter { $0.isHeld(by: pair.first, over: pair.second) }
    let ofSecond = ordered.filter { $0.isHeld(by: pair.second, over: pair.first) }
    steps = (ofFirst + ofSecond).parts(of: span).map { part in
      let first = Holding(of: ofFirst, on: part.first)
      let second = Holding(of: ofSecond, on: part.first)
      let net = first.expected - second.expected
      let end =
        part.isExact
        ? net
        : Holding(of: ofFirst, on: part.last).expected
          - Holding(of: ofSecond, on: part.last).expected
      return LeverageStep(
        from: part.first, to: part.last, first: first.expected, second: second.expected, net: net,
        netAtEnd: end, low: first.least - second.most, high: first.most - second.least,
        heldByFirst: first.ids, heldBySecond: second.ids)
    }
  }

  /// The step that a day belongs to, or nothing outside the days.
  public func step(on day: Day) -> LeverageStep? { steps.first { $0.span.contains(day) } }

  /// The balance on a day as an actor of the pair sees it, or nothing for another actor or day.
  public func net(of actor: ActorCode, on day: Day) -> Double? {
    guard let step = step(on: day) else { return nil }
    let net = step.net(on: day)
    return actor == pair.first ? net : actor == pair.second ? -net : nil
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
