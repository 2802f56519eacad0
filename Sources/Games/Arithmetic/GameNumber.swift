/// A number that games can be evaluated in: exact fractions, or doubles where speed matters.
package protocol GameNumber: Comparable, SignedNumeric, Sendable {
  /// The number for an exact fraction.
  init(_ value: Rational)
  /// The quotient; the divisor is not zero.
  static func / (left: Self, right: Self) -> Self
  /// The nearest double.
  var double: Double { get }
  /// The fraction that the number stands for exactly; zero for a double that is no number.
  var rational: Rational { get }
}

extension Rational: GameNumber {
  package init(_ value: Rational) { self = value }
  package var rational: Rational { self }
}

extension Double: GameNumber {
  package init(_ value: Rational) { self = value.double }
  package var double: Double { self }
  package var rational: Rational { Rational(exactly: self) ?? .zero }
}
