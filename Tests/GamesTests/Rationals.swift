import BigInt
import Estimation
import Testing

@testable import Games

@Suite("Exact fractions")
struct Rationals {
  @Test(
    "are read from every way of writing a number",
    arguments: [
      ("3", 3, 1), ("-1/2", -1, 2), ("18/100", 9, 50), ("0.125", 1, 8), (".5", 1, 2), ("5.", 5, 1),
      ("1e-3", 1, 1000), ("-2.5E1", -25, 1), ("+7", 7, 1), ("0.1/0.3", 1, 3), ("-0.0", 0, 1),
    ])
  func reading(text: String, above: Int, below: Int) {
    #expect(Rational(text) == Rational(above, over: below))
  }

  @Test(
    "refuse what is no number", arguments: ["", "-", ".", "1/0", "a", "1/2/3", "1e", "0x10", "1 2"])
  func refusing(text: String) { #expect(Rational(text) == nil) }

  @Test("agree with big integers when machine words overflow")
  func overflow() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      func draw() -> (BigInt, BigInt) {
        let bits = Int.random(in: 1...62, using: &generator)
        let a = Int64.random(in: -(1 << bits)...(1 << bits), using: &generator)
        let b = Int64.random(in: 1...(1 << bits), using: &generator)
        return (BigInt(a), BigInt(b))
      }
      let (a, b) = draw()
      let (c, d) = draw()
      let x = Rational(a, over: b)
      let y = Rational(c, over: d)
      #expect((x + y).numerator * b * d == (a * d + c * b) * (x + y).denominator)
      #expect((x - y).numerator * b * d == (a * d - c * b) * (x - y).denominator)
      #expect((x * y).numerator * b * d == a * c * (x * y).denominator)
      if c != 0 { #expect((x / y) * y == x) }
      #expect((x < y) == (a * d < c * b))
      #expect((x + y) - y == x)
      #expect(Rational(x.description) == x)
      #expect(abs(x.double - Double(a) / Double(b)) <= abs(x.double) * 1e-15)
    }
  }

  @Test("stand for doubles exactly")
  func doubles() {
    for value in [0.1, -3.75, 1e-300, 1e300, 0, 1.0 / 3] {
      #expect(Rational(exactly: value)?.double == value)
    }
    #expect(Rational(exactly: .infinity) == nil)
  }
}
