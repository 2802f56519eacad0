import Foundation

/// What is expected of the log base rate of a stream before the record is read.
///
/// An actor with no special motive is expected to act about as often toward the other side as the
/// other side acts toward it (parity); so the centre is the other side's recorded rate of the same
/// tone, but never further than a factor *e* from the actor's own rate, so that a record in which
/// one side is almost silent does not decide the comparison. Closures of contact are centred on
/// their own rate.
struct BaseRate: Sendable {
  let centre: Double
  let spread: Double

  /// A stated expectation.
  init(centre: Double, spread: Double) {
    self.centre = centre
    self.spread = spread
  }

  /// The expectation for a stream of a record.
  init(_ stream: ActStream, _ record: ConductRecord, spread: Double) {
    func logRate(_ count: Double) -> Double { log((count + 1) / Double(record.length)) }
    let own = logRate(Double(record.count(stream.role))) - 0.4
    var other = own
    switch stream {
    case .conciliatory: other = logRate(Double(record.count(.conciliationReceived)))
    case .hostile:
      // Closures received count as hostility, so closures of one's own take their share of it.
      let (hostile, closures) = (Double(record.count(.hostile)), Double(record.count(.closure)))
      let share = hostile + closures > 0 ? hostile / (hostile + closures) : 1
      other = logRate(Double(record.count(.hostilityReceived)) * share)
    case .closure: break
    }
    centre = own + max(-1, min(1, other - own))
    self.spread = spread
  }
}
