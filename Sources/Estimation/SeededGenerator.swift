/// A small, fast random number generator that gives the same numbers for the same seed everywhere.
///
/// The generator is xoshiro256\*\*, its state filled by SplitMix64 from one 64-bit seed. Independent
/// streams for parallel work come from ``stream(_:)``, so that a result does not depend on how many
/// cores shared the work.
///
/// > Blackman, D., Vigna, S. "Scrambled linear pseudorandom number generators." *ACM Transactions on
/// > Mathematical Software* 47(4), 2021.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  /// The seed from which the generator was made.
  public let seed: UInt64
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// Makes a generator from a seed.
  public init(seed: UInt64) {
    self.seed = seed
    var mixer = SplitMix(state: seed)
    a = mixer.next()
    b = mixer.next()
    c = mixer.next()
    d = mixer.next()
  }

  /// Makes the generator of an independent stream of the same seed.
  ///
  /// - Parameter index: The number of the stream, for instance of a simulated episode.
  /// - Returns: A generator that depends on the seed and the index only.
  public func stream(_ index: UInt64) -> SeededGenerator {
    var mixer = SplitMix(state: seed ^ (index &* 0xD1B5_4A32_D192_ED03 &+ 0x2545_F491_4F6C_DD1D))
    return SeededGenerator(seed: mixer.next())
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(b &* 5, by: 7) &* 9
    let t = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = Self.rotated(d, by: 45)
    return result
  }

  private static func rotated(_ x: UInt64, by k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }

  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
