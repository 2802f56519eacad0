/// Memory into which one worker's chunks are read.
final class ChunkBuffer {
  private(set) var bytes: UnsafeMutableRawBufferPointer
  /// Room behind the content, so that whole words may be read past its end.
  static let slack = 64

  init(capacity: Int = 1 << 20) {
    bytes = .allocate(byteCount: capacity + Self.slack, alignment: 64)
  }

  deinit { bytes.deallocate() }

  var capacity: Int { bytes.count - Self.slack }

  /// Doubles the room, keeping the content.
  func grow(keeping count: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: capacity * 2 + Self.slack, alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    bytes.deallocate()
    bytes = larger
  }
}

/// Cuts a stream into chunks of whole lines, one after the other, for several workers.
struct ChunkCutter {
  /// A chunk of whole lines in a worker's buffer.
  struct Chunk {
    /// The place of the chunk in the file, counted from zero.
    let number: Int
    /// The number of bytes in the buffer.
    let count: Int
    /// Whether the chunk stands for one line that was too long to hold.
    let isOverlong: Bool
  }

  private let stream: any ByteStream
  private var carried: [UInt8] = []
  private var next = 0
  private var ended = false

  init(_ stream: any ByteStream) { self.stream = stream }

  /// Reads the next chunk into a buffer, or nothing at the end.
  mutating func next(into buffer: ChunkBuffer) throws(InputError) -> Chunk? {
    if ended, carried.isEmpty { return nil }
    buffer.bytes.copyBytes(from: carried)
    var filled = carried.count
    carried.removeAll(keepingCapacity: true)
    while true {
      while filled < buffer.capacity, !ended {
        let got = try stream.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[filled..<buffer.capacity]))
        filled += got
        ended = got == 0
      }
      if filled == 0 { return nil }
      if ended { return numbered(filled) }
      if let last = buffer.bytes[..<filled].lastIndex(of: 0x0A) {
        let stop = last + 1
        carried.append(contentsOf: buffer.bytes[stop..<filled])
        return numbered(stop)
      }
      if buffer.capacity >= RowScanner.longestRow { return try passOver(buffer) }
      buffer.grow(keeping: filled)
    }
  }

  private mutating func numbered(_ count: Int, isOverlong: Bool = false) -> Chunk {
    defer { next += 1 }
    return Chunk(number: next, count: count, isOverlong: isOverlong)
  }

  /// Reads on to the end of a line that no buffer holds.
  private mutating func passOver(_ buffer: ChunkBuffer) throws(InputError) -> Chunk {
    while true {
      let got = try stream.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[..<buffer.capacity]))
      if got == 0 {
        ended = true
        break
      }
      if let found = buffer.bytes[..<got].firstIndex(of: 0x0A) {
        carried.append(contentsOf: buffer.bytes[found + 1..<got])
        break
      }
    }
    return numbered(0, isOverlong: true)
  }
}
