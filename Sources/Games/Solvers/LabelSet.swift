/// A set of up to 1,024 small whole numbers.
struct LabelSet: Hashable {
  /// One more than the largest number.
  static let capacity = 1_024

  private var words = SIMD16<UInt64>()

  init() {}

  /// The numbers from 0 up to a count.
  init(first count: Int) {
    for index in 0..<16 {
      let bits = min(64, max(0, count - 64 * index))
      words[index] = bits == 64 ? .max : (1 << UInt64(bits)) - 1
    }
  }

  /// The numbers of a list.
  init(_ labels: some Sequence<Int>) {
    for label in labels { insert(label) }
  }

  var count: Int { (0..<16).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  mutating func insert(_ label: Int) { words[label >> 6] |= 1 << UInt64(label & 63) }

  func contains(_ label: Int) -> Bool { words[label >> 6] & (1 << UInt64(label & 63)) != 0 }

  mutating func formUnion(_ other: LabelSet) { words |= other.words }

  func intersection(_ other: LabelSet) -> LabelSet {
    var result = LabelSet()
    result.words = words & other.words
    return result
  }

  func isSuperset(of other: LabelSet) -> Bool { words & other.words == other.words }

  func isSubset(of other: LabelSet) -> Bool { other.isSuperset(of: self) }

  /// The numbers in ascending order.
  var members: [Int] {
    var list: [Int] = []
    for index in 0..<16 {
      var word = words[index]
      while word != 0 {
        list.append(64 * index + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
    return list
  }
}
