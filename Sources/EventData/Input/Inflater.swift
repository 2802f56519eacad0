import CZlib

/// Decompresses deflate data, with or without the gzip wrapping.
///
/// > Deutsch, P. *RFC 1951: DEFLATE* and *RFC 1952: GZIP file format*, 1996.
final class Inflater {
  enum Wrapping: Int32 {
    case gzip = 31
    case raw = -15
  }

  enum Step: Equatable {
    case more
    case memberEnded
    case corrupt(String)
  }

  // zlib keeps a pointer back to the structure, so it must never move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  init(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady =
      inflateInit2_(
        stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Starts over for the next member.
  func reset() { if isReady { inflateReset(stream) } }

  /// Decompresses from one buffer into another.
  ///
  /// - Returns: Bytes used, bytes written, and how it stands.
  func inflate(
    _ input: UnsafeMutableRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int, step: Step) {
    guard isReady else { return (0, 0, .corrupt("the decompressor could not start")) }
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(output.count)
    let code = CZlib.inflate(stream, Z_NO_FLUSH)
    let used = input.count - Int(stream.pointee.avail_in)
    let written = output.count - Int(stream.pointee.avail_out)
    switch code {
    case Z_OK, Z_BUF_ERROR: return (used, written, .more)
    case Z_STREAM_END: return (used, written, .memberEnded)
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "code \(code)"
      return (used, written, .corrupt(reason))
    }
  }
}
