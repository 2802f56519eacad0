internal import Foundation

/// A file, or bytes in memory, seen through a buffer that slides forward.
///
/// Only the part that is being read is held, so a file of any length takes the same memory. Bytes
/// already passed can be read again by their place in the file.
package final class ByteWindow {
  /// The bytes held.
  package private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
  /// How many of the bytes are filled.
  package private(set) var count = 0
  /// The place in the file of the first byte held.
  package private(set) var base = 0
  /// Whether the file has been read to its end.
  package private(set) var isAtEnd = false
  /// The size to which the buffer may grow: the longest row that is read.
  package let limit: Int

  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - chunk: How many bytes to hold at first.
  ///   - limit: How many bytes a single row may take.
  /// - Throws: `FileFailure` if the file cannot be opened.
  package init(path: String, chunk: Int = 1 << 20, limit: Int = 1 << 26) throws(FileFailure) {
    // Asked before opening: to open a pipe that nobody writes to waits for ever.
    let isNoFile = !Self.mayBeFile(path)
    descriptor = isNoFile ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    self.limit = limit
    bytes = .allocate(capacity: descriptor < 0 ? 1 : max(chunk, 16))
    if isNoFile { throw FileFailure(number: EINVAL, kind: "no file, but a pipe or a device") }
    guard descriptor >= 0 else { throw FileFailure(number: errno) }
    try refill(from: 0)
  }

  /// Whether a path leads to a file or to nothing, and to no pipe, socket or device.
  package static func mayBeFile(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
  }

  /// Holds bytes that are already in memory.
  package init(_ text: [UInt8]) {
    descriptor = -1
    limit = text.count
    bytes = .allocate(capacity: max(text.count, 1))
    _ = bytes.update(fromContentsOf: text)
    count = text.count
    isAtEnd = true
  }

  deinit {
    bytes.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  /// The bytes held, from the start of the buffer.
  package var held: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<count]) }

  /// Drops the bytes before an offset of the buffer and reads on after the rest.
  ///
  /// - Returns: Whether there was room to read on; false where a row is longer than the limit.
  /// - Throws: `FileFailure` if reading fails.
  @discardableResult
  package func refill(from offset: Int) throws(FileFailure) -> Bool {
    guard !isAtEnd else { return true }
    let rest = count - offset
    if rest >= bytes.count {
      guard bytes.count < limit else { return false }
      let wider = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(limit, bytes.count * 2))
      _ = wider.update(fromContentsOf: bytes[offset..<count])
      bytes.deallocate()
      bytes = wider
    } else if offset > 0, rest > 0, let start = bytes.baseAddress {
      start.update(from: start + offset, count: rest)
    }
    base += offset
    count = rest
    while count < bytes.count {
      let got = read(descriptor, bytes.baseAddress.map { $0 + count }, bytes.count - count)
      if got < 0 {
        if errno == EINTR { continue }
        throw FileFailure(number: errno)
      }
      if got == 0 {
        isAtEnd = true
        break
      }
      count += got
    }
    return true
  }

  /// Reads bytes again by their place in the file; nothing where that fails.
  package func reread(at place: Int, count length: Int) -> [UInt8]? {
    if place >= base, place + length <= base + count {
      return Array(bytes[(place - base)..<(place - base + length)])
    }
    guard descriptor >= 0 else { return nil }
    var copy = [UInt8](repeating: 0, count: length)
    let got = copy.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, length, off_t(place))
    }
    return got == length ? copy : nil
  }
}

/// Why a file could not be read.
package struct FileFailure: Error, Hashable, Sendable {
  /// The error number of the system.
  package let number: Int32
  /// What stands there instead of a file, where that is the reason.
  package let kind: String?

  /// Makes a failure.
  package init(number: Int32, kind: String? = nil) {
    self.number = number
    self.kind = kind
  }

  /// Whether there is no such file.
  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  /// The reason in the words of the system.
  package var reason: String { kind ?? String(cString: strerror(number)) }
}
