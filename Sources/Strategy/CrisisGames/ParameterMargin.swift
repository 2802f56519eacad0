import Games
/// How far one parameter alone may move before a profile starts or ceases to be an equilibrium.
public struct ParameterMargin: Hashable, Sendable, Codable {
  /// The parameter's name.
  public let name: String
  /// The analyst's value.
  public let value: Double
  /// The nearest value below at which the answer changes; nil if it never does.
  public let below: Double?
  /// The nearest value above at which the answer changes; nil if it never does.
  public let above: Double?
  /// The smaller of both distances as a share of the value's size; nil if there is none.
  public let share: Double?

  /// Measures the margins of all parameters, nearest first.
  ///
  /// Along one parameter each inequality changes sign at its roots only, so the answer is constant
  /// between neighbouring roots and is tested once in each interval.
  ///
  /// - Parameters:
  ///   - regions: Regions of which one must hold.
  ///   - crisis: The game.
  ///   - further: Regions that hold at a point just beyond an edge; where there are any, the edge is
  ///     none, and the search goes on with them.
  static func margins(
    of regions: [EquilibriumRegion], in crisis: CrisisModel,
    further: ([Rational]) -> [EquilibriumRegion] = { _ in [] }
  ) -> [ParameterMargin] {
    let point = crisis.parameters.map(\.value)
    let here = regions.contains { $0.contains(point) }
    return crisis.parameters.indices.map { index in
      let parameter = crisis.parameters[index]
      let value = parameter.value
      var known = regions
      func edge(_ direction: Rational) -> Rational? {
        for _ in 0..<20 {
          guard let (root, beyond) = Self.edge(known, index, at: point, direction, here) else {
            return nil
          }
          if let high = parameter.high, root > high { return nil }
          if let low = parameter.low, root < low { return nil }
          let more = here ? further(beyond).filter { !known.contains($0) } : []
          if more.isEmpty { return root }
          known += more
        }
        return nil
      }
      let above = edge(1)
      let below = edge(-1)
      let distances = [above, below].compactMap { $0.map { ($0 - value).magnitude.double } }
      let scale = value.isZero ? 1 : value.magnitude.double
      return ParameterMargin(
        name: parameter.name, value: value.double, below: below?.double, above: above?.double,
        share: distances.min().map { $0 / scale })
    }.sorted { ($0.share ?? .infinity, $0.name) < ($1.share ?? .infinity, $1.name) }
  }

  /// The first root in a direction past which the answer differs, and a point a little beyond it.
  private static func edge(
    _ regions: [EquilibriumRegion], _ index: Int, at point: [Rational], _ direction: Rational,
    _ here: Bool
  ) -> (root: Rational, beyond: [Rational])? {
    let value = point[index]
    var roots: Set<Rational> = []
    for polynomial in Set(regions.flatMap(\.edges)) {
      roots.formUnion(PolynomialRoots.real(polynomial.coefficients(of: index, at: point)))
    }
    let ahead = roots.filter { ($0 - value) * direction >= 0 }
      .sorted { ($0 - $1) * direction < 0 }
    for (place, root) in ahead.enumerated() {
      let next = place + 1 < ahead.count ? ahead[place + 1] : root + direction
      var moved = point
      moved[index] = (root + next) / 2
      guard regions.contains(where: { $0.contains(moved) }) != here else { continue }
      moved[index] = root + (next - root) / 64
      return (root, moved)
    }
    return nil
  }
}
