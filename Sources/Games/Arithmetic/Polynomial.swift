/// A polynomial in named parameters, with exact coefficients.
///
/// Expected payoffs in a crisis game are polynomials: chances times payoffs, each affine in the
/// parameters. A monomial is the ascending list of its parameters, one entry a power.
public struct Polynomial: Hashable, Sendable {
  /// The coefficient of each monomial; none is zero.
  public private(set) var terms: [[Int]: Rational]

  /// Makes a constant.
  public init(_ constant: Rational = .zero) {
    terms = constant.isZero ? [:] : [[]: constant]
  }

  /// Makes a single parameter.
  public init(parameter: Int) { terms = [[parameter]: .one] }

  /// The number that the polynomial is, if it has no parameters.
  public var constant: Rational? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 ? terms[[]] : nil
  }

  /// The parameters that occur.
  public var parameters: Set<Int> { Set(terms.keys.joined()) }

  /// The highest number of parameters multiplied in one term.
  public var degree: Int { terms.keys.reduce(0) { max($0, $1.count) } }

  private mutating func add(_ monomial: [Int], _ coefficient: Rational) {
    let sum = (terms[monomial] ?? .zero) + coefficient
    terms[monomial] = sum.isZero ? nil : sum
  }

  /// The sum of two polynomials.
  public static func + (left: Polynomial, right: Polynomial) -> Polynomial {
    var sum = left
    for (monomial, coefficient) in right.terms { sum.add(monomial, coefficient) }
    return sum
  }

  /// The difference of two polynomials.
  public static func - (left: Polynomial, right: Polynomial) -> Polynomial { left + -right }

  /// The polynomial with its signs turned.
  public static prefix func - (value: Polynomial) -> Polynomial { value * Polynomial(-1) }

  /// The product of two polynomials.
  public static func * (left: Polynomial, right: Polynomial) -> Polynomial {
    var product = Polynomial()
    for (first, a) in left.terms {
      for (second, b) in right.terms { product.add((first + second).sorted(), a * b) }
    }
    return product
  }

  /// Adds in place.
  public static func += (left: inout Polynomial, right: Polynomial) { left = left + right }

  /// The value where each parameter has a value.
  ///
  /// Terms are added in the order of their parameters, so that rounding is the same on every run.
  package func value<Number: GameNumber>(at point: [Number]) -> Number {
    var sum: Number = 0
    let ordered =
      terms.count < 2
      ? Array(terms) : terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (monomial, coefficient) in ordered {
      var term = Number(coefficient)
      for parameter in monomial { term *= point[parameter] }
      sum += term
    }
    return sum
  }

  /// The coefficients by powers of one parameter, when all others have values.
  package func coefficients(of parameter: Int, at point: [Rational]) -> [Rational] {
    var coefficients: [Rational] = [.zero]
    for (monomial, coefficient) in terms {
      var term = coefficient
      var power = 0
      for factor in monomial {
        if factor == parameter { power += 1 } else { term *= point[factor] }
      }
      while coefficients.count <= power { coefficients.append(.zero) }
      coefficients[power] += term
    }
    return coefficients
  }

  /// The polynomial with values put in for all parameters but some.
  package func restricted(to kept: Set<Int>, at point: [Rational]) -> Polynomial {
    var result = Polynomial()
    for (monomial, coefficient) in terms {
      var term = coefficient
      for factor in monomial where !kept.contains(factor) { term *= point[factor] }
      result.add(monomial.filter { kept.contains($0) }, term)
    }
    return result
  }

  /// The polynomial as text, such as `V·qo + x - k`.
  public func text(_ names: [String]) -> String {
    let ordered = terms.sorted {
      ($0.key.isEmpty ? 1 : 0, $0.value.signum < 0 ? 1 : 0, $0.key.map { names[$0] }.joined())
        < ($1.key.isEmpty ? 1 : 0, $1.value.signum < 0 ? 1 : 0, $1.key.map { names[$0] }.joined())
    }
    var text = ""
    for (monomial, coefficient) in ordered {
      let size = coefficient.magnitude
      let product = monomial.map { names[$0] }.joined(separator: "·")
      let sign = coefficient.signum < 0 ? (text.isEmpty ? "-" : " - ") : (text.isEmpty ? "" : " + ")
      text += sign
      text += product.isEmpty ? "\(size)" : size == 1 ? product : "\(size)·\(product)"
    }
    return text.isEmpty ? "0" : text
  }

  /// The statement that the polynomial is at least zero, with minus signs moved to the right.
  public func inequality(_ names: [String]) -> String {
    let ordered = terms.sorted {
      ($0.key.isEmpty ? 1 : 0, $0.key.count, $0.key.map { names[$0] }.joined())
        < ($1.key.isEmpty ? 1 : 0, $1.key.count, $1.key.map { names[$0] }.joined())
    }
    func side(_ isPositive: Bool) -> String {
      let parts = ordered.filter { ($0.value.signum > 0) == isPositive }.map {
        monomial, coefficient -> String in
        let size = coefficient.magnitude
        let product = monomial.map { names[$0] }.joined(separator: "·")
        if product.isEmpty { return "\(size)" }
        return size == 1 ? product : "\(size)·\(product)"
      }
      return parts.isEmpty ? "0" : parts.joined(separator: " + ")
    }
    return "\(side(true)) ≥ \(side(false))"
  }
}
