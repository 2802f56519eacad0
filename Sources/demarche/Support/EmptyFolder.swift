import Casework
import Foundation

/// A folder that a command may fill.
enum EmptyFolder {
  /// Refuses a folder that holds something, so that nothing is overwritten.
  static func require(_ folder: String) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw CaseworkFailure.usage("\(folder): is a file; name a folder that does not exist yet")
      }
      let held = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
      guard held.isEmpty else {
        throw CaseworkFailure.usage(
          "\(folder): holds \(held.count == 1 ? "a file" : "\(held.count) files") already; "
            + "name a folder that does not exist yet")
      }
    }
  }
}
