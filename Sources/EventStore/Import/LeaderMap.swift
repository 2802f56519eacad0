/// What makes two reports reports of one act: dyad, organs, day and code, by the reader's numbers.
struct ActKey: Equatable, Sendable {
  let states: UInt64
  let organs: UInt64
  let dayAndCode: UInt64

  var hash: UInt64 {
    let mixed =
      (states &* 0x9E37_79B9_7F4A_7C15) ^ (dayAndCode &* 0xC2B2_AE3D_27D4_EB4F)
      ^ (organs &* 0x1656_67B1_9E37_79F9)
    let product = mixed.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

/// The leading report of each act met lately: an open-addressed table, half full at most.
///
/// A dictionary would hash with a secret and take several times as long for each row.
struct LeaderMap {
  private struct Slot {
    var key: ActKey
    var leader: Int
  }

  private static let empty = Slot(key: ActKey(states: 0, organs: 0, dayAndCode: 0), leader: 0)
  private var slots = [Slot](repeating: Self.empty, count: 1 << 10)
  private(set) var count = 0

  /// The place of an act, whether it is taken or free.
  func place(of key: ActKey) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while slots[place].leader != 0, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The leading report at a place, zero where it is free.
  func leader(at place: Int) -> Int { slots[place].leader }

  /// Takes a free place; all places found before are then void.
  mutating func take(_ place: Int, _ key: ActKey, leader: Int) {
    slots[place] = Slot(key: key, leader: leader)
    count += 1
    guard count * 2 > slots.count else { return }
    let old = slots
    slots = [Slot](repeating: Self.empty, count: old.count * 2)
    for slot in old where slot.leader != 0 { slots[self.place(of: slot.key)] = slot }
  }

  /// Forgets every act and gives the memory back.
  mutating func removeAll() { self = LeaderMap() }
}
