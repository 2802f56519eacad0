import Foundation

/// The course over the days of the conditions that drive the rates, on one draw of their dates.
struct ConditionCovariates: Sendable {
  /// The conditions.
  let conditions: DrawnConditions
  /// The number of days.
  let length: Int
  private var columns: [Coefficient: [Double]] = [:]

  /// The days over which a domestic shock fades by the factor e.
  static let shockDays = 21.0
  /// The days over which a grievance that is not redressed cools by the factor e.
  static let coolingDays = 60.0
  /// The days over which the approach of a round builds by the factor e.
  static let approachDays = 14.0
  /// The days after a round in which its yield is expected.
  static let yieldDays = 14

  /// Lays out the course.
  ///
  /// - Parameters:
  ///   - conditions: The dates.
  ///   - length: The number of days.
  ///   - pace: A factor on the days over which conditions build and fade; 1 but in simulations.
  init(_ conditions: DrawnConditions, length: Int, pace: Double = 1) {
    self.conditions = conditions
    self.length = length
    let goal = Self.indicator(length, from: conditions.goalStart, until: conditions.goal)
    var redress = Self.indicator(length, from: conditions.onset, until: conditions.redress)
    if conditions.fades, let onset = conditions.onset {
      for day in redress.indices {
        redress[day] *= exp(-Double(day - onset) / (pace * Self.coolingDays))
      }
    }
    var shock = [Double](repeating: 0, count: length)
    for start in conditions.shocks {
      for day in max(0, start)..<max(length, max(0, start)) where day < length {
        shock[day] = min(1, shock[day] + exp(-Double(day - start) / (pace * Self.shockDays)))
      }
    }
    var approach = [Double](repeating: 0, count: length)
    var yield = approach
    for round in conditions.rounds {
      for day in 0..<length {
        if day <= round {
          approach[day] = max(approach[day], exp(-Double(round - day) / (pace * Self.approachDays)))
        } else if day <= round + Self.yieldDays {
          yield[day] = 1
        }
      }
    }
    let time = (0..<length).map { Double($0) / Double(length) - 0.5 }
    set(.goalHostile, goal)
    set(.goalClosure, goal)
    set(.goalConciliatory, goal.map { -$0 })
    set(.redressHostile, redress)
    set(.redressClosure, redress)
    set(.redressConciliatory, redress.map { -$0 })
    set(.shockHostile, shock)
    set(.roundHostile, approach)
    set(.roundConciliatory, yield)
    set(.trend, time)
    set(.bend, time.map { 4 * $0 * $0 - 1 / 3.0 })
    let ones = [Double](repeating: 1, count: length)
    for base in [Coefficient.baseHostile, .baseConciliatory, .baseClosure] { set(base, ones) }
  }

  /// The course of the condition that a coefficient multiplies, or nothing where it never holds.
  func column(_ coefficient: Coefficient) -> [Double]? { columns[coefficient] }

  private mutating func set(_ coefficient: Coefficient, _ values: [Double]) {
    guard values.contains(where: { $0 != 0 }) else { return }
    columns[coefficient] = values
  }

  private static func indicator(_ length: Int, from: Int?, until: Int?) -> [Double] {
    guard from != nil || until != nil else { return [Double](repeating: 0, count: length) }
    return (0..<length).map { $0 >= (from ?? .min) && $0 < (until ?? .max) ? 1 : 0 }
  }
}
