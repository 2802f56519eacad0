import Foundation

/// The local linear trend model: a level whose slope wanders too.
///
///     y_t = μ_t + ε_t;   μ_{t+1} = μ_t + ν_t + η_t;   ν_{t+1} = ν_t + ζ_t
///
/// Level and slope are found together from the block tridiagonal precision of all states given the
/// values, which holds the diffuse start exactly. Steps are of one unit; a missing value is not a
/// number.
///
/// > Durbin and Koopman (2012), section 3.2.
public struct LocalTrend: Hashable, Sendable, Codable {
  /// The variance of the noise, above zero.
  public var noise: Double
  /// The variance of the change of the level.
  public var levelChange: Double
  /// The variance of the change of the slope.
  public var slopeChange: Double

  /// Makes a model; the variances of change are kept above a hundred-millionth of the noise.
  public init(noise: Double, levelChange: Double, slopeChange: Double) {
    self.noise = noise
    self.levelChange = max(levelChange, noise * 1e-8)
    self.slopeChange = max(slopeChange, noise * 1e-8)
  }

  /// Level and slope at each time, with the variance of the level.
  public struct Smoothed: Hashable, Sendable, Codable {
    /// The mean of the level.
    public let level: [Double]
    /// The variance of the level.
    public let variance: [Double]
    /// The mean of the slope.
    public let slope: [Double]
    /// The log-likelihood, in nats, with the constants of the first two values.
    public let logLikelihood: Double
    /// The sum of squared standardised errors and changes.
    let quadratic: Double
  }

  /// Smooths values.
  ///
  /// - Parameters:
  ///   - values: The values in order of time; a missing one is not a number.
  ///   - weights: The precision of each value relative to the noise; one where left out.
  /// - Throws: ``SeriesError`` where fewer than three values are there.
  /// - Complexity: O(*n*).
  public func smoothed(_ values: [Double], weights: [Double]? = nil) throws(SeriesError)
    -> Smoothed
  {
    let count = values.count
    let there = values.filter(\.isFinite).count
    guard there >= 3 else {
      throw SeriesError("\(there) values are there; a trend needs at least three")
    }
    // Precision of a transition in (level, slope) of both ends: G = T' Q⁻¹ T, off-diagonal −T' Q⁻¹.
    let (a, b) = (1 / levelChange, 1 / slopeChange)
    let forward = Block(xx: a, xy: a, yy: a + b)
    let here = Block(xx: a, xy: 0, yy: b)
    var factors: [Block] = []
    var rights: [(Double, Double)] = []
    var logDeterminant = 0.0
    var previous: (inverse: Block, right: (Double, Double))?
    for index in 0..<count {
      var block = Block(xx: 0, xy: 0, yy: 0)
      var right = (0.0, 0.0)
      if values[index].isFinite {
        let precision = (weights?[index] ?? 1) / noise
        block.xx += precision
        right.0 += precision * values[index]
      }
      if index < count - 1 { block = block + forward }
      if let previous {
        block = block + here
        // Subtract E inverse E', with E = −Q⁻¹ T the coupling of this state to the one before.
        let e = (xx: -a, xy: -a, yx: 0.0, yy: -b)
        let inverse = previous.inverse
        let m = (
          xx: e.xx * inverse.xx + e.xy * inverse.xy, xy: e.xx * inverse.xy + e.xy * inverse.yy,
          yx: e.yx * inverse.xx + e.yy * inverse.xy, yy: e.yx * inverse.xy + e.yy * inverse.yy
        )
        block.xx -= m.xx * e.xx + m.xy * e.xy
        block.xy -= m.xx * e.yx + m.xy * e.yy
        block.yy -= m.yx * e.yx + m.yy * e.yy
        right.0 -= m.xx * previous.right.0 + m.xy * previous.right.1
        right.1 -= m.yx * previous.right.0 + m.yy * previous.right.1
      }
      logDeterminant += log(block.determinant)
      factors.append(block)
      rights.append(right)
      previous = (block.inverse, right)
    }
    return solve(values, weights, factors, rights, logDeterminant, there)
  }

  private func solve(
    _ values: [Double], _ weights: [Double]?, _ factors: [Block], _ rights: [(Double, Double)],
    _ logDeterminant: Double, _ there: Int
  ) -> Smoothed {
    let count = values.count
    let (a, b) = (1 / levelChange, 1 / slopeChange)
    var level = [Double](repeating: 0, count: count)
    var slope = level
    var variance = level
    var covariance = Block(xx: 0, xy: 0, yy: 0)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let inverse = factors[index].inverse
      var right = rights[index]
      if index < count - 1 {
        // The coupling to the next state: −T' Q⁻¹.
        right.0 += a * level[index + 1]
        right.1 += a * level[index + 1] + b * slope[index + 1]
      }
      level[index] = inverse.xx * right.0 + inverse.xy * right.1
      slope[index] = inverse.xy * right.0 + inverse.yy * right.1
      if index < count - 1 {
        // Gain J = inverse T' Q⁻¹; covariance = inverse + J C J'.
        let j = (
          xx: inverse.xx * a + inverse.xy * a, xy: inverse.xy * b,
          yx: inverse.xy * a + inverse.yy * a, yy: inverse.yy * b
        )
        let c = covariance
        let m = (
          xx: j.xx * c.xx + j.xy * c.xy, xy: j.xx * c.xy + j.xy * c.yy,
          yx: j.yx * c.xx + j.yy * c.xy, yy: j.yx * c.xy + j.yy * c.yy
        )
        covariance = Block(
          xx: inverse.xx + m.xx * j.xx + m.xy * j.xy, xy: inverse.xy + m.xx * j.yx + m.xy * j.yy,
          yy: inverse.yy + m.yx * j.yx + m.yy * j.yy)
      } else {
        covariance = inverse
      }
      variance[index] = covariance.xx
    }
    var quadratic = 0.0
    var logWeights = 0.0
    for index in 0..<count {
      if values[index].isFinite {
        let error = values[index] - level[index]
        let weight = weights?[index] ?? 1
        quadratic += weight * error * error / noise
        if weight != 1 { logWeights += log(weight) }
      }
      if index < count - 1 {
        let change = level[index + 1] - level[index] - slope[index]
        let turn = slope[index + 1] - slope[index]
        quadratic += change * change * a + turn * turn * b
      }
    }
    let constants =
      -0.5 * Double(there) * log(2 * Double.pi) - 0.5 * Double(there) * log(noise)
      - 0.5 * Double(count - 1) * log(levelChange * slopeChange) + 0.5 * logWeights
    return Smoothed(
      level: level, variance: variance, slope: slope,
      logLikelihood: constants - 0.5 * logDeterminant - 0.5 * quadratic, quadratic: quadratic)
  }

  /// A symmetric two-by-two matrix.
  private struct Block {
    var xx: Double
    var xy: Double
    var yy: Double

    var determinant: Double { xx * yy - xy * xy }

    var inverse: Block {
      let determinant = self.determinant
      return Block(xx: yy / determinant, xy: -xy / determinant, yy: xx / determinant)
    }

    static func + (lhs: Block, rhs: Block) -> Block {
      Block(xx: lhs.xx + rhs.xx, xy: lhs.xy + rhs.xy, yy: lhs.yy + rhs.yy)
    }
  }
}
