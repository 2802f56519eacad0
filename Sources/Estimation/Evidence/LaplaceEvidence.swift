import Foundation

/// The evidence of a model by Laplace's method at the mode of its posterior.
///
/// With the unnormalised log posterior *f* at its mode and the negative Hessian *H* there, the log
/// evidence is *f* + ½ *d* log 2π − ½ log det *H*.
///
/// > Tierney, L., Kadane, J. *JASA* 81, 1986, 82-86; Kass, R., Raftery, A. *JASA* 90, 1995, 773-795.
public struct LaplaceEvidence: Hashable, Sendable {
  /// The log evidence in nats.
  public let logEvidence: Double
  /// The mode of the posterior.
  public let mode: [Double]
  /// The factor of the negative Hessian at the mode.
  public let precision: Cholesky
  /// Whether the Hessian had to be repaired because the mode is not a regular maximum.
  public let isRepaired: Bool

  /// Takes the evidence from the maximum of an unnormalised log posterior in nats.
  ///
  /// - Parameter maximum: The maximum; the prior must be normalised for the evidence to be one.
  public init(_ maximum: Maximum) {
    let n = maximum.point.count
    var negative = maximum.hessian.map { -$0 }
    for row in 0..<n {
      for column in 0..<row { negative[column * n + row] = negative[row * n + column] }
    }
    var ridge = 0.0
    var factor = Cholesky(negative, order: n)
    while factor == nil, ridge < 1e6 {
      ridge = max(1e-3, ridge * 10)
      var lifted = negative
      for i in 0..<n { lifted[i * n + i] += ridge }
      factor = Cholesky(lifted, order: n)
    }
    isRepaired = ridge > 0
    precision = factor ?? .identity(n)
    mode = maximum.point
    logEvidence =
      maximum.value + 0.5 * Double(n) * log(2 * Double.pi) - 0.5 * precision.logDeterminant
  }

  /// A draw from the normal approximation of the posterior.
  public func draw(using generator: inout some RandomNumberGenerator) -> [Double] {
    let offset = precision.backward((0..<mode.count).map { _ in generator.normal() })
    return zip(mode, offset).map { $0 + $1 }
  }
}

extension Cholesky {
  /// The factor of the identity matrix.
  static func identity(_ order: Int) -> Cholesky {
    var lower = [Double](repeating: 0, count: order * order)
    for i in 0..<order { lower[i * order + i] = 1 }
    return Cholesky(order: order, lower: lower)
  }

  private init(order: Int, lower: [Double]) {
    self.order = order
    self.lower = lower
  }
}
