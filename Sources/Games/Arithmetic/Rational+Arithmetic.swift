import BigInt

extension Rational: Comparable {
  /// Whether the left number is below the right one.
  public static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if b == d { return a < c }
      let first = a.multipliedFullWidth(by: d)
      let second = c.multipliedFullWidth(by: b)
      return first.high == second.high ? first.low < second.low : first.high < second.high
    }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: SignedNumeric {
  /// Makes a whole number from any integer; never nil.
  public init?(exactly source: some BinaryInteger) {
    self = Rational.settled(BigInt(source), 1)
  }

  /// The distance from zero.
  public var magnitude: Rational { signum < 0 ? -self : self }

  /// The sum of two numbers.
  public static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if b == d {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow && sum != .min { return b == 1 ? Rational(whole: sum) : reduced(sum, b) }
      } else {
        let (first, one) = a.multipliedReportingOverflow(by: d)
        let (second, two) = c.multipliedReportingOverflow(by: b)
        let (sum, three) = first.addingReportingOverflow(second)
        let (below, four) = b.multipliedReportingOverflow(by: d)
        if !(one || two || three || four) && sum != .min { return reduced(sum, below) }
      }
    }
    if left.isZero { return right }
    if right.isZero { return left }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// The difference of two numbers.
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The number with its sign turned.
  public static prefix func - (value: Rational) -> Rational {
    switch value.storage {
    case .small(let above, let below): Rational(storage: .small(-above, below))
    case .big(let above, let below): settled(-above, below)
    }
  }

  /// The product of two numbers.
  public static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (above, one) = a.multipliedReportingOverflow(by: c)
      let (below, two) = b.multipliedReportingOverflow(by: d)
      if !(one || two) && above != .min {
        return below == 1 ? Rational(whole: above) : reduced(above, below)
      }
    }
    if left.isZero || right.isZero { return .zero }
    return Rational(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The quotient of two numbers; the divisor must not be zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    precondition(!right.isZero, "division by zero")
    switch right.storage {
    case .small(let above, let below):
      return left
        * (above < 0
          ? Rational(storage: .small(-below, -above)) : Rational(storage: .small(below, above)))
    case .big(let above, let below):
      return left * (above < 0 ? settled(-below, -above) : settled(below, above))
    }
  }

  /// Adds a number in place.
  public static func += (left: inout Rational, right: Rational) { left = left + right }
  /// Subtracts a number in place.
  public static func -= (left: inout Rational, right: Rational) { left = left - right }
  /// Multiplies in place.
  public static func *= (left: inout Rational, right: Rational) { left = left * right }
}
