#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts a stream of bytes into rows without holding more than one row and a buffer.
///
/// A row longer than the limit is reported as a fault and passed over; it is never held whole.
final class RowScanner {
  /// A row and where it starts. The bytes are valid until the next row is asked for.
  struct Row {
    let bytes: UnsafeRawBufferPointer
    let line: Int
    let fault: RowFault?
  }

  /// The longest row read, in bytes.
  static let longestRow = 16 << 20
  /// The longest row that may span lines: a quotation mark left open must not swallow a file.
  static let longestQuotedRow = 1 << 20

  private let stream: any ByteStream
  private let mayQuote: Bool
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var line = 1
  private var streamEnded = false
  private var isFirst = true

  init(_ stream: any ByteStream, dialect: RowDialect) {
    self.stream = stream
    mayQuote = dialect.mayQuote
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// The next row, or nothing at the end.
  func next() throws(InputError) -> Row? {
    if isFirst { try skipByteOrderMark() }
    var searched = start
    var newlines = 0
    var firstBreak: Int?
    var inQuotes = false
    while true {
      if let found = lineBreak(from: searched) {
        if mayQuote { inQuotes = inQuotes != hasOddQuotes(searched..<found) }
        if !inQuotes { return take(upTo: found, lines: newlines + 1, fault: nil) }
        newlines += 1
        if firstBreak == nil { firstBreak = found - start }
        searched = found + 1
        if searched - start <= Self.longestQuotedRow { continue }
        return takeUnclosed(firstBreak)
      }
      if mayQuote, end - start > Self.longestQuotedRow, let firstBreak {
        return takeUnclosed(firstBreak)
      }
      if end - start >= Self.longestRow { return try passOver() }
      let unquoted = searched - start
      guard try refill() else {
        guard start < end else { return nil }
        if mayQuote, inQuotes != hasOddQuotes(start + unquoted..<end) {
          return takeUnclosed(firstBreak)
        }
        return take(upTo: end, lines: newlines + 1, fault: nil)
      }
      searched = start + unquoted
    }
  }

  private func takeUnclosed(_ firstBreak: Int?) -> Row {
    take(
      upTo: firstBreak.map { start + $0 } ?? end, lines: 1,
      fault: RowFault("a quotation mark is opened and not closed"))
  }

  private func take(upTo stop: Int, lines: Int, fault: RowFault?) -> Row {
    var last = stop
    if last > start, buffer[last - 1] == 0x0D { last -= 1 }
    let row = Row(
      bytes: UnsafeRawBufferPointer(rebasing: buffer[start..<last]), line: line, fault: fault)
    start = min(stop + 1, end)
    line += lines
    return row
  }

  /// Drops a row that is too long, reading on to its end.
  private func passOver() throws(InputError) -> Row {
    let first = line
    while true {
      start = end
      guard try refill() else { break }
      if let found = lineBreak(from: start) {
        start = found + 1
        break
      }
    }
    line += 1
    let empty = UnsafeRawBufferPointer(rebasing: buffer[start..<start])
    return Row(
      bytes: empty, line: first,
      fault: RowFault("the row is longer than \(Self.longestRow >> 20) MiB"))
  }

  private func lineBreak(from place: Int) -> Int? {
    guard place < end, let base = buffer.baseAddress,
      let found = memchr(base + place, 0x0A, end - place)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func hasOddQuotes(_ range: Range<Int>) -> Bool {
    var parity: UInt8 = 0
    for index in range { parity ^= buffer[index] == 0x22 ? 1 : 0 }
    return parity == 1
  }

  /// Reads more bytes behind those still needed, moving or enlarging the buffer where it is full.
  private func refill() throws(InputError) -> Bool {
    if streamEnded { return false }
    if start > 0, end - start < buffer.count / 2 {
      let kept = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      UnsafeMutableRawBufferPointer(rebasing: buffer[0..<kept.count]).copyMemory(from: kept)
      end -= start
      start = 0
    }
    if end == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      buffer.deallocate()
      buffer = larger
      end -= start
      start = 0
    }
    let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    end += got
    streamEnded = got == 0
    return got > 0
  }

  private func skipByteOrderMark() throws(InputError) {
    isFirst = false
    while end < 3, try refill() {}
    if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
  }
}
