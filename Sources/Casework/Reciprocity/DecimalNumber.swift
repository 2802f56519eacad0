/// A decimal number read straight from bytes.
enum DecimalNumber {
  /// The powers of ten that a number in double precision holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number nearest to what the bytes spell, or nothing where they spell none or it is not finite.
  ///
  /// Up to 2⁵³ over a power of ten up to 22 both are exact, so one division rounds correctly;
  /// anything else goes to the standard library.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let first = bytes.first else { return nil }
    var index = first == 0x2D || first == 0x2B ? 1 : 0
    var digits: UInt64 = 0
    var decimals = 0
    var hasPoint = false
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x2E, !hasPoint {
        hasPoint = true
        continue
      }
      let digit = UInt64(byte &- 0x30)
      guard byte >= 0x30, digit <= 9, digits < 900_719_925_474_099 else { return slow(bytes) }
      digits = digits * 10 + digit
      if hasPoint { decimals += 1 }
    }
    guard index - start > (hasPoint ? 1 : 0), decimals <= 22 else { return slow(bytes) }
    let size = Double(digits) / powers[decimals]
    return first == 0x2D ? -size : size
  }

  private static func slow(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
