/// A table from runs of bytes to values: what was read once is not read again.
///
/// Open addressing with linear probing; keys are copied end to end into one array. The table is
/// emptied when it holds many keys, so that odd input cannot make it grow without bound.
struct ByteTable<Value> {
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var keys: [UInt8] = []
  private var values: [Value] = []
  private let capacity: Int

  /// Makes an empty table that is emptied again at a number of keys.
  init(capacity: Int = 1 << 15) { self.capacity = capacity }

  /// The value of a run of bytes, or nothing where it is not there.
  ///
  /// - Complexity: O(*n*) on average, where *n* is the length of the run.
  subscript(bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    let hash = ByteHash.of(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, bytes) { return values[entry] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds the value of a run of bytes that is not there yet.
  mutating func add(_ value: Value, for bytes: UnsafeBufferPointer<UInt8>) {
    if values.count >= capacity { self = ByteTable(capacity: capacity) }
    hashes.append(ByteHash.of(bytes))
    keys.append(contentsOf: bytes)
    ends.append(keys.count)
    values.append(value)
    if values.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for entry in values.indices { insert(entry) }
    } else {
      insert(values.count - 1)
    }
  }

  private func isEqual(_ entry: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == bytes.count else { return false }
    for offset in 0..<bytes.count where keys[start + offset] != bytes[offset] { return false }
    return true
  }

  private mutating func insert(_ entry: Int) {
    var slot = Int(truncatingIfNeeded: hashes[entry]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entry)
  }
}

/// A hash of bytes that is the same on every run.
///
/// > Fowler, G., Noll, L. C., Vo, K.-P. FNV-1a, 1991; the finish is a step of Steele, G., Lea, D.,
/// > Flood, C. "Fast splittable pseudorandom number generators." *OOPSLA*, 2014.
enum ByteHash {
  /// The hash of a run of bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    return hash ^ (hash >> 31)
  }
}
