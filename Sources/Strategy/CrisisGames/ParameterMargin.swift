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
  static func margins(of region: EquilibriumRegion, in crisis: CrisisModel) -> [ParameterMargin] {
    let point = crisis.parameters.map(\.value)
    let here = region.contains(point)
    let polynomials = Set(region.requirements.flatMap { $0.groups.joined() })
    return crisis.parameters.indices.map { index in
      let value = point[index]
      var roots: Set<Rational> = []
      for polynomial in polynomials {
        roots.formUnion(Self.roots(polynomial.coefficients(of: index, at: point)))
      }
      let sorted = roots.sorted()
      func answer(_ trial: Rational) -> Bool {
        var moved = point
        moved[index] = trial
        return region.contains(moved)
      }
      let parameter = crisis.parameters[index]
      func nearest(_ ahead: [Rational], _ beyond: Rational) -> Rational? {
        for (place, root) in ahead.enumerated() {
          let next = place + 1 < ahead.count ? (root + ahead[place + 1]) / 2 : root + beyond
          if answer(next) != here { return root }
        }
        return nil
      }
      var above = nearest(sorted.filter { $0 >= value }, 1)
      var below = nearest(sorted.filter { $0 <= value }.reversed(), -1)
      if let high = parameter.high, let edge = above, edge > high { above = nil }
      if let low = parameter.low, let edge = below, edge < low { below = nil }
      let distances = [above, below].compactMap { $0.map { ($0 - value).magnitude.double } }
      let scale = value.isZero ? 1 : value.magnitude.double
      return ParameterMargin(
        name: parameter.name, value: value.double, below: below?.double, above: above?.double,
        share: distances.min().map { $0 / scale })
    }.sorted { ($0.share ?? .infinity, $0.name) < ($1.share ?? .infinity, $1.name) }
  }

  /// The roots of a polynomial given by its coefficients; exact for straight lines.
  private static func roots(_ coefficients: [Rational]) -> [Rational] {
    var list = coefficients
    while let last = list.last, last.isZero { list.removeLast() }
    if list.count == 2 { return [-list[0] / list[1]] }
    if list.count == 3 {
      let root = list[1].double * list[1].double - 4 * list[0].double * list[2].double
      guard root >= 0 else { return [] }
      return [-1.0, 1.0].compactMap {
        Rational(exactly: (-list[1].double + $0 * root.squareRoot()) / (2 * list[2].double))
      }
    }
    return []
  }
}
