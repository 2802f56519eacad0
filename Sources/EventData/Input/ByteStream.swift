/// Bytes read once, from the first to the last.
///
/// A stream is used by one thread at a time and is never rewound.
public protocol ByteStream: AnyObject {
  /// Fills the start of a buffer with the next bytes.
  ///
  /// - Returns: The number of bytes written, zero at the end of the stream.
  /// - Throws: An ``InputError`` that names the file where it cannot be read on.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

/// A stream over bytes that are already in memory.
public final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a stream over bytes.
  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// Copies the next bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0 else { return 0 }
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

/// A stream that hands out bytes read ahead, then goes on with another stream.
final class PrefixedStream: ByteStream {
  private let prefix: [UInt8]
  private var position = 0
  private let rest: any ByteStream

  init(_ prefix: [UInt8], then rest: any ByteStream) {
    self.prefix = prefix
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard position < prefix.count else { return try rest.read(into: buffer) }
    let count = min(buffer.count, prefix.count - position)
    buffer.copyBytes(from: prefix[position..<position + count])
    position += count
    return count
  }
}

extension ByteStream {
  /// Reads until a number of bytes is reached or the stream ends.
  package func readAhead(_ count: Int) throws(InputError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { buffer.deallocate() }
    var filled = 0
    while filled < count {
      let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if got == 0 { break }
      filled += got
    }
    return Array(buffer[..<filled])
  }
}
