import Foundation

/// A folder whose files belong together: it is swapped whole, so that no reader and no crash ever
/// finds files of two reports side by side.
public enum ReportFolder {
  /// Puts files into a folder in place of those of an earlier report.
  ///
  /// The files are written into a new folder beside the old one, which then takes its place in one
  /// step. Where the folder holds other files too, or is the one worked in, it stays: the old
  /// report's files are taken away first and the new ones, written before, get their names, so that a
  /// crash can leave a part of the new report but never a mix. What killed runs left behind is
  /// removed.
  ///
  /// - Parameters:
  ///   - files: Names and contents.
  ///   - folder: The folder, made if it is missing.
  /// - Throws: ``CaseworkFailure`` with the reason; what was there is unchanged.
  public static func write(
    _ files: [(name: String, text: String)], into folder: String
  ) throws(CaseworkFailure) {
    let target = place(of: folder)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), !isFolder.boolValue {
      throw .inputOutput("\(folder): is a file, not a folder; choose another folder")
    }
    let url = URL(fileURLWithPath: target)
    let (parent, name) = (url.deletingLastPathComponent().path, url.lastPathComponent)
    try AtomicFiles.make(parent)
    clean(parent, of: [name])
    let names = Set(files.map(\.name))
    // A folder under the name of a file holds something that nobody asked to replace.
    for name in names.sorted() {
      if FileManager.default.fileExists(atPath: target + "/" + name, isDirectory: &isFolder),
        isFolder.boolValue
      {
        throw .inputOutput("\(folder)/\(name): is a folder, not a file; choose another folder")
      }
    }
    clean(target, of: Array(names))
    let held = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    let isWorkedIn = place(of: FileManager.default.currentDirectoryPath).hasPrefix(target)
    guard held.allSatisfy(names.contains), !isWorkedIn else {
      return try replace(files, in: target)
    }
    let fresh = parent + "/" + PartName.fresh(for: name)
    guard mkdir(fresh, 0o755) == 0 else { return try replace(files, in: target) }
    do throws(CaseworkFailure) {
      for file in files {
        if let reason = AtomicFiles.writeWhole(file.text, to: fresh + "/" + file.name) {
          throw .inputOutput(
            "\(folder)/\(file.name): \(reason); the files that were there are unchanged")
        }
      }
      try swap(fresh, target)
    } catch {
      try? FileManager.default.removeItem(atPath: fresh)
      throw error
    }
    try? FileManager.default.removeItem(atPath: fresh)
  }

  /// Replaces files one by one in a folder that holds others too.
  private static func replace(
    _ files: [(name: String, text: String)], in target: String
  ) throws(CaseworkFailure) {
    try AtomicFiles.make(target)
    let staged = try AtomicFiles.stage(files, into: target, for: target)
    for one in staged { unlink(one.to) }
    try AtomicFiles.replace(staged)
  }

  /// Puts a new folder in the place of another; the old one, if any, is then at the new one's place.
  private static func swap(_ fresh: String, _ target: String) throws(CaseworkFailure) {
    if rename(fresh, target) == 0 { return }
    // A folder that holds files is not renamed over: the two change places in one step, or where the
    // system knows no such step in two, between which there is no folder.
    if exchange(fresh, target) { return }
    let old = fresh + ".old"
    guard rename(target, old) == 0 else {
      throw .inputOutput("\(target): \(String(cString: strerror(errno))); choose another folder")
    }
    guard rename(fresh, target) == 0 else {
      let reason = String(cString: strerror(errno))
      _ = rename(old, target)
      throw .inputOutput("\(target): \(reason); choose another folder")
    }
    try? FileManager.default.removeItem(atPath: old)
  }

  /// Lets two folders change places in one step; false where the system cannot.
  private static func exchange(_ one: String, _ other: String) -> Bool {
    #if os(Linux)
      // The C library has the call, the overlay of the system's headers does not show it.
      typealias Call =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let call = unsafeBitCast(symbol, to: Call.self)
      return call(AT_FDCWD, one, AT_FDCWD, other, 2) == 0
    #else
      return renamex_np(one, other, UInt32(RENAME_SWAP)) == 0
    #endif
  }

  /// Removes what killed runs left of some names in a folder.
  private static func clean(_ folder: String, of names: [String]) {
    let held = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for entry in held where names.contains(where: { PartName.isStale(entry, of: $0) }) {
      try? FileManager.default.removeItem(atPath: folder + "/" + entry)
    }
  }

  /// The place that a path leads to, links followed, whether or not its end is there yet.
  private static func place(of path: String) -> String {
    RelativePath.real(path).reduce("") { $0 == "" ? $1 : $0 == "/" ? "/" + $1 : $0 + "/" + $1 }
  }
}
