import Foundation

/// What earlier acts contribute to the rates of each day, on one draw of the dates.
///
/// Only acts of strictly earlier days count: acts of the same day have no order. A contribution
/// decays geometrically and sums to the mark of the act, so that a coefficient is the number of
/// acts brought forth by one act of average weight (a branching ratio).
struct Excitation: Sendable {
  /// Hostility received, conciliation received, and own hostility, for each day.
  let hostility: [Double]
  let conciliation: [Double]
  let momentum: [Double]
  /// Recent conciliatory acts received, each counted once and fading in 21 days, at most two.
  let appeasement: [Double]

  /// The days over which a conciliatory act received is remembered by the factor e.
  static let memoryDays = 21.0

  /// The mean number of days after which an act is answered.
  let answerDays: Double
  private let nodes: Int

  /// Lays out the contributions.
  init(_ record: ConductRecord, days: [Int], answerDays: Double, nodes: Int) {
    self.answerDays = answerDays
    self.nodes = nodes
    var hostile = [Double](repeating: 0, count: record.length)
    var conciliatory = hostile
    var own = hostile
    var gestures = hostile
    for (act, drawn) in zip(record.acts, days) {
      let possible = act.days(around: drawn, count: nodes)
      let share = 1 / Double(possible.count)
      for day in possible {
        switch act.role {
        case .hostile, .closure: own[day] += act.mark * share
        case .hostilityReceived: hostile[day] += act.mark * share
        case .conciliationReceived:
          conciliatory[day] += act.mark * share
          gestures[day] += share
        case .conciliatory: break
        }
      }
    }
    hostility = Self.decayed(hostile, days: answerDays)
    conciliation = Self.decayed(conciliatory, days: answerDays)
    momentum = Self.decayed(own, days: answerDays)
    let factor = exp(-1 / Self.memoryDays)
    var memory = 0.0
    appeasement = gestures.map { today in
      defer { memory = (memory + today) * factor }
      return min(memory, 2)
    }
  }

  /// The contribution that a coefficient multiplies.
  func course(_ coefficient: Coefficient) -> [Double] {
    switch coefficient {
    case .reactionHostile, .reactionClosure: hostility
    case .reactionConciliatory: conciliation
    case .momentum: momentum
    case .appeasement: appeasement
    default: []
    }
  }

  /// What an act of the actor's own contributes to ``momentum`` on a day.
  func own(_ act: ConductAct, drawn: Int, on day: Int) -> Double {
    let possible = act.days(around: drawn, count: nodes)
    return act.mark / Double(possible.count)
      * possible.reduce(0) { $0 + Self.weight(after: day - $1, answerDays: answerDays) }
  }

  /// Impulses spread over later days with geometrically falling weights that sum to one.
  static func decayed(_ impulses: [Double], days: Double) -> [Double] {
    let factor = exp(-1 / days)
    let share = 1 - factor
    var state = 0.0
    return impulses.map { today in
      defer { state = state * factor + today * share }
      return state
    }
  }

  /// The weight that an act of one day has on a later day.
  static func weight(after days: Int, answerDays: Double) -> Double {
    guard days > 0 else { return 0 }
    let factor = exp(-1 / answerDays)
    return (1 - factor) * pow(factor, Double(days - 1))
  }
}
