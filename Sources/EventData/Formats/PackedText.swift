import Synchronization

/// A short text held in two machine words, so that codes are compared without touching memory.
///
/// Longer ones, such as IGO:ORGANIZATION-X, stand in a table of their own and are held by number.
struct PackedText: Hashable, Sendable {
  static let longest = 16
  private let low: UInt64
  private let high: UInt64

  static let empty = PackedText(low: 0, high: 0)

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  init(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self = bytes.withUnsafeBytes { Self($0) }
  }

  private static let long = Mutex<(numbers: [String: Int], texts: [String])>(([:], []))
  /// No text of UTF-8 begins with this byte.
  private static let mark: UInt64 = 0xFF

  private static func number(of text: String) -> UInt64 {
    long.withLock { long in
      if let number = long.numbers[text] { return UInt64(number) }
      let number = long.texts.count
      long.texts.append(text)
      long.numbers[text] = number
      return UInt64(number)
    }
  }

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count == 3 {
      // Nearly every country code.
      low = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16
      high = 0
      return
    }
    if bytes.count > Self.longest {
      (low, high) = (Self.mark, Self.number(of: String(decoding: bytes, as: UTF8.self)))
      return
    }
    var words: (UInt64, UInt64) = (0, 0)
    for index in 0..<min(bytes.count, 8) { words.0 |= UInt64(bytes[index]) << UInt64(8 * index) }
    if bytes.count > 8 {
      for index in 8..<min(bytes.count, 16) {
        words.1 |= UInt64(bytes[index]) << UInt64(8 * (index - 8))
      }
    }
    (low, high) = words
  }

  var isEmpty: Bool { low == 0 && high == 0 }

  /// A number spread over all bits.
  var spread: UInt64 { (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 }

  var text: String {
    if low == Self.mark {
      return Self.long.withLock { $0.texts.indices.contains(Int(high)) ? $0.texts[Int(high)] : "" }
    }
    var bytes: [UInt8] = []
    for word in [low, high] {
      for index in 0..<8 {
        let byte = UInt8(truncatingIfNeeded: word >> UInt64(8 * index))
        if byte != 0 { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
