import Estimation
import Foundation

/// The log posterior of the coefficients of one stream under one explanation, in nats.
///
/// Arguments are in the order of the design: the exponent, the wandering, the answers. Positive
/// coefficients enter by their logarithm, where their prior is normal. The prior is normalised.
struct StreamPosterior: SecondOrderObjective {
  let design: StreamDesign
  /// The days over which the rate is summed, with or without the wandering.
  let exposure: Exposure
  /// The number of columns of the exponent in use, with or without the wandering.
  let columns: Int
  let centre: [Double]
  let spread: [Double]
  let isPositive: [Bool]
  private let constant: Double

  /// Sets up the posterior.
  ///
  /// - Parameters:
  ///   - design: What the acts are regressed on.
  ///   - kind: The kind of conduct, whose priors are taken.
  ///   - model: The settings, of which the prior scale is used.
  ///   - wandering: The standard deviation of the wandering in 30 days; 0 for none.
  ///   - base: The prior of the log base rate.
  init(
    _ design: StreamDesign, kind: ConductKind, model: ConductModel, wandering: Double,
    base: BaseRate
  ) {
    self.design = design
    let terms = wandering > 0 ? design.wanderingTerms : 0
    exposure = terms > 0 ? design.wandering : design.still
    columns = design.rate.count + terms
    var (centre, spread, isPositive) = ([Double](), [Double](), [Bool]())
    func add(_ coefficient: Coefficient) {
      let prior = model.prior(of: coefficient, kind)
      let centred =
        coefficient.isPositive
        ? log(prior.median) : prior.median + (coefficient.isBase ? base.centre : 0)
      centre.append(centred)
      spread.append(coefficient.isBase ? base.spread : prior.spread)
      isPositive.append(coefficient.isPositive)
    }
    for coefficient in design.rate { add(coefficient) }
    for _ in 0..<terms {
      centre.append(0)
      spread.append(wandering)
      isPositive.append(false)
    }
    for coefficient in design.answers { add(coefficient) }
    self.centre = centre
    self.spread = spread
    self.isPositive = isPositive
    constant = spread.reduce(-0.5 * Double(spread.count) * log(2 * Double.pi)) { $0 - log($1) }
  }

  var dimension: Int { centre.count }

  /// The coefficients on their own scale.
  func coefficients(at point: [Double]) -> [Double] {
    zip(point, isPositive).map { $1 ? exp($0) : $0 }
  }

  /// The log prior density.
  func logPrior(at point: [Double]) -> Double {
    var sum = constant
    for i in point.indices {
      let z = (point[i] - centre[i]) / spread[i]
      sum -= 0.5 * z * z
    }
    return sum
  }

  func value(at point: [Double]) -> Double { logLikelihood(at: point) + logPrior(at: point) }

  /// The log likelihood in nats.
  func logLikelihood(at point: [Double]) -> Double {
    typealias Lane = StreamDesign.Lane
    let theta = coefficients(at: point)
    let answers = design.answers.count
    var sum = 0.0
    let p = exposure.lanes
    exposure.columns.withUnsafeBufferPointer { z in
      for lane in 0..<p {
        var eta = Lane.zero
        for k in 0..<columns { eta += z[k * p + lane] * theta[k] }
        sum -= (exposure.days[lane] * Self.exponential(eta)).sum()
      }
    }
    let (rows, m) = (design.rows, design.rows.rowLanes)
    design.actColumns.withUnsafeBufferPointer { z in
      for lane in 0..<rows.lanes {
        var rate = Lane.zero
        for node in 0..<rows.nodeCount(lane) {
          let row = rows.row(node, lane)
          var eta = Lane.zero
          for k in 0..<columns { eta += z[k * m + row] * theta[k] }
          rate += rows.weight(lane) * Self.exponential(eta)
          for j in 0..<answers { rate += design.actAnswers[j * m + row] * theta[columns + j] }
        }
        // A slot without an act has the rate 1, whose logarithm is zero.
        for i in 0..<4 { sum += log(rate[i]) }
      }
    }
    for j in 0..<answers { sum -= theta[columns + j] * design.answerTotals[j] }
    return sum
  }

  /// The exponential of four numbers at once, to a relative error below 1e-13 within ±700.
  ///
  /// The argument is split into a multiple of log 2 and a rest of at most half of it, on which the
  /// power series is summed to the eleventh term.
  @inline(__always)
  static func exponential(_ argument: SIMD4<Double>) -> SIMD4<Double> {
    typealias Lane = SIMD4<Double>
    let x = argument.replacing(with: 700, where: argument .> 700)
      .replacing(with: -700, where: argument .< -700)
    // Adding 1.5 * 2^52 leaves the nearest integer in the low bits.
    let shifter = 6_755_399_441_055_744.0
    let shifted = x * 1.442_695_040_888_963_4 + shifter
    let whole = shifted - shifter
    let rest = (x - whole * 0.693_147_180_369_123_8) - whole * 1.908_214_929_270_587_7e-10
    var sum = Lane(repeating: 1 / 39_916_800)
    sum = sum * rest + 1 / 3_628_800
    sum = sum * rest + 1 / 362_880
    sum = sum * rest + 1 / 40_320
    sum = sum * rest + 1 / 5_040
    sum = sum * rest + 1 / 720
    sum = sum * rest + 1 / 120
    sum = sum * rest + 1 / 24
    sum = sum * rest + 1 / 6
    sum = sum * rest + 0.5
    sum = sum * rest + 1
    sum = sum * rest + 1
    let power = unsafeBitCast(shifted, to: SIMD4<Int64>.self) &<< 52
    return unsafeBitCast(unsafeBitCast(sum, to: SIMD4<Int64>.self) &+ power, to: Lane.self)
  }
}
