/// The real roots of polynomials in one variable.
package enum PolynomialRoots {
  /// The roots in ascending order: exact for straight lines, else within rounding of a double.
  ///
  /// Between two neighbouring roots of the derivative the polynomial rises or falls, so it has one
  /// root there at most, which is found by halving; a root of the derivative at which the polynomial
  /// is zero up to rounding counts too.
  ///
  /// - Parameter coefficients: By ascending powers.
  /// - Returns: The roots; none for a constant.
  package static func real(_ coefficients: [Rational]) -> [Rational] {
    var list = coefficients
    while let last = list.last, last.isZero { list.removeLast() }
    if list.count < 2 { return [] }
    if list.count == 2 { return [-list[0] / list[1]] }
    return inDoubles(list.map(\.double)).compactMap { Rational(exactly: $0) }
  }

  /// A number to a whole power.
  package static func power(_ base: Rational, _ exponent: Int) -> Rational {
    var result = Rational.one
    for _ in 0..<exponent.magnitude { result *= base }
    return exponent < 0 ? 1 / result : result
  }

  private static func inDoubles(_ list: [Double]) -> [Double] {
    guard let lead = list.last, list.count > 1, lead != 0 else { return [] }
    if list.count == 2 { return [-list[0] / lead] }
    func value(_ x: Double) -> Double { list.reversed().reduce(0) { $0 * x + $1 } }
    func size(_ x: Double) -> Double { list.reversed().reduce(0) { $0 * abs(x) + abs($1) } }
    // Cauchy's bound holds all roots.
    let bound = 1 + list.dropLast().reduce(0) { max($0, abs($1 / lead)) }
    let turns = inDoubles(list.enumerated().dropFirst().map { Double($0.offset) * $0.element })
    let stops = [-bound] + turns.filter { abs($0) < bound } + [bound]
    var roots: [Double] = []
    for turn in turns where abs(value(turn)) <= 1e-14 * size(turn) { roots.append(turn) }
    for (first, second) in zip(stops, stops.dropFirst()) {
      var low = first
      var high = second
      let isRising = value(high) > 0
      guard value(low) * value(high) < 0 else { continue }
      for _ in 0..<200 {
        let middle = low + (high - low) / 2
        if middle == low || middle == high { break }
        if (value(middle) > 0) == isRising { high = middle } else { low = middle }
      }
      roots.append(low + (high - low) / 2)
    }
    return Set(roots).sorted()
  }
}
