import Foundation

/// For one decay, what each event's intensity is made of: a row of features per event.
///
/// With one decay for all pairs the intensity of an event is linear in baseline and branching
/// ratios, so the likelihood falls apart into one concave problem per type.
struct HawkesFeatures: Sendable {
  let order: Int
  /// The rows of each type start here in the two tables; one more entry marks the end.
  let start: [Int]
  /// For each event, grouped by type, β R_j of every source type.
  let value: [Double]
  /// The derivatives of the rows by the decay.
  let slope: [Double]
  /// The coefficient of each source's branching ratio in the compensator.
  let exposure: [Double]
  /// The derivative of the exposures by the decay.
  let exposureSlope: [Double]
  let horizon: Double

  /// Computes the features in one pass.
  ///
  /// - Complexity: O(*n* *d*) with one exponential an event.
  init(of events: TypedEvents, decay: Double) {
    let order = events.types.count
    let counts = events.counts
    var start = [0]
    for count in counts { start.append((start.last ?? 0) + count) }
    var next = start
    var response = [Double](repeating: 0, count: order)
    var delayed = [Double](repeating: 0, count: order)
    var exposure = [Double](repeating: 0, count: order)
    var exposureSlope = [Double](repeating: 0, count: order)
    let size = events.count * order
    var slope = [Double](repeating: 0, count: size)
    let value = [Double](unsafeUninitializedCapacity: size) { value, filled in
      slope.withUnsafeMutableBufferPointer { slope in
        var last = 0.0
        for index in events.times.indices {
          let time = events.times[index]
          let elapsed = time - last
          last = time
          let kept = exp(-decay * elapsed)
          let type = events.type[index]
          let row = next[type] * order
          next[type] += 1
          for source in 0..<order {
            delayed[source] = (delayed[source] + elapsed * response[source]) * kept
            response[source] *= kept
            value.initializeElement(at: row + source, to: decay * response[source])
            slope[row + source] = response[source] - decay * delayed[source]
          }
          let mark = events.marks?[index] ?? 1
          response[type] += mark
          let remaining = events.horizon - time
          let unspent = exp(-decay * remaining)
          exposure[type] += mark * (1 - unspent)
          exposureSlope[type] += mark * remaining * unspent
        }
      }
      filled = size
    }
    self.order = order
    self.start = start
    self.value = value
    self.slope = slope
    self.exposure = exposure
    self.exposureSlope = exposureSlope
    horizon = events.horizon
  }
}
