import Diplomacy
import Estimation

/// The dated conditions that an explanation refers to, in days from the start of the window.
///
/// Each date is a range of possible days. What an explanation does not state itself it takes from
/// the explanation of the case whose kind owns the condition, so that all explanations are priors
/// on the same likelihood.
struct Conditions: Hashable, Sendable {
  typealias Days = ClosedRange<Int>
  var goalStart: Days?
  var goal: Days?
  var onset: Days?
  var redress: Days?
  /// Whether the grievance fades with time instead of lasting until redress.
  var fades = false
  var shocks: [Days] = []
  var rounds: [Days] = []

  /// The conditions of an explanation within its case.
  init(of explanation: Explanation, in subject: Case) {
    func days(_ reference: DateReference?) -> Days? {
      guard let reference, let span = subject.span(of: reference) else { return nil }
      return (span.first - subject.window.first)...(span.last - subject.window.first)
    }
    func owner(_ condition: DatedCondition) -> Explanation? {
      if ConductKind.named(explanation.kind)?.dates == condition { return explanation }
      return subject.explanations.first { ConductKind.named($0.kind)?.dates == condition }
    }
    let (pending, grievance) = (owner(.goal), owner(.redress))
    goalStart = days(pending?.from)
    goal = days(pending?.until)
    onset = days(grievance?.from)
    redress = days(grievance?.until)
    fades = grievance.flatMap { ConductKind.named($0.kind)?.fades } ?? false
    if fades { redress = nil }
    // Where no story names a shock, the dates at home that the case names may be one.
    let shocks = owner(.shocks)?.shocks ?? []
    let domestic = subject.dates.filter { $0.kind == .domestic }.map { DateReference.name($0.id) }
    self.shocks = (shocks.isEmpty ? domestic : shocks).compactMap(days)
    rounds = (owner(.rounds)?.rounds ?? []).compactMap(days)
  }

  init() {}

  /// The conditions with the middle of each range of dates.
  var middle: DrawnConditions {
    func day(_ days: Days?) -> Int? { days.map { ($0.lowerBound + $0.upperBound) / 2 } }
    return DrawnConditions(
      goalStart: day(goalStart), goal: day(goal), onset: day(onset), redress: day(redress),
      fades: fades, shocks: shocks.compactMap(day).sorted(), rounds: rounds.compactMap(day).sorted()
    )
  }

  /// Whether every date is a single day.
  var isExact: Bool {
    ([goalStart, goal, onset, redress].compactMap { $0 } + shocks + rounds).allSatisfy {
      $0.count == 1
    }
  }

  /// The conditions with each date drawn from its range at a place between 0 and 1.
  func drawn(using generator: inout some RandomNumberGenerator) -> DrawnConditions {
    func day(_ days: Days?) -> Int? {
      guard let days else { return nil }
      return days.count == 1
        ? days.lowerBound : days.lowerBound + generator.index(below: days.count)
    }
    return DrawnConditions(
      goalStart: day(goalStart), goal: day(goal), onset: day(onset), redress: day(redress),
      fades: fades, shocks: shocks.compactMap(day).sorted(), rounds: rounds.compactMap(day).sorted()
    )
  }
}

/// The conditions on one draw of their dates.
struct DrawnConditions: Hashable, Sendable {
  var goalStart: Int?
  var goal: Int?
  var onset: Int?
  var redress: Int?
  var fades = false
  var shocks: [Int]
  var rounds: [Int]
}
