import Foundation

/// Files that appear whole or not at all.
public enum AtomicFiles {
  /// Writes several files into a folder; a failure before the last is written leaves the old ones.
  ///
  /// Every file is first written and flushed to disk under a name beside its target that nobody can
  /// foresee; only when all are there are they renamed. See ``ReportFolder`` for files that only
  /// make sense together.
  ///
  /// - Parameters:
  ///   - files: Names and contents.
  ///   - folder: The folder, made if it is missing.
  /// - Throws: ``CaseworkFailure`` with the reason, such as a full disk; temporary files are removed.
  public static func write(
    _ files: [(name: String, text: String)], into folder: String
  ) throws(CaseworkFailure) {
    try make(folder)
    try replace(try stage(files, into: folder, for: folder))
  }

  /// A file written whole under another name, and the name it is to have.
  struct Staged {
    let from: String
    let to: String
  }

  /// Makes a folder with those above it.
  static func make(_ folder: String) throws(CaseworkFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CaseworkFailure.inputOutput(
        "\(folder): cannot make the folder (\(error.localizedDescription)); choose another folder"
      )
    }
  }

  /// Writes every file under a temporary name in a folder.
  static func stage(
    _ files: [(name: String, text: String)], into folder: String, for target: String
  ) throws(CaseworkFailure) -> [Staged] {
    var staged: [Staged] = []
    for file in files {
      let temporary = "\(folder)/\(PartName.fresh(for: file.name))"
      staged.append(Staged(from: temporary, to: target + "/" + file.name))
      if let reason = writeWhole(file.text, to: temporary) {
        for one in staged { unlink(one.from) }
        throw CaseworkFailure.inputOutput(
          "\(target)/\(file.name): \(reason); the files that were there are unchanged")
      }
    }
    return staged
  }

  /// Gives staged files their names; those that cannot have theirs are removed.
  static func replace(_ staged: [Staged]) throws(CaseworkFailure) {
    for (index, one) in staged.enumerated() where rename(one.from, one.to) != 0 {
      let reason = String(cString: strerror(errno))
      for rest in staged[index...] { unlink(rest.from) }
      throw CaseworkFailure.inputOutput("\(one.to): \(reason); choose another folder")
    }
  }

  /// Writes and flushes one new file; gives the reason where that fails.
  ///
  /// The file must not be there yet, as a link least of all.
  static func writeWhole(_ text: String, to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644)
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

/// Names of files and folders that are being written: hidden, and not to be foreseen.
enum PartName {
  /// A new name for a part of something; it tells which process writes it.
  static func fresh(for name: String) -> String {
    ".\(name).\(getpid())-\(String(UInt64.random(in: 0...UInt64.max), radix: 16)).part"
  }

  /// Whether a name is that of a part of something whose process is gone, in this form or in the
  /// older one without digits that cannot be foreseen.
  static func isStale(_ entry: String, of name: String) -> Bool {
    guard entry.hasPrefix(".\(name)."), entry.hasSuffix(".part") else { return false }
    let middle = entry.dropFirst(name.count + 2).dropLast(".part".count)
    let pieces = middle.split(separator: "-", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let process = pieces.first.flatMap({ Int32($0) }), process > 0,
      pieces.dropFirst().allSatisfy({ UInt64($0, radix: 16) != nil })
    else { return false }
    return process == getpid() ? pieces.count == 1 : kill(process, 0) != 0 && errno == ESRCH
  }
}
