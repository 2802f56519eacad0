import Diplomacy

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads only the columns that an aggregation needs from tab-parted GDELT rows.
///
/// Every row is checked as ``GDELTEventReader`` checks it, so that both reject the same rows, but
/// no field is copied and no text is made.
struct GDELTColumnScanner {
  private let columns: GDELTColumns
  private let tabsExpected: ClosedRange<Int>
  private let format: EventFormat
  /// The ends of the first fields: the field of a number ends at that place.
  private let ends: UnsafeMutablePointer<Int>

  static let fieldsKept = 33
  private static let tabs: UInt64 = 0x0909_0909_0909_0909
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// - Parameter ends: Room for `fieldsKept` numbers, owned by the caller.
  init(_ format: EventFormat, ends: UnsafeMutablePointer<Int>) {
    self.format = format
    columns = GDELTColumns(format)
    tabsExpected = format == .gdelt2 ? 60...60 : 56...57
    self.ends = ends
  }

  /// Reads the columns of one line.
  ///
  /// - Parameters:
  ///   - base: The first byte of the line.
  ///   - length: The number of bytes, without the line break.
  /// - Throws: ``RowFault`` where the row does not fit the format.
  @inline(__always)
  func facts(_ base: UnsafeRawPointer, _ length: Int) throws(RowFault) -> RowFacts {
    let found = findTabs(base, length)
    guard tabsExpected.contains(found) else {
      throw RowFault(
        "the row has \(found + 1) columns and \(format.label) \(tabsExpected.upperBound + 1)")
    }
    var facts = RowFacts()
    let id = field(base, columns.id)
    guard FieldParsing.integer(id) != nil else { throw FieldParsing.fault(id, "is no event id") }
    facts.day = try FieldParsing.day(field(base, columns.day))
    let code = field(base, columns.code)
    var root = code.count >= 3 ? FieldParsing.number(code, 0, 2) ?? 0 : 0
    let statedRoot = FieldParsing.integer(field(base, columns.root))
    let quad = FieldParsing.integer(field(base, columns.quad))
    facts.code = PackedText(code)
    if !(1...20).contains(root) || !Self.agrees(root, statedRoot, quad) {
      // Rare: a code that lost its zero, contradicts its row or is none.
      let found = try CodeField.read(
        Self.text(code), root: statedRoot, quad: quad, length: .full)
      root = found.code.root
      facts.code = PackedText(found.raw)
    }
    facts.root = root
    facts.quad = root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4
    facts.source = PackedText(field(base, columns.source.country))
    facts.target = PackedText(field(base, columns.target.country))
    let weight = field(base, columns.weight)
    if weight.isEmpty || FieldParsing.isMissing(weight) {
      if let known = EventCode.longest(startingIn: facts.code.text) {
        facts.take(weight: nil, of: known)
      }
    } else {
      facts.tenths = try FieldParsing.weight(weight)
    }
    facts.mentions = try FieldParsing.mentions(field(base, columns.mentions))
    return facts
  }

  /// Whether the root and the quad class that a row states agree with its code.
  @inline(__always)
  private static func agrees(_ root: Int, _ stated: Int?, _ quad: Int?) -> Bool {
    if let stated, stated != root, (1...20).contains(stated) { return false }
    guard let quad, (1...4).contains(quad) else { return true }
    return CodeField.classes(ofRoot: root).contains(quad)
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    FieldParsing.isMissing(bytes) ? "" : String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always)
  private func field(_ base: UnsafeRawPointer, _ index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : ends[index - 1] + 1
    return UnsafeRawBufferPointer(start: base + start, count: ends[index] - start)
  }

  /// Notes the ends of the first fields and counts all tabs of the line.
  ///
  /// Eight bytes are compared at once: a byte of the difference is zero exactly where a tab stands.
  @inline(__always)
  private func findTabs(_ base: UnsafeRawPointer, _ length: Int) -> Int {
    var count = 0
    var place = 0
    while place < length, count < Self.fieldsKept {
      var marks = Self.marks(base, place, length)
      while marks != 0, count < Self.fieldsKept {
        ends[count] = place + marks.trailingZeroBitCount >> 3
        count += 1
        marks &= marks &- 1
      }
      count += marks.nonzeroBitCount
      place += 8
    }
    // Behind the columns that are read, tabs are only counted. Each of the eight lanes counts to at
    // most 255, so that a long row is taken in parts.
    while place + 8 <= length {
      let stop = min(length - 8, place + 8 * 254)
      var lanes: UInt64 = 0
      while place <= stop {
        let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let difference = word ^ Self.tabs
        lanes &+= ~(((difference & Self.lows) &+ Self.lows) | difference | Self.lows) >> 7
        place += 8
      }
      let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ (lanes >> 8 & 0x00FF_00FF_00FF_00FF)
      count += Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while place < length {
      count += Self.marks(base, place, length).nonzeroBitCount
      place += 8
    }
    return count
  }

  /// The high bit of every byte that is a tab, among the eight bytes at a place of the line.
  @inline(__always)
  private static func marks(_ base: UnsafeRawPointer, _ place: Int, _ length: Int) -> UInt64 {
    let word = UInt64(
      littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let difference = word ^ tabs
    let marks = ~(((difference & lows) &+ lows) | difference | lows)
    let left = length - place
    return left >= 8 ? marks : marks & ((1 << UInt64(8 * left)) &- 1)
  }
}
