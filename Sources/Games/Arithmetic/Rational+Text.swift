import BigInt

extension Rational: CustomStringConvertible, LosslessStringConvertible {
  /// The number as `3`, `-1/2`.
  public var description: String {
    switch storage {
    case .small(let above, let below): below == 1 ? "\(above)" : "\(above)/\(below)"
    case .big(let above, let below): below == 1 ? "\(above)" : "\(above)/\(below)"
    }
  }

  /// Reads a whole number, a decimal with or without exponent, or a fraction of two such numbers.
  ///
  /// `-7`, `0.125`, `.5`, `1e-3`, `3/7` and `18/100` are read exactly; nil for anything else, for a
  /// denominator of zero, and for an exponent beyond 9,999.
  public init?(_ text: String) {
    var copy = text
    let value = copy.withUTF8 { Rational(ascii: $0) }
    guard let value else { return nil }
    self = value
  }

  /// Reads a number from ASCII bytes.
  package init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      guard let above = Rational(decimal: UnsafeBufferPointer(rebasing: bytes[..<slash])),
        let below = Rational(decimal: UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])),
        !below.isZero
      else { return nil }
      self = above / below
    } else {
      guard let value = Rational(decimal: bytes) else { return nil }
      self = value
    }
  }

  private init?(decimal bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var isNegative = false
    if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    var digits: Int64 = 0
    var large: BigInt?
    var count = 0
    var places = 0
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2E, !hasPoint {
        hasPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        let digit = Int64(byte - 0x30)
        if let known = large {
          large = known * 10 + BigInt(digit)
        } else {
          let (product, one) = digits.multipliedReportingOverflow(by: 10)
          let (sum, two) = product.addingReportingOverflow(digit)
          if one || two { large = BigInt(digits) * 10 + BigInt(digit) } else { digits = sum }
        }
        count += 1
        if hasPoint { places += 1 }
      } else {
        break
      }
      index += 1
    }
    guard count > 0 else { return nil }
    var exponent = 0
    if index < bytes.count {
      guard bytes[index] == 0x65 || bytes[index] == 0x45 else { return nil }
      let rest = String(decoding: bytes[(index + 1)...], as: UTF8.self)
      guard let value = Int(rest), value.magnitude < 10_000 else { return nil }
      exponent = value
    }
    let scale = exponent - places
    let sign: Int64 = isNegative ? -1 : 1
    if large == nil, scale <= 0, scale >= -18 {
      self = Rational.reduced(sign * digits, Rational.powersOfTen[-scale])
    } else {
      let whole = (large ?? BigInt(digits)) * BigInt(sign)
      let power = BigInt(10).power(abs(scale))
      self = scale >= 0 ? Rational(whole * power, over: 1) : Rational(whole, over: power)
    }
  }

  private static let powersOfTen: [Int64] = {
    var powers: [Int64] = [1]
    for _ in 0..<18 { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()
}

extension Rational: Codable {
  /// Reads the exact text form, or a plain number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self), let value = Rational(text) {
      self = value
    } else if let whole = try? container.decode(Int.self) {
      self = Rational(whole)
    } else if let number = try? container.decode(Double.self), let value = Rational("\(number)") {
      self = value
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a number such as 3, 0.5 or \"3/7\"")
    }
  }

  /// Writes the exact text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
