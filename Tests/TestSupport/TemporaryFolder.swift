package import EventData
import Foundation

/// A folder that goes with the test.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "demarche-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its input.
  package func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> InputFile {
    let whole = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: whole))
    return InputFile(path: whole)
  }
}
