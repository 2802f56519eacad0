import Foundation

/// A sum of logarithms that takes one logarithm for many factors.
struct LogSum {
  private var product = 1.0
  private var exponent = 0
  private var isInvalid = false

  /// Adds the logarithm of a factor.
  @inline(__always)
  mutating func add(_ factor: Double) {
    let next = product * factor
    if next > 1e-150 && next < 1e150 { product = next } else { fold(factor) }
  }

  /// Puts the powers of two aside, which loses no digit.
  @inline(never)
  private mutating func fold(_ factor: Double) {
    guard factor > 0, factor.isFinite else {
      isInvalid = true
      return
    }
    exponent += Int(product.exponent) + Int(factor.exponent)
    product = product.significand * factor.significand
  }

  /// The sum; negative infinity where a factor was not a number above zero.
  var sum: Double {
    isInvalid ? -.infinity : log(product) + Double(exponent) * 0.693_147_180_559_945_3
  }
}
