#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gathers the files of folders, each file and each folder once however many links lead to it.
struct FolderWalk {
  private struct Identity: Hashable {
    let device: UInt64
    let node: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      node = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  private(set) var files: [InputFile] = []
  private var seen: Set<Identity> = []
  private var readsStandardInput = false

  mutating func take(standardInput path: String) {
    if !readsStandardInput { files.append(InputFile(path: path)) }
    readsStandardInput = true
  }

  /// Takes a file, or what stands in a folder.
  mutating func take(_ path: String, _ status: stat) throws(InputError) {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try folder(path, status)
    case S_IFREG:
      if seen.insert(Identity(status)).inserted { files.append(InputFile(path: path)) }
    case S_IFBLK, S_IFSOCK: throw FileStream.noFile(path, "is a device or a socket, and no file")
    case S_IFCHR:
      guard Self.isTerminal(path) else { throw FileStream.noFile(path, "is a device, and no file") }
      files.append(InputFile(path: path))
    default: files.append(InputFile(path: path))
    }
  }

  /// Whether a character device is a terminal, at which a person types.
  private static func isTerminal(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  private mutating func folder(_ path: String, _ status: stat) throws(InputError) {
    guard seen.insert(Identity(status)).inserted else { return }
    guard let handle = opendir(path) else { throw FileStream.failure(path, errno) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(handle)
    let start = path.hasSuffix("/") ? path : path + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      var status = stat()
      guard stat(start + name, &status) == 0 else { continue }
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR || kind == S_IFREG { try take(start + name, status) }
    }
  }
}
