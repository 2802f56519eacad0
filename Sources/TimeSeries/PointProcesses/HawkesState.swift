import Foundation

/// What past events still weigh, and how fast that falls: the memory of exponential kernels.
///
/// For each type, with x the time since an event times the decay: the sums over past events of
/// m e⁻ˣ, then of m x e⁻ˣ, then of m x² e⁻ˣ. Types stand in pairs, as one register holds two numbers.
struct HawkesState: Sendable {
  /// The number of pairs of types.
  let pairs: Int
  /// When the sums hold.
  var time = 0.0
  /// The three sums, one after the other, each for all pairs of types.
  var sums: [SIMD2<Double>]

  /// No past events.
  init(pairs: Int) {
    self.pairs = pairs
    sums = [SIMD2<Double>](repeating: .zero, count: 3 * pairs)
  }

  /// The sums at the last of a stretch of events, over that stretch alone.
  ///
  /// Terms that are zero in double precision are not looked for.
  ///
  /// - Complexity: One exponential for each event within 745 mean delays of the last.
  init(after range: Range<Int>, of events: MarkedPointProcess, decay: Double, pairs: Int) {
    self.init(pairs: pairs)
    let end = events.times[range.upperBound - 1]
    sums.withUnsafeMutableBufferPointer { sums in
      for index in range.reversed() {
        let x = decay * (end - events.times[index])
        guard x < 745 else { break }
        let weight = exp(-x) * (events.marks?[index] ?? 1)
        let type = events.type[index]
        let unit = type & 1 == 0 ? SIMD2(weight, 0) : SIMD2(0, weight)
        sums[type >> 1] += unit
        sums[(type >> 1) + pairs] += unit * x
        sums[(type >> 1) + 2 * pairs] += unit * (x * x)
      }
    }
    time = end
  }

  /// One of the three sums for one type.
  func sum(_ power: Int, of type: Int) -> Double { sums[power * pairs + (type >> 1)][type & 1] }

  /// Lets time pass.
  mutating func advance(to time: Double, decay: Double) {
    let x = decay * (time - self.time)
    self.time = time
    let kept = exp(-x)
    for pair in 0..<pairs {
      let level = sums[pair]
      let delayed = sums[pairs + pair]
      sums[2 * pairs + pair] = (sums[2 * pairs + pair] + 2 * x * delayed + x * x * level) * kept
      sums[pairs + pair] = (delayed + x * level) * kept
      sums[pair] = level * kept
    }
  }

  /// Adds what a later stretch left, at the end of that stretch.
  mutating func append(_ stretch: HawkesState, decay: Double) {
    advance(to: stretch.time, decay: decay)
    for place in sums.indices { sums[place] += stretch.sums[place] }
  }
}
