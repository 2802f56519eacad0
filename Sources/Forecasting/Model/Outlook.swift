public import Diplomacy

/// How likely each kind of act of one state toward another is, and on which past acts that rests.
public struct Outlook: Hashable, Sendable {
  /// What one past act adds to a forecast.
  public struct Share: Hashable, Sendable {
    /// The act.
    public let act: DatedAct
    /// Whether it was an act of the other side.
    public let isReverse: Bool
    /// Its part of the sum, from 0 to 1.
    public let share: Double
  }

  /// The chance of one kind of act over one horizon.
  public struct Chance: Hashable, Sendable {
    /// The kind.
    public let kind: ActKind
    /// The number of days, the day of the forecast being the first.
    public let days: Int
    /// The chance of at least one such act.
    public let probability: Double
    /// The pair's usual rate: the share of its past windows of this length with such an act.
    public let usual: Double
    /// The part of the sum that no act stands behind, from 0 to 1.
    public let floor: Double
    /// The parts of past acts, the largest first; with the floor they sum to 1.
    public let shares: [Share]
    /// The shorter horizon whose chance was taken because it came out higher, else nothing.
    public let raisedFrom: Int?
    /// Whether fewer than thirty such acts stand behind the weights.
    public let isThin: Bool
    /// How many such acts stand behind the weights.
    public let positives: Int
    /// How forecasts near this one came out, where that was checked.
    public let checked: OutlookWeights.Bin?
  }

  /// Who acts toward whom.
  public let dyad: Dyad
  /// The first day of the forecast; acts of earlier days are known.
  public let origin: Day
  /// The number of acts of both sides that are known.
  public let acts: Int
  /// The chances, kind by kind, each over horizons in ascending order.
  public let chances: [Chance]

  /// Makes an outlook.
  ///
  /// - Parameters:
  ///   - history: The acts of both sides; those of the origin and later take no part.
  ///   - origin: The first day of the forecast.
  ///   - weights: The weights.
  ///   - horizons: The numbers of days.
  ///   - kinds: The kinds.
  /// - Throws: ``ForecastFailure`` where the weights know no such horizon, or the record begins on the
  ///   origin or later.
  public init(
    of history: DyadHistory, from origin: Day, by weights: OutlookWeights, horizons: [Int],
    kinds: [ActKind] = ActKind.allCases
  ) throws(ForecastFailure) {
    guard origin.ordinal > history.start else {
      throw ForecastFailure(
        "the record begins on \(Day(ordinal: history.start)), so nothing is known before \(origin)")
    }
    for days in horizons where !weights.horizons.contains(days) {
      throw ForecastFailure(
        "the weights know horizons of \(weights.horizons.map(String.init).joined(separator: ", ")) "
          + "days and none of \(days); a fit with that horizon makes others")
    }
    let known = history.before(origin.ordinal)
    let ages = AgedActs(known, before: origin.ordinal)
    var chances: [Chance] = []
    for kind in kinds {
      var shorter: Chance?
      for days in horizons.sorted() {
        guard let entry = weights.entry(kind, days: days) else { continue }
        let parts = ages.parts(kind: kind, model: entry.model)
        let total = entry.model.floor + parts.reduce(0, +)
        let usual = UsualRate.rate(
          of: kind, in: known, before: origin.ordinal, days: days, prior: entry.rate)
        var chance = Chance(
          kind: kind, days: days,
          probability: entry.model.probability(sum: total - entry.model.floor),
          usual: usual, floor: entry.model.floor / total,
          shares: ages.shares(parts, of: total), raisedFrom: nil, isThin: entry.isThin,
          positives: entry.positives, checked: nil)
        if let shorter, shorter.probability > chance.probability {
          chance = Chance(
            kind: kind, days: days, probability: shorter.probability, usual: usual,
            floor: shorter.floor, shares: shorter.shares,
            raisedFrom: shorter.raisedFrom ?? shorter.days, isThin: entry.isThin,
            positives: entry.positives, checked: nil)
        }
        chance = chance.checked(by: entry)
        chances.append(chance)
        shorter = chance
      }
    }
    dyad = history.dyad
    self.origin = origin
    acts = known.own.count + known.reverse.count
    self.chances = chances
  }
}

extension Outlook.Chance {
  /// The same with the bin of the check whose mean forecast is nearest.
  fileprivate func checked(by entry: OutlookWeights.Entry) -> Outlook.Chance {
    Outlook.Chance(
      kind: kind, days: days, probability: probability, usual: usual, floor: floor, shares: shares,
      raisedFrom: raisedFrom, isThin: isThin, positives: positives,
      checked: entry.calibration.min {
        abs($0.forecast - probability) < abs($1.forecast - probability)
      })
  }
}

/// The acts before an origin with what is left of each at every half-life, over the exposure.
struct AgedActs {
  private let acts: [(act: DatedAct, isReverse: Bool)]
  private let left: [[Double]]

  init(_ history: DyadHistory, before origin: Int) {
    let exposures = DecayedCounts.halfLives.map {
      DecayedCounts.exposure(days: origin - history.start, halfLife: $0)
    }
    acts = history.own.map { ($0, false) } + history.reverse.map { ($0, true) }
    left = acts.map { act, _ in
      zip(DecayedCounts.halfLives, exposures).map { halfLife, exposure in
        DecayedCounts.left(after: origin - 1 - act.day, halfLife: halfLife) / exposure
      }
    }
  }

  /// What each act adds to the sum for a kind.
  func parts(kind: ActKind, model: LogisticSum) -> [Double] {
    let groups = OutlookColumns.groups(for: kind)
    let lives = DecayedCounts.halfLives.count
    return acts.indices.map { index in
      let (act, isReverse) = acts[index]
      var part = 0.0
      for (place, group) in groups.enumerated()
      where group.isReverse == isReverse && act.kinds.rawValue & (1 << UInt16(group.kind)) != 0 {
        for life in 0..<lives { part += model.weights[place * lives + life] * left[index][life] }
      }
      return part
    }
  }

  /// The parts above zero as shares of a total, the largest first.
  func shares(_ parts: [Double], of total: Double) -> [Outlook.Share] {
    parts.indices.filter { parts[$0] > 0 }.sorted { (parts[$1], $0) < (parts[$0], $1) }.map {
      Outlook.Share(act: acts[$0].act, isReverse: acts[$0].isReverse, share: parts[$0] / total)
    }
  }
}
