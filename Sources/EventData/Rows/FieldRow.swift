/// The fields of one row, as bytes that are valid until the next row is parted.
public final class FieldRow {
  /// The most fields of a row; no format has more than 61.
  static let mostFields = 1024

  // Reached through constant pointers: a class's variables would be checked for overlapping access
  // at every field of every row.
  private let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
  private let bounds = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * FieldRow.mostFields)
  private var scratch: ContiguousArray<UInt8> = []
  /// The order of month and day in the columns of days, where it is known.
  var dateOrder: DateOrder?

  private struct State {
    var base: UnsafeRawPointer
    var count: Int
  }
  private let nothing = UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1)

  /// Makes a row without fields.
  init() {
    state.initialize(to: State(base: UnsafeRawPointer(nothing), count: 0))
    bounds.initialize(repeating: 0, count: 2 * Self.mostFields)
  }

  deinit {
    state.deallocate()
    bounds.deallocate()
    nothing.deallocate()
  }

  /// The number of fields.
  public var count: Int { state.pointee.count }

  private func note(_ start: Int32, _ end: Int32) throws(RowFault) {
    let count = state.pointee.count
    guard count < Self.mostFields else {
      throw RowFault("the row has more than \(Self.mostFields) columns")
    }
    bounds[2 * count] = start
    bounds[2 * count + 1] = end
    state.pointee.count = count + 1
  }

  /// Parts a row into its fields.
  ///
  /// - Throws: ``RowFault`` where the row holds a NUL byte or is quoted wrongly.
  func part(_ bytes: UnsafeRawBufferPointer, as dialect: RowDialect) throws(RowFault) {
    state.pointee = State(base: bytes.baseAddress ?? UnsafeRawPointer(nothing), count: 0)
    switch dialect {
    case .line: try note(0, Int32(truncatingIfNeeded: bytes.count))
    case .tabs: try partAtTabs(bytes)
    case .quoted(let separator): try partQuoted(bytes, separator)
    }
  }

  private func partAtTabs(_ bytes: UnsafeRawBufferPointer) throws(RowFault) {
    var start: Int32 = 0
    var index: Int32 = 0
    var least: UInt8 = 255
    for byte in bytes {
      least = min(least, byte)
      if byte == 0x09 {
        try note(start, index)
        start = index + 1
      }
      index += 1
    }
    if least == 0, !bytes.isEmpty { throw RowFault("the row holds a NUL byte") }
    try note(start, index)
  }

  private func partQuoted(_ bytes: UnsafeRawBufferPointer, _ separator: UInt8) throws(RowFault) {
    scratch.removeAll(keepingCapacity: true)
    var index = 0
    while true {
      let start = scratch.count
      if index < bytes.count, bytes[index] == 0x22 {
        index += 1
        while true {
          guard index < bytes.count else {
            throw RowFault("a quotation mark is opened and not closed")
          }
          if bytes[index] == 0x22 {
            guard index + 1 < bytes.count, bytes[index + 1] == 0x22 else { break }
            index += 1
          }
          scratch.append(bytes[index])
          index += 1
        }
        index += 1
        guard index == bytes.count || bytes[index] == separator else {
          throw RowFault("a closing quotation mark is followed by more of the field")
        }
      } else {
        while index < bytes.count, bytes[index] != separator {
          scratch.append(bytes[index])
          index += 1
        }
      }
      try note(
        Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: scratch.count))
      if index >= bytes.count { break }
      index += 1
    }
    if scratch.contains(0) { throw RowFault("the row holds a NUL byte") }
    scratch.append(0)
    // The array is not touched again until the next row is parted, so its storage stays put.
    state.pointee.base = scratch.withUnsafeBytes { $0.baseAddress ?? UnsafeRawPointer(nothing) }
  }

  /// The bytes of a field; empty where the row has no such field.
  subscript(_ index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = Int(bounds[2 * index])
    return UnsafeRawBufferPointer(
      start: state.pointee.base + start, count: Int(bounds[2 * index + 1]) - start)
  }

  /// The text of a field; empty where it is missing or NA, as R writes missing values.
  public func text(_ index: Int) -> String {
    let bytes = self[index]
    if bytes.isEmpty || FieldParsing.isMissing(bytes) { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a field as it stands, NA among it.
  func raw(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// The whole number in a field, or nothing where it is missing or no whole number.
  public func integer(_ index: Int) -> Int? { FieldParsing.integer(self[index]) }

  /// The day in a field, in one of the forms that published files use.
  ///
  /// - Throws: ``RowFault`` where it is no day, or lies outside the days event data can speak of.
  func day(_ index: Int) throws(RowFault) -> Int {
    try FieldParsing.day(self[index], order: dateOrder)
  }

  /// The weight in a field, in tenths, or nothing where it is missing.
  ///
  /// - Throws: ``RowFault`` where it is no number, or lies off the scale from -10 to 10.
  func tenths(_ index: Int) throws(RowFault) -> Int? {
    let bytes = self[index]
    if bytes.isEmpty || FieldParsing.isMissing(bytes) { return nil }
    return try FieldParsing.weight(bytes)
  }

  /// How often an event was mentioned, once where the field is empty.
  ///
  /// - Throws: ``RowFault`` where it is no number from 0 to a billion.
  func mentions(_ index: Int) throws(RowFault) -> Int { try FieldParsing.mentions(self[index]) }
}
