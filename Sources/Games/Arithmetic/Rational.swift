public import BigInt

/// An exact fraction of two whole numbers.
///
/// Payoffs and chances of games are read as they are written, `1/3` or `0.1`, and equilibria are
/// certified without rounding. Numbers that fit 64 bits stay there; larger ones are kept as big
/// integers, so no operation overflows. Fractions are always in lowest terms, with a denominator
/// above zero. Division by zero is a programmer's error and traps.
public struct Rational: Hashable, Sendable {
  package enum Storage: Hashable, Sendable {
    case small(Int64, Int64)
    indirect case big(BigInt, BigInt)
  }

  package var storage: Storage

  package init(storage: Storage) { self.storage = storage }

  /// Makes a whole number.
  @inlinable public init(_ value: Int) { self.init(whole: Int64(value)) }

  @usableFromInline init(whole: Int64) { storage = .small(whole, 1) }

  /// Makes a fraction of two whole numbers; the denominator must not be zero.
  public init(_ numerator: Int, over denominator: Int) {
    self = Rational.reduced(Int64(numerator), Int64(denominator))
  }

  /// Makes a fraction of two big whole numbers; the denominator must not be zero.
  public init(_ numerator: BigInt, over denominator: BigInt) {
    precondition(denominator != 0, "a fraction has no denominator of zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self = Rational.settled(numerator / divisor * sign, denominator / divisor * sign)
  }

  /// Makes the fraction that a finite double stands for exactly; nil where it is not finite.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      self = .zero
      return
    }
    let exponent = Int(value.exponent) - 52
    let significand =
      BigInt(Int64(value.significand * 4_503_599_627_370_496)) * (value < 0 ? -1 : 1)
    self =
      exponent >= 0
      ? Rational(significand << exponent, over: 1)
      : Rational(significand, over: BigInt(1) << -exponent)
  }

  /// Zero.
  public static let zero = Rational(whole: 0)
  /// One.
  public static let one = Rational(whole: 1)

  /// The number above the line.
  public var numerator: BigInt {
    switch storage {
    case .small(let above, _): BigInt(above)
    case .big(let above, _): above
    }
  }

  /// The number below the line, above zero.
  public var denominator: BigInt {
    switch storage {
    case .small(_, let below): BigInt(below)
    case .big(_, let below): below
    }
  }

  /// Whether the number is zero.
  public var isZero: Bool {
    if case .small(0, _) = storage { true } else { false }
  }

  /// The sign: -1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let above, _): above == 0 ? 0 : (above < 0 ? -1 : 1)
    case .big(let above, _): above < 0 ? -1 : 1
    }
  }

  /// The nearest double (within one unit in the last place for very large terms).
  public var double: Double {
    switch storage {
    case .small(let above, let below): return Double(above) / Double(below)
    case .big(let above, let below):
      // Both terms are cut to their leading bits, because each alone may exceed a double's range.
      let shift = above.magnitude.bitWidth - below.magnitude.bitWidth
      let wanted = 64 - shift
      let quotient = wanted >= 0 ? (above << wanted) / below : above / (below << -wanted)
      return Double(sign: .plus, exponent: -wanted, significand: Double(quotient))
    }
  }

  /// Puts a fraction of machine words in lowest terms.
  package static func reduced(_ above: Int64, _ below: Int64) -> Rational {
    precondition(below != 0, "a fraction has no denominator of zero")
    if below == 1 { return Rational(whole: above) }
    let divisor = greatestCommonDivisor(above.magnitude, below.magnitude)
    let top = above.magnitude / divisor
    let bottom = below.magnitude / divisor
    let isNegative = (above < 0) != (below < 0)
    if let low = Int64(exactly: bottom), let high = Int64(exactly: top) {
      return Rational(storage: .small(isNegative ? -high : high, low))
    }
    return settled(BigInt(top) * (isNegative ? -1 : 1), BigInt(bottom))
  }

  /// Keeps a fraction in lowest terms in machine words where it fits.
  package static func settled(_ above: BigInt, _ below: BigInt) -> Rational {
    if let low = Int64(exactly: below), let high = Int64(exactly: above), high != .min {
      return Rational(storage: .small(high, low))
    }
    return Rational(storage: .big(above, below))
  }

  package static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var a = first
    var b = second
    if a == 0 { return b }
    if b == 0 { return a }
    let shift = (a | b).trailingZeroBitCount
    a >>= a.trailingZeroBitCount
    while b != 0 {
      b >>= b.trailingZeroBitCount
      if a > b { swap(&a, &b) }
      b -= a
    }
    return a << shift
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  /// Makes a whole number from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}
