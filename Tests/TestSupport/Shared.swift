package import EventData
package import Foundation

/// Real files beside the package, which not every machine has.
package enum Shared {
  package static let folder: URL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared")

  package static let isThere = FileManager.default.fileExists(atPath: folder.path)

  package static func file(_ path: String) -> InputFile {
    InputFile(path: folder.appendingPathComponent(path).path)
  }
}
