import Foundation

/// A file as it was read, so that a change by another program is noticed before it is written over.
struct FileState {
  /// The file, with links resolved.
  let path: String
  /// What it holds.
  let bytes: [UInt8]
  private let stamp: Stamp

  /// What tells one state of a file from another without reading it.
  struct Stamp: Hashable {
    let size: Int
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
    let mode: mode_t

    init?(path: String) {
      var about = stat()
      guard stat(path, &about) == 0 else { return nil }
      size = Int(about.st_size)
      inode = UInt64(about.st_ino)
      seconds = Int(about.st_mtim.tv_sec)
      nanoseconds = Int(about.st_mtim.tv_nsec)
      mode = about.st_mode
    }
  }

  /// Reads a file.
  ///
  /// - Throws: ``CaseworkFailure`` where it is not there or cannot be read.
  init(path: String) throws(CaseworkFailure) {
    guard let real = Workspace.resolved(path), let stamp = Stamp(path: real) else {
      throw .noInput("\(path): there is no such file")
    }
    guard let data = FileManager.default.contents(atPath: real) else {
      throw .inputOutput("\(path): cannot be read; give yourself leave to read it")
    }
    self.path = real
    self.stamp = stamp
    bytes = Array(data)
  }

  /// Puts other bytes in the place of the file, all at once.
  ///
  /// - Throws: ``CaseworkFailure`` where another program changed the file since it was read, or writing
  ///   fails; then the file is as it was.
  func replace(with bytes: [UInt8]) throws(CaseworkFailure) {
    let name = (path as NSString).lastPathComponent
    let folder = (path as NSString).deletingLastPathComponent
    Self.removeLeftovers(of: name, in: folder)
    let temporary = "\(folder)/\(PartName.fresh(for: name))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .inputOutput("\(path): \(String(cString: strerror(errno))); the file is as it was")
    }
    fchmod(descriptor, stamp.mode & 0o7777)
    let reason = AtomicFiles.writeAll(bytes, to: descriptor)
    close(descriptor)
    if let reason {
      unlink(temporary)
      throw .inputOutput("\(path): \(reason); the file is as it was")
    }
    guard Stamp(path: path) == stamp else {
      unlink(temporary)
      throw .inputOutput(
        "\(path): another program changed the file just now; nothing was written, try again")
    }
    guard rename(temporary, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw .inputOutput("\(path): \(reason); the file is as it was")
    }
    let place = open(folder, O_RDONLY | O_CLOEXEC)
    if place >= 0 {
      fsync(place)
      close(place)
    }
  }
  /// Removes what a writer that was killed has left beside a file; only the one who may write does this.
  private static func removeLeftovers(of name: String, in folder: String) {
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where other.hasPrefix(".\(name).") && other.hasSuffix(".part") {
      unlink(folder + "/" + other)
    }
  }
}
