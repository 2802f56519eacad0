import Foundation

extension Workspace {
  /// Makes a new folder with files, all or none.
  ///
  /// - Parameters:
  ///   - files: Paths within the folder and what they hold.
  ///   - folder: The folder, which is not there yet.
  /// - Throws: ``CaseworkFailure`` where that fails; then nothing is left.
  package func place(_ files: [(name: String, bytes: [UInt8])], into folder: String)
    throws(CaseworkFailure)
  {
    let parts = URL(filePath: folder)
    let aside = parts.deletingLastPathComponent()
      .appending(path: ".\(parts.lastPathComponent).\(getpid()).part").path
    do {
      try? FileManager.default.removeItem(atPath: aside)
      for file in files {
        let path = URL(filePath: aside + "/" + file.name)
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: path)
      }
      guard rename(aside, folder) == 0 else {
        throw CaseworkFailure.inputOutput("\(folder): \(String(cString: strerror(errno)))")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: aside)
      throw .inputOutput("\(folder): cannot be written (\(error))")
    }
  }
}
