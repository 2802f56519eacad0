package import Diplomacy
import Foundation

/// The rows of a record by id, with what other files of a case ask of a row.
///
/// An id is held as its hash and its place in the file; two ids with one hash are told apart by
/// reading the file again, so a million rows take some forty megabytes whatever their ids.
package final class RecordIndex {
  /// How many rows the index holds.
  package var count: Int { hashes.count }

  private let window: ByteWindow
  private var hashes: [UInt64] = []
  private var places: [Int] = []
  private var lengths: [Int32] = []
  private var lines: [Int32] = []
  private var firstDays: [Int32] = []
  private var lastDays: [Int32] = []
  private var takesPart: [Bool] = []
  /// Which side of the case acts toward which: bit one the first toward the second, bit two back.
  private var directions: [UInt8] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  private static let noDay = Int32.min

  init(window: ByteWindow) { self.window = window }

  /// Adds a row; gives the line of the row that already has the id, where there is one.
  ///
  /// - Parameters:
  ///   - id: The bytes of the id as the file has them.
  ///   - place: Where those bytes stand in the file.
  func add(
    id: UnsafeBufferPointer<UInt8>, at place: Int, line: Int, date: DateSpan?, takesPart part: Bool,
    direction: UInt8 = 0
  ) -> Int? {
    let hash = Self.hash(of: id)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if hashes[row] == hash, isEqual(row, id) { return Int(lines[row]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    hashes.append(hash)
    places.append(place)
    lengths.append(Int32(clamping: id.count))
    lines.append(Int32(clamping: line))
    firstDays.append(date.map { Int32(clamping: $0.first.ordinal) } ?? Self.noDay)
    lastDays.append(date.map { Int32(clamping: $0.last.ordinal) } ?? Self.noDay)
    takesPart.append(part)
    directions.append(direction)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for row in hashes.indices { insert(row) }
    } else {
      slots[slot] = Int32(clamping: hashes.count - 1)
    }
    return nil
  }

  /// The number of the row with an id, counted from zero, or nothing where no row has it.
  package func row(_ id: String) -> Int? {
    var id = id
    return id.withUTF8 { bytes in row(bytes) }
  }

  func row(_ id: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(of: id)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if hashes[row] == hash, isEqual(row, id) { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The date of a row, or nothing where the row has none that can be read.
  package func date(ofRow row: Int) -> DateSpan? {
    guard firstDays[row] != Self.noDay else { return nil }
    return DateSpan(
      from: Day(ordinal: Int(firstDays[row])), through: Day(ordinal: Int(lastDays[row])))
  }

  /// The line of a row.
  package func line(ofRow row: Int) -> Int { Int(lines[row]) }

  /// Whether a row takes part in computations.
  package func takesPart(row: Int) -> Bool { takesPart[row] }

  /// Which side of the case acts toward which in a row.
  func direction(ofRow row: Int) -> UInt8 { directions[row] }

  /// The id of a row, empty where it cannot be read again.
  package func id(ofRow row: Int) -> String {
    window.reread(at: places[row], count: Int(lengths[row]))
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func insert(_ row: Int) {
    var slot = Int(truncatingIfNeeded: hashes[row]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(clamping: row)
  }

  /// Whether a row has an id, by the bytes of the file; where they cannot be read, by the hash.
  ///
  /// Ids that Unicode holds equivalent, such as é in one piece or in two, are one id: nobody can tell
  /// them apart on a screen.
  private func isEqual(_ row: Int, _ id: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = Int(lengths[row])
    let isPlain = id.allSatisfy { $0 < 0x80 }
    guard length == id.count || !isPlain else { return false }
    guard let bytes = window.reread(at: places[row], count: length) else {
      return length == id.count
    }
    return bytes.elementsEqual(id)
      || (!isPlain && String(decoding: bytes, as: UTF8.self) == String(decoding: id, as: UTF8.self))
  }

  private static func hash(of id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard id.contains(where: { $0 >= 0x80 }) else { return ByteHash.of(id) }
    let text = String(decoding: id, as: UTF8.self)
    return ByteHash.of(text.precomposedStringWithCanonicalMapping.utf8)
  }
}
