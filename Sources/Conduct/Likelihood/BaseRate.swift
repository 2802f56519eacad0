import Foundation

/// What is expected of the log base rate of a stream before the record is read.
///
/// Two expectations are mixed, and the record says which holds. By *parity* an actor with no special
/// motive acts about as often as the other side, so that an excess asks for a motive. By *own count*
/// the base rate is whatever makes the story expect as many acts as there are, so that the number of
/// acts speaks for no story; where two sides escalate together, only this one is fair to stories
/// that need a raised rate.
struct BaseRate: Sendable {
  let centre: Double
  let spread: Double

  /// The centre by parity: the other side's recorded rate of the same tone, never further than a
  /// factor *e* from the actor's own; nothing for closures, which the other side's record lacks.
  static func parity(_ stream: ActStream, _ record: ConductRecord) -> Double? {
    func logRate(_ count: Double) -> Double { log((count + 1) / Double(record.length)) }
    let own = logRate(Double(record.count(stream.role))) - 0.4
    let other: Double
    switch stream {
    case .conciliatory: other = logRate(Double(record.count(.conciliationReceived)))
    case .hostile:
      // Closures received count as hostility, so closures of one's own take their share of it.
      let (hostile, closures) = (Double(record.count(.hostile)), Double(record.count(.closure)))
      let share = hostile + closures > 0 ? hostile / (hostile + closures) : 1
      other = logRate(Double(record.count(.hostilityReceived)) * share)
    case .closure: return nil
    }
    return own + max(-1, min(1, other - own))
  }

  /// The centre by own count: the log rate at which the median coefficients of a kind expect as many
  /// acts as the whole window holds, at least a quarter of them by initiative.
  static func ownCount(
    _ stream: ActStream, _ record: ConductRecord, kind: ConductKind, model: ConductModel,
    course: ConditionCovariates, answers: Excitation
  ) -> Double {
    func median(_ coefficient: Coefficient) -> Double {
      model.prior(of: coefficient, kind).median
    }
    var eta = [Double](repeating: 0, count: course.length)
    for coefficient in stream.rate where !coefficient.isBase {
      let size = median(coefficient)
      guard size != 0 else { continue }
      let column =
        coefficient == .appeasement ? answers.appeasement : course.column(coefficient)
      guard let column else { continue }
      let signed = coefficient == .appeasement ? -size : size
      for day in eta.indices { eta[day] += signed * column[day] }
    }
    let exposure = eta.reduce(0) { $0 + exp($1) }
    let count = Double(record.count(stream.role)) + 0.5
    let answered = stream.answers.reduce(0) { sum, coefficient in
      sum + median(coefficient) * answers.course(coefficient).reduce(0, +)
    }
    return log(max(count - answered, 0.25 * count) / max(exposure, 1e-9))
  }
}
