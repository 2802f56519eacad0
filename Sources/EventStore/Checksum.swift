/// A checksum of 128 bits that tells files apart.
///
/// It is fast and not cryptographic: it guards against importing the same file twice, not against
/// forgery. Each step multiplies two words to twice their width and folds the halves.
struct Checksum {
  private var first: UInt64 = 0x243F_6A88_85A3_08D3
  private var second: UInt64 = 0x1319_8A2E_0370_7344
  private var pending: [UInt8] = []
  private(set) var count = 0

  init() { pending.reserveCapacity(16) }

  private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  private mutating func step(_ a: UInt64, _ b: UInt64) {
    first = Self.fold(first ^ a, b ^ 0xA409_3822_299F_31D1) &+ b
    second = Self.fold(second ^ b, a ^ 0x082E_FA98_EC4E_6C89) &+ a
  }

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var place = 0
    if !pending.isEmpty {
      while pending.count < 16, place < bytes.count {
        pending.append(bytes[place])
        place += 1
      }
      if pending.count < 16 { return }
      pending.withUnsafeBytes { step($0.word(0), $0.word(8)) }
      pending.removeAll(keepingCapacity: true)
    }
    while place + 16 <= bytes.count {
      step(bytes.word(place), bytes.word(place + 8))
      place += 16
    }
    pending.append(contentsOf: bytes[place...])
  }

  /// The checksum as 32 hexadecimal digits.
  var text: String {
    var copy = self
    let padding = [UInt8](repeating: 0, count: 16 - copy.pending.count)
    copy.pending += padding
    copy.pending.withUnsafeBytes { copy.first ^= $0.word(0) &* 3 ^ $0.word(8) &* 5 }
    for _ in 0..<3 { copy.step(UInt64(count), 0xFF) }
    return [copy.first, copy.second].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(_ place: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
