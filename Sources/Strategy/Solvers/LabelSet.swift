/// A set of up to 256 small whole numbers.
struct LabelSet: Hashable {
  private var words = SIMD4<UInt64>()

  init() {}

  /// The numbers from 0 up to a count.
  init(first count: Int) {
    for index in 0..<4 {
      let bits = min(64, max(0, count - 64 * index))
      words[index] = bits == 64 ? .max : (1 << UInt64(bits)) - 1
    }
  }

  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  mutating func insert(_ label: Int) { words[label >> 6] |= 1 << UInt64(label & 63) }

  mutating func remove(_ label: Int) { words[label >> 6] &= ~(1 << UInt64(label & 63)) }

  func contains(_ label: Int) -> Bool { words[label >> 6] & (1 << UInt64(label & 63)) != 0 }

  func union(_ other: LabelSet) -> LabelSet { with(words | other.words) }

  func intersection(_ other: LabelSet) -> LabelSet { with(words & other.words) }

  func isSuperset(of other: LabelSet) -> Bool { words & other.words == other.words }

  /// The set with every number below `total` moved down by a step, the lowest ones to the end.
  func rotated(by step: Int, of total: Int) -> LabelSet {
    var result = LabelSet()
    for label in 0..<total where contains(label) { result.insert((label - step + total) % total) }
    return result
  }

  private func with(_ words: SIMD4<UInt64>) -> LabelSet {
    var result = LabelSet()
    result.words = words
    return result
  }
}
