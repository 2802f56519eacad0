import Foundation

extension HawkesTerms {
  /// The same terms by the logarithms of the parameters.
  ///
  /// - Parameters:
  ///   - thetas: The parameters.
  ///   - keepsDefinite: Whether a part that bends upward away from a maximum is left out.
  func inLogarithms(of thetas: [Double], keepsDefinite: Bool) -> HawkesTerms {
    var terms = self
    for type in 0..<order {
      for row in 0..<size {
        let place = type * size + row
        let line = place * size
        let slope = thetas[place] * gradient[place]
        terms.gradient[place] = slope
        terms.border[place] *= thetas[place]
        for column in 0..<size {
          terms.curvature[line + column] *= thetas[place] * thetas[type * size + column]
        }
        terms.curvature[line + row] -= keepsDefinite ? min(0, slope) : slope
      }
    }
    return terms
  }

  /// Adds the logarithm of a prior's density, up to a constant, to terms by logarithms.
  mutating func add(
    _ prior: HawkesPrior, thetas: [Double], logDecay: Double, counts: [Int], horizon: Double
  ) {
    for type in 0..<order {
      let normal = prior.normal(count: counts[type], types: order, horizon: horizon)
      for row in 0..<size {
        let place = type * size + row
        let z = (log(thetas[place]) - normal.mean[row]) / normal.spread[row]
        value -= z * z / 2
        gradient[place] -= z / normal.spread[row]
        curvature[place * size + row] += 1 / (normal.spread[row] * normal.spread[row])
      }
    }
    let term = prior.decayTerm(logDecay)
    value += term.value
    slope += term.slope
    bend += 1 / (prior.delaySpread * prior.delaySpread)
  }
}
