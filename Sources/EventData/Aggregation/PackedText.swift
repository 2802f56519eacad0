/// A short text held in two machine words, so that codes are compared without touching memory.
///
/// Only the first sixteen bytes are held; actor codes are shorter.
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
    let bytes = Array(text.utf8.prefix(Self.longest))
    self = bytes.withUnsafeBytes { Self($0) }
  }

  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count == 3 {
      // Nearly every country code.
      low = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16
      high = 0
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
