/// A digest of 64 bits (FNV-1a) that tells inputs apart; it guards against chance, not forgery.
struct ActHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { fold(byte) }
    fold(0)
  }

  private mutating func fold(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
