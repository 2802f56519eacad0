/// The log-likelihood of a process with one decay for all pairs, and its first and second derivatives.
///
/// Parameters of different reacting types meet only through the decay: the curvature is a block for
/// each type, bordered by one row for the decay. A type's parameters are its baseline, then the
/// branching ratios of the types it reacts to; types follow one another.
struct HawkesTerms: Hashable, Sendable {
  /// The number of types.
  let order: Int
  /// The log-likelihood in nats, or the objective that a prior makes of it.
  var value: Double
  /// The derivatives by the parameters of each type.
  var gradient: [Double]
  /// The derivative by the logarithm of the decay.
  var slope: Double
  /// For each type, the negative second derivatives by its parameters, a full square row by row.
  var curvature: [Double]
  /// For each parameter, the negative mixed derivative with the logarithm of the decay.
  var border: [Double]
  /// The negative second derivative by the logarithm of the decay.
  var bend: Double

  /// The number of parameters of one type.
  var size: Int { order + 1 }

  /// Zeros.
  init(order: Int) {
    self.order = order
    let size = order + 1
    value = 0
    gradient = [Double](repeating: 0, count: order * size)
    slope = 0
    curvature = [Double](repeating: 0, count: order * size * size)
    border = [Double](repeating: 0, count: order * size)
    bend = 0
  }
}
