import Foundation

/// The mix that one explanation expects, as the acts come in.
struct MarkCourse: Sendable {
  private let candidate: Candidate
  private let shockDays: Double
  private var inForce: [Double]
  private var after: [Double]

  init(_ candidate: Candidate, table: MarkTable) {
    self.candidate = candidate
    shockDays = Double(table.shockDays)
    inForce = table.parameters(of: candidate.kind.name, isInForce: true)
    after = table.parameters(of: candidate.kind.name, isInForce: false)
  }

  /// The log of the share that was expected of an act's kind, in nats; the act is then learned from.
  ///
  /// An act whose code leaves several kinds open has the sum of their shares, and is shared out
  /// among them in proportion.
  mutating func add(_ mark: MarkEvidence.Mark) -> Double {
    let isInForce = holds(on: mark.day)
    var parameters = isInForce ? inForce : after
    let places = mark.kinds.compactMap { HostileKind.allCases.firstIndex(of: $0) }
    let share = places.reduce(0) { $0 + parameters[$1] }
    let total = parameters.reduce(0, +)
    for place in places { parameters[place] += parameters[place] / share }
    if isInForce { inForce = parameters } else { after = parameters }
    return log(share / total)
  }

  /// The shares expected on a day.
  func shares(on day: Double) -> [HostileKind: Double] {
    let parameters = holds(on: day) ? inForce : after
    let total = parameters.reduce(0, +)
    return Dictionary(
      uniqueKeysWithValues: zip(HostileKind.allCases, parameters.map { $0 / total }))
  }

  /// Whether the story's condition holds on a day.
  private func holds(on day: Double) -> Bool {
    let conditions = candidate.conditions
    func middle(_ days: Conditions.Days) -> Double {
      Double(days.lowerBound + days.upperBound) / 2
    }
    switch candidate.kind.dates {
    case .goal: return conditions.goal.map { day <= middle($0) } ?? true
    case .redress: return conditions.redress.map { day <= middle($0) } ?? true
    case .rounds: return conditions.rounds.map(middle).max().map { day <= $0 } ?? true
    case .shocks:
      guard !conditions.shocks.isEmpty else { return true }
      return conditions.shocks.contains { (0...shockDays).contains(day - middle($0)) }
    case nil: return true
    }
  }
}
