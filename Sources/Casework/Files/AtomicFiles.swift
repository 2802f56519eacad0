import Foundation

/// Files that appear whole or not at all.
public enum AtomicFiles {
  /// Writes several files into a folder; a failure before the last is written leaves the old ones.
  ///
  /// Every file is first written and flushed to disk under a temporary name beside its target; only
  /// when all are there are they renamed.
  ///
  /// - Parameters:
  ///   - files: Names and contents.
  ///   - folder: The folder, made if it is missing.
  /// - Throws: ``CaseworkFailure`` with the reason, such as a full disk; temporary files are removed.
  public static func write(_ files: [(name: String, text: String)], into folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CaseworkFailure.inputOutput(
        "\(folder): cannot make the folder (\(error.localizedDescription)); choose another folder"
      )
    }
    var renames: [(from: String, to: String)] = []
    func abandon() { for pair in renames { unlink(pair.from) } }
    for file in files {
      let target = folder + "/" + file.name
      let temporary = "\(folder)/.\(file.name).\(getpid()).part"
      renames.append((temporary, target))
      if let reason = writeWhole(file.text, to: temporary) {
        abandon()
        throw CaseworkFailure.inputOutput(
          "\(target): \(reason); the files that were there are unchanged")
      }
    }
    for (index, pair) in renames.enumerated() where rename(pair.from, pair.to) != 0 {
      let reason = String(cString: strerror(errno))
      for rest in renames[index...] { unlink(rest.from) }
      throw CaseworkFailure.inputOutput("\(pair.to): \(reason); choose another folder")
    }
  }

  /// Writes and flushes one file; gives the reason where that fails.
  private static func writeWhole(_ text: String, to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    defer { close(descriptor) }
    return writeAll(Array(text.utf8), to: descriptor)
  }

  /// Writes and flushes bytes; gives the reason where that fails.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return String(cString: strerror(errno)) }
      written += count
    }
    return fsync(descriptor) == 0 ? nil : String(cString: strerror(errno))
  }
}
