import Foundation

/// The right to write to a case folder, held by one editor at a time on this machine.
final class CaseLock {
  private let descriptor: Int32

  /// Waits for the right.
  ///
  /// - Throws: ``CaseworkFailure`` where the folder cannot be written to.
  init(folder: String) throws(CaseworkFailure) {
    let own = "\(folder)/\(CaseHistory.folderName)"
    if mkdir(own, 0o755) != 0, errno != EEXIST {
      throw .inputOutput(
        "\(folder): \(String(cString: strerror(errno))); give yourself leave to write to it")
    }
    let path = own + "/lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput("\(path): \(String(cString: strerror(errno)))")
    }
    self.descriptor = descriptor
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Gives the right up.
  func release() { close(descriptor) }
}
