import Foundation

/// The sums over one stretch of events that the likelihood's derivatives are made of.
///
/// With R, D and E the memory of `HawkesState`, β the decay, a the branching ratios of an event's
/// type times β and λ its intensity, the derivatives of λ by log β are u = a·(R − D) and
/// a·(R − 3 D + E).
struct HawkesTally: Sendable {
  /// Where the sums of each type stand, counted in pairs of numbers.
  struct Layout: Sendable {
    let order: Int
    let pairs: Int
    let stride: Int

    init(order: Int) {
      self.order = order
      pairs = (order + 1) / 2
      stride = 2 + (3 + order) * pairs
    }

    /// Σ 1/λ and Σ 1/λ².
    func inverse(_ type: Int) -> Int { type * stride }
    /// Σ u/λ² and Σ u/λ.
    func decay(_ type: Int) -> Int { type * stride + 1 }
    /// Σ R/λ.
    func gradient(_ type: Int) -> Int { type * stride + 2 }
    /// Σ R/λ².
    func mixed(_ type: Int) -> Int { type * stride + 2 + pairs }
    /// Σ u R/λ² − (R − D)/λ.
    func border(_ type: Int) -> Int { type * stride + 2 + 2 * pairs }
    /// Σ R Rᵀ/λ², up to and with the pair of the diagonal.
    func square(_ type: Int, row: Int) -> Int { type * stride + 2 + (3 + row) * pairs }
  }

  /// The sum of the logarithms of the intensities.
  private(set) var logs: Double
  /// Σ u²/λ² less the second derivative of λ by log β over λ.
  private(set) var bend: Double
  /// The memory at the last event of the stretch.
  private(set) var memory: HawkesState
  private var sums: [SIMD2<Double>]

  /// The sum at a place of the layout.
  subscript(place: Int) -> SIMD2<Double> { sums[place] }

  /// Adds the sums of the next stretch.
  mutating func append(_ other: HawkesTally) {
    logs += other.logs
    bend += other.bend
    memory = other.memory
    for place in sums.indices { sums[place] += other.sums[place] }
  }

  /// Goes through a stretch of events.
  init(
    of range: Range<Int>, in events: MarkedPointProcess, from start: HawkesState, thetas: [Double],
    decay: Double, layout: Layout
  ) {
    let pairs = layout.pairs
    let size = layout.order + 1
    var ratios = [SIMD2<Double>](repeating: .zero, count: layout.order * pairs)
    for type in 0..<layout.order {
      for source in 0..<layout.order {
        ratios[type * pairs + (source >> 1)][source & 1] = decay * thetas[type * size + 1 + source]
      }
    }
    var memory = start
    memory.time = events.times[range.upperBound - 1]
    var sums = [SIMD2<Double>](repeating: .zero, count: layout.order * layout.stride)
    var logs = LogSum()
    var bend = 0.0
    sums.withUnsafeMutableBufferPointer { sums in
      memory.sums.withUnsafeMutableBufferPointer { memory in
        Self.go(
          through: range, of: events, after: start.time, decay: decay, layout: layout,
          thetas: thetas, ratios: ratios, memory: memory, sums: sums, logs: &logs, bend: &bend)
      }
    }
    self.sums = sums
    self.memory = memory
    self.logs = logs.sum
    self.bend = bend
  }

  /// How many exponentials are taken before they are used.
  private static let run = 512

  private static func go(
    through range: Range<Int>, of events: MarkedPointProcess, after start: Double, decay: Double,
    layout: Layout, thetas: [Double], ratios: [SIMD2<Double>],
    memory: UnsafeMutableBufferPointer<SIMD2<Double>>,
    sums: UnsafeMutableBufferPointer<SIMD2<Double>>, logs: inout LogSum, bend: inout Double
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * run) { buffer in
      let elapsed = UnsafeMutableBufferPointer(rebasing: buffer[..<run])
      let kept = UnsafeMutableBufferPointer(rebasing: buffer[run...])
      var last = start
      var first = range.lowerBound
      while first < range.upperBound {
        let piece = first..<min(first + run, range.upperBound)
        for (place, index) in piece.enumerated() {
          let x = decay * (events.times[index] - last)
          last = events.times[index]
          elapsed[place] = x
          kept[place] = exp(-x)
        }
        step(
          piece, events, elapsed, kept, layout, thetas, ratios, memory, sums, &logs, &bend)
        first = piece.upperBound
      }
    }
  }

  private static func step(
    _ piece: Range<Int>, _ events: MarkedPointProcess,
    _ elapsed: UnsafeMutableBufferPointer<Double>,
    _ kept: UnsafeMutableBufferPointer<Double>, _ layout: Layout, _ thetas: [Double],
    _ ratios: [SIMD2<Double>], _ memory: UnsafeMutableBufferPointer<SIMD2<Double>>,
    _ sums: UnsafeMutableBufferPointer<SIMD2<Double>>, _ logs: inout LogSum, _ bend: inout Double
  ) {
    let pairs = layout.pairs
    let size = layout.order + 1
    guard let memory = memory.baseAddress, let sums = sums.baseAddress else { return }
    let response = memory
    let delayed = memory + pairs
    let twice = memory + 2 * pairs
    ratios.withUnsafeBufferPointer { ratios in
      for (place, index) in piece.enumerated() {
        let x = elapsed[place]
        let k = kept[place]
        let type = events.type[index]
        let row = type * pairs
        var direct = SIMD2<Double>.zero
        var later = SIMD2<Double>.zero
        var last = SIMD2<Double>.zero
        for pair in 0..<pairs {
          let level = response[pair]
          let delay = delayed[pair]
          let gone = level * x
          let second = (twice[pair] + (2 * delay + gone) * x) * k
          let first = (delay + gone) * k
          let now = level * k
          twice[pair] = second
          delayed[pair] = first
          response[pair] = now
          let a = ratios[row + pair]
          direct += a * now
          later += a * first
          last += a * second
        }
        let reaction = direct.x + direct.y
        let later1 = later.x + later.y
        let intensity = thetas[type * size] + reaction
        logs.add(intensity)
        let inverse = 1 / intensity
        let u = (reaction - later1) * inverse
        bend += u * u - (reaction - 3 * later1 + last.x + last.y) * inverse
        let own = sums + type * layout.stride
        own[0] += SIMD2(inverse, inverse * inverse)
        own[1] += SIMD2(u * inverse, u)
        let gradient = own + 2
        let mixed = gradient + pairs
        let border = mixed + pairs
        let square = border + pairs
        for pair in 0..<pairs {
          let y = response[pair] * inverse
          gradient[pair] += y
          mixed[pair] += y * inverse
          border[pair] += y * u - (y - delayed[pair] * inverse)
          let lineX = square + 2 * pair * pairs
          for other in 0...pair {
            lineX[other] += response[other] * (inverse * y.x)
          }
          if 2 * pair + 1 < layout.order {
            let lineY = lineX + pairs
            for other in 0...pair {
              lineY[other] += response[other] * (inverse * y.y)
            }
          }
        }
        let mark = events.marks?[index] ?? 1
        response[type >> 1] += type & 1 == 0 ? SIMD2(mark, 0) : SIMD2(0, mark)
      }
    }
  }
}
