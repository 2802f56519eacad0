import Foundation

/// What is expected of the log base rate of a stream before the record is read.
///
/// The centre is the actor's own rate, lowered by 0.4 because a base rate leaves out what the named
/// conditions and earlier acts add. Where one side acts more often than the other, it moves with the
/// ratio of the other's rate to its own, by a factor *e* at most: an excess over the other side asks
/// for a motive. Where both act equally often nothing moves, so that two sides that escalate
/// together leave every story its chance. Closures of contact are centred on their own rate.
struct BaseRate: Sendable {
  let centre: Double
  let spread: Double

  /// A stated expectation.
  init(centre: Double, spread: Double) {
    self.centre = centre
    self.spread = spread
  }

  /// The expectation for a stream of a record.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - record: The record.
  ///   - spread: The standard deviation of the log base rate.
  ///   - parity: How far the centre follows the other side's rate: 0 not at all, 1 in full.
  init(_ stream: ActStream, _ record: ConductRecord, spread: Double, parity: Double) {
    func logRate(_ count: Double) -> Double { log((count + 1) / Double(record.length)) }
    let own = logRate(Double(record.count(stream.role)))
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
    centre = own - 0.4 + parity * max(-1, min(1, other - own))
    self.spread = spread
  }
}
