import Foundation

/// A folder that is gone when the test is.
final class Scratch: Sendable {
  let folder: String

  /// Comparisons kept for the length of one test run, so that no test leans on an earlier run.
  static let cache = NSTemporaryDirectory() + "/demarche-tests-cache-\(getpid())"

  init() throws {
    folder = NSTemporaryDirectory() + "/demarche-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The path of a name in the folder.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Copies a shipped case and gives the path of the copy.
  func copy(of name: String) throws -> String {
    let target = path(name)
    try FileManager.default.copyItem(
      atPath: Program.root.appending(path: "cases/\(name)").path, toPath: target)
    return target
  }

  /// A copy of the tutorial whose record is the bytes given.
  func tutorial(record: Data) throws -> String {
    let target = try copy(of: "tutorial")
    try record.write(to: URL(filePath: target + "/events.csv"))
    return target
  }
}
