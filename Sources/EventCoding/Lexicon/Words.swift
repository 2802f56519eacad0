/// The number of a word in the lexicon; zero stands for a word it does not know.
typealias WordID = Int32

/// Every word the coder knows, found by its bytes.
///
/// Words in small letters and names as written are kept apart: "us" is no state, "US" is one.
struct Words: Sendable {
  private var slots: [Int32]
  private var bytes: [UInt8] = []
  private var bounds: [Int32] = [0]
  private var hashes: [UInt32] = [0]
  private let mask: Int

  /// Freezes words; their numbers are their places, counted from one. A name is marked by a blank
  /// before it.
  init(_ words: [String]) {
    var size = 1024
    while size < words.count * 3 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    bounds.reserveCapacity(words.count + 2)
    bounds = [0, 0]
    for (index, word) in words.enumerated() {
      let isName = word.hasPrefix(" ")
      let content = Array(word.utf8.dropFirst(isName ? 1 : 0))
      let hash = content.withUnsafeBufferPointer { Self.hash($0, seed: isName ? 2 : 1) }
      bytes += content
      bounds.append(Int32(bytes.count))
      hashes.append(hash)
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
    }
  }

  /// The number of the word that some bytes are in small letters.
  func small(_ text: UnsafeBufferPointer<UInt8>) -> WordID {
    var hash: UInt32 = 0x811C_9DC5 ^ 1
    for byte in text { hash = (hash ^ UInt32(Self.lowered(byte))) &* 0x0100_0193 }
    return find(hash, text.count) { Self.lowered(text[$0]) }
  }

  /// The number of the name that some bytes are.
  func exact(_ text: UnsafeBufferPointer<UInt8>) -> WordID {
    find(Self.hash(text, seed: 2), text.count) { text[$0] }
  }

  /// The number of the name that some capitals are when written with one capital.
  func capitalised(_ text: UnsafeBufferPointer<UInt8>) -> WordID {
    var hash: UInt32 = 0x811C_9DC5 ^ 2
    for index in text.indices {
      hash = (hash ^ UInt32(index == 0 ? text[0] : Self.lowered(text[index]))) &* 0x0100_0193
    }
    return find(hash, text.count) { $0 == 0 ? text[0] : Self.lowered(text[$0]) }
  }

  private func find(_ hash: UInt32, _ count: Int, _ byte: (Int) -> UInt8) -> WordID {
    var slot = Int(hash) & mask
    while true {
      let word = slots[slot]
      if word == 0 { return 0 }
      if hashes[Int(word)] == hash {
        let start = Int(bounds[Int(word)])
        if Int(bounds[Int(word) + 1]) - start == count {
          var index = 0
          while index < count, bytes[start + index] == byte(index) { index += 1 }
          if index == count { return word }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt32) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5 ^ seed
    for byte in text { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// Gives words their numbers while a lexicon is put together.
struct WordCollector {
  private(set) var words: [String] = []
  private var numbers: [String: WordID] = [:]

  /// The number of a word in small letters.
  mutating func small(_ word: some StringProtocol) -> WordID { number(word.lowercased()) }

  /// The number of a name as written.
  mutating func name(_ word: some StringProtocol) -> WordID { number(" " + word) }

  private mutating func number(_ word: String) -> WordID {
    if let known = numbers[word] { return known }
    words.append(word)
    let number = WordID(words.count)
    numbers[word] = number
    return number
  }
}
