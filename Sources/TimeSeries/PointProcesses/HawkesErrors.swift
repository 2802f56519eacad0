import Estimation
import Foundation

/// Standard errors of the logarithms of the parameters of a fit.
public struct HawkesErrors: Hashable, Sendable, Codable {
  /// For each type's baseline; nothing for a type without events.
  public let baseline: [Double?]
  /// For each branching ratio, row the type that reacts; nothing for a ratio at zero.
  public let branching: [[Double?]]
  /// For the decay; nothing where no type reacts to any.
  public let decay: Double?

  /// Inverts the curvature of an objective by logarithms.
  ///
  /// The inverse of a matrix of blocks with one border has the inverse of each block, plus the square
  /// of the block's answer to the border over what the border's corner keeps.
  ///
  /// - Parameters:
  ///   - terms: The terms at the fit by the logarithms of all parameters.
  ///   - thetas: The parameters, type by type.
  /// - Complexity: O(*d*⁴) for *d* types.
  init?(_ terms: HawkesTerms, thetas: [Double]) {
    let size = terms.size
    var corner = terms.bend
    var variances = [Double?](repeating: nil, count: thetas.count)
    var answers = [Double](repeating: 0, count: thetas.count)
    var reacts = false
    for type in 0..<terms.order {
      // A parameter this small is at its bound: its logarithm has no normal error.
      let free = (0..<size).filter { thetas[type * size + $0] > 1e-9 }
      guard !free.isEmpty else { continue }
      reacts = reacts || free.contains { $0 > 0 }
      let matrix = free.flatMap { row in
        free.map { terms.curvature[(type * size + row) * size + $0] }
      }
      guard let factor = Cholesky(matrix, order: free.count) else { return nil }
      let inverse = factor.inverse()
      let answer = factor.solve(free.map { terms.border[type * size + $0] })
      for (index, row) in free.enumerated() {
        let place = type * size + row
        variances[place] = inverse[index * free.count + index]
        answers[place] = answer[index]
        corner -= terms.border[place] * answer[index]
      }
    }
    if reacts {
      guard corner > 0 else { return nil }
      for place in thetas.indices {
        variances[place]? += answers[place] * answers[place] / corner
      }
    }
    let errors = variances.map { $0.map { max(0, $0).squareRoot() } }
    baseline = (0..<terms.order).map { errors[$0 * size] }
    branching = (0..<terms.order).map { Array(errors[($0 * size + 1)..<(($0 + 1) * size)]) }
    decay = reacts ? (1 / corner).squareRoot() : nil
  }
}
