#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A stream over an open file or over standard input.
public final class FileStream: ByteStream {
  /// The name under which errors speak of the file.
  public let name: String
  /// The descriptor.
  let descriptor: Int32
  private let owns: Bool

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - onlyFiles: Whether pipes are refused too, which would be waited for.
  /// - Throws: ``InputError`` where the file is missing, is a folder or device or may not be read.
  public init(path: String, onlyFiles: Bool = false) throws(InputError) {
    name = path
    owns = true
    var status = stat()
    // Asked before opening: to open a pipe that nobody writes to waits for ever.
    if onlyFiles, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      throw Self.noFile(path, "is a pipe, and no file")
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    guard fstat(descriptor, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw InputError(.unreadable, file: path, what: "is a folder", fix: "name the files in it")
    case S_IFBLK: throw Self.noFile(path, "is a device, and no file")
    case S_IFCHR:
      if onlyFiles || isatty(descriptor) == 0 {
        throw Self.noFile(path, "is a device, and no file")
      }
    default: break
    }
  }

  static func noFile(_ path: String, _ what: String) -> InputError {
    InputError(.unreadable, file: path, what: what, fix: "name a file")
  }

  /// Makes a stream over standard input.
  public init(standardInputNamed name: String) {
    self.name = name
    descriptor = 0
    owns = false
  }

  deinit { if owns, descriptor >= 0 { close(descriptor) } }

  /// The number of bytes, or nothing where the file is no regular file.
  public var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Reads the next bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while true {
      #if canImport(Glibc)
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if got >= 0 { return got }
      if errno != EINTR { throw Self.failure(name, errno) }
    }
  }

  /// Reads bytes at a place of the file without moving the stream.
  ///
  /// - Returns: The number of bytes read, fewer than asked only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
        off_t(offset + filled))
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw Self.failure(name, errno)
      }
      filled += got
    }
    return filled
  }

  static func failure(_ path: String, _ code: Int32) -> InputError {
    if code == ENOENT || code == ENOTDIR {
      return InputError(.missing, file: path, what: "no such file", fix: "check the path")
    }
    return InputError(
      .unreadable, file: path, what: "cannot be read: \(String(cString: strerror(code)))",
      fix: "check the file and its permissions")
  }
}
