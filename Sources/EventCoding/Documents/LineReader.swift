import EventData

/// Cuts a stream into lines, holding one line and a buffer.
final class LineReader {
  /// The longest line read, in bytes; a longer one is passed over.
  static let longestLine = 64 << 20

  /// A line and its number; no bytes where it was too long.
  struct Line {
    let bytes: [UInt8]?
    let number: Int
  }

  private let stream: any ByteStream
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var ended = false

  init(_ stream: any ByteStream) { self.stream = stream }

  /// The next line, or nothing at the end.
  func next() throws(InputError) -> Line? {
    var searched = position
    while true {
      if let found = buffer[searched...].firstIndex(of: 0x0A) {
        return take(upTo: found, next: found + 1)
      }
      if buffer.count - position > Self.longestLine { return try passOver() }
      // What was read is dropped before more is fetched.
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      guard try refill() else {
        return buffer.isEmpty ? nil : take(upTo: buffer.count, next: buffer.count)
      }
    }
  }

  private func take(upTo end: Int, next: Int) -> Line {
    number += 1
    var first = position
    if number == 1, buffer[first..<end].starts(with: [0xEF, 0xBB, 0xBF]) { first += 3 }
    let bytes = Array(buffer[first..<end])
    position = next
    return Line(bytes: bytes, number: number)
  }

  private func refill() throws(InputError) -> Bool {
    if ended { return false }
    let step = 1 << 18
    let count = buffer.count
    buffer += repeatElement(0, count: step)
    var failure: InputError?
    let got = buffer.withUnsafeMutableBytes { bytes -> Int in
      do throws(InputError) {
        return try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
      } catch {
        failure = error
        return 0
      }
    }
    buffer.removeLast(step - got)
    if let failure { throw failure }
    ended = got == 0
    return got > 0
  }

  private func passOver() throws(InputError) -> Line {
    number += 1
    while true {
      position = 0
      buffer.removeAll(keepingCapacity: true)
      guard try refill() else { break }
      if let found = buffer.firstIndex(of: 0x0A) {
        position = found + 1
        break
      }
    }
    return Line(bytes: nil, number: number)
  }
}
