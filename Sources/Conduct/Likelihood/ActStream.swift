/// One kind of act of the actor, with the coefficients that drive its daily rate.
///
/// The rate on a day is the exponential of a sum over `rate` (initiative) plus a sum over
/// ``answers`` (reaction and momentum). No coefficient drives two streams, so the evidence of an
/// explanation is the product of the evidence of its streams.
enum ActStream: Int, CaseIterable, Sendable {
  case hostile
  case conciliatory
  case closure

  /// The part that the acts of the stream play in the record.
  var role: ActRole {
    switch self {
    case .hostile: .hostile
    case .conciliatory: .conciliatory
    case .closure: .closure
    }
  }

  /// The coefficients in the exponent; the base rate comes first.
  var rate: [Coefficient] {
    switch self {
    case .hostile:
      [
        .baseHostile, .goalHostile, .redressHostile, .shockHostile, .roundHostile, .trend, .bend,
        .appeasement,
      ]
    case .conciliatory:
      [.baseConciliatory, .goalConciliatory, .redressConciliatory, .roundConciliatory]
    case .closure: [.baseClosure, .goalClosure, .redressClosure]
    }
  }

  /// The coefficients of what earlier acts bring forth.
  var answers: [Coefficient] {
    switch self {
    case .hostile: [.reactionHostile, .momentum]
    case .conciliatory: [.reactionConciliatory]
    case .closure: [.reactionClosure]
    }
  }
}
