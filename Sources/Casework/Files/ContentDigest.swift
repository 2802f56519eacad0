import Foundation

/// A digest of 128 bits that tells contents apart and shows damage.
///
/// It is fast and not cryptographic: it guards against chance, not against forgery. Words of eight
/// bytes are folded into two lanes by multiplication to twice their width.
struct ContentDigest: Hashable, Sendable {
  private var first: UInt64 = 0x243F_6A88_85A3_08D3
  private var second: UInt64 = 0x1319_8A2E_0370_7344

  /// Digests some bytes.
  ///
  /// - Complexity: O(*n*).
  init(_ data: Data) {
    var (first, second) = (first, second)
    data.withUnsafeBytes { bytes in
      var place = 0
      while place + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        Self.fold(word, &first, &second)
        place += 8
      }
      var rest: UInt64 = 0x80
      for byte in bytes[place...] { rest = rest << 8 | UInt64(byte) }
      Self.fold(rest, &first, &second)
      Self.fold(UInt64(bytes.count), &first, &second)
    }
    for _ in 0..<3 { Self.fold(0xA409_3822_299F_31D1, &first, &second) }
    (self.first, self.second) = (first, second)
  }

  private static func fold(_ word: UInt64, _ first: inout UInt64, _ second: inout UInt64) {
    let product = (first ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    first = product.low ^ second
    second = product.high &+ word
  }

  /// The digest as 32 hexadecimal digits.
  var text: String {
    [first, second].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
