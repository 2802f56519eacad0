/// Counts and exact sums by group, in one flat table.
///
/// A group is packed into one machine word: source and target as numbers given in the order in
/// which they are met, a span of time, a root and a quad class.
struct GroupTable {
  private struct Slot {
    var key: UInt64
    var count: Int
    var sum: Int
  }

  private static let vacant = UInt64.max
  private var slots: ContiguousArray<Slot>
  private var mask: Int
  private(set) var count = 0
  private var names = NameTable()

  init() {
    slots = ContiguousArray(
      repeating: Slot(key: Self.vacant, count: 0, sum: 0), count: 1 << 12)
    mask = slots.count - 1
  }

  /// The number of a code, given anew where it was not met before.
  @inline(__always)
  mutating func number(of name: PackedText) -> Int { names.number(of: name) }

  @inline(__always)
  static func key(source: Int, target: Int, span: Int, root: Int, quad: Int) -> UInt64 {
    UInt64(source) << 43 | UInt64(target) << 25 | UInt64(span) << 8 | UInt64(root) << 3
      | UInt64(quad)
  }

  @inline(__always)
  mutating func add(_ key: UInt64, count rows: Int, sum: Int) {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while true {
      let found = slots[place].key
      if found == key {
        slots[place].count += rows
        slots[place].sum += sum
        return
      }
      if found == Self.vacant { break }
      place = (place + 1) & mask
    }
    slots[place] = Slot(key: key, count: rows, sum: sum)
    count += 1
    if count * 4 > slots.count * 3 { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(
      repeating: Slot(key: Self.vacant, count: 0, sum: 0), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.key != Self.vacant {
      var place = Int(truncatingIfNeeded: (slot.key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
      while slots[place].key != Self.vacant { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// Adds the groups of another table, whose codes may be numbered otherwise.
  mutating func merge(_ other: GroupTable) {
    let translated = other.names.all.map { number(of: $0) }
    for slot in other.slots where slot.key != Self.vacant {
      let parts = Self.parts(slot.key)
      let key = Self.key(
        source: translated[parts.source], target: translated[parts.target], span: parts.span,
        root: parts.root, quad: parts.quad)
      add(key, count: slot.count, sum: slot.sum)
    }
  }

  private static func parts(_ key: UInt64) -> (
    source: Int, target: Int, span: Int, root: Int, quad: Int
  ) {
    (
      Int(key >> 43), Int(key >> 25) & 0x3FFFF, Int(key >> 8) & 0x1FFFF, Int(key >> 3) & 0x1F,
      Int(key) & 7
    )
  }

  /// The groups ordered by source, target, span, root and quad class, whatever the order of reading.
  func sorted() -> [AggregationResult.Group] {
    let texts = names.all.map(\.text)
    let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    var ranks = [Int](repeating: 0, count: texts.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    var groups: [AggregationResult.Group] = []
    groups.reserveCapacity(count)
    for slot in slots where slot.key != Self.vacant {
      let parts = Self.parts(slot.key)
      groups.append(
        AggregationResult.Group(
          rank: Self.key(
            source: ranks[parts.source], target: ranks[parts.target], span: parts.span,
            root: parts.root, quad: parts.quad), count: slot.count, sum: slot.sum))
    }
    groups.sort { $0.rank < $1.rank }
    return groups
  }

  /// The codes in the order of their text, which the ranks of sorted groups count.
  var sortedNames: [String] {
    names.all.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func parts(ofRank rank: UInt64) -> (
    source: Int, target: Int, span: Int, root: Int, quad: Int
  ) { parts(rank) }

  /// The largest number of codes that a key can tell apart.
  static let mostNames = 1 << 18
  var isFull: Bool { names.all.count >= Self.mostNames }
}

/// Numbers for codes, in the order in which they are met.
private struct NameTable {
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 1 << 10)
  private(set) var all: ContiguousArray<PackedText> = []

  @inline(__always)
  mutating func number(of name: PackedText) -> Int {
    var place = Int(truncatingIfNeeded: name.spread >> 40) & (slots.count - 1)
    while true {
      let found = slots[place]
      if found < 0 { return insert(name) }
      if all[Int(found)] == name { return Int(found) }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private mutating func insert(_ name: PackedText) -> Int {
    let number = all.count
    // Beyond what a key can hold, every further code shares the last number; the reader then stops.
    if number >= GroupTable.mostNames { return number - 1 }
    all.append(name)
    if all.count * 2 > slots.count {
      slots = ContiguousArray(repeating: -1, count: slots.count * 2)
      for (index, known) in all.enumerated() { place(known, Int32(index)) }
    } else {
      place(name, Int32(number))
    }
    return number
  }

  private mutating func place(_ name: PackedText, _ number: Int32) {
    var place = Int(truncatingIfNeeded: name.spread >> 40) & (slots.count - 1)
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = number
  }
}
